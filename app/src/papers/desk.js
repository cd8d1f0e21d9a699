// The photo desk: pictures of one paper are looked at, mended and put into one PDF, on this device.
import { ask, end } from "./bench.js";
import { cropper } from "./crop.js";
import { keep, letGo } from "./kept.js";

/** What the PDF of one paper should weigh at most. */
const MOST = 2_000_000;
const WHOLE = [0, 0, 1, 0, 1, 1, 0, 1];

/** A picture as iPhones take it, which few other browsers open. */
export const isHeic = (file) => /^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name);

/** Pictures the desk takes. */
export const isPicture = (file) => /^image\/(jpeg|png|webp)$/.test(file.type) || isHeic(file);

const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

/**
 * Opens the desk in the box of a paper; pictures are kept under `place`. In a box without a form of its own what comes of it is attached and not sent.
 * `begun` are pictures kept from before, with their numbers.
 * Ends with the files to send, each with the numbers to let go when it has arrived; with none when its owner leaves.
 * A picture that could not be opened goes as it is and is `unseen`: nothing that was chosen is left out in silence.
 */
export function photoDesk(box, place, pictures, begun = []) {
  const desk = copyOf("photo-desk");
  const within = (name) => desk.querySelector(`[data-${name}]`);
  const [list, say, busy, send] = ["pages", "say", "busy", "send"].map(within);
  const title = box.querySelector("h2, .ask").firstChild.textContent.trim();
  if (!box.querySelector(".file-send")) for (const end of desk.querySelectorAll("[data-attach]")) end.textContent = end.dataset.attach;
  // Whatever was chosen; of it the pages that could be looked at, in their order, and the pictures that could not.
  const chosen = [];
  const pages = [];
  const refused = [];
  let working;
  let looking = true;

  const tone = () => desk.querySelector("[data-tone]:checked").value === "grey";
  for (const radio of desk.querySelectorAll("[data-tone]")) {
    // Several papers on one page have a desk each.
    radio.name = `tone-${box.dataset.paper}`;
    radio.addEventListener("change", () => pages.forEach(show));
  }

  function tell(words) {
    busy.hidden = !words;
    within("busy-words").textContent = words ?? "";
  }

  function count() {
    for (const [at, page] of pages.entries()) {
      page.item.querySelector("[data-name]").textContent = `Trang ${at + 1}`;
      page.item.querySelector("[data-small]").setAttribute("aria-label", `Trang ${at + 1} sau khi sửa`);
      for (const of of page.item.querySelectorAll("[data-of]")) of.textContent = ` trang ${at + 1}`;
      list.append(page.item);
    }
    for (const { item } of refused) list.append(item);
    const bad = pages.filter((page) => page.bad).length;
    const parts = [pages.length ? `${pages.length} trang.` : chosen.length ? "" : "Chưa có ảnh nào. Thêm ảnh, hoặc thôi."];
    if (bad) parts.push(`${bad} trang nên chụp lại.`);
    if (refused.length) parts.push(`${refused.length} ảnh máy này không mở được.`);
    say.textContent = parts.filter(Boolean).join(" ");
    send.hidden = looking || !pages.length;
    within("as-they-are").hidden = !chosen.length;
  }

  async function show(page) {
    const { corners, turns, id } = page;
    const shown = await ask("preview", { page: id, corners, turns, grey: tone() }).catch(() => undefined);
    if (!shown) return;
    const canvas = page.item.querySelector("[data-small]");
    Object.assign(canvas, { width: shown.width, height: shown.dots.length / 4 / shown.width });
    canvas.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(shown.dots.buffer), canvas.width, canvas.height), 0, 0);
  }

  async function add(page) {
    const seen = await ask("look", { page: page.id, blob: page.file });
    Object.assign(page, { corners: [...seen.corners], bad: seen.blurred || seen.dark });
    for (const doubt of ["blurred", "dark"]) page.item.querySelector(`[data-doubt=${doubt}]`).hidden = !seen[doubt];
    page.item.addEventListener("click", (event) => act(page, seen, event.target.closest("[data-act]")?.dataset.act));
    pages.push(page);
    count();
    await show(page);
  }

  /** Says of a picture that this browser cannot take it apart, and what becomes of it. */
  function refuse(page) {
    page.item = copyOf("photo-refused");
    page.item.querySelector("[data-name]").textContent = `«${page.file.name}»`;
    page.item.querySelector("[data-of]").textContent = ` ảnh ${page.file.name}`;
    page.item.querySelector("[data-heic]").hidden = !isHeic(page.file);
    page.item.addEventListener("click", (event) => act(page, undefined, event.target.closest("[data-act]")?.dataset.act));
    refused.push(page);
  }

  async function addAll(files) {
    const fresh = files.map(([file, number]) => ({
      id: crypto.randomUUID(),
      file,
      corners: WHOLE,
      turns: 0,
      item: copyOf("photo-page"),
      kept: number === undefined ? keep(place, "desk", file) : Promise.resolve(number),
    }));
    chosen.push(...fresh);
    looking = true;
    send.hidden = true;
    for (const [at, page] of fresh.entries()) {
      tell(`Đang xem ảnh ${at + 1} trong ${fresh.length}…`);
      // A picture this browser cannot take apart does not keep the others waiting.
      await add(page).catch(() => desk.isConnected && refuse(page));
      // Whoever left wants none of the others looked at.
      if (!desk.isConnected) return;
    }
    tell();
    looking = false;
    count();
  }

  function act(page, seen, name) {
    const frame = page.item.querySelector("[data-crop]");
    if (name === "turn") {
      page.turns = (page.turns + 1) % 4;
      page.cropper?.turn(page.turns);
    } else if (name === "crop") {
      frame.hidden = !frame.hidden;
      page.cropper ??= cropper(frame.querySelector("[data-frame]"), seen, page.corners, (corners) => {
        page.corners = corners;
        page.late ??= requestAnimationFrame(() => ((page.late = undefined), show(page)));
      });
      // It lies there as it will come out.
      page.cropper.turn(page.turns);
      if (!frame.hidden) frame.querySelector("[data-corner]").focus();
      return;
    } else if (name === "crop-whole") return page.cropper.move(WHOLE);
    else if (name === "crop-done") {
      frame.hidden = true;
      page.item.querySelector("[data-act=crop]").focus();
      return;
    } else if (name === "up" || name === "drop") {
      const among = seen ? pages : refused;
      const at = among.indexOf(page);
      among.splice(at, 1);
      if (name === "up") pages.splice(at - 1, 0, page);
      else {
        page.item.remove();
        chosen.splice(chosen.indexOf(page), 1);
        page.kept.then(letGo);
        ask("drop", { page: page.id }).catch(() => undefined);
      }
      count();
      // What had the focus may be gone; whoever works by keyboard stays at the pages.
      (name === "up" ? page.item.querySelector("[data-act=drop]") : say).focus();
      return;
    } else return;
    show(page);
  }

  box.classList.add("has-photo-desk");
  box.append(desk);
  const close = () => {
    desk.remove();
    box.classList.remove("has-photo-desk");
    for (const { id } of pages) ask("drop", { page: id }).catch(() => undefined);
    end();
  };

  return new Promise((over) => {
    const numbers = (pages) => Promise.all(pages.map((page) => page.kept));
    const asTheyAre = async () => {
      // In the order of the pages; what could not be looked at comes last.
      const all = [...pages, ...chosen.filter((page) => !pages.includes(page))];
      const kept = await numbers(all);
      close();
      over(all.map((page, at) => ({ file: page.file, numbers: [kept[at]], unseen: refused.includes(page) })));
    };
    within("add").addEventListener("change", (event) => {
      const files = [...event.target.files].map((file) => [file]);
      event.target.value = "";
      addAll(files);
    });
    within("as-they-are").addEventListener("click", asTheyAre);
    within("leave").addEventListener("click", async () => {
      for (const number of await numbers(chosen)) letGo(number);
      close();
      over([]);
    });
    send.addEventListener("click", async () => {
      if (working) return;
      working = true;
      const asked = pages.map(({ file, corners, turns }) => ({ blob: file, corners, turns }));
      const stamp = within("stamp").checked ? within("stamp").dataset.stamp : "";
      tell(`Đang ghép trang 1 trong ${asked.length}…`);
      try {
        const { pdf } = await ask("paper", { pages: asked, grey: tone(), most: MOST, stamp }, (page) => tell(`Đang ghép trang ${page} trong ${asked.length}…`));
        const file = new File([pdf], `${title}.pdf`, { type: "application/pdf" });
        const [inside, beside] = [await numbers(pages), await numbers(refused)];
        const whole = refused.map(({ file }, at) => ({ file, numbers: [beside[at]], unseen: true }));
        close();
        over([{ file, numbers: inside, pages: asked.length }, ...whole]);
      } catch {
        working = false;
        tell();
        say.textContent = `Máy này không ghép được các ảnh. Bấm «${within("as-they-are").textContent}».`;
        say.focus();
      }
    });
    addAll([...pictures.map((file) => [file]), ...begun.map(({ file, number }) => [file, number])]).then(() => {
      if (!desk.isConnected) return;
      // Nothing could be opened: pictures go as they are.
      if (!pages.length && chosen.length) asTheyAre();
      else say.focus({ preventScroll: true });
    });
  });
}
