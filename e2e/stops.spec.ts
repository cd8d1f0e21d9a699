// Whoever a form is not for is told what to do instead, before anything is sent: with script, without, and by the API.
import { type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { address, boxesOf, exampleOf, fillPlainly, formLives, type } from "./filing";
import { complaints } from "./visit";

const SLUG = "tro-cap-huu-tri";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const next = (page: Page) => page.getByRole("button", { name: /^Tiếp tục/ });

test("with script a stop stands in the place of the button, and goes when the answer changes", async ({ page }) => {
  const heard = await complaints(page);
  await page.goto(`${address(SLUG)}?truong-hop=tu-75-tuoi&noi-nop=xa-mau-dong`);
  await formLives(page);
  await next(page).click();
  await type(page, "lam-cho", "chinh-toi");
  await next(page).click();
  const stop = page.locator(".form-stop");
  await expect(stop).toHaveAttribute("role", "status");
  await type(page, "ngay-sinh.day", "1");
  await type(page, "ngay-sinh.month", "1");
  await type(page, "ngay-sinh.year", "1990");
  await expect(stop.getByRole("heading")).toHaveText("Bạn chưa đủ tuổi hưởng");
  await expect(stop.getByRole("link", { name: "trợ cấp xã hội hằng tháng" })).toBeVisible();
  await expect(next(page)).toBeHidden();
  // Enter in a box goes no further either.
  await page.locator('[name="ngay-sinh.year"]').press("Enter");
  await expect(stop).toBeVisible();
  await clean(page, "a stop");
  await type(page, "ngay-sinh.year", "1955");
  await expect(stop.getByRole("heading")).toHaveText("Bạn chưa đủ 75 tuổi");
  await type(page, "ngay-sinh.year", "1940");
  await expect(stop).toBeEmpty();
  await expect(next(page)).toBeVisible();
  expect(heard).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a stop is the page at the end, and leads back to the answers", async ({ page, request }) => {
    const example = await exampleOf(request, SLUG);
    const answers = { ...example.answers, "ngay-sinh-nguoi-huong": "1990-01-01" };
    await page.goto(address(SLUG));
    await fillPlainly(page, boxesOf({ ...example, answers }));
    await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
    await expect(heading(page)).toHaveText("Người được hưởng chưa đủ tuổi");
    await expect(page.getByRole("button", { name: "Gửi hồ sơ" })).toHaveCount(0);
    await page.getByRole("link", { name: "sửa câu trả lời" }).click();
    await expect(page.locator('[name="ho-ten-nguoi-huong"]')).toHaveValue(String(answers["ho-ten-nguoi-huong"]));
    await page.locator('[name="ngay-sinh-nguoi-huong.year"]').fill("1940");
    await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
    await expect(heading(page)).not.toHaveText("Người được hưởng chưa đủ tuổi");
  });
});

test("the API files nothing past a stop and names the answer that decides", async ({ request }) => {
  const example = await exampleOf(request, SLUG);
  const answers = { ...example.answers, "ngay-sinh-nguoi-huong": "1990-01-01" };
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const answer = await request.post("/api/v1/dossiers", { data: { ...example, answers }, headers: { "Idempotency-Key": key } });
  expect(answer.status()).toBe(422);
  const said = (await answer.json()) as { code: string; detail: string; faults: { path: string }[] };
  expect(said.code).toBe("faulty-fields");
  expect(said.detail).toBe("Người được hưởng chưa đủ tuổi");
  expect(said.faults.map((fault) => fault.path)).toEqual(["answers.ngay-sinh-nguoi-huong"]);
});
