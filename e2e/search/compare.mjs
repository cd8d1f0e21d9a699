// Compares our search with other libraries on one corpus, in one run; `cargo xtask bench search` starts it.
// node compare.mjs CORPUS QUERIES OUT ENGINE [ASSETS [DOCS]]
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { make } from "./build.mjs";
import { measure } from "./measure.mjs";

const [corpusFile, queryFile, out, engine, assets, docs] = process.argv.slice(2);
const [corpus, queries] = [corpusFile, queryFile].map((file) => JSON.parse(readFileSync(file, "utf8")));
const engines = await make(join(out, "served"), corpus, engine, join(out, "index.0.bin"), join(out, "bare.0.bin"));
const { chromium, rows } = await measure(join(out, "served"), engines, queries);
writeFileSync(join(out, "compared.json"), JSON.stringify({ chromium, rows }, null, 1));
console.log(JSON.stringify(rows, (k, v) => (k == "kinds" ? undefined : v), 1));
