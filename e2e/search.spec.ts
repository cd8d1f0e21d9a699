// Searching: under the box while somebody types, on the page of results, with script and without, always in the same order.
import { type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { complaints, tabTo } from "./visit";

const box = (page: Page) => page.locator("#q");
const lines = (page: Page) => page.locator(".found [role=option]");
const results = (page: Page) => page.locator("main .procedure-list strong");

/** Types letter by letter, and waits for what the list then says. */
async function type(page: Page, words: string): Promise<void> {
  await box(page).click();
  await box(page).pressSequentially(words);
  await expect(box(page)).toHaveAttribute("role", "combobox");
}

/** Queries of every kind with the guide that must come first. */
const QUERIES: [query: string, first: string][] = [
  ["khai sinh", "Khai sinh cho con"],
  ["giay doc than", "Giấy xác nhận tình trạng hôn nhân"],
  ["lam so do", "Cấp sổ đỏ, sổ hồng lần đầu"],
  ["khaisinh", "Khai sinh cho con"],
  ["ddawng kys keets hoon", "Đăng ký kết hôn"],
  ["cccd", "Thẻ căn cước: cấp, đổi, cấp lại"],
  ["1.004873", "Giấy xác nhận tình trạng hôn nhân"],
  ["giay khia sinh", "Khai sinh cho con"],
  ["bằng lái xe", "Đổi, cấp lại giấy phép lái xe"],
  ["birth certificate", "Khai sinh cho con"],
  ["khai sinh ở hà nội", "Khai sinh cho con"],
];

for (const [query, first] of QUERIES) {
  test(`«${query}» finds «${first}», under the box and on the page without script in the same order`, async ({ page, browser }) => {
    await page.goto("/");
    await type(page, query);
    await expect(lines(page).first()).toContainText(first);
    const found = await lines(page).locator("strong").allInnerTexts();
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto("/");
    await box(plain).fill(query);
    await box(plain).press("Enter");
    await expect(plain).toHaveURL(/\/tim-kiem\?q=/);
    await plain.waitForLoadState("domcontentloaded");
    const titles = found.filter((title) => !title.startsWith("Xem tất cả"));
    expect((await results(plain).allInnerTexts()).slice(0, titles.length)).toEqual(titles);
    const { hits } = (await (await plain.request.get(`/api/v1/search?q=${encodeURIComponent(query)}`)).json()) as { hits: { title: string }[] };
    expect(hits.map((hit) => hit.title).slice(0, titles.length)).toEqual(titles);
  });
}

test("the first letter finds, words are marked, and a screen reader is told", async ({ page }) => {
  const heard = await complaints(page);
  await page.goto("/");
  await type(page, "k");
  await expect(lines(page)).not.toHaveCount(0);
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await type(page, "et hon");
  await expect(lines(page).first().locator("mark")).not.toHaveCount(0);
  await expect(page.locator(".search-box [role=status]").first()).toContainText("kết quả");
  await clean(page, "list");
  expect(heard).toEqual([]);
});

test("by keyboard: arrows choose, Enter goes there, Escape closes, Enter alone sends the form", async ({ page }) => {
  await page.goto("/");
  await type(page, "khai sinh");
  await expect(lines(page).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const chosen = await box(page).getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${chosen}"]`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant", /.+/);
  await page.keyboard.press("Escape");
  await expect(lines(page).first()).toBeHidden();
  await expect(box(page)).toHaveValue("khai sinh");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/thu-tuc\/khai-sinh\/$/);
  await page.goto("/");
  await type(page, "khai sinh");
  await expect(lines(page).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tim-kiem\?q=khai\+sinh$/);
});

test("an emptied box has nothing left to choose", async ({ page }) => {
  await page.goto("/");
  await type(page, "khai sinh");
  await expect(lines(page).first()).toBeVisible();
  await box(page).fill("");
  await expect(lines(page).first()).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await expect(box(page)).not.toHaveAttribute("aria-activedescendant", /.+/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tim-kiem\?q=$/);
});

test("what results can be narrowed to stands under them with how many each leaves, and leads there", async ({ page }) => {
  await page.goto("/");
  await type(page, "đăng ký");
  const narrowings = page.locator(".found .short");
  await expect(narrowings.first()).toBeVisible();
  const told = await narrowings.allInnerTexts();
  // Of each kind: a field, a level, who does it, and what can be done online.
  for (const name of ["Hộ tịch", "Cấp xã", "Người kinh doanh", "Trên mạng"]) expect(told.some((one) => one.startsWith(name)), `${name} in ${told}`).toBe(true);
  await type(page, " khai sinh");
  await expect(narrowings.filter({ hasText: "Người kinh doanh" })).toHaveCount(0);
  await box(page).fill("đăng ký");
  await clean(page, "narrowings");
  const level = narrowings.filter({ hasText: "Cấp xã" });
  const records = (await level.locator("small").innerText()).trim();
  await level.click();
  await expect(page).toHaveURL(/cap=xa/);
  await expect(page.locator("main")).toContainText(`${records} kết quả`);
  await page.goto("/en/");
  await type(page, "đăng ký");
  await expect(narrowings.filter({ hasText: "Commune" })).toHaveCount(1);
});

