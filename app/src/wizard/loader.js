// Brings a form's page to life; where anything fails the page stays as it is: plain and whole.
import { initSync, build_id, set_clock, start, fill } from "{{script}}";
import { keeper, send } from "{{drafts}}";

/** How far the portal's clock is ahead of this device's; nothing where it does not say. */
const clockAhead = () =>
  fetch("/healthz", { method: "HEAD", cache: "no-store" }).then(
    (answer) => Date.parse(answer.headers.get("date")) - Date.now(),
    () => 0,
  );

const build = document.querySelector("meta[name=build]")?.content;
const form = document.querySelector("form[data-form]");
const sending = document.querySelector("form[data-send]");
try {
  if (form) {
    // Both are asked for at once: the line is slow, the phone is not.
    const [definition, module, kept] = await Promise.all([
      fetch(form.dataset.form).then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject())),
      WebAssembly.compileStreaming(fetch("{{wasm}}")),
      keeper(form),
    ]);
    initSync({ module });
    // A page of another build keeps to itself.
    if (build_id() === build) {
      start(new Uint8Array(definition), kept);
      for (const place of form.querySelectorAll("[data-person]")) {
        const [scan, saved] = place.querySelectorAll("button");
        const unloaded = () => (place.querySelector("p").textContent = "Chưa tải được phần này. Bạn xem lại mạng rồi bấm lại, hoặc tự điền.");
        place.hidden = false;
        saved.hidden = !kept.family;
        // Fetched when somebody has a card to read, or people to choose among.
        scan.onclick = () => import("{{card}}").then(({ open }) => open(place, form.dataset.places, fill)).catch(unloaded);
        saved.onclick = () => import("{{people}}").then(({ choose }) => choose(place, fill)).catch(unloaded);
      }
      // Fetched when somebody has an old address; rows come and go, so the form listens for all of them.
      form.addEventListener(
        "toggle",
        (event) => {
          const help = /** @type {HTMLDetailsElement} */ (event.target);
          if (help.dataset.former && help.open) import("{{former}}").then(({ open }) => open(help, form.dataset.places)).catch(() => undefined);
        },
        true,
      );
      // A clock that is a minute wrong harms nobody; one that is years wrong would call a birthday a day to come.
      const ahead = await clockAhead();
      if (Math.abs(ahead) > 600_000) set_clock(ahead);
    }
  }
  if (sending) await send(sending, location.pathname.split("/")[2]);
} catch {
  // Nothing was promised that is missing now.
}
