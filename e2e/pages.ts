// Every page of the printed site, read from its folder: addresses, languages, twins, and whether a link leads somewhere.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

const folder = process.env.PORTAL_SITE ?? "";

/** The officers' desk: another house style behind the same door, with tests of its own. */
export const desk = "/can-bo/";

/** The address of every page for citizens, `/` first, in a steady order. */
export const pages: string[] = walk(folder).filter((page) => page !== desk).sort();

/** The page that shows every component; the site under `serve` and the one under test have it, the one put online has not. */
export const gallery = "/thanh-phan/";

function walk(at: string): string[] {
  return readdirSync(at).flatMap((name) => {
    const path = join(at, name);
    if (statSync(path).isDirectory()) return walk(path);
    return name === "index.html" ? [`/${relative(folder, path).slice(0, -name.length)}`] : [];
  });
}

/** Tells whether a page is in English. */
export function isEnglish(address: string): boolean {
  return address.startsWith("/en/");
}

/** The address of the same page in the other language, where there is one. */
export function twin(address: string): string | undefined {
  const other = isEnglish(address) ? address.slice("/en".length) : `/en${address}`;
  return pages.includes(other) ? other : undefined;
}

/** The text of a file of the site, by its address. */
export function text(address: string): string {
  return readFileSync(fileOf(address), "utf8");
}

/** The bytes of a file of the site, by its address. */
export function bytes(address: string): Buffer {
  return readFileSync(fileOf(address));
}

/** The guides of one language: pages under `/thu-tuc/` with a slip. */
export function guides(language: "vi" | "en"): string[] {
  const root = language === "en" ? "/en/thu-tuc/" : "/thu-tuc/";
  return pages.filter((page) => page.startsWith(root) && page !== root && !page.includes("/nop-ho-so/") && text(page).includes('id="phieu"'));
}

/** Where communes of before July 2025 are looked up, and one long page for each province of then. */
export const former = "/dia-chi-cu/";

/** The longest, the shortest, and one of a province that lost its name: the other sixty are made alike of other names. */
const FORMER = [former, `${former}ha-noi/`, `${former}da-nang/`, `${former}ba-ria-vung-tau/`];

/** Pages in batches of neighbours, each with a name, so that a test sees several and none takes long. */
export function batches(size: number): { name: string; pages: string[] }[] {
  const sections = new Map<string, string[]>();
  for (const page of pages.filter((page) => !page.startsWith(former) || FORMER.includes(page))) {
    const section = /^(\/en)?\/([^/]+\/)?/.exec(page)?.[0] ?? "/";
    sections.set(section, [...(sections.get(section) ?? []), page]);
  }
  return [...sections].flatMap(([section, all]) => {
    const parts = Math.ceil(all.length / size);
    const long = Math.ceil(all.length / parts);
    return Array.from({ length: parts }, (_, part) => ({
      name: parts === 1 ? section : `${section} part ${part + 1} of ${parts}`,
      pages: all.slice(part * long, (part + 1) * long),
    }));
  });
}

/** Says what is wrong with a link found on a page; nothing when it leads somewhere or leaves the site. */
export function brokenLink(href: string, from: string): string | undefined {
  if (/^(https:|mailto:|tel:)/.test(href)) return undefined;
  if (!/^[/#]./.test(href) && href !== "/" && !(href === "#" && from === gallery)) return `link of an unknown kind: «${href}»`;
  const url = new URL(href, `http://portal${from}`);
  const path = decodeURIComponent(url.pathname);
  if (/^(\/en)?\/tim-kiem$/.test(path)) return undefined;
  if (/^(\/en)?\/thu-tuc\/$/.test(path) && url.search) return undefined;
  // What the Worker prints stands in no folder; the tests of its pages open these.
  if (/^\/(thong-ke\/([^/]+\/)?|khao-sat\/[^/]+\/ket-qua\/)$/.test(path)) return undefined;
  // The examples of the gallery lead nowhere.
  if (from === gallery) return undefined;
  if (!existsSync(fileOf(path))) return `link to a page or file that does not exist: ${href}`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor && !text(path).includes(`id="${anchor}"`)) return `link to an anchor that does not exist: ${href}`;
  return undefined;
}

function fileOf(address: string): string {
  return join(folder, address.endsWith("/") ? `${address}index.html` : address);
}
