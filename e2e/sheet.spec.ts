// A form that is filed elsewhere: filled in here, printed, and nothing of it is sent or kept by the portal.
import { readFileSync } from "node:fs";
import { type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { type Boxes, type Example, address, boxesOf, fillPlainly, fillTopic, formLives, topic, type } from "./filing";
import { complaints } from "./visit";

const SHEETS = ["thuong-tru", "tam-tru"];
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** No API publishes such a form, for nothing of it can be filed. */
function boxes(slug: string): Boxes {
  const written = JSON.parse(readFileSync(`content/forms/${slug}.example.json`, "utf8")) as Pick<Example, "procedure" | "answers">;
  return boxesOf({ agency: "", contact: {}, delivery: {}, ...written }).filter(([name]) => name !== "agency");
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    for (const slug of SHEETS) {
      test(`${slug} is filled in, printed, mended and printed again, and nothing is sent`, async ({ page, request }) => {
        const heard = script ? await complaints(page) : [];
        const filled = boxes(slug);
        const name = filled.find(([box]) => box === "ho-ten")?.[1] ?? "";
        await page.goto(address(slug));
        await expect(page.locator("main")).toContainText("Không có gì được gửi đi");
        await expect(page.locator("main")).not.toContainText("Gửi hồ sơ");
        if (script) {
          await formLives(page);
          for (let step = 0; step < 12 && (await page.locator(".blank-form").count()) === 0; step += 1) {
            for (const [box, value] of filled) {
              if (box.endsWith(".commune") && (await page.locator(`[name="${box}"]`).isVisible())) {
                await expect(page.locator(`[name="${box}"] option[value="${value}"]`)).toBeAttached();
              }
              await type(page, box, value);
            }
            await expect(page.locator(".form-status")).toContainText("không gửi đi đâu");
            const before = await topic(page).innerText();
            await page.getByRole("button", { name: /^Tiếp tục/ }).click();
            await expect.poll(async () => (await page.locator(".blank-form").count()) > 0 || (await topic(page).innerText({ timeout: 500 }).catch(() => before)) !== before).toBe(true);
          }
        } else {
          await fillPlainly(page, filled);
          await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
        }
        await expect(heading(page)).toHaveText("Tờ CT01 đã điền, để in");
        await expect(page.locator("main")).toContainText("Chưa có gì được gửi đi.");
        await expect(page.getByRole("button", { name: "Gửi hồ sơ" })).toHaveCount(0);
        await expect(page.locator(".blank-form")).toContainText(name);
        expect((await page.context().cookies()).map((cookie) => cookie.name)).toEqual([]);
        if (script) await clean(page, "the sheet");
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        // On paper only the sheet is left, on one or two pages.
        await page.emulateMedia({ media: "print" });
        await expect(page.locator(".blank-form")).toBeVisible();
        await expect(heading(page)).toBeHidden();
        const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        expect(sheets).toBeLessThanOrEqual(2);
        await page.emulateMedia({ media: null });
        await page.getByRole("button", { name: "Sửa tờ khai" }).click();
        await expect(page.locator('[name="ho-ten"]')).toHaveValue(name);
        // Nor does the API file it.
        const answer = await request.get(`/api/v1/forms/${slug}`);
        expect(answer.status()).toBe(404);
        expect(heard).toEqual([]);
      });
    }
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("what is wrong is said, and a stop is told on the form itself with everything that was typed", async ({ page }) => {
    await page.goto(address("thuong-tru"));
    await fillPlainly(page, boxes("thuong-tru").filter(([name]) => name !== "ho-ten"));
    const next = () => page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last();
    await next().click();
    await expect(page.locator("[data-error-summary]").getByRole("link")).toHaveCount(1);
    await type(page, "truong-hop", "tre-moi-sinh");
    await type(page, "da-khai-sinh", "khong");
    await next().click();
    await expect(page.locator("main .callout").first()).toContainText("Làm khai sinh và thường trú một lần");
    await expect(page.locator('[name="quan-he"]')).toHaveValue("Con dâu");
  });
});

test("the guide leads to the sheet beside the door to where it is filed", async ({ page }) => {
  await page.goto("/thu-tuc/tam-tru/");
  await expect(page.locator("#phieu").getByRole("link", { name: /VNeID/ })).toBeVisible();
  await page.locator("#phieu").getByRole("link", { name: "Điền tờ CT01 để in" }).click();
  await expect(heading(page)).toContainText("Tờ khai thay đổi thông tin cư trú");
});

test("every row is there again after a reload, whatever its number: rows that went leave no gap to fall into", async ({ page }) => {
  await page.goto(address("thuong-tru"));
  await formLives(page);
  const names = page.locator('main form [name^="cung."][name$=".ten"]');
  const add = page.locator('button[value="add:cung"]');
  for (let step = 0; step < 12 && !(await add.isVisible()); step += 1) {
    await fillTopic(page, boxes("thuong-tru").filter(([name]) => !name.startsWith("cung.")));
    if (!(await add.isVisible())) await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  }
  const written = () => names.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
  const named = async (name: string) => {
    await names.last().fill(name);
    await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  };
  const back = async (expected: string[]) => {
    await page.reload();
    await formLives(page);
    expect(await written()).toEqual(expected);
  };
  await named("Một");
  for (const name of ["Hai", "Ba", "Bốn"]) {
    await add.click();
    await named(name);
  }
  await expect(add).toBeHidden();
  // The second goes; the one that comes has the number 5, of four rows at most.
  await page.locator('button[value="remove:cung.2"]').click();
  await add.click();
  await named("Năm");
  await back(["Một", "Ba", "Bốn", "Năm"]);
  await page.locator('button[value="remove:cung.3"]').click();
  await back(["Một", "Bốn", "Năm"]);
  await page.locator('button[value="remove:cung.1"]').click();
  await back(["Bốn", "Năm"]);
  await expect(page.locator('[data-group="cung"] [data-row] legend').first()).toHaveText("Người 1");
});
