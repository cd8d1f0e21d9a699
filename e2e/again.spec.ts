// A dossier like one that was filed: its answers come back with the key, as a draft on the device or printed by the server;
// who filed it can be remembered for other forms. The key is posted, and stands in no address.
import { type Page, expect, test } from "@playwright/test";
import { address, boxesOf, exampleOf, formLives } from "./filing";
import { type Owned, filed, opened } from "./owner";
import { complaints } from "./visit";

const FORM = "ho-kinh-doanh";
const box = (page: Page, name: string) => page.locator(`main form [name="${name}"]`);
const again = (page: Page) => page.getByRole("button", { name: "Làm hồ sơ giống hồ sơ này" });
const remember = (page: Page) => page.getByRole("button", { name: "Nhớ người nộp cho tờ khai khác" });

/** Opens a dossier, and waits until its script listens. */
async function alive(page: Page, dossier: Owned): Promise<void> {
  await opened(page, dossier);
  await expect(remember(page)).toBeVisible();
}

test("its answers become a draft that says where they are from, with all its rows", async ({ page }) => {
  const heard = await complaints(page);
  const dossier = await filed(page, FORM);
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url()));
  await alive(page, dossier);
  await again(page).click();
  await page.waitForURL(/nop-ho-so\/#nhap=/);
  await formLives(page);
  await expect(page.locator(".draft-note")).toContainText("Bản nháp này chép từ hồ sơ ngày");
  // Nothing is missing, so it begins at the beginning, and nobody is moved.
  await expect(page.locator("main section[data-page]:visible")).toHaveAttribute("data-page", "noi-nop");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const boxes = boxesOf(await exampleOf(page.request, FORM));
  for (const part of ["ngay-sinh.day", "ngay-sinh.month", "ngay-sinh.year"]) await expect(box(page, part)).toHaveValue(boxes.find(([one]) => one === part)?.[1] ?? "");
  const [, name = ""] = boxes.find(([one]) => one === "ho-ten") ?? [];
  await expect(box(page, "ho-ten")).toHaveValue(name);
  for (const [row, value] of boxes.filter(([one]) => /^nghe-kinh-doanh\.\d+\./.test(one))) await expect(box(page, row)).toHaveValue(value);
  const beside = page.locator('[data-question="ho-ten"] .known-from');
  await expect(beside).toContainText("Từ hồ sơ ngày");
  // What somebody writes over is theirs, also after the page is opened anew.
  await box(page, "ho-ten").evaluate((input: HTMLInputElement) => {
    input.value = "Người Khác";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  await page.reload();
  await formLives(page);
  await expect(box(page, "ho-ten")).toHaveValue("Người Khác");
  await expect(beside).toHaveCount(0);
  await expect(page.locator('[data-question="so-dinh-danh"] .known-from')).toContainText("Từ hồ sơ ngày");
  expect(seen.filter((url) => url.includes(dossier.key))).toEqual([]);
  expect(heard).toEqual([]);
});

test("a draft in the making is left alone", async ({ page }) => {
  const dossier = await filed(page, "trich-luc-ho-tich");
  await page.goto(address("trich-luc-ho-tich"));
  await formLives(page);
  await box(page, "ho-ten").evaluate((input: HTMLInputElement) => {
    input.value = "Đang Làm Dở";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(page.locator("main form .form-status")).toContainText("Đã lưu trên máy này");
  await alive(page, dossier);
  await again(page).click();
  await page.waitForURL(/#nhap=/);
  await formLives(page);
  await expect(box(page, "ho-ten")).toHaveValue("Phạm Văn Mẫu");
  await page.goto("/tai-khoan/");
  await expect(page.locator("[data-my-drafts] li")).toHaveCount(2);
});

test("who filed it is remembered for another form, when they say so", async ({ page }) => {
  const dossier = await filed(page, "trich-luc-ho-tich");
  await alive(page, dossier);
  await remember(page).click();
  await expect(page.locator('form:has(button[value="known"]) [role=status]')).toContainText("Máy này nhớ Phạm Văn Mẫu");
  await page.goto(address("tinh-trang-hon-nhan"));
  await formLives(page);
  await expect(page.locator(".draft-note")).toContainText("Máy này nhớ thông tin của Phạm Văn Mẫu, từ hồ sơ ngày");
  await page.getByRole("button", { name: "Điền giúp tôi" }).click();
  await expect(box(page, "so-dinh-danh")).toHaveValue("031085000789");
  await expect(page.locator('[data-question="so-dinh-danh"] .known-from')).toContainText("Từ hồ sơ ngày");
});

test("without script, and on a shared device, the server prints the form with them", async ({ page, browser, baseURL }) => {
  const dossier = await filed(page, "trich-luc-ho-tich");
  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL });
  await opened(plain, dossier);
  await expect(remember(plain)).toBeHidden();
  await again(plain).click();
  await expect(plain.locator("main")).toContainText("Đã chép câu trả lời từ hồ sơ ngày");
  await expect(box(plain, "ho-ten")).toHaveValue("Phạm Văn Mẫu");
  await expect(plain.locator('[data-question="ho-ten"] .known-from')).toContainText("Từ hồ sơ ngày");
  await plain.close();
  await page.goto("/tai-khoan/");
  await page.locator("[data-shared-device-always]").check();
  await expect(page.locator("[data-drafts-said]")).toContainText("không giữ gì nữa");
  await opened(page, dossier);
  await again(page).click();
  await formLives(page);
  await expect(box(page, "ho-ten")).toHaveValue("Phạm Văn Mẫu");
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test("nothing is told without the key", async ({ page }) => {
  const { code } = await filed(page, "trich-luc-ho-tich");
  for (const key of ["", "0000000000000"]) {
    const answer = await page.request.post(`/tra-cuu/${code}`, { form: { key, _do: "again" }, headers: { accept: "application/json" } });
    expect(await answer.text()).not.toContain("Phạm Văn Mẫu");
  }
});
