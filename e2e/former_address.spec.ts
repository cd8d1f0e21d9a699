// An address that still names a district: the form leads it to today's commune, and fills that in once somebody says so;
// without script, and for everybody else, pages tell what each commune of before is called today.
import { type Locator, type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { address, boxesOf, exampleOf, fillTopic, formLives } from "./filing";
import { bytes, former, pages } from "./pages";
import { complaints, open, tabTo } from "./visit";

const FORM = "trich-luc-ho-tich";
const box = (page: Page, part: string) => page.locator(`main form [name="noi-o.${part}"]`);
const chosen = (page: Page, part: string) => box(page, part).locator("option:checked");
const help = (page: Page) => page.locator('[data-question="noi-o"] [data-former]');
const summary = (page: Page) => help(page).locator("summary");
const use = (page: Page) => help(page).getByRole("button", { name: "Dùng địa chỉ này" });
const said = (page: Page) => help(page).getByRole("status");
const filled = (page: Page) => page.locator('[data-question="noi-o"] .former-filled');
const names = (page: Page) => page.locator("main form[data-form]").evaluate((form: HTMLFormElement) => [...new FormData(form).keys()]);

/** Shows the topic with the address. */
async function begin(page: Page): Promise<void> {
  await page.goto(address(FORM));
  await formLives(page);
  const boxes = boxesOf(await exampleOf(page.request, FORM));
  for (let step = 0; step < 12 && !(await box(page, "province").isVisible()); step += 1) {
    await fillTopic(page, boxes);
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  }
  await expect(box(page, "province")).toBeVisible();
}

/** Chooses the place of before, from the province down. */
async function choose(page: Page, ...places: string[]): Promise<void> {
  const lists = ["Tỉnh, thành phố trên giấy tờ", "Quận, huyện trên giấy tờ", "Xã, phường, thị trấn trên giấy tờ"];
  for (const [level, place] of places.entries()) await help(page).getByLabel(lists[level] ?? "").selectOption({ label: place });
}

test("an old address leads to today's, is filled in when somebody says so, and is there again after a reload", async ({ page }) => {
  const heard = await complaints(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await begin(page);
  const [before, fetched] = [await names(page), asked.length];
  expect(asked.filter((one) => one.includes("/assets/former"))).toEqual([]);
  await summary(page).click();
  await choose(page, "Hà Nội", "Quận Ba Đình", "Phường Trúc Bạch");
  await expect(said(page)).toHaveText("Nay là Phường Ba Đình, Thành phố Hà Nội.");
  await expect(help(page)).toContainText("Không đúng nơi bạn ở? Bạn tự chọn");
  await clean(page, "the help, opened");
  // Only who lives there may say so.
  await expect(box(page, "province")).toHaveValue("");
  await use(page).click();
  await expect(box(page, "province")).toHaveValue("01");
  await expect(chosen(page, "commune")).toHaveText("Phường Ba Đình");
  await expect(box(page, "street")).toBeFocused();
  await expect(filled(page)).toHaveText("Đã điền Phường Ba Đình, Thành phố Hà Nội. Bạn điền tiếp số nhà, đường.");
  // The whole list is there, for who wants another one after all.
  expect(await box(page, "commune").locator("option").count()).toBeGreaterThan(100);
  expect(await names(page), "what was chosen to get there is no answer").toEqual(before);
  expect(asked.slice(fetched).filter((one) => !/^GET \/assets\//.test(one)), "nothing was told to the server").toEqual([]);
  await box(page, "street").fill("Số 5, phố Thử");
  await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  await page.reload();
  await formLives(page);
  await expect(chosen(page, "province")).toHaveText("Thành phố Hà Nội");
  await expect(chosen(page, "commune")).toHaveText("Phường Ba Đình");
  await expect(box(page, "street")).toHaveValue("Số 5, phố Thử");
  expect(heard).toEqual([]);
});

test("a commune that was divided is chosen by who lives there, and nothing is chosen before", async ({ page }) => {
  await begin(page);
  const before = await names(page);
  await summary(page).click();
  await choose(page, "Hà Nội", "Quận Cầu Giấy", "Phường Dịch Vọng");
  const parts = help(page).getByRole("radio");
  await expect(parts).toHaveCount(2);
  await expect(help(page).getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(help(page).getByText("Không đúng nơi bạn ở?")).toBeHidden();
  await expect(help(page)).toContainText("Chưa rõ thì bạn hỏi xã, phường nơi bạn ở.");
  await use(page).click();
  await expect(said(page)).toHaveText("Bạn chọn một nơi trong danh sách dưới đây.");
  await expect(parts.first()).toBeFocused();
  await expect(box(page, "province")).toHaveValue("");
  await clean(page, "the parts of a commune");
  await help(page).getByRole("radio", { name: "Phường Nghĩa Đô" }).check();
  expect(await names(page), "which part it is, is no answer by itself").toEqual(before);
  await use(page).click();
  await expect(chosen(page, "commune")).toHaveText("Phường Nghĩa Đô");
  await expect(box(page, "street")).toBeFocused();
  // Another commune begins anew.
  await summary(page).click();
  await choose(page, "Hà Nội", "Quận Cầu Giấy", "Phường Mai Dịch");
  await expect(parts).toHaveCount(0);
  await expect(said(page)).toHaveText(/^Nay là Phường /);
  await expect(filled(page)).toHaveText("");
});

test("an island that had no communes leads there at once", async ({ page }) => {
  await begin(page);
  await summary(page).click();
  await choose(page, "Quảng Ngãi", "Huyện Lý Sơn");
  await expect(said(page)).toHaveText("Nay là Đặc khu Lý Sơn, tỉnh Quảng Ngãi.");
  await use(page).click();
  await expect(chosen(page, "commune")).toHaveText("Đặc khu Lý Sơn");
});

test("an old address is found and filled in without a mouse", async ({ page }) => {
  await begin(page);
  await tabTo(page, summary(page));
  await page.keyboard.press("Enter");
  const lists = help(page).locator("select");
  for (const [level, place] of ["Hà Nội", "Quận Cầu Giấy", "Phường Dịch Vọng"].entries()) {
    await expect(lists.nth(level).locator("option", { hasText: new RegExp(`^${place}$`) })).toBeAttached();
    await tabTo(page, lists.nth(level));
    for (let press = 0; press < 60 && (await lists.nth(level).locator("option:checked").innerText()) !== place; press += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await expect(lists.nth(level).locator("option:checked")).toHaveText(place);
  }
  await tabTo(page, help(page).getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await tabTo(page, use(page));
  await page.keyboard.press("Enter");
  await expect(box(page, "street")).toBeFocused();
  await expect(chosen(page, "commune")).toHaveText(/^Phường (Cầu Giấy|Nghĩa Đô)$/);
});

test("turning to the help is no mistake yet, and filling in mends one", async ({ page }) => {
  await begin(page);
  await box(page, "province").selectOption({ label: "Thành phố Hà Nội" });
  await box(page, "province").focus();
  await tabTo(page, summary(page));
  const faults = page.locator('[data-question="noi-o"] .error-line:visible');
  await expect(faults).toHaveCount(0);
  await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  await expect(faults).toHaveCount(1);
  await summary(page).click();
  await choose(page, "Hà Nội", "Quận Ba Đình", "Phường Trúc Bạch");
  await use(page).click();
  await expect(page.locator('[data-error-for="noi-o.commune"]')).toBeHidden();
});

test("a list that does not come is told, and opening the help again brings it", async ({ page }) => {
  await begin(page);
  await page.route(/assets\/former-places/, (route) => route.abort());
  await summary(page).click();
  await expect(said(page)).toContainText("Chưa tải được danh sách");
  await page.unroute(/assets\/former-places/);
  await summary(page).click();
  await summary(page).click();
  await choose(page, "Hà Nội", "Quận Ba Đình", "Phường Trúc Bạch");
  await expect(said(page)).toHaveText("Nay là Phường Ba Đình, Thành phố Hà Nội.");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the help leads to a page in a new tab that tells what the commune is today", async ({ page, context }) => {
    await page.goto(address(FORM));
    await summary(page).click();
    await expect(help(page)).toContainText("những gì bạn đã điền vẫn còn ở thẻ này");
    await expect(help(page).locator("select")).toHaveCount(0);
    const [list] = await Promise.all([context.waitForEvent("page"), help(page).getByRole("link").click()]);
    await list.getByRole("link", { name: "Bà Rịa - Vũng Tàu", exact: true }).click();
    await expect(list.getByRole("heading", { level: 1 })).toContainText("Tỉnh Bà Rịa - Vũng Tàu");
    await expect(list.locator(".lead")).toContainText("Nay thuộc thành phố Hồ Chí Minh.");
    await list.getByRole("link", { name: "Huyện Côn Đảo" }).click();
    await expect(list).toHaveURL(/#huyen-con-dao$/);
    const row = (table: string, name: string) => list.getByRole("table", { name: table }).getByRole("row", { name });
    await expect(row("Huyện Côn Đảo", "Cả huyện")).toContainText("Đặc khu Côn Đảo");
    await list.goto(`${former}ha-noi/`);
    await expect(row("Quận Cầu Giấy", "Phường Dịch Vọng Phường")).toContainText("Phường Cầu Giấy hoặc Phường Nghĩa Đô");
    await expect(row("Quận Cầu Giấy", "Phường Dịch Vọng Phường")).toContainText("Chia cho 2 nơi");
  });
});

test("each of the 63 provinces of before has a page, none of them heavy", () => {
  const all = pages.filter((page) => page.startsWith(former) && page !== former);
  expect(all).toHaveLength(63);
  expect(all.filter((page) => bytes(page).length > 80_000).map((page) => `${page} ${bytes(page).length}`)).toEqual([]);
});

const scrolls = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const width of [320, 360, 1280]) {
  test(`nothing goes over the edge at ${width} px, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const list of [former, `${former}da-nang/`, `${former}ba-ria-vung-tau/`, `${former}ha-noi/`]) {
      await open(page, list);
      expect(await scrolls(page), list).toBe(false);
      if (list !== `${former}ha-noi/`) await clean(page, list);
    }
    await begin(page);
    await summary(page).click();
    await choose(page, "Sơn La", "Thị xã Mộc Châu", "Thị trấn Nông trường Mộc Châu");
    await expect(help(page).getByRole("radio")).toHaveCount(4);
    expect(await scrolls(page)).toBe(false);
    const low: string[] = await help(page).locator("summary, select, button, label.option, a").evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.textContent ?? ""),
    );
    expect(low).toEqual([]);
  });
}

test("help leads to the list", async ({ page }) => {
  await open(page, "/tro-giup/");
  const link: Locator = page.getByRole("main").getByRole("link", { name: "địa chỉ cũ, địa chỉ mới" });
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${former}$`));
});
