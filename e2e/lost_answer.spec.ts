// A dossier that went while its answer did not come back: the device says so, leads to the receipt, and nothing is filed twice.
import { type Page, expect, test } from "@playwright/test";
import { address, asking, boxesOf, exampleOf, fillTopic, opened, receiptOf, walkThrough } from "./filing";
import { nowhere } from "./visit";

const FORM = "trich-luc-ho-tich";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const drafts = (page: Page) => page.locator("[data-my-drafts]");

/** Stands before the button that sends, when a person may press it. */
async function atCheck(page: Page): Promise<string> {
  await opened(page, FORM);
  await walkThrough(page, boxesOf(await exampleOf(page.request, FORM)));
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
  await page.waitForFunction(() => performance.now() > 1000);
  return page.url();
}

/** Sends; the portal gets the dossier, and nobody gets its answer. Returns where the answer would have led. */
async function lost(page: Page): Promise<string> {
  const check = await atCheck(page);
  let led = "";
  await page.route(check, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const headers = Object.entries(await route.request().allHeaders()).filter(([name]) => !name.startsWith(":") && name !== "content-length");
    const answer = await fetch(check, { method: "POST", headers: Object.fromEntries(headers), body: route.request().postData(), redirect: "manual" });
    led = answer.headers.get("location") ?? "";
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
  await nowhere(page);
  await page.unroute(check);
  expect(led).toContain("/tra-cuu/");
  return led;
}

test("after a lost answer the home page leads to the receipt", async ({ page, context }) => {
  const led = await lost(page);
  await page.close();
  const next = await context.newPage();
  await next.goto("/");
  await expect(drafts(next)).toContainText("Đã bấm gửi, chưa thấy biên nhận");
  await drafts(next).getByRole("link").first().click();
  await expect(heading(next)).toHaveText("Bạn đã gửi hồ sơ");
  const { code } = await receiptOf(next);
  expect(led).toBe(`/tra-cuu/${code}`);
  await expect.poll(() => next.evaluate(() => localStorage.getItem("ho-so") ?? "")).toContain(code);
  await next.goto("/");
  await expect(next.locator("[data-my-dossiers]")).toContainText(code);
  await expect(drafts(next)).toBeHidden();
});

test("whoever leaves the receipt before its script is done leaves no draft behind", async ({ page }) => {
  await atCheck(page);
  // As on a slow line: what ends the draft has not come yet.
  await page.route(/\/assets\/list\./, (route) => route.abort());
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
  await expect(heading(page)).toHaveText("Bạn đã gửi hồ sơ");
  const { code } = await receiptOf(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("ho-so") ?? "")).toContain(code);
  await page.unroute(/\/assets\/list\./);
  await page.goto("/");
  await expect(page.locator("[data-my-dossiers]")).toContainText(code);
  await expect(drafts(page)).toBeHidden();
  await page.goto("/tai-khoan/");
  await expect(page.locator("[data-no-drafts]")).toBeVisible();
});

test("whoever goes through the form again with the same answers gets the receipt of what was filed", async ({ page }) => {
  const led = await lost(page);
  await opened(page, FORM);
  await walkThrough(page, boxesOf(await exampleOf(page.request, FORM)));
  await expect(heading(page)).toHaveText("Bạn đã gửi hồ sơ");
  const { code } = await receiptOf(page);
  expect(led).toBe(`/tra-cuu/${code}`);
});

test("what waits for the line does not go by itself when somebody mends it meanwhile", async ({ page }) => {
  await atCheck(page);
  await page.route("**/healthz", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
  await expect(page.locator("form[data-send] .form-status")).toContainText("Chờ có mạng để gửi");
  await opened(page, FORM);
  await asking(page, FORM, "ho-ten");
  await page.locator('main form [name="ho-ten"]').fill("Phạm Văn Sửa");
  await expect(page.locator("main form .form-status")).toHaveText("Đã lưu trên máy này – chưa gửi");
  await page.unroute("**/healthz");
  await page.goto("/");
  await expect(drafts(page)).toContainText("– chưa gửi");
  await expect(drafts(page)).not.toContainText("Chờ có mạng");
});

test("a form that waits for the line does not go on under somebody's hands: whoever writes presses again", async ({ page }) => {
  await opened(page, FORM);
  await asking(page, FORM, "contact-phone");
  await fillTopic(page, boxesOf(await exampleOf(page.request, FORM)));
  await page.route("**/healthz", (route) => route.abort("internetdisconnected"));
  const next = page.getByRole("button", { name: /^Tiếp tục/ });
  const status = page.locator("main form .form-status");
  await next.click();
  await expect(status).toContainText("Chờ có mạng để đi tiếp");
  await page.locator('main form [name="contact-phone"]').fill("0912345679");
  await expect(status).toHaveText("Đã lưu trên máy này – chưa gửi");
  await page.unroute("**/healthz");
  const asked = page.waitForResponse((answer) => answer.url().endsWith("/healthz"));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await asked;
  await expect(page).toHaveURL(new RegExp(`${address(FORM)}$`));
  await next.click();
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
  await expect(page.locator("main")).toContainText("0912 345 679");
});

test("a form that asks less makes nobody forget what another one learned of the same person", async ({ page }) => {
  for (const slug of ["tinh-trang-hon-nhan", "chung-thuc-ban-sao"]) {
    await opened(page, slug);
    await walkThrough(page, boxesOf(await exampleOf(page.request, slug)));
  }
  await opened(page, FORM);
  await page.getByRole("button", { name: "Điền giúp tôi" }).click();
  await expect(page.locator('main form [name="so-dinh-danh"]')).toHaveValue("046195000321");
});
