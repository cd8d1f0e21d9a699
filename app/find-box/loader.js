// Brings search to life when somebody turns to a search box; until then nothing of it is fetched.
const build = document.querySelector("meta[name=build]")?.content ?? "";
let begun;

async function bytes(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw answer.status;
  return new Uint8Array(await answer.arrayBuffer());
}

async function wake() {
  try {
    const [likely, ...rest] = {{index}};
    const [module, first, { initSync, start }] = await Promise.all([
      WebAssembly.compileStreaming(fetch("{{wasm}}")),
      bytes(likely),
      import("{{script}}"),
    ]);
    initSync({ module });
    // On a page of another build nothing begins; the form searches without us.
    const more = start(build, first);
    // What is wanted less often comes after it, and never keeps the first results waiting.
    for (const address of rest) more?.(await bytes(address));
  } catch {
    // Nothing was promised that is missing now.
  }
}

const turn = (element) => {
  if (element?.closest?.(".search-box")) begun ??= wake();
};
addEventListener("focusin", (event) => turn(event.target));
addEventListener("pointerover", (event) => turn(event.target));
turn(document.activeElement);

const fold = document.querySelector(".header-search");
fold?.addEventListener("toggle", () => fold.open && fold.querySelector("input").focus());

// What is read here can be read without a line afterwards, unless its owner saves data.
if (!navigator.connection?.saveData) addEventListener("load", () => navigator.serviceWorker?.register("/sw.js").catch(() => undefined));

// A page that was opened before the portal changed says so; it stays as it is until its reader wants another.
navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  const note = document.querySelector("[data-release]");
  if (!note || !data?.build || data.build === build) return;
  const words = note.querySelector("[data-words]");
  note.hidden = false;
  words.textContent = words.dataset.words;
});
