// Who and what was filled in before: the people of a family, on the page of this device and in a form; a dossier filed before.
// Fetched on demand.
import { PIN, change, forget, lock, look, unlock } from "./family.js";
import { PERSON, grouped } from "./keeper.js";
import { here, isShared, read, update } from "./store.js";

const WRONG = "Mã PIN chưa đúng. Bạn gõ lại.";
const NOTHING = "Máy này không giữ được ghi chú. Thử trình duyệt khác, hoặc tắt chế độ ẩn danh.";

function element(tag, words, attributes = {}) {
  const made = document.createElement(tag);
  if (words) made.textContent = words;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Says beside a box what is wrong with what was typed, and leads there; without words it says nothing any more. */
function wrong(box, words) {
  const line = document.getElementById(`${box.id}-error`);
  line.textContent = words ?? "";
  line.hidden = !words;
  box.parentElement.classList.toggle("question-wrong", Boolean(words));
  if (!words) return box.removeAttribute("aria-invalid");
  box.setAttribute("aria-invalid", "true");
  box.focus();
}

const nameOf = (facts) => facts.find(([fact]) => fact === "name")?.[1] ?? "";
const called = ({ label, facts }) => (label === nameOf(facts) ? label : `${label} – ${nameOf(facts)}`);

/** When the next PIN may be typed, in words. */
function waiting(until) {
  const seconds = Math.ceil((until - Date.now()) / 1000);
  return seconds < 90 ? `${seconds} giây nữa` : `${Math.ceil(seconds / 60)} phút nữa`;
}

/** What is wrong with a new PIN, or one that was typed. */
const notPin = (pin) => (PIN.test(pin) ? undefined : `Mã PIN có từ 6 đến 12 chữ số, bạn mới nhập ${pin.length} ký tự.`);

/** Tries what was typed, and says beside its box where it does not open; tells whether it does. */
async function tried(box) {
  const pin = box.value.trim();
  box.value = "";
  const fault = notPin(pin);
  const { open, until } = fault ? {} : await unlock(pin);
  wrong(box, open ? undefined : (fault ?? (until > Date.now() ? `Sai nhiều lần. Thử lại sau ${waiting(until)}.` : WRONG)));
  return Boolean(open);
}

/** Begins another dossier like one that was filed, as a draft on this device; or remembers who filed it. The key is posted, never linked. */
function again(form) {
  const [, known] = form.querySelectorAll("button");
  known.hidden = isShared();
  form.onsubmit = async (event) => {
    // On a shared device the server prints the form, and nothing is kept.
    if (isShared()) return;
    event.preventDefault();
    const remembers = event.submitter === known;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    body.set("_do", "again");
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      if (!answer.ok) throw answer.status;
      const { procedure, title, version, from, typed, facts } = await answer.json();
      if (remembers) {
        await update(PERSON, () => ({ at: Date.now(), from, facts }));
        form.querySelector("[role=status]").textContent = `Máy này nhớ ${nameOf(facts)}. Tờ khai sau sẽ hỏi bạn có muốn điền giúp không.`;
        return;
      }
      const values = grouped(typed);
      const id = crypto.randomUUID();
      await update(id, () => ({ procedure, title, version, begun: Date.now(), at: Date.now(), noted: [], values, from: { words: from, values } }));
      here.set(procedure, id);
      location.href = `/thu-tuc/${procedure}/nop-ho-so/#nhap=${id}`;
    } catch {
      // As without script.
      form.append(element("input", "", { type: "hidden", name: "_do", value: "again" }));
      form.submit();
    }
  };
}

/** Brings a part of a page to life that names this script. */
export const live = (part) => (part.matches("form") ? again(part) : page(part));

