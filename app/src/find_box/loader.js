// Brings search to life when somebody turns to a search box; until then nothing of it is fetched.
const build = document.querySelector("meta[name=build]")?.content;
let begun;

async function bytes(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw answer.status;
  return new Uint8Array(await answer.arrayBuffer());
}

async function wake() {
  try {
    const [likely, ...rest] = {{index}};
    const [wasm, index] = [fetch("{{wasm}}"), bytes(likely)];
    const { default: init, build_id, start, more } = await import("{{script}}");
    await init({ module_or_path: wasm });
    const first = await index;
    // A page of another build keeps to itself; the form searches without us.
    if (build_id() !== build) return;
    start(first);
    // What is wanted less often comes after it, and never keeps the first results waiting.
    for (const address of rest) more(await bytes(address));
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
