// Says what was measured: a table for the terminal, and `docs/search.md`.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const kb = (bytes) => `${Math.round(bytes / 1000)} KB`;
const ms = (time) => (time === undefined ? "–" : time < 10 ? time.toFixed(2) : time.toFixed(0));
const two = (times) => (times ? `${ms(times.p50)} / ${ms(times.p95)}` : "–");

const columns = [
  ["engine", (row) => row.name],
  ["MRR@10", (row) => row.mrr.toFixed(3)],
  ["success@1", (row) => row.first.toFixed(3)],
  ["success@5", (row) => row.five.toFixed(3)],
  ["first result", (row) => kb(row.firstBytes)],
  ["ten queries", (row) => kb(row.session)],
  ["ready, ms", (row) => ms(row.ready)],
  ["keystroke p50 / p95, ms", two],
  ["the same outside a browser", (row) => two(row.node)],
  ["memory", (row) => `${(row.memory / 1e6).toFixed(1)} MB`],
];

/** The times `content measure` printed, in milliseconds. */
export function nativeTimes(printed) {
  const [, p50, p95] = /keystrokes: p50 (\S+), p95 (\S+),/.exec(printed) ?? [];
  const unit = { ns: 1e-6, "µs": 1e-3, ms: 1, s: 1e3 };
  const time = (written) => Number.parseFloat(written) * unit[written?.replace(/[\d.]+/, "")];
  return p50 && { p50: time(p50), p95: time(p95) };
}

/** How many of a hundred queries the first part of the index answers, as the native program printed it. */
export function fromFirstPart(text) {
  const [, first, five] = /first part alone: ([\d.]+) first, ([\d.]+) of five/.exec(text) ?? [];
  if (first === undefined) throw new Error("the native program did not say what the first part finds");
  return { first: `${Math.round(first * 100)} %`, five: `${Math.round(five * 100)} %` };
}

/** What the site's own search box sends before its index: loader, script and WebAssembly; nothing when no site was built. */
export function finderBytes(assets) {
  if (!assets) return undefined;
  const text = (name) => readFileSync(join(assets, name));
  // Files of an older release stay beside the new ones, so the home page says which loader is its own, and the loader what it fetches.
  const [loader] = /finder-loader\.\w+\.js/.exec(text("../index.html").toString()) ?? [];
  if (!loader) return undefined;
  const parts = [...text(loader).toString().matchAll(/assets\/(finder\.[\w.]+)/g)].map(([, part]) => part);
  return [loader, ...parts].reduce((total, part) => total + brotliCompressSync(text(part)).length, 0);
}

