// What an owner answers to a request for more, kept on this device until it has arrived: a tab that is killed loses none of it.
// The page is one plain form that is sent whole; nothing here sends anything.
import { isShared, read, update } from "../drafts/store.js";
import { able } from "./bench.js";
import { isPicture, photoDesk } from "./desk.js";
import { held, keep, letGo } from "./kept.js";

/** What everybody is sent with, and nobody typed. */
const OWN = /^(key|Idempotency-Key|website|_.*)$/;

/** Where the answer to this very request lies; a later request begins anew. */
const placeOf = (section) => `bo-sung:${section.dataset.supplement}`;

/** Brings the form of a request to life. */
export async function asked(section) {
  const form = section.querySelector("form");
  const place = placeOf(section);
  const boxes = [...form.querySelectorAll("[data-paper]")].map((box) => attach(box, `${place}:${box.dataset.paper}`));
  if (isShared()) return;
  const typed = await read(place).catch(() => undefined);
  const back = typed ? putBack(form, typed.values) : false;
  follow(form, place);
  const all = await held(boxes.map((box) => box.place)).catch(() => []);
  let again = false;
  for (const box of boxes) {
    const mine = all.filter((one) => one.place === box.place);
    // The page that names faults answers what was sent, files and all.
    if ("givenBack" in section.dataset) for (const { number } of mine) await letGo(number);
    else if (mine.length) again = box.takeBack(mine) || again;
  }
  if (back || again) form.before(told());
}

function told() {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.textContent = "Đã lấy lại những gì bạn điền và chọn trên máy này. Chưa gửi.";
  return line;
}

/** Keeps what is typed, letter by letter, one writing after the other. */
function follow(form, place) {
  let last = Promise.resolve();
  const note = () => {
    const values = {};
    for (const [name, value] of new FormData(form)) if (typeof value === "string" && !OWN.test(name)) (values[name] ??= []).push(value);
    last = last.then(() => update(place, () => ({ at: Date.now(), values }))).catch(() => undefined);
  };
  form.addEventListener("input", note);
}

/** Writes into the boxes what was kept; tells whether anything stands there otherwise now. */
function putBack(form, values) {
  let other = false;
  const counts = {};
  for (const box of form.elements) {
    if (!box.name || OWN.test(box.name) || box.type === "file") continue;
    const kept = values[box.name] ?? [];
    if (box.type === "radio" || box.type === "checkbox") {
      other ||= box.checked !== kept.includes(box.value);
      box.checked = kept.includes(box.value);
    } else {
      const value = kept[(counts[box.name] = (counts[box.name] ?? -1) + 1)];
      if (value === undefined || value === box.value) continue;
      box.value = value;
      other = true;
    }
  }
  return other;
}

/** A box for files within the form: what the desk makes is put into it, and goes with the rest. Until then it holds the pictures. */
function attach(box, place) {
  const input = box.querySelector("input[type=file]");
  let numbers = [];

  const put = (files) => {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    input.files = all.files;
  };

  /** The box holds these now; they lie on the device until they have arrived. */
  async function hold(files, done) {
    put(files);
    const fresh = await Promise.all(files.map((file) => keep(place, "send", file)));
    for (const number of [...numbers, ...done]) await letGo(number);
    numbers = fresh;
  }

  async function mend(pictures, others, lying) {
    const made = await photoDesk(box, place, pictures, lying);
    await hold([...others, ...made.map(({ file }) => file)], made.flatMap((one) => one.numbers));
    input.focus();
  }

  input.addEventListener("change", () => {
    const files = [...input.files];
    const pictures = able() ? files.filter(isPicture) : [];
    if (!pictures.length) hold(files, []);
    else if (!box.querySelector("[data-photo-desk]")) mend(pictures, files.filter((file) => !pictures.includes(file)), []);
  });

  return {
    place,
    /** Takes back what a tab left behind; what somebody chose meanwhile stays. Tells whether it did. */
    takeBack(mine) {
      if (input.files.length) return false;
      const [whole, lying] = [mine.filter(({ use }) => use === "send"), mine.filter(({ use }) => use === "desk")];
      numbers = whole.map(({ number }) => number);
      const files = whole.map(({ file }) => file);
      put(files);
      if (lying.length) mend([], files, lying);
      return true;
    },
  };
}
