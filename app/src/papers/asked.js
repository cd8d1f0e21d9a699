// What an owner answers to a request for more, kept on this device until it has arrived: a tab that is killed loses none of it.
// The page is one plain form that is sent whole; nothing here sends anything.
import { ticks, touched } from "../drafts/keeper.js";
import { forgetAsked, isShared, read, update } from "../drafts/store.js";
import { able } from "./bench.js";
import { holdAt, wrong } from "./box.js";
import { isPicture, photoDesk } from "./desk.js";
import { held, keep, letGo, letGoUnder } from "./kept.js";

/** What everything is sent with, and nobody typed. */
const OWN = /^(key|Idempotency-Key|website|_.*|tone-.*)$/;

/** Where the answers for a dossier lie. */
const under = (code) => `bo-sung:${code}:`;

/** Lets go of what was kept for a dossier, but for one request. */
export async function forget(code, but) {
  await forgetAsked(under(code), but).catch(() => undefined);
  await letGoUnder(under(code), but).catch(() => undefined);
}

/** Brings the form of a request to life. */
export async function asked(section) {
  const form = section.querySelector("form");
  const { code, at } = section.dataset;
  const place = under(code) + at;
  // What is written now waits until what lies here from before was read: neither is taken for the other.
  let begin;
  const begun = new Promise((go) => (begin = go));
  const boxes = [...form.querySelectorAll("[data-paper]")].map((box) => attach(box, `${place}:${box.dataset.paper}`, begun));
  form.addEventListener("submit", (event) => {
    // What lies on the desk, or is on its way there, is in no box yet.
    const open = form.querySelector("[data-paper]:has([data-photo-desk], [type=file]:disabled)");
    if (!open) return;
    event.preventDefault();
    holdAt(open, "Ảnh chưa được ghép. Bấm «Ghép thành một tệp PDF», hoặc «Thôi, bỏ các ảnh này», rồi gửi.");
  });
  if (isShared()) return begin();
  const note = follow(form, place, begun);
  const early = [...form.elements].some((box) => written(box) && touched(box));
  await forget(code, place);
  // The page that names faults answers what was sent: it has the words, and the portal has the files.
  if ("givenBack" in section.dataset) {
    await letGoUnder(place).catch(() => undefined);
    begin();
    return early && note();
  }
  const typed = await read(place).catch(() => undefined);
  const back = typed && putBack(form, typed.values);
  const all = await held(boxes.map((box) => box.place)).catch(() => []);
  begin();
  if (early) note();
  const again = await Promise.all(boxes.map((box) => box.takeBack(all.filter((one) => one.place === box.place))));
  if (back || again.includes(true)) form.before(told());
}

function told() {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.textContent = "Đã lấy lại những gì bạn điền và chọn trên máy này. Chưa gửi.";
  return line;
}

/** Keeps what is typed, letter by letter, one writing after the other, the first when `last` is done; returns what keeps all that stands there. */
function follow(form, place, last) {
  const note = () => {
    last = last
      .then(() => {
        const values = {};
        for (const [name, value] of new FormData(form)) if (typeof value === "string" && !OWN.test(name)) (values[name] ??= []).push(value);
        return update(place, () => ({ at: Date.now(), values }));
      })
      .catch(() => undefined);
  };
  form.addEventListener("input", note);
  return note;
}

const written = (box) => box.name && box.type !== "file" && !OWN.test(box.name);

/** Writes into the boxes what was kept; tells whether anything stands there otherwise now. */
function putBack(form, values) {
  const boxes = [...form.elements].filter(written);
  const own = new Set(boxes.filter(touched).map((box) => box.name));
  const counts = {};
  let other = false;
  for (const box of boxes.filter((box) => !own.has(box.name))) {
    const kept = values[box.name] ?? [];
    if (ticks(box)) {
      other ||= box.checked !== kept.includes(box.value);
      box.checked = kept.includes(box.value);
      continue;
    }
    const value = kept[(counts[box.name] = (counts[box.name] ?? -1) + 1)];
    if (value === undefined || value === box.value) continue;
    // The list of another province is not on this page; what was chosen stays chosen.
    if (box.options && ![...box.options].some((option) => option.value === value)) box.add(new Option("Đã chọn trước đó", value));
    box.value = value;
    other = true;
  }
  return other;
}

/** A box for files within the form: what the desk makes is put into it, and goes with the rest; nothing is kept before `turn`. */
function attach(box, place, turn) {
  const input = box.querySelector("input[type=file]");
  let numbers = [];
  const begun = turn;

  /** The box holds these now; they lie on the device until they have arrived, and what it held before does no more. */
  function hold(files, done = []) {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    input.files = all.files;
    turn = turn.then(async () => {
      const fresh = await Promise.all(files.map((file) => keep(place, "send", file)));
      for (const number of [...numbers, ...done]) await letGo(number);
      numbers = fresh;
    });
    return turn;
  }

  /** Lays pictures on the desk; until it is done nothing else is chosen, as it would be chosen for nothing. */
  async function mend(pictures, others, lying) {
    input.disabled = true;
    await begun;
    const made = await photoDesk(box, place, pictures, lying);
    input.disabled = false;
    // Whoever was told that the pictures wait has done what was asked.
    wrong(box);
    await hold([...others, ...made.map(({ file }) => file)], made.flatMap((one) => one.numbers));
    input.focus();
  }

  input.addEventListener("change", () => {
    const files = [...input.files];
    const pictures = able() ? files.filter(isPicture) : [];
    const others = files.filter((file) => !pictures.includes(file));
    hold(others);
    if (pictures.length) mend(pictures, others, []);
  });
  // Whoever was quicker than this script has chosen already.
  if (input.files.length) input.dispatchEvent(new Event("change"));

  return {
    place,
    /** Takes back what a tab left behind; where somebody chose anew meanwhile, that is wanted no more. Tells whether it did. */
    async takeBack(mine) {
      if (input.files.length || input.disabled) {
        for (const { number } of mine) await letGo(number);
        return false;
      }
      const [whole, lying] = [mine.filter(({ use }) => use === "send"), mine.filter(({ use }) => use === "desk")];
      await hold(whole.map(({ file }) => file), whole.map(({ number }) => number));
      if (lying.length) mend([], whole.map(({ file }) => file), lying);
      return mine.length > 0;
    },
  };
}
