// What comes out on paper.
import { type Page, expect, test } from "@playwright/test";
import { pages } from "./pages";
import { open } from "./visit";

test("a printed guide keeps the slip and the papers of the chosen case, and leaves out what cannot be pressed", async ({ page }) => {
  await open(page, "/thu-tuc/khai-sinh/");
  await page.getByRole("radio", { name: "Cha mẹ chưa đăng ký kết hôn" }).check();
  await page.emulateMedia({ media: "print" });
  for (const gone of [".header-nav", ".header-menu", ".language", ".skip-link", ".back-link", ".bar", ".case-chooser", "#phieu .actions", "[data-print]", "[data-kept]", "#hoi-dap"]) {
    await expect(page.locator(gone).first(), gone).toBeHidden();
  }
  await expect(page.locator("#phieu")).toBeVisible();
  await expect(page.locator("#phieu")).toContainText("1 ngày làm việc");
  await expect(page.locator("[data-case=cha-me-chua-ket-hon]")).toBeVisible();
  await expect(page.locator("[data-case=cha-me-chua-ket-hon]").getByRole("checkbox").first()).toBeVisible();
  await expect(page.locator("[data-case=cha-me-da-ket-hon]")).toBeHidden();
});

test("print is black on white, from a dark screen too", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await open(page, "/thu-tuc/khai-sinh/");
  const colours = await page.locator("#phieu").evaluate((slip) => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(slip).color]);
  expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});

test("a printed guide says which page of which office it is", async ({ page }) => {
  await open(page, "/thu-tuc/khai-sinh/");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".brand")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

// Eight long papers of land do not fit beside their facts on one sheet.
const TWO_SHEETS = ["/thu-tuc/cap-so-lan-dau/", "/thu-tuc/sang-ten-nha-dat/"];

test("the checklist of every guide fits one sheet of A4", async ({ page }) => {
  const guides = pages.filter((address) => /^\/thu-tuc\/[^/]+\/$/.test(address));
  expect(guides.length).toBeGreaterThan(20);
  const faults: string[] = [];
  for (const address of [...guides, "/en/thu-tuc/khai-sinh/"]) {
    await open(page, address);
    const sheets = await sheetsOf(page);
    if (sheets > (TWO_SHEETS.includes(address) ? 2 : 1)) faults.push(`${address} takes ${sheets} sheets`);
  }
  expect(faults).toEqual([]);
});

const blankForms = pages.filter((page) => page.startsWith("/bieu-mau/"));

test("there are blank forms to print", () => {
  expect(blankForms.length).toBeGreaterThan(0);
});

for (const address of blankForms) {
  test(`of a blank form only the form is printed, on few sheets: ${address}`, async ({ page }) => {
    await open(page, address);
    expect(await sheetsOf(page)).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".blank-form")).toBeVisible();
    const others = await page.evaluate(() => {
      const words = (element: Element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const shown = [...document.body.querySelectorAll("*")].filter((element) => !element.closest(".blank-form") && words(element) && element.checkVisibility());
      return shown.map((element) => element.textContent?.trim().slice(0, 60));
    });
    expect(others).toEqual([]);
  });
}

/** How many sheets of A4 the page takes. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  return pdf.toString("latin1").match(/\/Type\s*\/Page(?![a-z])/gi)?.length ?? 0;
}
