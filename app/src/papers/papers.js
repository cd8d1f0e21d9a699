// Brings the page of papers to life: pictures go over the photo desk, files are sent in pieces, each box says how far it is.
// Without any of it each box is a form of its own that sends what was chosen.
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
const boxOf = (paper) => boxes().find((box) => box.dataset.paper === paper);

function tell(box, words) {
  const line = box.querySelector("[data-file-state] span");
  if (line) line.textContent = words;
}

/** Takes over what the server says of a paper now; other boxes may be busy and stay as they are. */
async function renewed(paper) {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  // The draft of the server is over: its page says so.
  if (answer.redirected || !answer.ok) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = [...page.querySelectorAll("[data-paper]")].find((box) => box.dataset.paper === paper);
  const box = boxOf(paper);
  if (!fresh || !box) return;
  box.replaceWith(document.adoptNode(fresh));
  dress(boxOf(paper));
  // Spoken as well as seen.
  const state = boxOf(paper).querySelector("[data-file-state]");
  state.setAttribute("role", "status");
}

/** What is wrong with a PDF, or how many pages it has. */
async function pdfWords(file) {
  const { pages } = await ask("count", { blob: file }).catch(() => ({ pages: 0 }));
  if (pages < 0) throw new NotTaken("Tệp này có mật khẩu nên cơ quan không mở được. Bỏ mật khẩu rồi chọn lại.");
  return pages;
}

/**
 * Sends files one after the other; what was kept is let go when it has arrived, or will never be taken.
 * One that is not taken stops none of the others.
 */
async function sendAll(box, files) {
  const { paper } = box.dataset;
  box.querySelector(".file-send")?.setAttribute("aria-busy", "true");
  let pages = 0;
  const faults = [];
  const unseen = [];
  for (const [at, { file, numbers, pages: made, unseen: whole }] of files.entries()) {
    const which = files.length > 1 ? `tệp ${at + 1} trong ${files.length}, ` : "";
    let number;
    try {
      if (file.size > TAKEN) throw new NotTaken("Tệp lớn quá 10 MB. Chụp lại nhỏ hơn, hoặc chia thành nhiều tệp.");
      if (file.type === "application/pdf") pages += made ?? (able() ? await pdfWords(file) : 0);
      // On its way, in its final shape: whatever it was made from is wanted no more.
      number = await keep(kept(box), "send", file);
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
  await renewed(paper);
  const fresh = boxOf(paper);
  if (faults.length && fresh) wrong(fresh, faults.join(" "));
  const state = fresh?.querySelector("[data-file-state] span");
  if (!state) return;
  if (pages && !faults.length) state.textContent += `, vừa gửi ${pages} trang`;
  if (unseen.length) state.textContent += `. Ảnh HEIC ${unseen.join(", ")} được gửi nguyên vì máy này không mở được để sửa; cơ quan vẫn nhận.`;
}

/** Says that nothing of it was sent yet. */
const waits = (box, beside) => tell(box, beside.length ? "Ảnh và tệp đang ở trên máy này, chưa tải lên" : "Ảnh đang ở trên máy này, chưa tải lên");

/** What was chosen: pictures go to the desk, the rest waits on the device until they are ready. */
async function chosen(box, files) {
  wrong(box);
  const pictures = able() ? files.filter(isPicture) : [];
  const others = files.filter((file) => !pictures.includes(file));
  if (pictures.length) waits(box, others);
  const beside = others.map(async (file) => ({ file, numbers: pictures.length ? [await keep(kept(box), "beside", file)] : [] }));
  const made = pictures.length ? await photoDesk(box, kept(box), pictures) : [];
  const all = [...(await Promise.all(beside)), ...made];
  if (all.length) await sendAll(box, all);
  else await renewed(box.dataset.paper);
}

function dress(box) {
  const form = box.querySelector("form.file-send");
  const input = box.querySelector("input[type=file]");
  if (!input) return;
  form.querySelector("button").hidden = true;
  const begin = () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) chosen(box, files);
  };
  input.addEventListener("change", begin);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin();
  });
}

/** Takes what was chosen before this script came, by paper: nobody tells us of it again, and its box waits for it. */
function early() {
  const found = new Map();
  for (const box of boxes()) {
    const form = box.querySelector("form.file-send");
    const input = box.querySelector("input[type=file]");
    // Whoever has pressed the button by now sends it the plain way.
    if (!input?.files.length || form.contains(document.activeElement?.closest("button") ?? null)) continue;
    found.set(box.dataset.paper, [...input.files]);
    input.value = "";
    form.setAttribute("aria-busy", "true");
  }
  return found;
}

/** Keeps files as they were chosen: pictures for the desk, others beside them. */
async function lay(box, files) {
  const pictures = able() ? files.filter(isPicture) : [];
  const use = (file) => (pictures.includes(file) ? "desk" : pictures.length ? "beside" : "send");
  const laid = [];
  for (const file of files) laid.push({ file, use: use(file), number: await keep(kept(box), use(file), file) });
  box.querySelector(".file-send").removeAttribute("aria-busy");
  return laid;
}

/** Goes on with what a tab left behind when it went, and with what was chosen meanwhile. */
async function goOn(fresh) {
  const all = await held(boxes().map(kept)).catch(() => []);
  await Promise.all(
    boxes().map(async (box) => {
      const { paper } = box.dataset;
      const mine = all.filter((one) => one.place === kept(box));
      if (fresh.has(paper)) mine.push(...(await lay(box, fresh.get(paper))));
      const of = (wanted) => mine.filter(({ use }) => use === wanted);
      const whole = ({ file, number }) => ({ file, numbers: [number] });
      const [sent, onDesk, beside] = [of("send").map(whole), of("desk"), of("beside").map(whole)];
      // What was chosen together goes together.
      const first = onDesk.length ? sent : [...sent, ...beside];
      if (first.length) await sendAll(box, first);
      const now = boxOf(paper);
      if (onDesk.length && now) {
        waits(now, beside);
        const all = [...beside, ...(await photoDesk(now, kept(now), [], onDesk))];
        if (all.length) await sendAll(now, all);
        else await renewed(paper);
      }
    }),
  );
}

/** Whoever goes on while pictures wait here would believe that they were sent. */
function holdOn(event) {
  const waiting = boxes().find((box) => box.querySelector("[data-photo-desk], .file-send[aria-busy]"));
  if (!waiting) return;
  event.preventDefault();
  const desk = waiting.querySelector("[data-photo-desk]");
  holdAt(waiting, desk ? "Ảnh chưa được tải lên. Bấm «Ghép thành một tệp PDF và tải lên», hoặc «Thôi, bỏ các ảnh này», rồi đi tiếp." : "Giấy này đang tải lên. Chờ xong rồi bấm «Tiếp tục».");
}

const supplement = document.querySelector("[data-supplement]");
const arrived = document.querySelector("[data-arrived]");
if (supplement) asked(supplement);
else if (arrived) forget(arrived.dataset.arrived);
else {
  const fresh = early();
  boxes().forEach(dress);
  document.querySelector(".form-end > a.button")?.addEventListener("click", holdOn);
  goOn(fresh);
}
