// Other search libraries on the same corpus and queries, each as well set up as its manual allows: folded Vietnamese,
// prefixes, a little fuzziness, the title counted most. Bytes are the serialised index with Brotli; times are of this process.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";

const [corpus, queryFile] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
const words = (text) => fold(text).split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
const rows = corpus.map(({ id, name, field, agency }) => ({ id, name, field: field ?? "", agency: agency ?? "" }));

function miniSearch() {
  const index = new MiniSearch({
    fields: ["name", "field", "agency", "id"],
    storeFields: ["name"],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { boost: { name: 4, field: 1.5 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
  });
  index.addAll(rows);
  const loose = (text) => index.search(text, { combineWith: "OR" });
  return { name: "MiniSearch", stored: JSON.stringify(index), ask: (text) => { const all = index.search(text); return (all.length > 0 ? all : loose(text)).slice(0, 10).map((hit) => hit.id); } };
}

function flexSearch() {
  const index = new FlexSearch.Document({
    document: { id: "id", index: ["name", "field", "agency"], store: ["name"] },
    tokenize: "forward",
    encode: words,
  });
  for (const row of rows) index.add(row);
  let bytes = "";
  index.export((key, data) => { bytes += key + data; });
  const ask = (text) => {
    const found = [];
    for (const { result } of index.search(text, { limit: 10, suggest: true })) for (const id of result) if (!found.includes(id)) found.push(id);
    return found.slice(0, 10);
  };
  return { name: "FlexSearch", get stored() { return bytes + JSON.stringify(rows.map(({ id, name }) => [id, name])); }, ask };
}

console.log(`${"".padEnd(12)} ${"MRR@10".padStart(7)} ${"first".padStart(6)} ${"of five".padStart(8)} ${"index".padStart(9)} ${"p50".padStart(9)} ${"p95".padStart(9)}`);
for (const make of [miniSearch, flexSearch]) {
  const peer = make();
  const places = queryFile.map(({ q, primary, acceptable = [] }) => peer.ask(q).findIndex((id) => primary.includes(id) || acceptable.includes(id)) + 1);
  const share = (most) => places.filter((place) => place > 0 && place <= most).length / places.length;
  const reciprocal = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length;
  const times = [];
  for (const { q } of queryFile) {
    for (let end = 1; end <= q.length; end += 1) {
      const begun = process.hrtime.bigint();
      peer.ask(q.slice(0, end));
      times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    }
  }
  times.sort((one, other) => one - other);
  const at = (part) => `${times[Math.floor(times.length * part)].toFixed(2)} ms`;
  const bytes = brotliCompressSync(Buffer.from(peer.stored)).length;
  console.log(`${peer.name.padEnd(12)} ${reciprocal.toFixed(3).padStart(7)} ${share(1).toFixed(3).padStart(6)} ${share(5).toFixed(3).padStart(8)} ${String(bytes).padStart(9)} ${at(0.5).padStart(9)} ${at(0.95).padStart(9)}`);
}
