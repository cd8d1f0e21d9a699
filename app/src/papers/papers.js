// Brings the page of papers to life: pictures go over the photo desk, files are sent in pieces, each box says how far it is.
// Without any of it each box is a form of its own that sends what was chosen.
import { line } from "../drafts/keeper.js";
import { here } from "../drafts/store.js";
import { asked, forget } from "./asked.js";
import { able, ask, end } from "./bench.js";
import { holdAt, wrong } from "./box.js";
import { deliver, NotTaken } from "./deliver.js";
import { isHeic, isPicture, photoDesk } from "./desk.js";
import { held, keep, letGo } from "./kept.js";

const TAKEN = 10 * 1024 * 1024;
const procedure = location.pathname.split("/")[2];

let draft = "";
try {
  draft = here.get(procedure) ?? "";
} catch {
  // A browser that remembers nothing.
}

/** Where the files of a paper go, and under what name they are kept meanwhile. */
const address = (box) => `${location.pathname}${encodeURIComponent(box.dataset.paper)}`;
// The second row may be somebody else's tomorrow, so what is kept for a row bears its name too.
const kept = (box) => `${draft}:${address(box)}${box.dataset.paper.includes(".") ? ` ${box.querySelector("h2").textContent}` : ""}`;
const boxes = () => [...document.querySelectorAll("[data-paper]")];

/** What waits its turn, by the boxes that are busy. */
const waiting = new Map();
/** What a tab left behind when it went, once that was read; what is chosen meanwhile is kept after that, and not taken for it. */
let left;

/** Says how far a paper is, or goes on saying it, and how much waits. */
function tell(box, words) {
  const state = box.querySelector("[data-file-state] span");
  const more = waiting.get(box)?.length;
  state.textContent = (words ?? state.textContent.split(" (")[0]) + (more ? ` (còn ${more} tệp chờ)` : "");
}

/** The page as the portal has it now, as soon as there is a line; nothing where it has the draft no more. */
async function pageNow(box) {
  for (;;) {
    try {
      const answer = await fetch(location.pathname, { cache: "no-store" });
      if (answer.ok && !answer.redirected) return new DOMParser().parseFromString(await answer.text(), "text/html");
      // The draft of the server is over: its page says so.
      if (answer.status < 500) return location.reload();
    } catch {
      // The line died after the last file.
    }
    tell(box, "Chờ có mạng.");
    await new Promise((go) => setTimeout(go, 5000));
    await line();
  }
}

/** Takes over what the server says of a paper now; other boxes may be busy and stay as they are. */
async function renewed(box) {
  const page = await pageNow(box);
  const fresh = page && [...page.querySelectorAll("[data-paper]")].find((one) => one.dataset.paper === box.dataset.paper);
  if (!fresh) return;
  const parts = [...fresh.children];
  const [form, other] = [box, fresh].map((one) => one.querySelector(".file-send"));
  if (form && other) {
    // The input stays where it is: somebody may be at its camera.
    form.querySelector("label").textContent = other.querySelector("label").textContent;
    form.querySelector("input").removeAttribute("aria-invalid");
    for (const part of [...box.children]) if (part !== form) part.remove();
    const at = parts.indexOf(other);
    form.before(...parts.slice(0, at));
    form.after(...parts.slice(at + 1));
  } else {
    box.replaceChildren(...parts);
    dress(box);
  }
  // Spoken as well as seen.
  box.querySelector("[data-file-state]").setAttribute("role", "status");
}

/** What is wrong with a PDF, or how many pages it has. */
async function pdfWords(file) {
  const { pages } = await ask("count", { blob: file }).catch(() => ({ pages: 0 }));
  if (pages < 0) throw new NotTaken("Tệp này có mật khẩu nên cơ quan không mở được. Bỏ mật khẩu rồi chọn lại.");
  return pages;
}

/**
 * Sends files one after the other; what was kept is let go when it has arrived, or will never be taken.
 * One that is not taken stops none of the others; `faults` are told, with those of what went before.
 */
