// Pagefind in a page: it fetches what it needs by itself, piece by piece.
import { ranking } from "../pagefind_setting.mjs";

let pagefind;

export async function ready() {
  pagefind = await import(new URL("/pagefind/bundle/pagefind.js", location.origin).href);
  await pagefind.options({ ranking: globalThis.tried ?? ranking });
  await pagefind.init();
}

export const ask = async (text) => (await pagefind.search(text)).results;

/** Titles and addresses lie in a fragment for each result. */
export async function shown(answer, most) {
  const data = await Promise.all(answer.slice(0, most).map((result) => result.data()));
  return data.map(({ url, meta }) => [url.split("/").at(-2), meta.title]);
}
