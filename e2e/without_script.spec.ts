// What people do when script is off: read every page, find, narrow, choose their case, follow old addresses, download.
import { readFileSync } from "node:fs";
import { type Page, expect, test } from "@playwright/test";
import { batches, guides, text } from "./pages";
import { open } from "./visit";

test.use({ javaScriptEnabled: false });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const rows = (page: Page) => page.locator("main .procedure-list > li");
const count = async (page: Page) => Number.parseInt((await page.getByRole("status").textContent()) ?? "", 10);

const BEHIND = ["/tim-kiem?q=khai+sinh", "/tim-kiem?q=zzzz", "/thu-tuc/?linh-vuc=ho-tich", "/khong-co-trang-nay", "/en/tim-kiem?q=birth", "/en/no-such-page"];

for (const batch of [...batches(16), { name: "pages outside of the printed set", pages: BEHIND }]) {
  test(`a page says without script all it says with it: ${batch.name}`, async ({ page, browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: true });
    const scripted = await context.newPage();
    const faults: string[] = [];
    for (const address of batch.pages) {
      await Promise.all([page.goto(address), open(scripted, address)]);
      const [plain, lively] = [await page.evaluate(look), await scripted.evaluate(look)];
      if (plain.scripted || !lively.scripted) faults.push(`${address} is not seen once without and once with script`);
      if (!plain.heading) faults.push(`${address} shows no h1`);
      if (plain.words.length < 40) faults.push(`${address} says only «${plain.words}»`);
      faults.push(...plain.hidden.map((element) => `${address} hides ${element}`));
      // With script a form shows one topic at a time; e2e/filing.spec.ts walks through all of them both ways.
      if (plain.words !== lively.words && !address.includes("/nop-ho-so/")) faults.push(`${address} says «${differing(plain.words, lively.words)}» without script and «${differing(lively.words, plain.words)}» with it`);
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}

/** What can be read in the main part, but for what only script can offer; runs in the browser. */
function look() {
  // What a device keeps needs script, and without it a page may say so.
  const KEPT = "[data-my-drafts], [data-my-drafts-box], [data-needs-script], [data-person-box], [data-person], [data-family]";
  const OFFERED = `.expected, [data-print], [data-kept], [data-my-dossiers-box], [data-copy], [data-shared], [data-fragment], noscript, ${KEPT}`;
  const main = document.querySelector("main");
  const words: string[] = [];
  const texts = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement;
    if (around?.checkVisibility() && !around.closest(OFFERED)) words.push(texts.currentNode.textContent ?? "");
  }
  // Places that wait empty for what only script can say, and the trap for programs.
  const WAITING = `[data-photo-desk], [data-print], [data-kept], [data-error-for], [data-doubt-for], [data-form-status], [data-my-dossiers-box], [data-my-dossiers], [data-shared], [data-copy], [data-add-row], [data-remove-row], :has(> [name=website]), ${KEPT}`;
  const hidden = [...(main?.querySelectorAll("[hidden]") ?? [])].filter((element) => !element.closest(WAITING));
  return {
    scripted: matchMedia("(scripting: enabled)").matches,
    heading: document.querySelector("h1")?.checkVisibility() ?? false,
    words: words.join(" ").replace(/\s+/g, " ").trim(),
    hidden: hidden.map((element) => `${element.tagName.toLowerCase()} «${(element.textContent ?? "").trim().slice(0, 40)}»`),
  };
}

/** The part of a text from where it leaves the other one. */
function differing(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one.slice(Math.max(0, at - 20), at + 60);
}

test("a guide is found by everyday words without marks: one search, one click", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").fill("giay doc than");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\/tim-kiem\?q=giay\+doc\+than$/);
  await page.waitForLoadState("domcontentloaded");
  await expect(page.getByRole("searchbox")).toHaveValue("giay doc than");
  await expect(page.getByRole("status")).toHaveText(`${await rows(page).count()} kết quả`);
  await rows(page).first().getByRole("link").click();
  await expect(heading(page)).toHaveText("Giấy xác nhận tình trạng hôn nhân");
});

test("a guide is found by its field in two clicks", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: /^Hộ tịch/ }).click();
  await rows(page).getByRole("link", { name: /kết hôn/i }).first().click();
  await expect(page).toHaveURL(/\/thu-tuc\/ket-hon\/$/);
  await expect(page.locator("#phieu")).toBeVisible();
});

test("a guide is found by what happens in life in two clicks", async ({ page }) => {
  await page.goto("/");
  await page.locator(".tiles").getByRole("link", { name: "Người thân qua đời" }).click();
  await rows(page).getByRole("link").first().click();
  await expect(page.locator("#phieu")).toBeVisible();
});

