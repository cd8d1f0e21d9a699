// Tells what was measured: a table, and a plot of every keystroke.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { SLOW } from "./keystroke.ts";

const FOLDER = `${__dirname}/../../target/forms-measured`;

/** What letters cost in a page that does nothing; pairs are the middle and the slowest of twenty, in milliseconds. */
export interface Empty {
  letters: number;
  logic: [number, number];
  painted: [number, number];
  /** Every letter until it was painted. */
  all: number[];
}

/** What they cost in one form. */
export interface Row extends Empty {
  slug: string;
  kept: [number, number];
  keptSlow: [number, number];
}

/** Twelve pictures on their way into one PDF: seconds, and its bytes. */
export interface Photos {
  look: number;
  make: number;
  bytes: number;
}

/** How long a letter may take on a slow phone until its check is painted, in milliseconds. */
const ALLOWED = 16;

const pair = ([middle, slow]: [number, number]) => `${middle.toFixed(1)} / ${slow.toFixed(1)}`;

/** Notes one figure for the report; each file of measurements runs in a process of its own. */
export function note(name: string, figure: Empty | Row | Photos): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.json`, JSON.stringify(figure));
}

/** Writes the report and its plot into a folder, from all that was noted. */
export default function written(): void {
  const folder = process.env.PORTAL_DOCS!;
  const read = (name: string) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"));
  const rows = readdirSync(FOLDER).filter((name) => name.startsWith("letters-")).sort().map(read) as Row[];
  const told = report(read("empty.json") as Empty, rows, read("photos.json") as Photos, SLOW);
  writeFileSync(`${folder}/forms.md`, told.text);
  writeFileSync(`${folder}/forms.svg`, told.plot);
  console.log(told.text);
}

function report(empty: Empty, rows: Row[], photos: Photos, slow: number): { text: string; plot: string } {
  const today = new Date().toISOString().slice(0, 10);
  const text = [
    "# Forms, measured",
    "",
    `Written by \`cargo xtask bench forms\` on ${today}; ${cpus().length} cores (load ${loadavg()[0]!.toFixed(1)} at the end), Chromium ${process.env.CHROMIUM_VERSION}.`,
    "",
    "![Every letter until it was painted](forms.svg)",
    "",
    `| longest forms | letters | logic, ${slow}× slower | painted, ${slow}× slower | draft kept | draft kept, ${slow}× slower |`,
    "|---|--:|--:|--:|--:|--:|",
    `| (an empty page with one box) | ${empty.letters} | ${pair(empty.logic)} | ${pair(empty.painted)} | | |`,
    ...rows.map((row) => `| ${row.slug} | ${row.letters} | ${pair(row.logic)} | ${pair(row.painted)} | ${pair(row.kept)} | ${pair(row.keptSlow)} |`),
    "",
    `Twelve pictures of 3000 × 4000 dots, browser on one core: looked at (edges, light, sharpness) in ${photos.look.toFixed(1)} s, made into one PDF of ${photos.bytes.toLocaleString("en")} bytes in ${photos.make.toFixed(1)} s more.`,
    "",
    "How to read it:",
    "",
    "- Milliseconds, the middle and the slowest of twenty, from the moment the browser got the key; a page of 360 × 800 with a touch screen.",
    "- **Logic**: until everything that follows from the letter is known and written on the page. **Painted**: until the page is laid out, painted and handed to what puts it on the screen. **Kept**: until the encrypted draft is written in the device's database.",
    "- The browser runs without the frame rate of a screen: at 60 frames a second a letter waits up to 16.7 ms more for its frame, whatever a page does.",
    `- ${slow}× slower is Chromium's own throttle, which is on the main thread. An empty page is slowed by it too: what a form adds is the difference.`,
    "- Letters are typed into the first free text of each topic, one after the other, with all answers of the published example given up to there.",
    "",
  ].join("\n");
  return { text, plot: plot([{ slug: "an empty page", all: empty.all }, ...rows], slow) };
}

const [WIDE, LEFT, RIGHT, HIGH] = [720, 170, 24, 56];

/** A strip of dots for each form, over milliseconds. */
function plot(rows: Pick<Row, "slug" | "all">[], slow: number): string {
  const most = Math.max(2 * ALLOWED, ...rows.flatMap((row) => row.all));
  const x = (time: number) => (LEFT + (time / most) * (WIDE - LEFT - RIGHT)).toFixed(1);
  const below = 44 + rows.length * HIGH;
  const text = (at: string | number, y: number, words: string, more = "") => `<text x="${at}" y="${y}" ${more}>${words}</text>`;
  const parts = [text(16, 24, `Every letter until it was painted, ms, ${slow}× slower: left is better, ${ALLOWED} are allowed.`, 'font-weight="600"')];
  for (let tick = 0; tick <= most; tick += most > 60 ? 20 : 4) parts.push(`<line x1="${x(tick)}" y1="40" x2="${x(tick)}" y2="${below}" stroke="#d5dbe1"/>`, text(x(tick), below + 18, `${tick}`, 'text-anchor="middle"'));
  parts.push(`<line x1="${x(ALLOWED)}" y1="40" x2="${x(ALLOWED)}" y2="${below}" stroke="#a4161a" stroke-width="2"/>`);
  rows.forEach((row, number) => {
    const middle = 44 + HIGH * (number + 0.5);
    parts.push(text(16, middle + 5, row.slug));
    // Dots that would lie on each other stand at five heights in turn.
    row.all.forEach((time, at) => parts.push(`<circle cx="${x(time)}" cy="${middle + ((at % 5) - 2) * 7}" r="3.5" fill="#34618f" fill-opacity=".55"/>`));
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${below + 32}" font-family="Noto Sans, Arial, sans-serif" font-size="13" fill="#1f2933"><rect width="100%" height="100%" fill="#fff"/>${parts.join("")}</svg>\n`;
}
