// A device that several people use keeps nothing beyond the tab, whatever is typed, or brought from another phone.
import { type Page, expect, test } from "@playwright/test";
import { address, asking, formLives, opened } from "./filing";

const FORM = "trich-luc-ho-tich";
const MINE = "/tai-khoan/";
const status = (page: Page) => page.locator("main form .form-status");
const name = (page: Page) => page.locator('main form [name="ho-ten"]');

const begin = (page: Page) => opened(page, FORM);
const until = (page: Page, box: string) => asking(page, FORM, box);

async function saved(page: Page): Promise<void> {
  await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  await expect(status(page)).toHaveText("Đã lưu trên máy này – chưa gửi");
}

test("a shared device keeps nothing beyond the tab", async ({ page, context }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).fill("Người dùng trước");
  await saved(page);
  await page.goto(MINE);
  await page.getByLabel(/^Đây là máy dùng chung/).check();
  await expect(page.locator("[data-drafts-said]")).toContainText("không giữ gì nữa");
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await begin(page);
  await expect(name(page)).toHaveValue("");
  await until(page, "ho-ten");
  await name(page).fill("Người dùng sau");
  await expect(status(page)).toContainText("Đang giữ trong thẻ này");
  const next = await context.newPage();
  await begin(next);
  await expect(name(next)).toHaveValue("");
});

test("a draft from another phone opens on a shared device, in its tab alone", async ({ page, context }) => {
  await page.goto(MINE);
  await page.getByLabel(/^Đây là máy dùng chung/).check();
  await expect(page.locator("[data-drafts-said]")).toContainText("không giữ gì nữa");
  const file = { dinh_dang: "ban-nhap-mot-cua-1", thu_tuc: FORM, ten: "Trích lục", phien_ban: 1, cau_tra_loi: [{ cau_hoi: "Họ tên", o: "ho-ten", tra_loi: ["Người mang đến"] }], cau_hoi: [] };
  await page.locator("[data-bring-draft]").setInputFiles({ name: "ban-nhap.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await page.waitForURL(new RegExp(`${address(FORM)}$`));
  await formLives(page);
  await expect(name(page)).toHaveValue("Người mang đến");
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  const next = await context.newPage();
  await begin(next);
  await expect(name(next)).toHaveValue("");
});
