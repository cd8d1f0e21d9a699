// Amounts of đồng: typed as one likes, grouped when one leaves the box, and never under the caret.
import { expect, test } from "@playwright/test";
import { address, formLives } from "./filing";

test("an amount is grouped when its box is left, and not while somebody types or looks at another window", async ({ page }) => {
  await page.goto(`${address("ho-kinh-doanh")}#von`);
  await formLives(page);
  const box = page.locator('main form [name="von"]');
  const caret = () => box.evaluate((input: HTMLInputElement) => input.selectionStart);
  await box.pressSequentially("1500000");
  await expect(box).toHaveValue("1500000");
  for (const key of ["ArrowLeft", "ArrowLeft", "7"]) await box.press(key);
  await expect(box).toHaveValue("15000700");
  expect(await caret()).toBe(6);
  // Another window takes the focus of the page, and the box keeps its own.
  await box.dispatchEvent("focusout");
  await expect(box).toHaveValue("15000700");
  expect(await caret()).toBe(6);
  await box.press("Tab");
  await expect(box).toHaveValue("15.000.700");
  // What is grouped is read like what is not; what is no number stays as it was typed.
  await box.fill("15.000.701");
  await box.press("Tab");
  await expect(box).toHaveValue("15.000.701");
  await expect(page.locator('[data-error-for="von"]')).toBeHidden();
  await box.fill("mười triệu");
  await box.press("Tab");
  await expect(box).toHaveValue("mười triệu");
  await expect(page.locator('[data-error-for="von"]')).toBeVisible();
});
