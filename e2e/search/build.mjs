// Makes a folder to serve: for each engine its index and a script that asks it, bundled and minified alike.
import { build } from "esbuild";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as pagefind from "pagefind";
import { kinds } from "./pagefind_setting.mjs";
import { flexSearch, miniSearch } from "./setting.mjs";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

async function client(out, entry, more = {}) {
  const options = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error" };
  await build({ entryPoints: [join(here, "page", entry)], outfile: join(out, "client.js"), ...options, ...more });
}

async function library(out, key, setting, rows) {
  const folder = join(out, key);
  mkdirSync(folder, { recursive: true });
  const index = setting.make(rows);
  writeFileSync(join(folder, "index.json"), setting.store(index));
  await client(folder, `${key}.js`);
  return { key, name: setting.name, files: ["index.json"], node: (text) => setting.ask(index, text) };
}

async function pagefindOf(out, kind, name, corpus, every) {
  const key = `pagefind-${kind}`;
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "vi" });
  if (!index) throw new Error(errors.join("\n"));
  for (const entry of corpus) {
    const added = await index.addHTMLFile({ url: `/tt/${entry.id}/`, content: kinds[kind].html(entry) });
    if (added.errors.length > 0) throw new Error(added.errors.join("\n"));
  }
  await index.writeFiles({ outputPath: join(out, key, "bundle") });
  await index.deleteIndex();
  await client(join(out, key), "pagefind.js", { define: { KIND: JSON.stringify(kind), FOLDER: JSON.stringify(`/${key}/bundle`) } });
  return { key, name, files: [], every };
}

async function oursOf(out, key, name, engine, index) {
  mkdirSync(join(out, key), { recursive: true });
  cpSync(join(engine, "engine_bg.wasm"), join(out, key, "engine.wasm"));
  cpSync(index, join(out, key, "index.bin"));
  await client(join(out, key), "ours.js", { alias: { engine: join(engine, "engine.js") } });
  return { key, name, files: ["engine.wasm", "index.bin"] };
}

/** Builds everything anew; `engine` is the folder of our bound WebAssembly, `whole` and `bare` our indexes. Returns the engines. */
export async function make(out, corpus, engine, whole, bare) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "blank.html"), '<!doctype html><html lang="vi"><title>Measuring</title><link rel="icon" href="data:,"></html>');
  const rows = corpus.map(({ id, name, field, agency }) => ({ id, name, field: field ?? "", agency: agency ?? "" }));
  const engines = [
    await oursOf(out, "ours", "Ours", engine, whole),
    await oursOf(out, "bare", "Ours, no lexicon", engine, bare),
    await pagefindOf(out, "titles", "Pagefind, titles", corpus),
    // So slow that every fourth keystroke must do.
    await pagefindOf(out, "guides", "Pagefind, guides", corpus, 4),
    await library(out, "minisearch", miniSearch, rows),
    await library(out, "flexsearch", flexSearch, rows),
  ];
  await pagefind.close();
  return engines;
}
