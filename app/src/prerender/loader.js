// Brings a page's bundle to life; where anything fails the page stays as it is: plain and whole.
import init, { build_id, start } from "{{script}}";

const build = document.querySelector("meta[name=build]")?.content;
try {
  await init({ module_or_path: "{{wasm}}" });
  // A page of another build keeps to itself.
  if (build_id() === build) start();
} catch {
  // Nothing was promised that is missing now.
}
