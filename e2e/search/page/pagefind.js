// Pagefind in a page: it fetches what it needs by itself, piece by piece. KIND and FOLDER are written in when this is bundled.
import { kinds, plain } from "../pagefind_setting.mjs";

let pagefind;

export async function ready() {
  pagefind = await import(new URL(`${FOLDER}/pagefind.js`, location.origin).href);
  // Memory is watched in the page only, so there it stays out of a worker.
  await pagefind.options({ ranking: kinds[KIND].ranking, noWorker: globalThis.memories !== undefined });
  await pagefind.init();
}

export const ask = async (text) => (await pagefind.search(plain(text))).results;

/** Titles and addresses lie in a fragment for each result. */
export async function shown(answer, most) {
  const data = await Promise.all(answer.slice(0, most).map((result) => result.data()));
  return data.map(({ url, meta }) => [url.split("/").at(-2), meta.shown]);
}
