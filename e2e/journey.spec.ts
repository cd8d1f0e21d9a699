// The whole way of one dossier: found, filed with mistakes that are mended, taken by an officer, supplemented by its owner,
// decided, returned, looked up, rated. Once as most people go it, with script, once without; both on a phone.
import { type Browser, type Page, expect, test } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { clean } from "./axe";
import { boxesOf, exampleOf, fillPlainly, formLives, picture, receiptOf, type, walkThrough } from "./filing";
import { another, move, open, seat, standing } from "./officer";
import { complaints } from "./visit";

const SLUG = "khai-sinh";
const ASKED = "Ảnh giấy chứng sinh bị mờ. Chụp lại cả bốn góc.";
const RESULT = "Giấy khai sinh số 7/2026";
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n");

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const main = (page: Page) => page.locator("main");

/** What holds on every state of every page: nothing for axe (which needs script), nothing wider than the phone. */
async function whole(page: Page, what: string, script: boolean): Promise<void> {
  await page.waitForLoadState();
  if (script) await clean(page, what);
  const wide = await page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(wide, `${what} is wider than the phone`).toBeLessThanOrEqual(0);
}

/** From the front page to the form, by words nobody would print on a form. */
async function find(page: Page, script: boolean): Promise<void> {
  await page.goto("/");
  await whole(page, "front page", script);
  const box = page.locator("#q");
  await box.fill("giay khai sinh");
  await box.press("Enter");
  await main(page).getByRole("link", { name: "Khai sinh cho con" }).first().click();
  await whole(page, "guide", script);
  await main(page).getByRole("link", { name: /^Làm hồ sơ/ }).first().click();
  await expect(page).toHaveURL(new RegExp(`/thu-tuc/${SLUG}/nop-ho-so/`));
}

/** Fills the form in with three mistakes, is told of all, mends them. */
async function fill(page: Page, script: boolean): Promise<void> {
  const boxes = boxesOf(await exampleOf(page.request, SLUG));
  if (script) {
    await formLives(page);
    await whole(page, "form", script);
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
    await expect(page.locator("[data-error-for]:visible").first()).toBeVisible();
    await whole(page, "form with a fault", script);
    await walkThrough(page, boxes);
    return;
  }
  await fillPlainly(page, boxes);
  await type(page, "ho-ten", "");
  await type(page, "ngay-sinh-con.month", "13");
  await type(page, "contact-phone", "0912");
  await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
  await expect(page.locator("[data-error-summary]").getByRole("link")).toHaveCount(3);
  await whole(page, "form given back", script);
  for (const [name, value] of boxes) if (["ho-ten", "ngay-sinh-con.month", "contact-phone"].includes(name)) await type(page, name, value);
  await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
}

