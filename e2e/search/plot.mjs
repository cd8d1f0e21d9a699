// Draws what was measured: quality against bytes, and the slow keystroke on a logarithmic axis, one under the other.
const WIDE = 720;
const [LEFT, RIGHT] = [56, 32];
const ink = "#1f2933";
const faint = "#d5dbe1";
const colour = (key) => ({ ours: "#a4161a", bare: "#d97a3a" })[key] ?? "#34618f";

const text = (x, y, words, more = "") => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`;
const line = (x1, y1, x2, y2) => `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${faint}"/>`;
const dot = (x, y, key) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="6" fill="${colour(key)}"/>`;

/** A logarithmic scale over 1, 2 and 5 times the powers of ten that hold the numbers. */
function logarithmic(numbers, from, to) {
  const steps = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((part) => part * 10 ** power));
  const low = steps.filter((step) => step <= Math.min(...numbers)).at(-1);
  const high = steps.find((step) => step >= Math.max(...numbers) * 1.05);
  const at = (number) => from + ((Math.log(number) - Math.log(low)) / (Math.log(high) - Math.log(low))) * (to - from);
  return { at, ticks: steps.filter((step) => step >= low && step <= high) };
}

function quality(rows, top) {
  const [above, below] = [top + 44, top + 300];
  const x = logarithmic(rows.map((row) => row.firstBytes / 1000), LEFT, WIDE - RIGHT);
  const y = (mrr) => below - mrr * (below - above);
  const parts = [text(LEFT, top + 18, "Found: MRR@10, up is better. Sent until the first result, KB: left is better.", 'font-weight="600"')];
  for (const mrr of [0, 0.25, 0.5, 0.75, 1]) parts.push(line(LEFT, y(mrr), WIDE - RIGHT, y(mrr)), text(LEFT - 8, y(mrr) + 5, mrr.toFixed(2), 'text-anchor="end"'));
  for (const tick of x.ticks) parts.push(line(x.at(tick), above, x.at(tick), below), text(x.at(tick), below + 20, `${tick}`, 'text-anchor="middle"'));
  // Names keep out of each other's way: one that would lie on another goes a line lower.
  const placed = [];
  for (const row of [...rows].sort((one, other) => other.mrr - one.mrr)) {
    const [cx, cy] = [x.at(row.firstBytes / 1000), y(row.mrr)];
    const label = `${row.name} ${row.mrr.toFixed(2)}`;
    const wide = label.length * 6.8 + 16;
    const rightward = cx + wide < WIDE - RIGHT;
    const [from, to] = rightward ? [cx - 8, cx + wide] : [cx - wide, cx + 8];
    let at = cy + 5;
    while (placed.some((other) => from < other.to && to > other.from && Math.abs(at - other.at) < 17)) at += 4;
    placed.push({ from, to, at });
    parts.push(dot(cx, cy, row.key), text(cx + (rightward ? 11 : -11), at, label, `class="name" text-anchor="${rightward ? "start" : "end"}"`));
  }
  return { parts, bottom: below + 32 };
}

function speed(rows, top) {
  const [from, to, above] = [180, WIDE - RIGHT - 70, top + 40];
  const below = above + rows.length * 28;
  const x = logarithmic(rows.map((row) => row.p95), from, to);
  const parts = [text(LEFT, top + 18, "The slowest keystroke of twenty (p95) in Chromium, ms, logarithmic: left is better.", 'font-weight="600"')];
  for (const tick of x.ticks) parts.push(line(x.at(tick), above, x.at(tick), below), text(x.at(tick), below + 20, `${tick}`, 'text-anchor="middle"'));
  [...rows].sort((one, other) => one.p95 - other.p95).forEach((row, at) => {
    const y = above + at * 28 + 14;
    parts.push(text(from - 14, y + 5, row.name, 'text-anchor="end"'), line(from, y, x.at(row.p95), y), dot(x.at(row.p95), y, row.key));
    parts.push(text(x.at(row.p95) + 12, y + 5, row.p95 < 10 ? row.p95.toFixed(2) : row.p95.toFixed(0), 'class="name"'));
  });
  return { parts, bottom: below + 32 };
}

/** Returns the picture as SVG. */
export function plot(rows, entries) {
  const first = quality(rows, 8);
  const second = speed(rows, first.bottom + 8);
  const best = rows.map((row) => `${row.name}: MRR ${row.mrr.toFixed(2)}, ${Math.round(row.firstBytes / 1000)} KB, p95 ${row.p95.toFixed(2)} ms`).join("; ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${second.bottom}" width="${WIDE}" height="${second.bottom}" role="img" aria-labelledby="title desc">`,
    `<title id="title">Search engines on ${entries} procedures: quality, bytes, speed</title>`,
    `<desc id="desc">${best}</desc>`,
    "<style>.name { paint-order: stroke; stroke: #fdfdfb; stroke-width: 4px; stroke-linejoin: round }</style>",
    `<rect width="${WIDE}" height="${second.bottom}" fill="#fdfdfb"/>`,
    `<g font-family="system-ui, 'Segoe UI', Roboto, sans-serif" font-size="14" fill="${ink}">`,
    ...first.parts,
    ...second.parts,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}