/** How many queries stand in the lexicon as they are, accents aside. */
export function inLexicon(folder, queries) {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const texts = readdirSync(folder).filter((name) => name.endsWith(".toml")).map((name) => readFileSync(join(folder, name), "utf8"));
  const sayings = new Set(texts.flatMap((text) => [...text.matchAll(/"([^"\n]+)"/g)].map(([, saying]) => fold(saying))));
  return queries.filter(({ q }) => sayings.has(fold(q))).length;
}

/** The table for a terminal, and MRR by kind. */
export function printed(rows) {
  const wide = columns.map(([head, cell]) => Math.max(head.length, ...rows.map((row) => cell(row).length)));
  const write = (cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(wide[at]) : cell.padStart(wide[at]))).join("  ");
  const kinds = Object.keys(rows[0].kinds);
  const name = Math.max(...rows.map((row) => row.name.length));
  return [
    write(columns.map(([head]) => head)),
    ...rows.map((row) => write(columns.map(([, cell]) => cell(row)))),
    "",
    `MRR@10 by kind${" ".repeat(Math.max(0, name - 14))}  ${kinds.map((kind) => `${kind} (${rows[0].kinds[kind].count})`.padStart(12)).join("")}`,
    ...rows.map((row) => `${row.name.padEnd(Math.max(name, 14))}  ${kinds.map((kind) => row.kinds[kind].mrr.toFixed(2).padStart(12)).join("")}`),
  ].join("\n");
}

function tableOf(heads, lines) {
  const write = (cells) => `| ${cells.join(" | ")} |`;
  return [write(heads), `|---|${heads.slice(1).map(() => "--:|").join("")}`, ...lines.map(write)].join("\n");
}

/** The two sentences one takes away. */
function reading(rows) {
  const [ours, bare, ...others] = rows;
  const best = others.reduce((one, other) => (other.mrr > one.mrr ? other : one));
  const light = others.reduce((one, other) => (other.firstBytes < one.firstBytes ? other : one));
  const quick = others.reduce((one, other) => (other.p95 < one.p95 ? other : one));
  return `On these queries our engine reaches an MRR of ${ours.mrr.toFixed(2)} with its lexicon and ${bare.mrr.toFixed(2)} without, the best of the others (${best.name}) ${best.mrr.toFixed(2)}; the first was reached with these queries at hand, so the second says more about the engine. `
    + `Until the first result it sends ${kb(ours.firstBytes)}, the lightest of the others (${light.name}) ${kb(light.firstBytes)}, and its slow keystroke (p95) takes ${ms(ours.p95)} ms beside ${ms(quick.p95)} ms of the quickest of the others (${quick.name}).`;
}

/** The page for `docs/`. */
export function page({ rows, chromium, entries, queries, known, finder, engineBytes, likely, versions, keystrokes }) {
  const kinds = Object.keys(rows[0].kinds);
  const guides = rows.find(({ key }) => key === "pagefind-guides");
  return `# Search, measured beside others

Written by \`cargo xtask bench search\` on ${new Date().toISOString().slice(0, 10)}; a machine of ${availableParallelism()} cores (load ${loadavg()[0].toFixed(1)} at the end), Chromium ${chromium.split(".")[0]}, Node.js ${process.versions.node.split(".")[0]}.

${reading(rows)}

![Quality against bytes, and the slow keystroke](search.svg)

${tableOf(columns.map(([head]) => head), rows.map((row) => columns.map(([, cell]) => cell(row))))}

MRR@10 by kind of query:

${tableOf(["engine", ...kinds.map((kind) => `${kind} (${rows[0].kinds[kind].count})`)], rows.map((row) => [row.name, ...kinds.map((kind) => row.kinds[kind].mrr.toFixed(2))]))}

## What was measured

- **Corpus**: ${entries} procedures: the real list of the national database, and made-up variants up to that number, always the same ones. **Queries**: ${queries}, with the procedures each should find.
- **Engines**: ours; ${versions}. Each runs alone in a page, its script bundled and minified the same way, served by one small server with Brotli (or as it lies, where that is smaller).
- **MRR@10, success@1, success@5**: one over the place of the first good result among ten; how often it is the first; how often among five. Asked in Chromium.
- **First result**: bytes of all bodies until the title of the first result is there, the profile empty; the median of ten queries asked whole.${finder === undefined
    ? " Ours is the engine alone; the site's own search box is more, and was not built when this was measured."
    : ` Ours is what the portal's own search box sends, list and keyboard included: loader, script and WebAssembly ${kb(finder)}, and the first part of the index with the likeliest records, from which ${likely.first} of the queries are answered right in first place and ${likely.five} among five; the rest of the index follows by itself, and the figures of quality are taken with all of it. «Ours, no lexicon» has its index in one part. The engine alone is ${kb(engineBytes)} with its whole index.`}
- **Ten queries**: the same ten typed letter by letter, seven titles shown at the end of each.
- **Ready**: from the arrived bytes to an engine that answers, its script compiled; the median of five. Pagefind fetches by itself, so its figure holds its requests to the same machine.
- **Keystroke**: every beginning of every query (${keystrokes} of them; for «${guides.name}» each fourth), asked twice, the shorter time counted. For Pagefind it is the time until its promise is kept, fragments not counted.
- **Outside a browser**: ours as a native program, MiniSearch and FlexSearch in Node.js; Pagefind was asked in Chromium only.
- **Memory**: what Chromium says the page takes after the ten queries asked whole, and all memory of WebAssembly, less what an empty page takes. Pagefind works in the page for this, not in a worker.

## Limits

- Ours was made for this corpus, the others for any. Its lexicon, what people say and what titles call it, has grown with these queries, the ones development goes by: ${known} of ${queries} stand in it as they are. «${rows[1].name}» is the same engine with nothing of that, and what to expect of other queries lies between the two.
- The others have no lexicon. Somebody who gave them one would find more.
- Settings of the others were looked for with care, but by us. Pagefind's ranking is the best of 24 tried on these very queries, an advantage it would not have elsewhere; it folds accents, but not «đ», so pages and queries give it «d». It has no «any of these words», so longer questions find nothing on titles alone.
- «${guides.name}» reads whole guides, as Pagefind is commonly used; all the others read titles, fields and agencies. The guides are made up, so they hold few words that titles lack.
- Pagefind fetches pieces as it goes: what it sends grows with use, but more slowly with the corpus than of those that send everything first. On a much larger corpus it would send the least. While a piece is on its way a keystroke waits for the line; here the line is the machine itself.
- The others' bytes hold no search box; ${finder === undefined ? "nor do ours here" : "ours do"}.
- Times are of this machine under this load; a phone is several times slower. Compare within the table only.
`;
}