/** Attaches the paper, looks everything over, sends. */
async function send(page: Page, script: boolean): Promise<{ code: string; key: string }> {
  const paper = page.locator('[data-paper="giay-chung-sinh"]');
  await paper.locator("input[type=file]").setInputFiles(picture("mờ.png"));
  await paper.getByRole("button", { name: script ? "Ghép thành một tệp PDF và tải lên" : /^Gửi ảnh/ }).click();
  await expect(paper).toContainText("Đã nhận 1 tệp");
  await whole(page, "papers", script);
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
  await whole(page, "check", script);
  // Who presses at once is asked again, as a program would be; a person needs a second.
  await expect(async () => {
    if ((await heading(page).innerText()) === "Xem lại trước khi gửi") await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
    await expect(heading(page)).toHaveText("Bạn đã gửi hồ sơ", { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(main(page)).toContainText("Đây chưa phải Giấy tiếp nhận hồ sơ");
  await whole(page, "receipt", script);
  return receiptOf(page);
}

/** Looks the dossier up with its key, as somebody who closed everything in between. */
async function lookUp(page: Page, { code, key }: { code: string; key: string }, state: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/tra-cuu/");
  await main(page).getByLabel("Mã hồ sơ").fill(code);
  await page.getByLabel(/^Khóa xem hồ sơ/).fill(key);
  await page.getByRole("button", { name: "Tra cứu" }).last().click();
  await expect(main(page)).toContainText(state);
  expect(page.url()).not.toContain(key);
}

/** The officer takes it and asks, after that, for the paper once more and for one answer. */
async function takeAndAsk(desk: Page, code: string): Promise<void> {
  await open(desk, code);
  const accept = await move(desk, "Tiếp nhận");
  if (await accept.getByLabel("Ngày hẹn trả kết quả").isVisible()) await accept.getByLabel("Ngày hẹn trả kết quả").fill("2099-12-31");
  await accept.getByRole("button", { name: "Tiếp nhận", exact: true }).click();
  await standing(desk, "Được tiếp nhận");
  const ask = await move(desk, "Yêu cầu bổ sung");
  await ask.getByRole("checkbox", { name: "Giấy chứng sinh" }).check();
  await ask.getByText("Câu trả lời cần sửa").click();
  await ask.getByRole("checkbox", { name: "Họ, chữ đệm và tên của bé" }).check();
  await ask.getByLabel("Lý do và cách bổ sung").fill(ASKED);
  await ask.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await standing(desk, "Yêu cầu bổ sung giấy tờ");
}

/** The owner answers: an empty name is given back with what was typed, the mended one is taken. */
async function supplement(page: Page, script: boolean): Promise<void> {
  const form = page.locator("[data-supplement]");
  await expect(form).toContainText(ASKED);
  await whole(page, "supplement asked", script);
  await form.locator('[name="ho-ten-con"]').fill("");
  await form.getByRole("button", { name: "Gửi bổ sung" }).click();
  await expect(page.locator("[data-error-summary]").getByRole("link").first()).toBeVisible();
  await whole(page, "supplement given back", script);
  await form.locator('[name="ho-ten-con"]').fill("Trần Minh Ân");
  const paper = form.locator("[data-paper]").filter({ has: page.locator("input[type=file]") });
  await paper.locator("input[name]").setInputFiles([picture("rõ mặt trước.png"), picture("rõ mặt sau.png")]);
  if (script) {
    await paper.getByRole("button", { name: "Ghép thành một tệp PDF" }).click();
    await expect(paper.locator("[data-photo-desk]")).toHaveCount(0);
    expect(await paper.locator("input[name]").evaluate((box: HTMLInputElement) => [...(box.files ?? [])].map((file) => [file.type, file.size > 500]))).toEqual([["application/pdf", true]]);
  }
  await form.getByRole("button", { name: "Gửi bổ sung" }).click();
  await expect(main(page)).toContainText("Chúng tôi đã nhận phần bổ sung");
  await whole(page, "supplement taken", script);
}

/** What was accepted before goes straight on: a handler proposes, an approver decides with a file, reception returns. */
async function decide(desk: Page, browser: Browser, code: string): Promise<void> {
  await desk.reload();
  await expect(desk.locator(".dossier-left")).toContainText("Trần Minh Ân");
  await standing(desk, "Đang xử lý");
  const handler = await another(browser, ["handler"], "Trần Văn Xét");
  await open(handler, code);
  const propose = await move(handler, "Trình phê duyệt");
  await propose.getByLabel("Nội dung kết quả").fill(RESULT);
  await propose.getByRole("button", { name: "Trình phê duyệt" }).click();
  await expect(handler.locator(".dossier-left")).toContainText("Trình phê duyệt: đồng ý giải quyết");
  const approver = await another(browser, ["approver"], "Phạm Thị Duyệt");
  await open(approver, code);
  const resolve = await move(approver, "Quyết định kết quả");
  await resolve.getByLabel(/Tệp kết quả/).setInputFiles({ name: "giấy khai sinh.pdf", mimeType: "application/pdf", buffer: PDF });
  await resolve.getByRole("button", { name: "Quyết định kết quả" }).click();
  await standing(approver, "Đã xử lý xong");
  await desk.reload();
  const give = await move(desk, "Trả kết quả");
  await give.getByLabel(/Bằng chứng/).fill("Thẻ căn cước");
  await give.getByRole("button", { name: "Trả kết quả" }).click();
  await standing(desk, "Đã trả kết quả");
}

/** Four faces and a comment; a missing face is named; the rating may be changed. */
async function rate(page: Page, script: boolean): Promise<void> {
  await main(page).getByRole("link", { name: "Đánh giá" }).click();
  await expect(heading(page)).toHaveText("Bạn đã có kết quả. Mọi việc thế nào?");
  await whole(page, "rating", script);
  await page.getByRole("button", { name: "Gửi đánh giá" }).click();
  await expect(page.locator("[data-error-summary]").getByRole("link").first()).toBeVisible();
  await whole(page, "rating given back", script);
  for (const scale of await page.locator("main form fieldset").all()) await scale.getByRole("radio").last().check();
  await page.getByLabel(/^Bạn muốn nói thêm gì/).fill("Cán bộ nhẹ nhàng.");
  await page.getByRole("button", { name: "Gửi đánh giá" }).click();
  await expect(heading(page)).toHaveText("Cảm ơn bạn");
  await whole(page, "thanks", script);
  await page.getByRole("link", { name: "Sửa đánh giá của tôi" }).click();
  await expect(page.getByLabel(/^Bạn muốn nói thêm gì/)).toHaveValue("Cán bộ nhẹ nhàng.");
  await expect(main(page)).toContainText("Bạn đã đánh giá. Sửa được đến hết ngày");
}

for (const script of [true, false]) {
  test(`a birth from the search box to its certificate and a rating, ${script ? "with" : "without"} script`, async ({ browser }) => {
    const phone = { viewport: { width: 360, height: 800 }, javaScriptEnabled: script, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" };
    const page = await (await browser.newContext(phone)).newPage();
    const heard = script ? await complaints(page) : [];
    const desk = await (await browser.newContext()).newPage();
    await seat(desk, ["receiver"]);

    await find(page, script);
    await fill(page, script);
    const dossier = await send(page, script);
    await takeAndAsk(desk, dossier.code);
    await lookUp(page, dossier, "Yêu cầu bổ sung giấy tờ");
    await supplement(page, script);
    await decide(desk, browser, dossier.code);
    await lookUp(page, dossier, "Đã trả kết quả");
    await whole(page, "returned", script);
    await expect(main(page)).toContainText(RESULT);

    // The result as it was decided, and the application as it was filed and mended.
    const result = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải kết quả" }).click();
    const file = await result;
    expect(file.suggestedFilename()).toBe(`ket-qua-${dossier.code}.pdf`);
    expect(await readFile(await file.path())).toEqual(PDF);
    await rate(page, script);
    await lookUp(page, dossier, "Đã trả kết quả");
    await page.getByRole("button", { name: "Bản in tờ khai đã gửi" }).click();
    await expect(page.getByRole("article")).toContainText("Trần Minh Ân");
    await expect(page.getByRole("article")).toContainText(dossier.code);
    await whole(page, "application", script);
    // The two forms given back with faults are the only complaints.
    expect(heard.filter((line) => !line.includes("status of 422"))).toEqual([]);
  });
}
