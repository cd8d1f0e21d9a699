// Every page on the smallest phone, and with text twice as large: nothing scrolls sideways, everything is large enough to touch.
import { type Page, expect, test } from "@playwright/test";
import { batches, pages } from "./pages";
import { open, unfold } from "./visit";

const BEHIND = ["/tim-kiem?q=khai+sinh", "/tim-kiem?q=zzzz", "/thu-tuc/?linh-vuc=ho-tich", "/en/tim-kiem?q=birth", "/khong-co-trang-nay"];
const BATCHES = [...batches(16), { name: "pages outside of the printed set", pages: BEHIND }];

/** The house rule: what people mean to press is this high at least, in CSS pixels. */
const MAIN_CONTROL = 48;
/** WCAG 2.2, 2.5.8: everything else that is not part of running text. */
const ANY_TARGET = 24;

// 320 CSS pixels are also what is left of 1280 at 400 %.
for (const batch of BATCHES) {
  test(`nothing scrolls sideways and targets are large at 320 px: ${batch.name}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const faults: string[] = [];
    for (const address of batch.pages) {
      await open(page, address);
      await unfold(page);
      const wide = await tooWide(page);
      faults.push(...wide.map((fault) => `${address} ${fault}`));
      faults.push(...(await squeezed(page)).map((fault) => `${address} ${fault}`));
      await page.locator("body > .header .header-menu summary").click();
      if (wide.length === 0) faults.push(...(await tooWide(page)).map((fault) => `${address} with open menu ${fault}`));
      faults.push(...(await tooSmall(page)).map((fault) => `${address} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

test("targets are large on a desk too", async ({ page }) => {
  const faults: string[] = [];
  for (const address of ["/", "/thu-tuc/", "/thu-tuc/khai-sinh/", "/su-kien/sinh-con/", "/co-quan/", "/tro-giup/", "/en/thu-tuc/khai-sinh/", ...BEHIND]) {
    await open(page, address);
    await unfold(page);
    faults.push(...(await tooSmall(page)).map((fault) => `${address} ${fault}`));
  }
  expect(faults).toEqual([]);
});

test.describe("with text twice as large", () => {
  // The policy of the site would stop a style sheet added from outside.
  test.use({ bypassCSP: true, viewport: { width: 640, height: 800 } });

  for (const batch of BATCHES) {
    test(`nothing scrolls sideways with text at 200 %: ${batch.name}`, async ({ page }) => {
      const faults: string[] = [];
      for (const address of batch.pages) {
        await open(page, address);
        await unfold(page);
        await page.addStyleTag({ content: "html { font-size: 2.25rem !important }" });
        faults.push(...(await tooWide(page)).map((fault) => `${address} ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  }
});

test("on a phone the first screen of home shows the search", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, "/");
  await expect(page.getByRole("button", { name: "Tìm" })).toBeInViewport({ ratio: 1 });
});

test("on a phone the button of a guide stays in reach", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const faults: string[] = [];
  let seen = 0;
  for (const address of pages.filter((page) => /^\/thu-tuc\/[^/]+\/$/.test(page))) {
    await open(page, address);
    const bar = page.locator(".bar .button:visible");
    if ((await bar.count()) === 0) continue;
    seen += 1;
    await page.locator("#thoi-gian-va-phi").evaluate((heading) => heading.scrollIntoView());
    const inReach = await bar.evaluate((button) => {
      const box = button.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight && button.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
    });
    if (!inReach) faults.push(address);
  }
  expect(faults).toEqual([]);
  expect(seen, "guides with a button").toBeGreaterThan(20);
});

/** What makes the page wider than its window. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5);
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const names = inner.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} «${(element.textContent ?? "").slice(0, 40)}» to ${Math.round(element.getBoundingClientRect().right)}`);
    return [`is ${root.scrollWidth} px wide in ${root.clientWidth}: ${names.join(" | ")}`];
  });
}

/** Text that breaks after every syllable, since it stands in a column too narrow for it. */
async function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const words = texts.currentNode.textContent?.trim() ?? "";
      const around = texts.currentNode.parentElement;
      if (words.length < 12 || !around?.checkVisibility() || around.closest(".skip-link, .gallery")) continue;
      range.selectNodeContents(texts.currentNode);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
      if (lines >= 3 && words.length / lines < 5.5) faults.push(`breaks into ${lines} lines: «${words}»`);
    }
    return faults;
  });
}

/** What is too low to touch; links within running text are left out. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ([mainControl, anyTarget]) => {
      const MAIN = ".button, .choice, .need label, .back-link, summary, .header-nav a, .header-menu a, .brand, .language, .procedure-list a, .tiles a, .filter-list a, .chosen a, .pagination a, .tries a, .more a, .footer-links a, .contents a, .plain-links a, #q";
      const inText = (element: Element) => {
        const around = element.closest("p, li, dd, td");
        const alone = around?.textContent?.trim() === element.textContent?.trim();
        return getComputedStyle(element).display === "inline" && around !== null && !alone;
      };
      const faults: string[] = [];
      for (const element of document.querySelectorAll("a[href]:not(.skip-link), button, summary, input:not([type=checkbox], [type=radio]), label:has(input)")) {
        if (!element.checkVisibility() || element.closest(".gallery, .spoken-only") || inText(element)) continue;
        const { height } = element.getBoundingClientRect();
        const least = element.matches(MAIN) ? mainControl : anyTarget;
        if (height < least - 0.01) faults.push(`target ${height.toFixed(1)} px high: ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} «${(element.textContent ?? "").trim().slice(0, 40)}»`);
      }
      return [...new Set(faults)];
    },
    [MAIN_CONTROL, ANY_TARGET] as const,
  );
}