test("an example under the search box leads to results", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "mở quán ăn" }).click();
  await expect(rows(page).first()).toContainText(/kinh doanh/);
});

test("a search without results says so and shows where else to look", async ({ page }) => {
  await page.goto("/tim-kiem?q=%3Cscript%3Ezzzz%3C%2Fscript%3E");
  await expect(page.getByRole("status")).toContainText("«<script>zzzz</script>»");
  await expect(page.getByRole("searchbox")).toHaveValue("<script>zzzz</script>");
  expect(await rows(page).count()).toBeGreaterThan(3);
  await page.getByRole("main").getByRole("link", { name: "Xem tất cả thủ tục" }).click();
  await expect(page).toHaveURL(/\/thu-tuc\/$/);
});

test("the catalogue is narrowed by two facets, and one is taken away again", async ({ page }) => {
  await page.goto("/thu-tuc/");
  const all = await count(page);
  await expect(rows(page)).toHaveCount(all);

  const choose = async (facet: string, value: RegExp) => {
    await page.locator(".filter summary", { hasText: facet }).click();
    const link = page.locator(".filter").getByRole("link", { name: value });
    const promised = Number.parseInt((await link.locator(".number").textContent()) ?? "", 10);
    await link.click();
    await expect(page.getByRole("status")).toHaveText(`${promised} thủ tục phù hợp`);
    await expect(rows(page)).toHaveCount(promised);
    return promised;
  };
  const fewer = await choose("Lĩnh vực", /^Hộ tịch/);
  const fewest = await choose("Làm trên mạng", /^Làm hết trên mạng/);
  expect(fewer).toBeLessThan(all);
  expect(fewest).toBeLessThan(fewer);
  await expect(page).toHaveURL(/\/thu-tuc\/\?linh-vuc=ho-tich&tren-mang=full$/);

  await page.getByRole("link", { name: "Bỏ lọc: Làm hết trên mạng" }).click();
  await expect(page.getByRole("status")).toHaveText(`${fewer} thủ tục phù hợp`);
  await expect(rows(page)).toHaveCount(fewer);
  await page.getByRole("link", { name: "Bỏ lọc: Hộ tịch" }).click();
  await expect(page).toHaveURL(/\/thu-tuc\/$/);
  await expect(rows(page)).toHaveCount(all);
});

test("every choice of every facet leaves as many procedures as it promises", async ({ page, request }) => {
  await page.goto("/thu-tuc/");
  const choices = await page.locator(".filter-list a").evaluateAll((links) =>
    links.map((link) => ({ href: link.getAttribute("href") ?? "", promised: Number(link.querySelector(".number")?.textContent) })),
  );
  expect(choices.length).toBeGreaterThan(10);
  const kept: typeof choices = [];
  for (const { href } of choices) {
    const answer = await (await request.get(href)).text();
    kept.push({ href, promised: (answer.match(/<li><a href="\/thu-tuc\/[a-z0-9-]+\/">/g) ?? []).length });
  }
  expect(kept).toEqual(choices);
});

test("a filter with values nobody knows shows the whole catalogue", async ({ page }) => {
  await page.goto("/thu-tuc/");
  const all = await count(page);
  await page.goto("/thu-tuc/?linh-vuc=khong-co&la=lam&trang=999999");
  expect(await count(page)).toBe(all);
  await expect(rows(page)).toHaveCount(all);
});

for (const catalogue of ["/thu-tuc/", "/en/thu-tuc/"]) {
  test(`the printed catalogue and the Worker's say the same of every procedure, on the same day: ${catalogue}`, async ({ page }) => {
    const seen = async (address: string) => {
      const answer = await page.goto(address);
      await expect(page.locator(".notice:visible")).toBeVisible();
      return {
        notice: await page.locator(".notice:visible").innerText(),
        rows: await rows(page).evaluateAll((all) => all.map((row) => ["a", "strong", "small"].map((part) => (part === "a" ? row.querySelector(part)?.getAttribute("href") : row.querySelector(part)?.textContent) ?? ""))),
        tag: answer?.headers()["etag"],
      };
    };
    const [printed, answered] = [await seen(catalogue), await seen(`${catalogue}?trang=1`)];
    expect(printed.tag).toBeDefined();
    expect(answered.tag, "the second is not the printed file").not.toBe(printed.tag);
    expect(printed.rows.length).toBeGreaterThan(20);
    expect(printed.rows.filter(([, , line]) => /\d\s(ngày|working\sday).*\s·\s/.test(line ?? "")).length, "rows with a time and a fee").toBeGreaterThan(0);
    expect(answered.rows).toEqual(printed.rows);
    expect(printed.notice).toMatch(/05\/12\/2026|5 December 2026/);
    expect(answered.notice).toBe(printed.notice);
  });
}

