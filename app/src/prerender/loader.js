// Brings a page's bundle to life; where anything fails the page stays as it is: plain and whole.
import { initSync, build_id, start } from "{{script}}";

const build = document.querySelector("meta[name=build]")?.content;
try {
  initSync({ module: await WebAssembly.compileStreaming(fetch("{{wasm}}")) });
  // A page of another build keeps to itself.
  if (build_id() === build) start();
} catch {
  // Nothing was promised that is missing now.
}

// What this device keeps of drafts is shown where a page has room for it; a receipt ends one.
if (document.querySelector("[data-my-drafts], [data-receipt], [data-bring-draft]")) {
  await import("{{list}}").then(({ show }) => show()).catch(() => undefined);
}

// Parts of a page that need more than most have a script of their own.
for (const part of document.querySelectorAll("[data-script]")) {
  if (part.dataset.script) import(part.dataset.script).then(({ live }) => live(part)).catch(() => undefined);
}

// Numbers that change by the minute come after the page, a part of another one.
for (const place of document.querySelectorAll("[data-fragment]")) {
  const answer = await fetch(place.dataset.fragment).catch(() => undefined);
  const other = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  if (other) place.append(...(other.querySelector("[data-fragment-of]")?.childNodes ?? []));
}
