// Asks the photo desk's worker, one question after the other.

let worker;
let next = 0;
const open = new Map();

/** Whether this browser can be asked at all; pictures are sent as they are where it cannot. */
export const able = () => "OffscreenCanvas" in globalThis && "Worker" in globalThis && "createImageBitmap" in globalThis;

/** Asks; `told` hears of each page. Rejected where the worker cannot do it, and when it ends. */
export function ask(act, question, told) {
  worker ??= begun();
  const id = (next += 1);
  return new Promise((yes, no) => {
    open.set(id, { yes, no, told, act });
    worker.postMessage({ id, act, ...question });
  });
}

function begun() {
  const fresh = new Worker("{{photo}}", { type: "module" });
  fresh.addEventListener("message", ({ data }) => {
    const asked = open.get(data.id);
    if (data.page) return asked?.told?.(data.page);
    open.delete(data.id);
    if (data.done) asked?.yes(data.done);
    else asked?.no(new Error(data.fault));
  });
  // A worker that does not even begin leaves nobody waiting.
  fresh.addEventListener("error", broken);
  return fresh;
}

/** Ends the worker, so that its memory goes back to the phone; not while another paper of the page still needs it. */
export function end() {
  const counts = [...open.values()].some(({ act }) => act === "count");
  if (!counts && !document.querySelector("[data-photo-desk]")) broken();
}

/** Ends the worker whatever it does; nobody is left waiting. */
function broken() {
  worker?.terminate();
  worker = undefined;
  for (const asked of open.values()) asked.no(new Error("ended"));
  open.clear();
}
