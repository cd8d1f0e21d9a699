// Finds the place of before that a line of text names: «Tổ 5, Dịch Vọng, Cầu Giấy, TP. Hà Nội».
const LONG = { tp: "thanh pho", t: "tinh", q: "quan", h: "huyen", tx: "thi xa", tt: "thi tran", p: "phuong", x: "xa" };
const KINDS = /^(tinh|thanh pho|tp|t|quan|q|huyen|h|thi xa|tx|thi tran|tt|phuong|p|xa|x)(\.\s*|\s+)(?=\S)/;

/** Small letters without marks, single spaces. */
const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();

/** The same with its kind written out: «H. An Dương» is «huyen an duong». */
const whole = (text) => folded(text).replace(KINDS, (_, kind) => `${LONG[kind] ?? kind} `);

/** The same without its kind; of a number the number. */
const bare = (text) => folded(text).replace(KINDS, "").replace(/^0+(?=\d)/, "");

/** The one number for which something holds; nothing where it holds for several. */
function only(names, holds) {
  const found = names.flatMap((name, at) => (holds(name) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The number of the name that stands in a line, `level` steps from its end: province, district, commune.
 * Two of one name are told apart by their kind, then by their marks; else nothing is certain.
 */
export function named(line, names, level) {
  const part = line.split(",").at(-1 - level)?.trim();
  if (!part) return undefined;
  const plain = (text) => text.normalize("NFC").toLowerCase();
  return (
    only(names, (name) => bare(name) === bare(part)) ??
    only(names, (name) => whole(name) === whole(part)) ??
    only(names, (name) => plain(name) === plain(part))
  );
}
