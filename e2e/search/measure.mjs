// Measures engines: in Chromium what is sent, what it costs and what is found; in Node.js the time of a keystroke where one can ask there.
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

/** How many results a list under a search box shows. */
const SHOWN = 7;
/** How often loading is repeated. */
const LOADS = 5;

const middle = (numbers, part = 0.5) => [...numbers].sort((one, other) => one - other)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
const sum = (sent) => sent.filter(([path]) => path !== "/blank.html").reduce((total, [, bytes]) => total + bytes, 0);
const beginnings = (text) => Array.from(text, (_, at) => Array.from(text).slice(0, at + 1).join(""));

/** Ten queries, evenly out of all. */
export const session = (queries) => Array.from({ length: Math.min(10, queries.length) }, (_, at) => queries[Math.floor((at * queries.length) / 10)].q);

// What runs in the page: the bytes arrive first, then the clock starts.
async function load({ key, files }) {
  const get = async (file) => (await fetch(`/${key}/${file}`)).arrayBuffer();
  const [script, ...parts] = await Promise.all(["client.js", ...files].map(get));
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const begun = performance.now();
  globalThis.engine = await import(url);
  await engine.ready(parts);
  return performance.now() - begun;
}

async function answers([texts, most]) {
  const all = [];
  for (const text of texts) all.push(text.trim() ? await engine.shown(await engine.ask(text), most) : []);
  return all;
}

// Twice through everything, and the shorter time counts: code is compiled then, pieces are there, and other programs of the machine matter less.
async function keystrokes(texts) {
  const pass = async () => {
    const times = [];
    for (const text of texts) {
      const begun = performance.now();
      const answer = engine.ask(text);
      if (answer instanceof Promise) await answer;
      times.push(performance.now() - begun);
    }
    return times;
  };
  const first = await pass();
  const second = await pass();
  return { first, times: first.map((time, at) => Math.min(time, second[at])) };
}

// What the browser counts does not hold the memory of WebAssembly, so that is watched from before the engine is loaded.
async function memory() {
  if (!globalThis.memories) {
    globalThis.memories = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await real.apply(WebAssembly, given);
        memories.push((made.instance ?? made).exports.memory);
        return made;
      };
    }
  }
  const { bytes } = await performance.measureUserAgentSpecificMemory();
  return bytes + memories.reduce((total, kept) => total + (kept?.buffer.byteLength ?? 0), 0);
}

/** Runs `work` in a page of a fresh profile. */
async function fresh(browser, server, engine, work) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${server.origin}/blank.html`);
    const blank = engine.memory ? await page.evaluate(memory) : 0;
    server.taken();
    const ready = await page.evaluate(load, { key: engine.key, files: engine.files });
    return await work(page, ready, blank);
  } finally {
    await context.close();
  }
}

function quality(queries, found) {
  const places = queries.map(({ primary, acceptable = [] }, at) => found[at].findIndex(([id]) => primary.includes(id) || acceptable.includes(id)) + 1);
  const of = (chosen) => {
    const share = (most) => chosen.filter((place) => place > 0 && place <= most).length / chosen.length;
    return { count: chosen.length, mrr: chosen.reduce((total, place) => total + (place > 0 ? 1 / place : 0), 0) / chosen.length, first: share(1), five: share(5) };
  };
  const kinds = [...new Set(queries.map(({ kind }) => kind))].sort();
  return { ...of(places), kinds: Object.fromEntries(kinds.map((kind) => [kind, of(places.filter((_, at) => queries[at].kind === kind))])) };
}

async function one(browser, server, engine, queries) {
  const typed = session(queries);
  const firsts = [];
  const readies = [];
  for (const text of typed) {
    await fresh(browser, server, engine, async (page, ready) => {
      await page.evaluate(answers, [[text], 1]);
      firsts.push(sum(server.taken()));
      if (readies.length < LOADS) readies.push(ready);
    });
  }
  const sent = await fresh(browser, server, engine, async (page) => {
    for (const text of typed) {
      await page.evaluate(answers, [beginnings(text).slice(0, -1), 0]);
      await page.evaluate(answers, [[text], SHOWN]);
    }
    return sum(server.taken());
  });
  const held = await fresh(browser, server, { ...engine, memory: true }, async (page, _, blank) => {
    await page.evaluate(answers, [typed, SHOWN]);
    return (await page.evaluate(memory)) - blank;
  });
  const whole = await fresh(browser, server, engine, async (page) => {
    const found = await page.evaluate(answers, [queries.map(({ q }) => q), 10]);
    const { first, times } = await page.evaluate(keystrokes, queries.flatMap(({ q }) => beginnings(q)).filter((text, at) => text.trim() && at % (engine.every ?? 1) === 0));
    return { ...quality(queries, found), p50: middle(times), p95: middle(times, 0.95), p95First: middle(first, 0.95), keystrokes: times.length };
  });
  return { firstBytes: middle(firsts), firstMost: Math.max(...firsts), ready: middle(readies), session: sent, memory: held, ...whole };
}

function inNode(ask, queries) {
  const times = [];
  for (const round of [0, 1]) {
    for (const text of queries.flatMap(({ q }) => beginnings(q))) {
      const begun = performance.now();
      ask(text);
      if (round > 0) times.push(performance.now() - begun);
    }
  }
  return { p50: middle(times), p95: middle(times, 0.95) };
}

/** Measures all engines in the folder, one after the other. */
export async function measure(folder, engines, queries) {
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    // Containers have neither namespaces nor much shared memory; memory is asked for without waiting for a collection of garbage.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--enable-blink-features=ForceEagerMeasureMemory"],
  });
  try {
    const rows = [];
    for (const engine of engines) {
      console.log(`  ${engine.name}`);
      rows.push({ ...engine, ...(await one(browser, server, engine, queries)), node: engine.node && inNode(engine.node, queries) });
    }
    return { chromium: browser.version(), rows };
  } finally {
    await browser.close();
    server.close();
  }
}
