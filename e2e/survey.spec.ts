// Answering a survey and rating a dossier without script: faults given back, thanks, what is closed, counted once.
import { type Page, expect, test } from "@playwright/test";
import { filed } from "./api/client";
import { clean } from "./axe";

test.use({ javaScriptEnabled: false });

const OPEN = "/khao-sat/hai-long-2026/";
const CLOSED = "/khao-sat/khao-sat-thu/";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const summary = (page: Page) => page.locator("[data-error-summary]");
const send = (page: Page, name: string) => page.getByRole("button", { name }).click();

/** Answers every question that must be answered. */
async function answer(page: Page, satisfied: string): Promise<void> {
  await page.getByRole("checkbox", { name: "Theo dõi hồ sơ đã gửi" }).check();
  await page.locator('[name="lam-duoc-khong"][value="lam-duoc"]').check();
  await page.locator('[name="loi-van"][value="khong-y-kien"]').check();
  await page.locator(`[name="hai-long"][value="${satisfied}"]`).check();
}

test("a survey says first who asks, why and until when", async ({ page }) => {
  await page.goto(OPEN);
  const main = page.getByRole("main");
  for (const words of ["Người hỏi: Văn phòng", "khoảng 3\u00a0phút", "Không ai biết bạn trả lời", "đến hết ngày 31/03/2027", "Trang Thống kê"]) {
    await expect(main).toContainText(words);
  }
  await expect(page.getByText("Không có ý kiến").first()).toBeVisible();
});

test("a survey comes back with its answers and every fault, and is thanked for once it is whole", async ({ page, context }) => {
  await page.goto(OPEN);
  await page.getByRole("checkbox", { name: "Theo dõi hồ sơ đã gửi" }).check();
  await page.locator('[name="mot-dieu-sua"]').fill("Chữ to hơn");
  await send(page, "Gửi câu trả lời");
  await expect(summary(page)).toContainText("Có 3 chỗ cần sửa");
  await expect(page.getByRole("checkbox", { name: "Theo dõi hồ sơ đã gửi" })).toBeChecked();
  await expect(page.locator('[name="mot-dieu-sua"]')).toHaveValue("Chữ to hơn");
  await summary(page).getByRole("link").first().click();
  await expect(page.locator("#lam-duoc-khong")).toBeFocused();

  await answer(page, "hai-long");
  await send(page, "Gửi câu trả lời");
  await expect(page).toHaveURL(/\/ket-qua\/\?cam-on$/);
  await expect(heading(page)).toHaveText("Cảm ơn bạn");
  const cookies = (await context.cookies()).filter(({ name }) => name.startsWith("__Host-khao-sat-"));
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
});

test("one browser counts once, and its last word holds", async ({ page, browser }) => {
  // Results are shown from five people on.
  for (let person = 0; person < 5; person += 1) {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const other = await context.newPage();
    await other.goto(OPEN);
    await answer(other, "binh-thuong");
    await send(other, "Gửi câu trả lời");
    await expect(heading(other)).toHaveText("Cảm ơn bạn");
    await context.close();
  }
  const keys = new Set<string>();
  for (const word of ["hai-long", "khong-hai-long"]) {
    await page.goto(OPEN);
    await answer(page, word);
    await send(page, "Gửi câu trả lời");
    await expect(heading(page)).toHaveText("Cảm ơn bạn");
    for (const { name, value } of await page.context().cookies()) if (name.startsWith("__Host-khao-sat-")) keys.add(value);
  }
  expect(keys.size, "the second answer came with the key of the first").toBe(1);
  await expect(page.getByRole("main")).toContainText(/\d+ người đã trả lời/);
});

test("a closed survey says so, asks nothing and leads to its results", async ({ page }) => {
  await page.goto(CLOSED);
  await expect(page.getByRole("main")).toContainText("Khảo sát này đã đóng");
  await expect(page.locator("main form")).toHaveCount(0);
  await page.getByRole("link", { name: "Xem kết quả khảo sát" }).click();
  await expect(heading(page)).toContainText("Kết quả");
  await expect(page.getByRole("main")).toContainText("Khảo sát đã đóng.");
});

test("a rating comes back where nothing was chosen, is thanked for, and can be changed", async ({ page, request }) => {
  const { rating, code } = await filed(request);
  await page.goto(`/danh-gia/${rating}`);
  await expect(heading(page)).toHaveText("Bạn vừa gửi hồ sơ. Mọi việc thế nào?");
  await expect(page.locator("body")).not.toContainText(code);
  await page.getByRole("radio", { name: "Dễ", exact: true }).check();
  await send(page, "Gửi đánh giá");
  await expect(summary(page)).toContainText("Có 1 chỗ cần sửa");
  await expect(page.getByRole("radio", { name: "Dễ", exact: true })).toBeChecked();

  await page.getByRole("radio", { name: "Hài lòng", exact: true }).check();
  await send(page, "Gửi đánh giá");
  await expect(heading(page)).toHaveText("Cảm ơn bạn");
  await page.getByRole("link", { name: "Sửa đánh giá của tôi" }).click();
  await expect(page.getByRole("radio", { name: "Hài lòng", exact: true })).toBeChecked();
  await page.getByRole("radio", { name: "Rất hài lòng" }).check();
  await send(page, "Gửi đánh giá");
  await page.goto(`/danh-gia/${rating}`);
  await expect(page.getByRole("radio", { name: "Rất hài lòng" })).toBeChecked();
});

test.describe("with script, for axe", () => {
  test.use({ javaScriptEnabled: true });

  test("survey, rating, results and statistics have nothing axe complains of, faults included", async ({ page, request }) => {
    const { rating } = await filed(request);
    for (const [address, button] of [
      [OPEN, "Gửi câu trả lời"],
      [`/danh-gia/${rating}`, "Gửi đánh giá"],
    ] as const) {
      await page.goto(address);
      await clean(page, "a survey");
      await send(page, button);
      await expect(summary(page)).toBeVisible();
      await clean(page, "a survey");
    }
    for (const address of [CLOSED, `${OPEN}ket-qua/`, "/thong-ke/"]) {
      await page.goto(address);
      await clean(page, "a survey");
    }
  });
});