/** Lives on the page of this device: shows, adds, deletes, locks. `card` is the address of what reads cards. */
async function page(box) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const [list, none, unlocking, adding, naming, fromForm, pinning, noPin, said] = ["people", "no-people", "unlock", "add", "new", "from-form", "pin", "no-pin", "family-said"].map(part);
  const say = (words) => (said.textContent = words);
  // Whom a name is asked for: somebody new by what is known of them, or somebody of the list.
  let facts, renamed;
  const attempt = (act, done) => act().then(() => (say(done), show()), () => say(NOTHING));

  async function show(gone) {
    const { shared, pin, people } = gone ?? (await look());
    box.hidden = Boolean(shared);
    const locked = pin && !people;
    list.replaceChildren(
      ...(people ?? []).map((person) => {
        const item = element("li");
        const row = element("p", "", { class: "actions" });
        const act = (words, press) => {
          const made = element("button", words, { type: "button", class: "button button-outlined" });
          made.append(element("span", ` ${called(person)}`, { class: "spoken-only" }));
          made.onclick = press;
          row.append(made);
        };
        act("Đổi tên gọi", () => say(name(person.facts, person)));
        act("Xóa", () => attempt(() => change((all) => all.filter((one) => one.id !== person.id)), `Đã xóa ${person.label}.`));
        item.append(element("span", called(person)), row);
        return item;
      }),
    );
    list.hidden = !people?.length;
    none.hidden = locked || people.length > 0;
    unlocking.hidden = !locked;
    adding.hidden = Boolean(locked);
    // There is nothing to lock yet, or it is locked.
    part("locking").hidden = Boolean(locked) || !(pin || people?.length);
    noPin.hidden = !pin;
    pinning.querySelector("[type=submit]").textContent = pin ? "Đổi mã PIN" : "Đặt mã PIN";
    naming.hidden = !facts;
    fromForm.hidden = Boolean(shared || gone) || !(await read(PERSON).catch(() => undefined));
  }

  /** Asks what to call somebody whose facts are known; of the list already, where they are given. */
  function name(found, person) {
    [facts, renamed] = [found, person];
    const label = naming.querySelector("input");
    naming.hidden = false;
    label.value = person?.label ?? nameOf(facts);
    label.focus();
    label.select();
    return person ? `Sửa tên gọi của ${called(person)} rồi bấm «Lưu».` : `Đã có thông tin của ${nameOf(facts)}. Đặt tên gọi rồi bấm «Lưu».`;
  }

  const scan = box.querySelector("[data-person]");
  scan.querySelector("button").onclick = () =>
    import(box.dataset.card).then(
      ({ open }) => open(scan, scan.dataset.places, (_, found) => name(found)),
      () => say("Chưa tải được phần quét thẻ. Bạn xem lại mạng rồi bấm lại."),
    );
  fromForm.onclick = async () => say(name((await read(PERSON)).facts));
  naming.onsubmit = (event) => {
    event.preventDefault();
    const label = naming.querySelector("input").value.trim() || nameOf(facts);
    const [person, old] = [{ id: renamed?.id ?? crypto.randomUUID(), label, facts }, renamed];
    leaveNaming();
    if (old) attempt(() => change((all) => all.map((one) => (one.id === old.id ? person : one))), `Đã đổi tên gọi thành ${label}.`);
    else attempt(() => change((all) => [...all, person]), `Đã lưu ${label} trên máy này.`);
  };
  const leaveNaming = () => {
    facts = renamed = undefined;
    naming.hidden = true;
    scan.querySelector("[role=status]").textContent = "";
  };
  part("not-now").onclick = () => {
    leaveNaming();
    say("");
    scan.querySelector("button").focus();
  };
  unlocking.onsubmit = async (event) => {
    event.preventDefault();
    say("Đang mở…");
    const open = await tried(unlocking.querySelector("input")).catch(() => undefined);
    say(open ? "Đã mở. Đóng trang này là khóa lại." : open === undefined ? NOTHING : "");
    show();
  };
  part("forgotten").onclick = () => attempt(forget, "Đã xóa danh sách người nhà.");
  pinning.onsubmit = async (event) => {
    event.preventDefault();
    const boxes = [...pinning.querySelectorAll("input")];
    const [one, again] = boxes.map((input) => input.value.trim());
    const faults = [notPin(one), one === again ? undefined : "Hai lần gõ chưa giống nhau. Bạn gõ lại."];
    const first = faults.findIndex(Boolean);
    boxes.forEach((box, at) => wrong(box, at === first ? faults[at] : undefined));
    if (first >= 0) return say("");
    pinning.reset();
    attempt(() => lock(one), "Đã khóa danh sách người nhà. Lần sau, gõ mã PIN để xem.");
  };
  noPin.onclick = () => attempt(() => lock(), "Đã bỏ mã PIN.");
  document.addEventListener("forgotten", () => {
    leaveNaming();
    // To look would make what was just deleted anew.
    show({ shared: isShared(), people: [] });
  });
  await show();
}

/** Lets somebody choose who of the family stands in these questions; `fill` takes the number of the person, facts, where from. */
export async function choose(place, fill) {
  const panel = element("dialog", "", { class: "card-panel", "aria-labelledby": "chon-nguoi" });
  const [form, list, status] = [element("form"), element("div"), element("p", "", { role: "status" })];
  const close = element("button", "Đóng", { type: "button", class: "button button-outlined" });
  const pin = element("input", "", { id: "ma-pin", type: "password", inputmode: "numeric", autocomplete: "off", class: "box box-12", "aria-describedby": "ma-pin-error" });
  const [asked, line] = [element("div"), element("p", "", { id: "ma-pin-error", class: "error-line", hidden: "" })];
  asked.append(element("label", "Mã PIN của danh sách người nhà", { for: "ma-pin", class: "ask" }), line, pin);
  form.append(asked, element("button", "Mở", { class: "button button-outlined" }));
  panel.append(element("h2", "Chọn người đã lưu", { id: "chon-nguoi" }), form, list, status, close);
  close.onclick = () => panel.close();
  panel.onclose = () => panel.remove();
  const say = (words) => (status.textContent = words);

  async function show() {
    const { people } = await look();
    form.hidden = Boolean(people);
    list.replaceChildren(
      ...(people ?? []).map((person) => {
        const made = element("button", called(person), { type: "button", class: "button button-outlined" });
        made.onclick = () => {
          const filled = fill(Number(place.dataset.person), person.facts, `ghi chú «${person.label}» trên máy này`);
          const words = filled ? `Đã điền ${filled} ô. Bạn xem lại trước khi đi tiếp.` : "Các ô này bạn đã điền, nên giữ nguyên như bạn gõ.";
          place.querySelector("[role=status]").textContent = words;
          panel.close();
        };
        return made;
      }),
    );
    if (people && !people.length) say("Chưa lưu ai. Bạn thêm ở trang «Hồ sơ và bản nháp trên máy này».");
  }

  form.onsubmit = async (event) => {
    event.preventDefault();
    say("Đang mở…");
    const open = await tried(pin).catch(() => undefined);
    say(open === undefined ? NOTHING : "");
    show();
  };
  document.body.append(panel);
  panel.showModal();
  await show();
}
