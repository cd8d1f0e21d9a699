// Drafts of one device stay apart on the portal too: each has its own answers and papers, and finds them when somebody goes back to it.
import { type Page, expect, test } from "@playwright/test";
import { address, formLives, opened, walkThrough } from "./filing";
import { atPapers, choose, draftOf } from "./papers";

const FORM = "khai-sinh";
const MINE = "/tai-khoan/";
const PDF = Buffer.from("%PDF-1.4\n<</Type/Pages/Count 1>>\n%%EOF");
const file = (name: string) => [{ name, mimeType: "application/pdf", buffer: PDF }];
const child = (page: Page) => page.locator('main form [name="ho-ten-con"]');
const state = "[data-file-state]";

/** Leaves the draft of this tab where it is, and begins another one. */
async function another(page: Page): Promise<void> {
  await opened(page, FORM);
  const button = page.getByRole("button", { name: "Làm một hồ sơ khác" });
  await button.click();
  await expect(button).toHaveCount(0);
  await formLives(page);
}

test("a second draft is not given the papers of the first, and each has its own when somebody goes back to it", async ({ page, request }) => {
  const box = await atPapers(page, request);
  await choose(box, file("của bản đầu.pdf"));
  await expect(box.locator(state)).toContainText("Đã nhận 1 tệp");
  await another(page);
  await atPapers(page, request);
  await expect(box).not.toContainText("của bản đầu.pdf");
  await expect(box.locator(state)).toContainText("Chưa có");
  await choose(box, file("của bản sau.pdf"));
  await expect(box.locator(state)).toContainText("Đã nhận 1 tệp");
  for (const [row, mine, other] of [
    [1, "của bản đầu.pdf", "của bản sau.pdf"],
    // The one that was opened last stands first.
    [1, "của bản sau.pdf", "của bản đầu.pdf"],
  ] as const) {
    await page.goto(MINE);
    await page.locator("[data-my-drafts] li").nth(row).getByRole("link").first().click();
    await formLives(page);
    // Whoever opens a draft and writes in it has it last.
    await child(page).evaluate((box: HTMLInputElement) => {
      box.value += "h";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
    await walkThrough(page, []);
    await expect(box).toContainText(mine);
    await expect(box).not.toContainText(other);
  }
});

test("«Sửa tờ khai» writes into the draft whose papers are shown, whatever the tab opened meanwhile", async ({ page, request, context }) => {
  await atPapers(page, request);
  const papers = page.url();
  const first = await draftOf(page);
  await another(page);
  await page.goto(papers);
  await page.getByRole("link", { name: "Sửa tờ khai" }).first().click();
  await formLives(page);
  await child(page).evaluate((box: HTMLInputElement) => {
    box.value = "Sửa đúng bản";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  const other = await context.newPage();
  await other.goto(`${address(FORM)}#nhap=${first}`);
  await formLives(other);
  await expect(child(other)).toHaveValue("Sửa đúng bản");
});

test("when the portal has the draft no more the form says so, and the answers are there", async ({ page, request, context }) => {
  await atPapers(page, request);
  await context.clearCookies();
  await page.reload();
  await formLives(page);
  await expect(page.locator("main")).toContainText("tờ khai chưa gửi và ảnh giấy tờ chỉ được giữ 24 giờ");
  await expect(page.locator(".draft-note")).toContainText("Đã lấy lại những gì bạn điền trên máy này");
  await expect(child(page)).not.toHaveValue("");
});
