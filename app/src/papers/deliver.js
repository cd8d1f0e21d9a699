// Sends a file so that a broken line costs little: what has come stays, and the rest goes on behind it.
// A file is known by its hash, so that it is taken once, however often it is sent.
import { line } from "../drafts/keeper.js";

/** Why a file was not taken, in words for the one who sent it; `over` where the portal holds the draft no more. */
export class NotTaken extends Error {
  constructor(words, over = false) {
    super(words);
    this.over = over;
  }
}

const OTHERS = {
  413: "Tệp lớn quá 10 MB, hoặc cả hồ sơ quá 100 MB. Chụp lại nhỏ hơn, hoặc chia thành nhiều tệp.",
  415: "Tệp này không phải PDF, JPEG, PNG hay HEIC. Chụp ảnh giấy rồi gửi ảnh.",
  404: "Tờ khai trên máy chủ đã quá 24 giờ. Bấm «Sửa tờ khai» rồi «Tiếp tục»: những gì bạn điền vẫn còn.",
};

/** Sends a file to a paper of the page; `told` hears how far it is, and `undefined` while there is no line. */
export async function deliver(place, file, told) {
  const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const address = `${place}/${hash}`;
  let offset = 0;
  for (let broken = 0; broken < 5; ) {
    const answer = await put(address, file, offset, told);
    if (answer.status === 201) return;
    if (answer.status === 204) offset = answer.offset;
    else if (answer.status === 0 || answer.status === 429 || answer.status >= 500) {
      told(undefined);
      if (answer.status) await new Promise((go) => setTimeout(go, 5000));
      await line();
      offset = await arrived(address).catch(() => offset);
    } else if (answer.status === 400) {
      // A part that came broken: from the beginning.
      broken += 1;
      offset = 0;
    } else throw new NotTaken(OTHERS[answer.status] ?? answer.title, answer.status === 404);
    if (answer.status === 204 && offset === file.size) broken += 1;
  }
  throw new NotTaken("Tệp bị hỏng trên đường đi. Chọn lại tệp, rồi gửi lại.");
}

/** How far a file has come. */
async function arrived(address) {
  const answer = await fetch(address, { cache: "no-store", headers: { accept: "application/json" } });
  return Number(answer.headers.get("upload-offset") ?? 0);
}

function put(address, file, offset, told) {
  return new Promise((over) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("upload-offset", offset);
    request.setRequestHeader("upload-length", file.size);
    request.setRequestHeader("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    request.upload.addEventListener("progress", ({ loaded }) => told(Math.floor(((offset + loaded) / file.size) * 100)));
    request.addEventListener("loadend", () => {
      let title;
      try {
        title = JSON.parse(request.responseText).title;
      } catch {
        // An answer without words.
      }
      over({ status: request.status, offset: Number(request.getResponseHeader("upload-offset")), title });
    });
    told(Math.floor((offset / file.size) * 100));
    request.send(file.slice(offset));
  });
}
