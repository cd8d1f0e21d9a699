// What holds for every page: its head, its links, its ids, its silence in the console, its headers.
import { expect, test } from "@playwright/test";
import { batches, brokenLink, gallery, guides, isEnglish, pages, text, twin } from "./pages";
import { SECURITY_HEADERS, complaints, open } from "./visit";

for (const batch of batches(16)) {
  test(`pages are well made: ${batch.name}`, async ({ page }) => {
    const heard = await complaints(page);
    const faults: string[] = [];
    for (const address of batch.pages) {
      const response = await open(page, address);
      const seen = await page.evaluate(look);
      const headers = response?.headers() ?? {};
      const wrong = [
        ...heard.splice(0),
        ...faultsOf(address, seen),
        ...Object.entries(SECURITY_HEADERS).filter(([name, value]) => headers[name] !== value).map(([name]) => `header ${name} is «${headers[name]}»`),
        ...("strict-transport-security" in headers ? ["strict-transport-security without TLS"] : []),
      ];
      faults.push(...wrong.map((fault) => `${address} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

test("no two pages have the same title", () => {
  const known = new Map<string, string>();
  const faults: string[] = [];
  for (const address of pages) {
    const title = /<title>([^<]*)<\/title>/.exec(text(address))?.[1]?.trim() ?? "";
    if (!title) faults.push(`${address} has no title`);
    if (known.has(title)) faults.push(`${address} and ${known.get(title)} are both called «${title}»`);
    known.set(title, address);
  }
  expect(faults).toEqual([]);
});

test("no two pages have the same description", () => {
  const known = new Map<string, string>();
  const faults: string[] = [];
  for (const address of pages) {
    const description = /<meta name="description" content="([^"]*)"/.exec(text(address))?.[1]?.trim() ?? "";
    if (known.has(description)) faults.push(`${address} and ${known.get(description)} are both described «${description}»`);
    known.set(description, address);
  }
  expect(faults).toEqual([]);
});

test("every page can be shared: title, description, address and picture", () => {
  const faults: string[] = [];
  for (const address of [...pages, "/404.html", "/en/404.html"]) {
    const card = (name: string) => new RegExp(`<meta property="og:${name}" content="([^"]+)"`).exec(text(address))?.[1]?.trim() ?? "";
    for (const name of ["title", "description"]) if (!card(name)) faults.push(`${address} has no og:${name}`);
    const [url, image] = [card("url"), card("image")];
    if (!url.startsWith("https://") || (pages.includes(address) && new URL(url).pathname !== address)) faults.push(`${address} has the og:url «${url}»`);
    if (!image.startsWith("https://") || brokenLink(new URL(image).pathname, address)) faults.push(`${address} has the og:image «${image}»`);
  }
  expect(faults).toEqual([]);
});

/** What a guide tells search engines. */
function told(address: string) {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text(address))?.[1] ?? "{}";
  return JSON.parse(data) as { "@type"?: string; name?: string; url?: string; provider?: { name?: string } };
}

test("every guide tells search engines which service it is, and whose", () => {
  const faults: string[] = [];
  const all = [...guides("vi"), ...guides("en")];
  expect(all.length).toBeGreaterThan(40);
  for (const address of all) {
    const service = told(address);
    if (service["@type"] !== "GovernmentService") faults.push(`${address} is «${service["@type"]}»`);
    if (!service.name?.trim()) faults.push(`${address} has no name`);
    if (!service.url || new URL(service.url).pathname !== address) faults.push(`${address} has the address «${service.url}»`);
    if (!service.provider?.name?.trim()) faults.push(`${address} has no provider`);
  }
  expect(faults).toEqual([]);
});

test("the first certificate of a piece of land is not said to be provided by the tax office, as was published once", () => {
  for (const [address, wrong] of [
    ["/thu-tuc/cap-so-lan-dau/", "Cơ quan thuế"],
    ["/en/thu-tuc/cap-so-lan-dau/", "Tax office"],
  ] as const) {
    const name = told(address).provider?.name ?? "";
    expect(name, address).not.toBe("");
    expect(name, address).not.toBe(wrong);
  }
});

