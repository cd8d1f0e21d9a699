// Helps with an address that still names a district: province, district and commune of before lead to today's commune,
// which is filled in once somebody says so. Fetched on demand; what is chosen here has no name, so it is neither sent nor kept.
import { named } from "./names.js";

const LABELS = ["Tỉnh, thành phố trên giấy tờ", "Quận, huyện trên giấy tờ", "Xã, phường, thị trấn trên giấy tờ"];
const FIRST = ["Chọn tỉnh, thành phố", "Chọn quận, huyện", "Chọn xã, phường, thị trấn"];
const UNLOADED = "Chưa tải được danh sách. Bạn xem lại mạng rồi mở lại phần này, hoặc tự chọn ở trên.";

/** What helps with each address, once it was opened. */
const helps = new WeakMap();
let count = 0;

function element(tag, words, attributes = {}) {
  const made = document.createElement(tag);
  if (words) made.textContent = words;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

async function list(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw answer.status;
  return answer.json();
}

const inProvince = ([, name, , province]) => `${name}, ${/^(Thành phố|Tỉnh) /.test(province) ? province : `tỉnh ${province}`}`;

/** A list to choose from, looking like those of the form: the icon is borrowed from the line above. */
function select(level, help) {
  const part = element("div", "", { class: "part" });
  const id = `dia-chi-cu-${count}-${level}`;
  const frame = element("span", "", { class: "select" });
  const box = element("select", "", { class: "box", id, autocomplete: "off" });
  frame.append(box, help.querySelector("summary .icon").cloneNode(true));
  part.append(element("label", LABELS[level], { for: id }), frame);
  return { part, box };
}

/** Writes what can be chosen anew; the first line asks to choose. */
function offer(box, level, names) {
  box.replaceChildren(element("option", FIRST[level], { value: "" }), ...names.map((name, at) => element("option", name, { value: String(at) })));
  box.closest(".part").hidden = !names.length;
}

/** Draws the lists into a help that was opened, once; `places` is the address of today's provinces. */
export function open(help, places) {
  if (!helps.has(help)) {
    const drawn = draw(help, places);
    helps.set(help, drawn);
    // Opening it again tries again.
    drawn.catch(() => helps.delete(help));
  }
  return helps.get(help);
}

async function draw(help, places) {
  const inside = help.querySelector(".details-inside");
  let said = inside.querySelector("[role=status]");
  if (!said) inside.append((said = element("p", "", { role: "status" })));
  const say = (words) => (said.textContent = words);
  let provinces;
  try {
    provinces = await list(help.dataset.former);
  } catch (fault) {
    say(UNLOADED);
    throw fault;
  }
  const mine = (count += 1);
  const lists = [0, 1, 2].map((level) => select(level, help));
  const [province, district, commune] = lists.map(({ box }) => box);
  const parts = element("fieldset", "", { class: "options-of-former", hidden: "" });
  // The list knows one place where some communes were divided all the same.
  const doubt = element("p", "Không đúng nơi bạn ở? Bạn tự chọn ở hai ô trên, hoặc hỏi xã, phường.", { class: "hint", hidden: "" });
  const use = element("button", "Dùng địa chỉ này", { type: "button", class: "button button-outlined", hidden: "" });
  const filled = element("p", "", { class: "former-filled", role: "status" });
  // Whoever reads with the ear must know the place of a message before it speaks.
  help.after(filled);
  // The page in another tab is for who would rather read.
  inside.prepend(...lists.map(({ part }) => part), said, doubt, parts, use);
  say("");
  // The form keeps and checks what is answered; what is chosen here is no answer.
  for (const kind of ["input", "change"]) inside.addEventListener(kind, (event) => event.stopPropagation());
  offer(province, 0, provinces.map(([name]) => name));
  offer(district, 1, []);
  offer(commune, 2, []);

  let today = [];
  let districts = [];
  let found = [];

  /** Forgets what the lists led to. */
  function clear() {
    found = [];
    parts.hidden = use.hidden = doubt.hidden = true;
    parts.replaceChildren();
    filled.textContent = "";
    say("");
  }

  const choose = {
    async province() {
      clear();
      offer(district, 1, []);
      offer(commune, 2, []);
      const wanted = province.value;
      if (!wanted) return;
      try {
        const [communes, old] = await list(provinces[wanted][1]);
        // Meanwhile another one may have been chosen.
        if (province.value !== wanted) return;
        [today, districts] = [communes, old];
        offer(district, 1, districts.map(([name]) => name));
      } catch {
        say(UNLOADED);
        province.value = "";
      }
    },
    district() {
      clear();
      const communes = district.value && districts[district.value][1];
      offer(commune, 2, communes ? communes.map(([name]) => name || "Cả huyện") : []);
      // Some islands had no communes.
      if (communes.length === 1) {
        commune.value = "0";
        choose.commune();
      }
    },
    commune() {
      clear();
      if (!commune.value) return;
      const [, ...numbers] = districts[district.value][1][commune.value];
      found = numbers.map((number) => today[number]);
      use.hidden = false;
      doubt.hidden = found.length > 1;
      if (found.length === 1) return say(`Nay là ${inProvince(found[0])}.`);
      say(`Nơi này đã chia cho ${found.length} xã, phường.`);
      parts.hidden = false;
      parts.append(
        element("legend", "Nhà bạn nay thuộc nơi nào?", { class: "ask" }),
        element("p", "Chưa rõ thì bạn hỏi xã, phường nơi bạn ở.", { class: "hint" }),
        options(),
      );
    },
  };

  /** What it was divided into. The boxes belong to no form, so their name, which holds them together, goes nowhere. */
  function options() {
    const frame = element("div", "", { class: "options" });
    for (const [at, one] of found.entries()) {
      const line = element("label", "", { class: "option" });
      line.append(element("input", "", { type: "radio", name: `_nay-la-${mine}`, form: "", value: String(at) }), element("span", inProvince(one)));
      frame.append(line);
    }
    return frame;
  }

  province.onchange = choose.province;
  district.onchange = choose.district;
  commune.onchange = choose.commune;
  use.onclick = async () => {
    const chosen = found.length === 1 ? found[0] : found[parts.querySelector("input:checked")?.value];
    if (!chosen) {
      say("Bạn chọn một nơi trong danh sách dưới đây.");
      parts.querySelector("input").focus();
      return;
    }
    const street = await fill(help, places, chosen);
    help.open = false;
    filled.textContent = `Đã điền ${inProvince(chosen)}. Bạn điền tiếp số nhà, đường.`;
    street.focus();
  };

  return {
    /** Chooses what a line of text names, as far as it is certain; nothing is filled in. */
    async suggest(line) {
      const at = (names, level) => named(line, names, level);
      const first = at(provinces.map(([name]) => name), 0);
      if (first === undefined) return;
      province.value = String(first);
      await choose.province();
      const second = at(districts.map(([name]) => name), 1);
      if (second === undefined) return;
      district.value = String(second);
      choose.district();
      const third = at(districts[second][1].map(([name]) => name), 2);
      if (third === undefined) return;
      commune.value = String(third);
      choose.commune();
    },
  };
}

/** Chooses today's province and commune in the form as if somebody had; returns the box for the street. */
async function fill(help, places, [code, name, provinceCode, provinceName]) {
  const question = help.closest("fieldset");
  const box = (part) => question.querySelector(`[name$=".${part}"]`);
  const [province, commune, street] = ["province", "commune", "street"].map(box);
  const put = (select, value, words) => {
    if (![...select.options].some((option) => option.value === value)) select.append(element("option", words, { value }));
    select.value = value;
  };
  let others;
  try {
    const found = (await list(places)).find(([known]) => known === provinceCode);
    others = await list(found[2]);
  } catch {
    // Without a line the list of the others never comes; what was confirmed stands all the same.
    others = [];
  }
  put(province, provinceCode, provinceName);
  commune.replaceChildren(element("option", "Chọn xã, phường", { value: "" }), ...others.map(([value, words]) => element("option", words, { value })));
  put(commune, code, name);
  question.closest("[data-question]")?.querySelector(".known-from")?.remove();
  // The province says only that it was written into: where it says that it was chosen, its communes would be brought anew.
  province.dispatchEvent(new Event("input", { bubbles: true }));
  for (const kind of ["input", "change"]) commune.dispatchEvent(new Event(kind, { bubbles: true }));
  return street;
}

/** Opens the help of an address and chooses in it what an old line of text names, for somebody to look at. */
export async function suggest(help, places, line) {
  help.open = true;
  await (await open(help, places)).suggest(line);
}
