// Our engine in a page: the WebAssembly and the index arrive as bytes, everything else happens here.
import { initSync, Engine } from "engine";

let engine;

export async function ready([wasm, index]) {
  const exports = initSync({ module: await WebAssembly.compile(wasm) });
  globalThis.memories?.push(Object.values(exports).find((one) => one instanceof WebAssembly.Memory));
  engine = Engine.ready(new Uint8Array(index));
}

export const ask = (text) => engine.ask(text).split("\n").filter(Boolean).map((line) => line.split("\t"));
export const shown = (answer, most) => answer.slice(0, most);
