// The portal in English, and the way between the two languages.
import { expect, test } from "@playwright/test";
import { gallery, isEnglish, pages, text, twin } from "./pages";
import { open } from "./visit";

test("from home in English to the key facts of a guide, and on to the whole guide in Vietnamese", async ({ page }) => {
  await open(page, "/en/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you need to do?");
  await page.locator("#q").fill("register a birth");
  await page.getByRole("button", { name: "Search" }).click();
  await page.locator("main .procedure-list").getByRole("link", { name: /^Register a birth \d/ }).click();
  await expect(page).toHaveURL(/\/en\/thu-tuc\/khai-sinh\/$/);

  const slip = page.getByRole("region", { name: "Key facts" });
  for (const label of ["Where", "How long", "Fee", "Papers", "Online"]) await expect(slip.getByText(label, { exact: true })).toBeVisible();
  await expect(slip).toContainText("1 working day");
  await expect(slip.getByRole("link", { name: /^Apply|^Fill/ }).first()).toHaveAttribute("href", "/thu-tuc/khai-sinh/nop-ho-so/");

  await page.getByRole("link", { name: "full guide in Vietnamese" }).click();
  await expect(page).toHaveURL(/\/thu-tuc\/khai-sinh\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khai sinh cho con");
});

test("from home in English to a guide by life event", async ({ page }) => {
  await open(page, "/en/");
  await page.locator(".tiles a").first().click();
  await expect(page).toHaveURL(/\/en\/su-kien\/[a-z-]+\/$/);
  await page.locator("main .procedure-list a").first().click();
  await expect(page).toHaveURL(/\/en\/thu-tuc\/[a-z-]+\/$/);
  await expect(page.getByRole("region", { name: "Key facts" })).toBeVisible();
});

test("the language link leads to the same page in the other language and back", async ({ page }) => {
  for (const start of ["/", "/thu-tuc/ket-hon/", "/co-quan/phuong-mau/", "/tro-giup/tiep-can/"]) {
    await open(page, start);
    await page.getByRole("link", { name: "EN – Read this page in English" }).click();
    expect(new URL(page.url()).pathname).toBe(`/en${start}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("link", { name: "VI – Đọc trang này bằng tiếng Việt" }).click();
    expect(new URL(page.url()).pathname).toBe(start);
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  }
});

test("the language link of every page leads to its twin, and every page with a twin has it", () => {
  const faults: string[] = [];
  for (const address of pages.filter((page) => page !== gallery)) {
    const links = [...text(address).matchAll(/<a [^>]*class="language"[^>]*>/g)].map((found) => /href="([^"]+)"/.exec(found[0])?.[1]);
    const wanted = [twin(address)].filter((path) => path !== undefined);
    if (links.join() !== wanted.join()) faults.push(`${address} leads to ${links.join() || "nothing"} instead of ${wanted.join() || "nothing"}`);
  }
  expect(faults).toEqual([]);
});

for (const [what, from, to] of [
  ["a search", "/tim-kiem?q=khai+sinh", "/en/tim-kiem?q=khai+sinh"],
  ["a narrowed catalogue", "/thu-tuc/?linh-vuc=ho-tich", "/en/thu-tuc/?linh-vuc=ho-tich"],
] as const) {
  test(`the language link of ${what} keeps what was asked`, async ({ page }) => {
    await open(page, from);
    await page.getByRole("link", { name: "EN – Read this page in English" }).click();
    const [reached, wanted] = [new URL(page.url()), new URL(to, page.url())];
    expect([reached.pathname, [...reached.searchParams]]).toEqual([wanted.pathname, [...wanted.searchParams]]);
  });
}

test("pages in English lead to pages in English wherever there is one", () => {
  const faults: string[] = [];
  for (const address of pages.filter(isEnglish)) {
    // Links that say that they lead to Vietnamese are meant to.
    for (const [link, href = ""] of text(address).matchAll(/<a (?:[^>]*?)href="(\/[^"#?]*)[^"]*"[^>]*>/g)) {
      const vietnamese = !isEnglish(href) && twin(href) !== undefined && !link.includes('hreflang="vi"');
      if (vietnamese) faults.push(`${address} leads to ${href}`);
    }
  }
  expect([...new Set(faults)]).toEqual([]);
});

test("an unknown address below /en/ answers in English", async ({ page }) => {
  const answer = await page.goto("/en/no-such-page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  await expect(page.locator("#q")).toBeVisible();
});