test("a finger chooses, and nothing moves when the list comes", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 800 }, hasTouch: true })).newPage();
  await page.goto("/");
  const before = await page.locator("main h2").first().boundingBox();
  await type(page, "ket hon");
  await expect(lines(page).first()).toBeVisible();
  expect(await page.locator("main h2").first().boundingBox()).toEqual(before);
  for (const line of await lines(page).all()) expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await lines(page).first().tap();
  await expect(page).toHaveURL(/\/thu-tuc\/ket-hon\/$/);
});

test("every page has a search box: folded in the header where the page has none of its own", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await page.goto("/thu-tuc/khai-sinh/");
  await tabTo(page, page.locator(".header-search summary"));
  await page.keyboard.press("Enter");
  await expect(page.locator("#tim")).toBeFocused();
  await page.keyboard.type("can cuoc");
  await expect(lines(page).first()).toContainText("Thẻ căn cước");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await clean(page, "header");
});

test("a dossier code is followed and a procedure code leads to its guide", async ({ page }) => {
  await page.goto("/");
  await type(page, "H99.12.1-261121-0007");
  await expect(lines(page).first()).toHaveText("Xem hồ sơ H99.12.1-261121-0007");
  await page.goto("/tim-kiem?q=h99.12.1-261121-0007");
  await expect(page.getByRole("link", { name: "Xem hồ sơ H99.12.1-261121-0007" })).toHaveAttribute("href", "/tra-cuu/H99.12.1-261121-0007");
  await page.goto("/tim-kiem?q=1.001193");
  await expect(results(page)).toHaveText(["Khai sinh cho con"]);
});

test("results say what was understood, can be narrowed by links, and explain themselves when asked", async ({ page }) => {
  await page.goto("/tim-kiem?q=giay+doc+than");
  await expect(page.locator("main")).toContainText("Hiểu là «giay doc than»");
  await page.goto("/tim-kiem?q=giay");
  const all = await results(page).count();
  await page.getByText("Lĩnh vực", { exact: true }).click();
  const choice = page.locator(".filter-list a").first();
  const count = Number(await choice.locator(".number").innerText());
  await choice.click();
  await expect(results(page)).toHaveCount(count);
  expect(count).toBeLessThan(all);
  await clean(page, "narrowed");
  await page.getByRole("link", { name: /^Bỏ lọc/ }).click();
  await expect(results(page)).toHaveCount(all);
  await page.goto("/tim-kiem?q=giay&giai-thich=1");
  await expect(page.locator("main .procedure-list small").first()).toContainText(/= \d\.\d\d hợp/);
});

test("nothing found is said, with a person to ask", async ({ page }) => {
  await page.goto("/tim-kiem?q=zzzzqqqq");
  await expect(page.getByRole("status").first()).toContainText("Chưa tìm thấy thủ tục nào cho «zzzzqqqq»");
  await expect(page.getByRole("link", { name: "Báo cho chúng tôi là không tìm thấy" })).toHaveAttribute("href", /^mailto:/);
  await clean(page, "nothing");
  await page.goto("/");
  await type(page, "zzzzqqqq");
  await expect(page.locator(".search-box [role=status]").first()).toContainText("Chưa tìm thấy");
});

for (const [name, pattern] of [
  ["its WebAssembly", "**/assets/finder.*.wasm"],
  ["its script", "**/assets/finder.*.js"],
  ["its index", "**/assets/search.*.bin"],
] as const) {
  test(`the form still searches when ${name} does not arrive`, async ({ page }) => {
    let stopped = 0;
    await page.route(pattern, (route) => {
      stopped += 1;
      return route.abort();
    });
    await page.goto("/");
    await box(page).fill("ket hon");
    await expect.poll(() => stopped).toBeGreaterThan(0);
    await box(page).press("Enter");
    await expect(results(page).first()).toHaveText("Đăng ký kết hôn");
  });
}

test("nothing of search is fetched before somebody turns to it, and on a slow line it comes all the same", async ({ page, context }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/finder\.|search\./.test(request.url())) asked.push(request.url());
  });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await type(page, "ket hon");
  await expect(lines(page).first()).toContainText("Đăng ký kết hôn");
});

test("the index and the definitions of forms travel compressed", async ({ request }) => {
  const home = await (await request.get("/")).text();
  const loader = await (await request.get(home.match(/\/assets\/finder-loader\.[0-9a-f]+\.js/)?.[0] ?? "")).text();
  const form = await (await request.get("/thu-tuc/khai-sinh/nop-ho-so/")).text();
  const addresses = [loader.match(/\/assets\/search\.[0-9a-f]+\.bin/)?.[0], form.match(/\/assets\/form-khai-sinh\.[0-9a-f]+\.bin/)?.[0]];
  for (const address of addresses) {
    expect(address).toBeDefined();
    const answer = await request.get(address ?? "", { headers: { "accept-encoding": "br" } });
    expect([address, answer.status(), answer.headers()["content-encoding"]]).toEqual([address, 200, "br"]);
  }
});