test("choosing a case leaves only its papers, by style alone", async ({ page }) => {
  await page.goto("/thu-tuc/khai-sinh/");
  const cases = page.locator(".case");
  const open = () => cases.evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute("data-case")));
  expect(await open()).toEqual(["cha-me-da-ket-hon"]);
  await page.getByRole("radio", { name: "Con không có giấy chứng sinh" }).check();
  expect(await open()).toEqual(["khong-co-giay-chung-sinh"]);
  await page.getByRole("radio", { name: "Xem tất cả" }).check();
  expect(await open()).toHaveLength(await cases.count());
});

test("every choice of every case chooser opens its own papers", async ({ page }) => {
  const faults: string[] = [];
  const choosers = guides("vi").filter((address) => text(address).includes("case-chooser"));
  expect(choosers.length).toBeGreaterThan(0);
  for (const guide of choosers) {
    await page.goto(guide);
    const radios = page.locator(".case-chooser input:not([value=''])");
    expect(await radios.count(), guide).toBeGreaterThan(0);
    for (const radio of await radios.all()) {
      await radio.check();
      const open = await page.locator(".case").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute("data-case")));
      const wanted = await radio.getAttribute("value");
      if (open.join() !== wanted) faults.push(`${guide} ${wanted} opens ${open.join()}`);
    }
  }
  expect(faults).toEqual([]);
});

test("nothing that needs script shows without it", async ({ page }) => {
  await page.goto("/thu-tuc/khai-sinh/");
  await expect(page.locator(".expected")).toBeHidden();
  await expect(page.locator("[data-kept]")).toBeHidden();
  await expect(page.getByRole("button", { name: /^In / })).toHaveCount(0);
});

test("the national code of a procedure leads to its guide, in both languages", async ({ page }) => {
  await page.goto("/thu-tuc/1.004222");
  await expect(page).toHaveURL(/\/thu-tuc\/thuong-tru\/$/);
  await expect(page.locator("main")).toContainText("1.004222");
  await page.goto("/en/thu-tuc/1.004222/");
  await expect(page).toHaveURL(/\/en\/thu-tuc\/thuong-tru\/$/);
});

test("a former procedure keeps its address and says what replaces it", async ({ page }) => {
  await page.goto("/thu-tuc/2.000986");
  await expect(page).toHaveURL(/\/thu-tuc\/lien-thong-khai-sinh-thuong-tru-bao-hiem\/$/);
  await expect(page.locator(".callout")).toContainText("Thủ tục này không còn từ ngày 08/09/2026.");
  await page.getByRole("link", { name: /^Xem thủ tục thay thế:/ }).click();
  await expect(page).toHaveURL(/\/thu-tuc\/khai-sinh-lien-thong\/$/);
});

test("a procedure that will end says until when, and what then", async ({ page }) => {
  await page.goto("/thu-tuc/cong-nhan-ho-ngheo/");
  await expect(page.locator(".callout")).toContainText("01/01/2027");
  await expect(page.locator(".callout")).toContainText("31/12/2026");
});

test("an address that leads nowhere says so and offers the search", async ({ page }) => {
  const answer = await page.goto("/khong-co-trang-nay");
  expect(answer?.status()).toBe(404);
  await expect(heading(page)).toHaveText("Không có trang này");
  await page.getByRole("searchbox").fill("khai sinh");
  await page.getByRole("button", { name: "Tìm" }).click();
  await expect(rows(page).first()).toContainText("Khai sinh cho con");
});

test("the downloaded list has a row for every code of every guide", async ({ page }) => {
  await page.goto("/thu-tuc/");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải danh sách (CSV)" }).click()]);
  expect(download.suggestedFilename()).toBe("thu-tuc.csv");
  const [heads, ...table] = csv(readFileSync(await download.path(), "utf8"));
  expect(heads?.[0]).toBe("Mã");
  expect(table.every((row) => row.length === heads?.length)).toBe(true);
  const codes = guides("vi").flatMap((guide) => [...text(guide).matchAll(/<span class="number">(\d\.\d{6}(?:\.[\w.]+)?)<\/span>/g)].map((found) => `${found[1]} ${guide}`));
  const listed = table.map((row) => `${row[0]} ${new URL(row.at(-1) ?? "").pathname}`);
  expect(listed.sort()).toEqual([...new Set(codes)].sort());
});

/** Reads a table as RFC 4180 writes it, with the mark of UTF-8 before it. */
function csv(whole: string): string[][] {
  expect(whole.startsWith("\u{feff}")).toBe(true);
  expect(whole.endsWith("\r\n")).toBe(true);
  const lines = whole.slice(1, -2).split("\r\n");
  return lines.map((line) => {
    expect(line).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
    return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map((cell) => (cell[1] ?? "").replaceAll('""', '"'));
  });
}
