// Codes of identity cards, drawn for the tests.
import qrcode from "qrcode-generator";

export const WOMAN = "001190000012|012345678|Nguyễn Thị Quét|05031990|Nữ|Số 8, phố Thử, Phường Hoàn Kiếm, Thành phố Hà Nội|01082025";
/** A card of before there were no districts; newer cards have fields behind the seventh. */
export const MAN = "001088000034||Trần Văn Cũ|07121988|Nam|Phúc Xá, Ba Đình, Hà Nội|01022022||Trần Văn Cha|Lê Thị Mẹ|";

// What follows is told of bytes, and a card is written in UTF-8.
qrcode.stringToBytes = (text: string) => [...new TextEncoder().encode(text)];

export function code(text: string) {
  const drawn = qrcode(0, "M");
  drawn.addData(text, "Byte");
  drawn.make();
  return drawn;
}

/** A picture of a code, as a file somebody chooses. */
export function picture(text: string) {
  const [, data = ""] = code(text).createDataURL(5, 24).split(",");
  return { name: "the.gif", mimeType: "image/gif", buffer: Buffer.from(data, "base64") };
}
