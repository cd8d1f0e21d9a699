// Compares our search with other libraries on one corpus, in one run; `cargo xtask bench search` starts it.
// node compare.mjs CORPUS QUERIES OUT ENGINE [ASSETS [DOCS]]
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { make } from "./build.mjs";
import { measure } from "./measure.mjs";
import { plot } from "./plot.mjs";
import { finderBytes, fromFirstPart, inLexicon, nativeTimes, page, printed } from "./report.mjs";

const [corpusFile, queryFile, out, engine, assets, docs] = process.argv.slice(2);
const [corpus, queries] = [corpusFile, queryFile].map((file) => JSON.parse(readFileSync(file, "utf8")));
const lexicon = new URL("../../content/lexicon", import.meta.url).pathname;
const wanted = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).devDependencies;

const engines = await make(join(out, "served"), corpus, engine, join(out, "index.0.bin"), join(out, "bare.0.bin"));
const { chromium, rows } = await measure(join(out, "served"), engines, queries);
const [ours, bare] = rows;
ours.node = nativeTimes(readFileSync(join(out, "native.txt"), "utf8"));
bare.node = nativeTimes(readFileSync(join(out, "bare.txt"), "utf8"));

// What is published of ours is what the portal sends, its search box included.
const finder = finderBytes(assets);
const engineBytes = ours.firstBytes;
if (finder !== undefined) {
  const packed = (name) => brotliCompressSync(readFileSync(join(out, name))).length;
  ours.firstBytes = finder + packed("two.0.bin");
  ours.session = ours.firstBytes + packed("two.1.bin");
  bare.firstBytes = finder + packed("bare.0.bin");
  bare.session = bare.firstBytes;
}
const likely = fromFirstPart(readFileSync(join(out, "two.txt"), "utf8"));
console.log(`\n${printed(rows)}\n`);
console.log(finder === undefined ? "No site is built: ours is the engine without a search box." : `The portal's search box without its index: ${finder} bytes`);
writeFileSync(join(out, "compared.json"), `${JSON.stringify({ chromium, finder, engineBytes, rows }, null, 1)}\n`);
if (docs && statSync(docs).isDirectory()) {
  const versions = ["pagefind", "minisearch", "flexsearch"].map((name) => `${name} ${wanted[name]}`).join(", ");
  const more = { entries: corpus.length.toLocaleString("en"), queries: queries.length, known: inLexicon(lexicon, queries), finder, engineBytes, likely, versions, keystrokes: ours.keystrokes };
  writeFileSync(join(docs, "search.md"), page({ rows, chromium, ...more }));
  writeFileSync(join(docs, "search.svg"), plot(rows, more.entries));
  console.log("Written: docs/search.md and docs/search.svg");
}
