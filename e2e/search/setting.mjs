// How the other libraries are set up: one text for the program that builds their indexes and for the pages that ask them.
// Each is as well set up as its manual allows: folded Vietnamese, prefixes, a little fuzziness, the title counted most.
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
const words = (text) => fold(text).split(/[^\p{L}\p{N}.]+/u).filter(Boolean);

const miniOptions = {
  fields: ["name", "field", "agency", "id"],
  storeFields: ["name"],
  tokenize: words,
  processTerm: (term) => term,
  searchOptions: { boost: { name: 4, field: 1.5 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
};

/** MiniSearch: all words first; where nothing holds all of them, any. */
export const miniSearch = {
  name: "MiniSearch",
  make(rows) {
    const index = new MiniSearch(miniOptions);
    index.addAll(rows);
    return index;
  },
  store: (index) => JSON.stringify(index),
  restore: (text) => MiniSearch.loadJSON(text, miniOptions),
  ask(index, text) {
    const all = index.search(text);
    return (all.length > 0 ? all : index.search(text, { combineWith: "OR" })).slice(0, 10).map(({ id, name }) => [id, name]);
  },
};

const flexIndex = () =>
  new FlexSearch.Document({ document: { id: "id", index: ["name", "field", "agency"], store: ["name"] }, tokenize: "forward", encode: words });

/** FlexSearch: beginnings of words, and results that lack one where nothing has all; titles before fields before agencies. */
export const flexSearch = {
  name: "FlexSearch",
  make(rows) {
    const index = flexIndex();
    for (const row of rows) index.add(row);
    return index;
  },
  store(index) {
    const parts = {};
    index.export((key, data) => void (parts[key] = data));
    return JSON.stringify(parts);
  },
  restore(text) {
    const index = flexIndex();
    for (const [key, data] of Object.entries(JSON.parse(text))) index.import(key, data);
    return index;
  },
  ask(index, text) {
    const found = new Map();
    for (const { result } of index.search(text, { limit: 10, suggest: true, enrich: true })) {
      for (const { id, doc } of result) if (!found.has(id)) found.set(id, doc.name);
    }
    return [...found].slice(0, 10);
  },
};