async function sendAll(box, files, faults) {
  let pages = 0;
  const unseen = [];
  for (const [at, { file, number: laid, numbers = [], pages: made, unseen: whole }] of files.entries()) {
    const which = files.length > 1 ? `tệp ${at + 1} trong ${files.length}, ` : "";
    let number = await laid;
    try {
      if (file.size > TAKEN) throw new NotTaken("Tệp lớn quá 10 MB. Chụp lại nhỏ hơn, hoặc chia thành nhiều tệp.");
      if (file.type === "application/pdf") pages += made ?? (able() ? await pdfWords(file) : 0);
      // On its way, in its final shape: whatever it was made from is wanted no more.
      number ??= await keep(kept(box), "send", file);
      if (number !== undefined) for (const old of numbers) await letGo(old);
      await deliver(address(box), file, (percent) =>
        tell(box, percent === undefined ? "Chờ có mạng. Phần đã gửi vẫn còn, sẽ gửi tiếp." : `Đang tải ${which}${percent}%`),
      );
      for (const old of [...numbers, number]) await letGo(old);
      if (whole && isHeic(file)) unseen.push(`«${file.name}»`);
    } catch (fault) {
      const known = fault instanceof NotTaken;
      const rest = number === undefined ? "Chưa gửi được. Chọn lại tệp rồi gửi lại." : "Chưa gửi được, tệp vẫn còn trên máy này. Tải lại trang để gửi tiếp.";
      faults.push(`«${file.name}»: ${known ? fault.message : rest}`);
      // The form goes on from the device, and its files with it.
      if (fault.over) break;
      if (known) for (const old of [...numbers, number]) await letGo(old);
    }
  }
  end();
  await renewed(box);
  wrong(box, faults.join(" "));
  const state = box.querySelector("[data-file-state] span");
  if (pages && !faults.length) state.textContent += `, vừa gửi ${pages} trang`;
  if (unseen.length) state.textContent += `. Ảnh HEIC ${unseen.join(", ")} được gửi nguyên vì máy này không mở được để sửa; cơ quan vẫn nhận.`;
}

/** Says that nothing of it was sent yet. */
const waits = (box, beside) => tell(box, beside.length ? "Ảnh và tệp đang ở trên máy này, chưa tải lên" : "Ảnh đang ở trên máy này, chưa tải lên");

/** Sends what lies there; pictures go over the desk first. */
async function send(box, laid, faults) {
  const [sent, onDesk, beside] = ["send", "desk", "beside"].map((wanted) => laid.filter(({ use }) => use === wanted));
  if (!onDesk.length) return sendAll(box, [...sent, ...beside], faults);
  if (sent.length) await sendAll(box, sent, faults);
  waits(box, beside);
  // What was chosen together goes together.
  await sendAll(box, [...beside, ...(await photoDesk(box, kept(box), [], onDesk))], faults);
}

/** Takes up what was laid down for a paper; while the paper is busy it waits its turn. What went wrong is told until somebody chooses anew. */
async function takeUp(box, laid) {
  const others = waiting.get(box);
  if (others) {
    others.push(...laid);
    return tell(box);
  }
  waiting.set(box, laid);
  wrong(box);
  const faults = [];
  await left;
  while (laid.length) await send(box, laid.splice(0), faults);
  waiting.delete(box);
}

/** What was chosen is kept at once, in its order: pictures for the desk, the rest beside them. */
function chosen(box, files) {
  const pictures = able() ? files.filter(isPicture) : [];
  let last = left;
  const lay = (file) => {
    const use = pictures.includes(file) ? "desk" : pictures.length ? "beside" : "send";
    // What is too large is read for nothing, unless the desk makes it smaller.
    last = last.then(() => (use === "desk" || file.size <= TAKEN ? keep(kept(box), use, file) : undefined));
    return { file, use, number: last };
  };
  takeUp(box, files.map(lay));
}

function dress(box) {
  const form = box.querySelector(".file-send");
  if (!form) return;
  const [input, button] = ["input", "button"].map((name) => form.querySelector(name));
  const begin = () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) chosen(box, files);
  };
  // Nobody tells us of what was chosen before this script came; whoever has pressed the button by now sends it the plain way.
  if (document.activeElement !== button) begin();
  button.hidden = true;
  input.addEventListener("change", begin);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin();
  });
}

/** Whoever goes on while files wait here would believe that they were sent. */
function holdOn(event) {
  const box = boxes().find((box) => waiting.has(box));
  if (!box) return;
  event.preventDefault();
  const desk = box.querySelector("[data-photo-desk]");
  holdAt(box, desk ? "Ảnh chưa được tải lên. Bấm «Ghép thành một tệp PDF và tải lên», hoặc «Thôi, bỏ các ảnh này», rồi đi tiếp." : "Giấy này đang tải lên. Chờ xong rồi bấm «Tiếp tục».");
}

const supplement = document.querySelector("[data-supplement]");
const arrived = document.querySelector("[data-arrived]");
if (supplement) asked(supplement);
else if (arrived) forget(arrived.dataset.arrived);
else {
  left = held(boxes().map(kept)).catch(() => []);
  left.then((all) => {
    for (const box of boxes()) {
      const mine = all.filter((one) => one.place === kept(box));
      // What was chosen before this script came goes with what lay there.
      if (mine.length && !waiting.get(box)?.unshift(...mine)) takeUp(box, mine);
    }
  });
  boxes().forEach(dress);
  document.querySelector(".form-end > a.button")?.addEventListener("click", holdOn);
}
