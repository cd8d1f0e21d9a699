// What is known of a person is offered, told where from, and put over nothing that is typed: of an earlier form, of an identity service.
import { type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { address, asking, boxesOf, exampleOf, opened, walkThrough } from "./filing";

test("who filed before need not type it again: offered, told where from, never put over what is typed", async ({ page, context }) => {
  const boxes = boxesOf(await exampleOf(page.request, "trich-luc-ho-tich"));
  await opened(page, "trich-luc-ho-tich");
  await walkThrough(page, boxes);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xem lại trước khi gửi");
  const next = await context.newPage();
  await opened(next, "tinh-trang-hon-nhan");
  const known = next.locator(".draft-note");
  await expect(known).toContainText("Máy này nhớ thông tin của Phạm Văn Mẫu");
  await clean(next, "offer");
  await next.locator('main form [name="ho-ten"]').evaluate((box: HTMLInputElement) => {
    box.value = "Người khác";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await known.getByRole("button", { name: "Điền giúp tôi" }).click();
  await expect(known).toHaveCount(0);
  await expect(next.locator('main form [name="ho-ten"]')).toHaveValue("Người khác");
  await expect(next.locator('main form [name="so-dinh-danh"]')).toHaveValue("031085000789");
  await expect(next.locator('[data-question="so-dinh-danh"] .known-from')).toContainText("Từ tờ khai lúc");
  await expect(next.locator('[data-question="ho-ten"] .known-from')).toHaveCount(0);
  await asking(next, "tinh-trang-hon-nhan", "so-dinh-danh");
  await next.locator('main form [name="so-dinh-danh"]').fill("031085000790");
  await expect(next.locator('[data-question="so-dinh-danh"] .known-from')).toHaveCount(0);
  await next.goto("/tai-khoan/");
  await expect(next.locator("[data-person-box]")).toContainText("Phạm Văn Mẫu");
  await next.getByRole("button", { name: "Quên người này" }).click();
  await expect(next.locator("[data-person-box]")).toBeHidden();
  await opened(next, "ho-kinh-doanh");
  await expect(next.locator(".draft-note")).toHaveCount(0);
});

test.describe("a portal with an identity service", () => {
  /** The page of a form as such a portal prints it, and what its service answers. */
  async function signedIn(page: Page, answer: { status: number; body?: string }): Promise<void> {
    const form = `**${address("tinh-trang-hon-nhan")}`;
    await page.route(form, async (route) => {
      const printed = await route.fetch();
      await route.fulfill({ response: printed, body: (await printed.text()).replace("data-form=", 'data-identity="/tai-khoan/toi" data-form=') });
    });
    await page.route("**/tai-khoan/toi", (route) => route.fulfill({ ...answer, contentType: "application/json" }));
    await opened(page, "tinh-trang-hon-nhan");
  }

  test("offers what it vouches for, tells where it is from, and puts nothing over what is typed", async ({ page }) => {
    const facts = [["name", "Lê Văn Danh"], ["personal-id", "031085000789"], ["phone", "0912345678"]];
    await signedIn(page, { status: 200, body: JSON.stringify({ from: "tài khoản VNeID, ngày 02/11/2026", facts }) });
    const known = page.locator(".draft-note");
    await expect(known).toContainText("Bạn đã đăng nhập: Lê Văn Danh, từ tài khoản VNeID, ngày 02/11/2026");
    await page.locator('main form [name="ho-ten"]').evaluate((box: HTMLInputElement) => {
      box.value = "Người khác";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await known.getByRole("button", { name: "Điền giúp tôi" }).click();
    await expect(page.locator('main form [name="ho-ten"]')).toHaveValue("Người khác");
    await expect(page.locator('main form [name="so-dinh-danh"]')).toHaveValue("031085000789");
    await expect(page.locator('[data-question="so-dinh-danh"] .known-from')).toContainText("Từ tài khoản VNeID, ngày 02/11/2026");
  });

  for (const answer of [{ status: 204 }, { status: 500, body: "{}" }, { status: 200, body: "not JSON" }]) {
    test(`stays a plain form where the service answers ${answer.status} ${answer.body ?? ""}`, async ({ page }) => {
      await signedIn(page, answer);
      await expect(page.locator(".draft-note")).toHaveCount(0);
    });
  }
});
