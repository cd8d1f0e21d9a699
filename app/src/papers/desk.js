// The photo desk: pictures of one paper are looked at, mended and put into one PDF, on this device.
import { ask, end } from "./bench.js";
import { cropper } from "./crop.js";
import { keep, letGo } from "./kept.js";

/** What the PDF of one paper should weigh at most. */
const MOST = 2_000_000;
const WHOLE = [0, 0, 1, 0, 1, 1, 0, 1];

const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

/**
 * Opens the desk in the box of a paper; without a `place` nothing is kept, and what comes of it is attached and not sent.
 * `begun` are pictures kept from before, with their numbers.
 * Ends with the files to send, each with the numbers to let go when it has arrived; with none when its owner leaves.
 */
export function photoDesk(box, place, pictures, begun = []) {
  const desk = copyOf("photo-desk");
  const within = (name) => desk.querySelector(`[data-${name}]`);
  const [list, say, busy, send] = ["pages", "say", "busy", "send"].map(within);
  const title = box.querySelector("h2, .ask").firstChild.textContent.trim();
  if (!place) send.textContent = send.dataset.attach;
  // Whatever was chosen, and of it the pages that could be looked at, in their order.
  const chosen = [];
  const pages = [];
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
    const bad = pages.filter((page) => page.bad).length;
    const first = pages.length ? `${pages.length} trang.` : "Chưa có ảnh nào. Thêm ảnh, hoặc thôi.";
    say.textContent = bad ? `${first} ${bad} trang nên chụp lại.` : first;
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
    const { file } = page;
    const seen = await ask("look", { page: page.id, blob: file });
    Object.assign(page, { corners: [...seen.corners], bad: seen.blurred || seen.dark });
    for (const doubt of ["blurred", "dark"]) page.item.querySelector(`[data-doubt=${doubt}]`).hidden = !seen[doubt];
    page.item.addEventListener("click", (event) => act(page, seen, event.target.closest("[data-act]")?.dataset.act));
    pages.push(page);
    count();
    await show(page);
  }

  async function addAll(files) {
    let refused = "";
    const fresh = files.map(([file, number]) => ({
      id: crypto.randomUUID(),
      file,
      corners: WHOLE,
      turns: 0,
      item: copyOf("photo-page"),
      kept: number === undefined && place ? keep(place, "desk", file) : Promise.resolve(number),
    }));
    chosen.push(...fresh);
    looking = true;
    send.hidden = true;
    for (const [at, page] of fresh.entries()) {
      tell(`Đang xem ảnh ${at + 1} trong ${fresh.length}…`);
      // A picture this browser cannot take apart does not keep the others waiting.
      await add(page).catch(() => (refused = page.file.name));
    }
    tell();
    looking = false;
    count();
    return refused;
  }

  function act(page, seen, name) {
    const frame = page.item.querySelector("[data-crop]");
    if (name === "turn") page.turns = (page.turns + 1) % 4;
    else if (name === "crop") {
      frame.hidden = !frame.hidden;
      page.place ??= cropper(frame.querySelector("[data-frame]"), seen, page.corners, (corners) => {
        page.corners = corners;
        page.late ??= requestAnimationFrame(() => ((page.late = undefined), show(page)));
      });
      if (!frame.hidden) frame.querySelector("[data-corner]").focus();
      return;
    } else if (name === "crop-whole") return page.place(WHOLE);
    else if (name === "crop-done") {
      frame.hidden = true;
      page.item.querySelector("[data-act=crop]").focus();
      return;
    } else if (name === "up" || name === "drop") {
      const at = pages.indexOf(page);
      pages.splice(at, 1);
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
    end();
  };

  return new Promise((over) => {
    const numbers = () => Promise.all(chosen.map((page) => page.kept));
    const asTheyAre = async () => {
      // In the order of the pages; what could not be looked at comes last.
      chosen.sort((one, other) => (pages.indexOf(one) + 1 || chosen.length + 1) - (pages.indexOf(other) + 1 || chosen.length + 1));
      const kept = await numbers();
      const files = chosen.map(({ file }, at) => ({ file, numbers: [kept[at]] }));
      close();
      over(files);
    };
    within("add").addEventListener("change", async (event) => {
      const files = [...event.target.files].map((file) => [file]);
      event.target.value = "";
      const refused = await addAll(files);
      if (refused) say.textContent = `Máy này không mở được ảnh «${refused}». Chụp lại, hoặc tải nguyên ảnh lên.`;
    });
    within("as-they-are").addEventListener("click", asTheyAre);
    within("leave").addEventListener("click", async () => {
      for (const number of await numbers()) letGo(number);
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
        const kept = await numbers();
        close();
        over([{ file, numbers: kept, pages: asked.length }]);
      } catch {
        working = false;
        tell();
        say.textContent = "Máy này không ghép được các ảnh. Bấm «Tải nguyên ảnh lên, không sửa».";
        say.focus();
      }
    });
    addAll([...pictures.map((file) => [file]), ...begun.map(({ file, number }) => [file, number])]).then((refused) => {
      // Nothing could be opened: pictures go as they are.
      if (!pages.length && chosen.length && desk.isConnected) asTheyAre();
      else if (refused) say.textContent = `Máy này không mở được ảnh «${refused}». Chụp lại, hoặc tải nguyên ảnh lên.`;
      else say.focus({ preventScroll: true });
    });
  });
}
