// The drafts of this device on the pages that list them, and the way to another phone.
import { PERSON, attempt, inTab, moment } from "./keeper.js";
import { all, here, isShared, read, remove, setShared, update, wipe } from "./store.js";

const FORMAT = "ban-nhap-mot-cua-1";
const MOST_AT_HOME = 3;

const place = (procedure) => `/thu-tuc/${procedure}/nop-ho-so/`;

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Where a draft stands; `here` tells whether this portal has its form. */
function state(draft, here) {
  if (draft.waiting) return draft.waiting === "sent" ? "Đã bấm gửi, chưa thấy biên nhận" : "Chờ có mạng để gửi";
  const rest = here ? (draft.printed ? "để in, không gửi đi đâu" : "chưa gửi") : "cổng này không có tờ khai này, bấm «Mang theo» để giữ thành tệp";
  return `Lưu lúc ${moment(draft.at)} – ${rest}`;
}
const opens = (draft) => `${place(draft.procedure)}${draft.waiting ? "kiem-tra/" : ""}#nhap=${draft.id}`;

function button(text, about, press) {
  const made = element("button", text, { type: "button", class: "button button-outlined" });
  made.append(element("span", ` ${about}`, { class: "spoken-only" }));
  made.addEventListener("click", press);
  return made;
}

/** A file people can read and another phone can open. */
function takeAway(draft) {
  const words = new Map((draft.noted ?? []).map(([id, , label]) => [id, label]));
  const label = (path) => words.get(path) ?? words.get(path.split(".")[0]) ?? words.get(path.replace(/\.\d+\./, ".")) ?? path;
  const answers = Object.entries(draft.values).filter(([, all]) => all.some(Boolean));
  const file = {
    dinh_dang: FORMAT,
    thu_tuc: draft.procedure,
    ten: draft.title,
    phien_ban: draft.version,
    de_in: draft.printed,
    luu_luc: new Date(draft.at).toISOString(),
    cau_tra_loi: answers.map(([path, all]) => ({ cau_hoi: label(path), o: path, tra_loi: all })),
    cau_hoi: draft.noted ?? [],
  };
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: "application/json" }));
  const link = element("a", "", { href: address, download: `ban-nhap-${draft.procedure}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The forms of this portal, where the page tells. */
const formsOf = (list) => list?.dataset.forms?.split(" ");

/** Reads such a file into a new draft, or shows what is in it where no form of this portal takes it; throws what is wrong with it, in words. */
async function bring(file) {
  let read;
  try {
    read = JSON.parse(await file.text());
  } catch {
    throw "Tệp này không phải bản nháp của cổng. Chọn tệp có tên bắt đầu bằng «ban-nhap-».";
  }
  const procedure = String(read?.thu_tuc ?? "");
  const answers = Array.isArray(read?.cau_tra_loi) ? read.cau_tra_loi : [];
  const sound = answers.every((one) => typeof one?.o === "string" && /^[a-z0-9.-]+$/.test(one.o) && Array.isArray(one.tra_loi) && one.tra_loi.every((value) => typeof value === "string"));
  if (read?.dinh_dang !== FORMAT || !/^[a-z0-9-]+$/.test(procedure) || !sound) throw "Tệp này không đọc được như bản nháp của cổng. Trên máy cũ, bấm «Mang theo» một lần nữa rồi chuyển tệp mới sang.";
  const noted = Array.isArray(read.cau_hoi) ? read.cau_hoi.filter((note) => Array.isArray(note) && note.length === 3) : [];
  const title = String(read.ten ?? procedure);
  const forms = formsOf(document.querySelector("[data-my-drafts]"));
  if (forms && !forms.includes(procedure)) {
    showAnswers(answers);
    throw `Cổng này không có tờ khai «${title}» nên không mở bản nháp ra được.`;
  }
  const draft = { procedure, title, version: Number(read.phien_ban) || 0, printed: read.de_in === true, begun: Date.now(), at: Date.now(), noted, values: Object.fromEntries(answers.map((one) => [one.o, one.tra_loi])) };
  const id = crypto.randomUUID();
  try {
    await update(id, () => draft);
    here.set(procedure, id);
    return `${place(procedure)}#nhap=${id}`;
  } catch {
    // A device that keeps nothing, or may not, holds it as long as this tab.
    here.end(procedure);
    inTab(procedure).write(draft);
    return place(procedure);
  }
}

/** Shows the answers of a file that has no form here; without any it hides them again. */
function showAnswers(answers = []) {
  const place = document.querySelector("[data-no-form]");
  if (!place) return;
  const rows = answers.map((one) => [String(one.cau_hoi ?? one.o), one.tra_loi.join(", ")]);
  place.hidden = !rows.length;
  place.querySelector("dl").replaceChildren(
    ...rows.map(([asked, answer]) => {
      const row = element("div");
      row.append(element("dt", asked), element("dd", answer));
      return row;
    }),
  );
  place.querySelector("button").onclick = async () => {
    const said = document.querySelector("[data-drafts-said]");
    const text = rows.map(([asked, answer]) => `${asked}: ${answer}`).join("\n");
    said.textContent = await navigator.clipboard.writeText(text).then(
      () => "Đã chép. Bạn dán vào chỗ cần.",
      () => "Trình duyệt không cho chép. Bạn bôi đen các câu trả lời rồi chép.",
    );
  };
}

