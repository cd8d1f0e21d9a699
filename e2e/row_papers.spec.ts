// A paper for each row of a group: each is called after its row, goes where its row goes, and never to another.
import { createHash } from "node:crypto";
import { type Page, expect, test } from "@playwright/test";
import { bytes } from "./api/client";
import { type Boxes, address, boxesOf, exampleOf, fillPlainly, picture, receiptOf, type } from "./filing";
import { another, open } from "./officer";

const SLUG = "chung-thuc-ban-sao";
const PAPER = "ban-chup-tung-giay";
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n");

/** The example of the form, with several papers to certify. */
async function several(page: Page, names: string[]): Promise<Boxes> {
  const example = await exampleOf(page.request, SLUG);
  const { "ten-giay": _name, "so-trang": _pages, "so-ban": _copies, ...rest } = example.answers;
  const rows = names.map((ten) => ({ ten, trang: 2, ban: 1 }));
  return boxesOf({ ...example, answers: { ...rest, "may-giay": "nhieu", "cac-giay": rows } });
}

const box = (page: Page, row: number) => page.locator(`[data-paper="${PAPER}.${row}"]`);
const papers = (page: Page) => page.locator(`[data-paper^="${PAPER}"] h2`);
const goOn = (page: Page) => page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();

/** From the papers back to the form. */
async function mend(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Sửa tờ khai" }).first().click();
  await expect(page).toHaveURL(/sua=1/);
}

/** Sends a file in one part, as the page's script does. */
async function put(page: Page, row: number, data: Buffer): Promise<number> {
  const sha = createHash("sha256").update(data).digest("hex");
  const headers = { accept: "application/json", "upload-offset": "0", "upload-length": String(data.length), "content-disposition": 'attachment; filename="chung-chi.jpg"' };
  return (await page.request.put(`${address(SLUG)}giay-to/${PAPER}.${row}/${sha}`, { headers, data })).status();
}

test("files follow their row when another is taken out, and are let go with a row that is another now", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(address(SLUG));
  await fillPlainly(page, await several(page, ["Bằng đại học", "Học bạ", "Chứng chỉ"]));
  await goOn(page);
  await expect(papers(page)).toHaveText(["Bằng đại học", "Học bạ", "Chứng chỉ"].map((name) => `Bản chụp của ${name} (không bắt buộc)`));

  await box(page, 1).getByRole("button", { name: "Mang đến sau" }).click();
  await expect(box(page, 1)).toContainText("Bạn mang đến sau");
  await box(page, 2).locator("input[type=file]").setInputFiles(picture("hoc-ba.png"));
  await box(page, 2).getByRole("button", { name: /^Gửi ảnh/ }).click();
  await expect(box(page, 2)).toContainText("hoc-ba.png");
  expect(await put(page, 3, bytes("jpg"))).toBe(201);

  // The first row goes: what was said of it goes with it, the files of the others are theirs still.
  await mend(page);
  await page.locator('button[value="remove:cac-giay.1"]').click();
  await goOn(page);
  await expect(papers(page)).toHaveText(["Học bạ", "Chứng chỉ"].map((name) => `Bản chụp của ${name} (không bắt buộc)`));
  await expect(box(page, 1)).toContainText("hoc-ba.png");
  await expect(box(page, 2)).toContainText("chung-chi.jpg");
  await expect(page.locator(".callout-warning")).toHaveCount(0);
  // A page that was open before names a row that is gone.
  expect(await put(page, 3, bytes("jpg"))).toBe(404);

  // The first row becomes another paper: nobody's picture is shown as its own, and that is said.
  await mend(page);
  await type(page, "cac-giay.1.ten", "Giấy phép lái xe");
  await goOn(page);
  await expect(page.locator(".callout-warning")).toContainText("Ảnh đã gửi cho dòng đó không còn ở đây");
  await expect(box(page, 1)).toContainText("Giấy phép lái xe");
  await expect(box(page, 1)).toContainText("Chưa có");
  await expect(box(page, 2)).toContainText("chung-chi.jpg");
  await expect(page.locator("main")).not.toContainText("hoc-ba.png");

  await page.getByRole("link", { name: "Tiếp tục" }).click();
  const told = page.locator(".summary-list").filter({ hasText: "Giấy tờ gửi kèm" });
  await expect(told.locator("dt")).toHaveText(["Bản chụp của Giấy phép lái xe", "Bản chụp của Chứng chỉ"]);
  await expect(told.locator("dd")).toHaveText(["Không gửi", "chung-chi.jpg"]);
  await expect(async () => {
    if (await page.getByRole("button", { name: "Gửi hồ sơ" }).isVisible()) await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bạn đã gửi hồ sơ", { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  const { code, key } = await receiptOf(page);

  const view = await page.request.post(`/api/v1/dossiers/${code}/view`, { data: { access_key: key } });
  expect((await view.json()).files).toMatchObject([{ component: `${PAPER}.2`, number: 1, name: "chung-chi.jpg" }]);
  const file = await page.request.get(`/api/v1/dossiers/${code}/files/${PAPER}.2/1`, { headers: { "access-key": key } });
  expect(file.status()).toBe(200);
  const desk = await another(browser, ["receiver"], "Lê Thị Dòng");
  await open(desk, code);
  await expect(desk.locator(".dossier")).toContainText("Bản chụp của Chứng chỉ");
  await expect(desk.locator(".dossier")).not.toContainText("Bản chụp của Giấy phép lái xe");
});

test("with script a file goes to the box of its row", async ({ page }) => {
  const plain = await (await page.context().browser()?.newContext({ javaScriptEnabled: false }))?.newPage();
  if (!plain) throw new Error("no browser");
  await plain.goto(address(SLUG));
  await fillPlainly(plain, await several(plain, ["Bằng đại học", "Học bạ"]));
  await goOn(plain);
  await page.context().addCookies(await plain.context().cookies());
  await page.goto(`${address(SLUG)}giay-to/`);
  await box(page, 2).locator("input[type=file]").setInputFiles({ name: "hoc-ba.pdf", mimeType: "application/pdf", buffer: PDF });
  await expect(box(page, 2)).toContainText("Đã nhận 1 tệp");
  await expect(box(page, 1)).toContainText("Chưa có");
});
