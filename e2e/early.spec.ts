// On a slow line a page is there before its script: what somebody answers meanwhile stays, beside a draft and without one.
import { type Page, expect, test } from "@playwright/test";
import { address, formLives, opened } from "./filing";
import { late } from "./visit";

const FORM = "trich-luc-ho-tich";
const name = (page: Page) => page.locator('main form [name="ho-ten"]');
const number = (page: Page) => page.locator('main form [name="so-dinh-danh"]');
const saved = (page: Page) => expect(page.locator("form[data-unsaved]")).toHaveCount(0);

/** Opens the form while its script is held back, answers, and lets the script come. */
async function early(page: Page, answer: () => Promise<void>, slug = FORM): Promise<void> {
  const come = await late(page, /assets\/forms-loader/);
  await page.goto(address(slug), { waitUntil: "commit" });
  await expect(page.locator("[data-form-end]")).toBeVisible();
  await answer();
  come();
  await formLives(page);
  await saved(page);
}

/** What the device kept, seen by another tab. */
async function elsewhere(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await opened(other, FORM);
  return other;
}

test("what is typed before the script came is kept, where there was no draft", async ({ page }) => {
  await early(page, () => name(page).fill("Nguyễn Thị Sớm"));
  await expect(page.locator(".form-status")).toContainText("Đã lưu trên máy này");
  const other = await elsewhere(page);
  await expect(name(other)).toHaveValue("Nguyễn Thị Sớm");
});

test("what is typed before the script came stands in place of the draft's answer, beside its others", async ({ page }) => {
  await early(page, async () => {
    await name(page).fill("Bản nháp");
    await number(page).fill("031085000789");
  });
  const kind = page.locator('main form input[type="radio"]').first();
  const tab = await page.context().newPage();
  await early(tab, async () => {
    await name(tab).fill("Gõ sớm");
    await tab.locator(`main form [name="${await kind.getAttribute("name")}"]`).first().check();
  });
  await expect(name(tab)).toHaveValue("Gõ sớm");
  await expect(number(tab)).toHaveValue("031085000789");
  const other = await elsewhere(page);
  await expect(name(other)).toHaveValue("Gõ sớm");
  await expect(number(other)).toHaveValue("031085000789");
  await expect(other.locator(`main form [name="${await kind.getAttribute("name")}"]`).first()).toBeChecked();
});

test("a province that was chosen before the script came brings its communes", async ({ page }) => {
  const slug = "giay-phep-xay-dung";
  const province = page.locator('main form select[name$=".province"]').first();
  await early(page, async () => void (await province.selectOption({ index: 1 })), slug);
  const commune = page.locator('main form select[name$=".commune"]').first();
  await expect.poll(() => commune.locator("option").count()).toBeGreaterThan(1);
});

test("a row that is typed before the script came stands beside those of the draft", async ({ page }) => {
  const first = (page: Page, row: number) => page.locator(`main form [name="cac-giay.${row}.ten"]`);
  const slug = "chung-thuc-ban-sao";
  await early(page, async () => {
    await page.locator('main form [name="may-giay"][value="nhieu"]').check();
    await first(page, 1).fill("Bằng đại học");
  }, slug);
  const tab = await page.context().newPage();
  await early(tab, async () => {
    await tab.locator('main form [name="may-giay"][value="nhieu"]').check();
    await tab.locator('main form [name="cac-giay.1.trang"]').fill("3");
  }, slug);
  await expect(first(tab, 1)).toHaveValue("Bằng đại học");
  await expect(tab.locator('main form [name="cac-giay.1.trang"]')).toHaveValue("3");
});