/** The drafts of this device. What is a dossier by now is none: whoever left the receipt at once has left its draft behind. */
async function kept() {
  const drafts = await all();
  const filed = attempt(() => localStorage.getItem("ho-so").split("\n").map((line) => line.split("\t")[4])) ?? [];
  const ended = drafts.filter((draft) => draft.waiting === "sent" && filed.includes(draft.id));
  for (const { id } of ended) await remove(id);
  return drafts.filter((draft) => !ended.includes(draft));
}

async function fill(list, whole) {
  const drafts = isShared() ? [] : await kept().catch(() => []);
  const forms = formsOf(list);
  const has = (draft) => !forms || forms.includes(draft.procedure);
  const first = drafts.find(has);
  list.replaceChildren();
  for (const draft of whole ? drafts : drafts.slice(0, MOST_AT_HOME)) {
    const item = element("li");
    const known = has(draft);
    item.append(known ? element("a", draft.title, { href: opens(draft) }) : element("span", draft.title), element("small", state(draft, known)));
    if (whole) {
      const row = element("p", "", { class: "actions" });
      const again = () => fill(list, whole);
      // The one next step of the page: what somebody was at last.
      if (draft === first) {
        const on = element("a", draft.waiting ? (draft.waiting === "sent" ? "Xem biên nhận" : "Mở để gửi") : "Làm tiếp", { href: opens(draft), class: "button" });
        on.append(element("span", ` ${draft.title}`, { class: "spoken-only" }));
        row.append(on);
      }
      row.append(button("Mang theo", draft.title, () => takeAway(draft)), button("Xóa", draft.title, () => remove(draft.id).catch(() => undefined).then(again)));
      item.append(row);
    }
    list.append(item);
  }
  list.hidden = drafts.length === 0;
  for (const box of document.querySelectorAll("[data-my-drafts-box]")) box.hidden = drafts.length === 0;
  for (const empty of document.querySelectorAll("[data-no-drafts]")) empty.hidden = drafts.length > 0;
}

/** Brings to life what a page has of drafts: lists, the receipt that ends one, the page of this device. */
export async function show() {
  const receipt = document.querySelector("[data-receipt]");
  const procedure = receipt?.dataset.procedure;
  if (procedure) {
    const { draft } = receipt.dataset;
    const id = draft ?? attempt(() => here.get(procedure));
    // Another one may have been begun in this tab since.
    if (!id || draft || (await read(id).catch(() => undefined))?.waiting) {
      if (id) await remove(id).catch(() => undefined);
      attempt(() => here.end(procedure));
      attempt(() => inTab(procedure, id).remove());
    }
  }
  for (const list of document.querySelectorAll("[data-my-drafts]")) await fill(list, list.dataset.myDrafts === "all");
  const said = document.querySelector("[data-drafts-said]");
  const say = (words) => said && (said.textContent = words);
  const shared = document.querySelector("[data-shared-device-always]");
  if (shared) {
    shared.checked = isShared();
    shared.addEventListener("change", async () => {
      attempt(() => setShared(shared.checked));
      if (shared.checked) await forget();
      else document.dispatchEvent(new Event("forgotten"));
      say(shared.checked ? "Máy này không giữ gì nữa." : "Từ giờ máy này giữ bản nháp giúp bạn.");
    });
  }
  const person = isShared() ? undefined : await read(PERSON).catch(() => undefined);
  for (const box of document.querySelectorAll("[data-person-box]")) {
    box.hidden = !person;
    box.querySelector("[data-person]").textContent = person?.facts.find(([fact]) => fact === "name")?.[1] ?? "";
    box.querySelector("[data-forget-person]").addEventListener("click", async () => {
      await remove(PERSON).catch(() => undefined);
      box.hidden = true;
      say("Máy này không nhớ người đó nữa.");
    });
  }
  const chosen = document.querySelector("[data-bring-draft]");
  chosen?.addEventListener("change", async () => {
    const [file] = chosen.files;
    if (!file) return;
    showAnswers();
    try {
      location.href = await bring(file);
    } catch (fault) {
      say(typeof fault === "string" ? fault : "Máy này không giữ được bản nháp. Thử trình duyệt khác.");
      chosen.value = "";
    }
  });
  document.querySelector("[data-forget]")?.addEventListener("click", async () => {
    await forget();
    say("Đã xóa hết bản nháp trên máy này.");
  });
  for (const alive of document.querySelectorAll("[data-needs-script]")) alive.hidden = false;

  async function forget() {
    await wipe().catch(() => undefined);
    attempt(() => sessionStorage.clear());
    attempt(() => localStorage.removeItem("ho-so"));
    for (const list of document.querySelectorAll("[data-my-drafts], [data-my-dossiers]")) {
      list.replaceChildren();
      list.hidden = true;
    }
    for (const empty of document.querySelectorAll("[data-no-drafts]")) empty.hidden = false;
    for (const box of document.querySelectorAll("[data-person-box]")) box.hidden = true;
    document.dispatchEvent(new Event("forgotten"));
  }
}