for (const [language, home] of [["vi", "/"], ["en", "/en/"]] as const) {
  test(`every guide is at most three clicks from home, in «${language}»`, () => {
    const clicks = new Map([[home as string, 0]]);
    // A map keeps its order, and what is added on the way is walked too.
    for (const [address, far] of clicks) {
      for (const [, href = ""] of text(address).matchAll(/<a (?:[^>]*? )?href="(\/[^"#?]*)(?:#[^"]*)?"/g)) {
        if (pages.includes(href) && isEnglish(href) === isEnglish(home) && !clicks.has(href)) clicks.set(href, far + 1);
      }
    }
    const all = guides(language);
    expect(all.length).toBeGreaterThan(20);
    const far = all.filter((guide) => (clicks.get(guide) ?? Number.POSITIVE_INFINITY) > 3);
    expect(far.map((guide) => `${guide} after ${clicks.get(guide) ?? "no number of"} clicks`)).toEqual([]);
  });
}

test("the gallery is under test, but search engines are kept from it and no page leads to it", () => {
  expect(pages).toContain(gallery);
  expect(text(gallery)).toContain('<meta name="robots" content="noindex">');
  expect(text("/sitemap.xml")).not.toContain(gallery);
  expect(pages.filter((page) => page !== gallery && text(page).includes(`href="${gallery}`))).toEqual([]);
});

test("the pages outside of the printed set are quiet and well made too", async ({ page }) => {
  const heard = await complaints(page);
  const faults: string[] = [];
  for (const address of ["/tim-kiem?q=khai+sinh", "/en/tim-kiem?q=zzzz", "/thu-tuc/?linh-vuc=ho-tich&lam=la", "/khong-co-trang-nay", "/en/no-such-page"]) {
    await open(page, address);
    const seen = await page.evaluate(look);
    // The browser itself reports that a page answers 404.
    const wrong = [...heard.splice(0).filter((line) => !line.includes("404 (Not Found)")), ...faultsOf(address, seen)];
    faults.push(...wrong.map((fault) => `${address} ${fault}`));
  }
  expect(faults).toEqual([]);
});

type Seen = ReturnType<typeof look>;

/** Everything a test wants to know of the page that is open; runs in the browser. */
function look() {
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name)?.trim() ?? "";
  const ids = all("[id]").map((element) => element.id);
  const scripts = all("script:not([src])");
  return {
    h1: all("h1").length,
    main: all("main").length,
    title: document.title.trim(),
    language: document.documentElement.lang,
    description: attribute("meta[name=description]", "content"),
    canonical: attribute("link[rel=canonical]", "href"),
    alternates: all("link[rel=alternate][hreflang]").map((link) => link.getAttribute("href") ?? ""),
    noindex: attribute("meta[name=robots]", "content").includes("noindex"),
    ids,
    // Links of the gallery's examples lead nowhere.
    links: all("a, use, link:not([rel=canonical]):not([rel=alternate])").filter((link) => !link.closest(".gallery") || link.tagName === "use").map((link) => link.getAttribute("href") ?? ""),
    sources: all("[src], form[action]").map((element) => element.getAttribute("src") ?? element.getAttribute("action") ?? ""),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    styled: all("[style], style").length,
    handlers: all("*").filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
    inline: scripts.filter((script) => script.getAttribute("type") !== "application/ld+json").length,
    data: scripts.filter((script) => script.getAttribute("type") === "application/ld+json").map((script) => script.textContent ?? ""),
    withoutAlt: all("img:not([alt])").length,
    filled: all(".button:not(.button-outlined)").filter((button) => !button.closest(".bar, .gallery") && button.checkVisibility()).map((button) => button.textContent ?? ""),
  };
}

function faultsOf(address: string, seen: Seen): string[] {
  const path = address.split("?")[0] ?? address;
  const faults = new Set<string>();
  const must = (holds: boolean, fault: string) => holds || faults.add(fault);
  must(seen.h1 === 1, `has ${seen.h1} h1`);
  must(seen.main === 1, `has ${seen.main} main`);
  must(seen.title !== "", "has no title");
  must(seen.language === (isEnglish(address) ? "en" : "vi"), `is in «${seen.language}»`);
  must(seen.description !== "", `has the description «${seen.description}»`);
  must(seen.noindex || (seen.canonical.startsWith("https://") && new URL(seen.canonical).pathname === path), `has the canonical address «${seen.canonical}»`);
  const alternates = seen.alternates.map((href) => new URL(href).pathname).sort();
  const both = twin(path) && !seen.noindex ? [path, twin(path)].sort() : [];
  must(alternates.join() === both.join(), `names as its languages ${alternates.join(" ") || "nothing"}`);
  for (const href of [...seen.links, ...seen.sources]) {
    const broken = href.startsWith("#") && seen.ids.includes(decodeURIComponent(href.slice(1))) ? undefined : brokenLink(href, path);
    must(!broken, broken ?? "");
  }
  // The gallery shows components beside one another that no page has twice.
  must(seen.twice.length === 0 || path === gallery, `has ids twice: ${seen.twice.join(" ")}`);
  must(seen.styled === 0, `has ${seen.styled} inline styles`);
  must(seen.handlers === 0, `has ${seen.handlers} inline handlers`);
  must(seen.inline === 0, `has ${seen.inline} inline scripts`);
  for (const data of seen.data) must(parses(data), `has data that is no JSON: ${data.slice(0, 60)}`);
  must(seen.withoutAlt === 0, `has ${seen.withoutAlt} images without alt`);
  must(seen.filled.length <= 1, `has several filled buttons: ${seen.filled.join(" | ")}`);
  return [...faults];
}

function parses(data: string): boolean {
  try {
    return JSON.parse(data)["@context"] === "https://schema.org";
  } catch {
    return false;
  }
}
