// The officers' desk: from the door to the returned result, by mouse and by keyboard, with two officers at once, under axe.
import { expect, test } from "@playwright/test";
import { randomBytes } from "node:crypto";
import { clean } from "./axe";
import { another, ask, file, move, open, seat, standing } from "./officer";

test("the door: kind words, no fault for axe, and a password of one's own before anything else", async ({ page }) => {
  await page.goto("/can-bo/");
  await expect(page.getByLabel("Tên đăng nhập")).toBeFocused();
  await clean(page, "door");
  await page.getByLabel("Tên đăng nhập").fill("khong-co-ai");
  await page.getByLabel("Mật khẩu").fill("sai");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("alert")).toContainText("Tên đăng nhập hoặc mật khẩu chưa đúng");
  await clean(page, "door with a mistake");
  await seat(page, ["receiver"]);
  await clean(page, "list");
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
});

test("a dossier goes from the list to the returned result, each by who may", async ({ page, browser }) => {
  const code = await file(page);
  await seat(page, ["receiver"]);
  await page.goto("/can-bo/#new");
  await page.getByRole("searchbox").fill(code);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: code }).click();
  await standing(page, "Mới đăng ký");
  await clean(page, "dossier");
  const accept = await move(page, "Tiếp nhận");
  await clean(page, "accept");
  if (await accept.getByLabel("Ngày hẹn trả kết quả").isVisible()) await accept.getByLabel("Ngày hẹn trả kết quả").fill("2099-12-31");
  await accept.getByRole("button", { name: "Tiếp nhận", exact: true }).click();
  await standing(page, "Được tiếp nhận");

  await page.getByRole("button", { name: "Xem và in phiếu" }).click();
  const sheet = page.frameLocator("iframe.slip-preview");
  await expect(sheet.locator("h1")).toContainText("Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
  await expect(sheet.getByText(/Mẫu số 01/)).toBeVisible();
  await expect(sheet.getByText(/Số: \d+\/TNHS/)).toBeVisible();
  await clean(page, "slip");
  await page.keyboard.press("Escape");

  await (await move(page, "Chuyển xử lý")).getByRole("button", { name: "Chuyển xử lý" }).click();
  await standing(page, "Đang xử lý");

  const handler = await another(browser, ["handler"], "Trần Văn Xét");
  await open(handler, code);
  const propose = await move(handler, "Trình phê duyệt");
  await propose.getByRole("button", { name: "Trình phê duyệt" }).click();
  await expect(propose.getByRole("alert")).toContainText("Ghi nội dung kết quả");
  await propose.getByLabel("Nội dung kết quả").fill("Đề nghị cấp giấy.");
  await propose.getByRole("button", { name: "Trình phê duyệt" }).click();
  await expect(handler.locator(".dossier-left")).toContainText("Trình phê duyệt: đồng ý giải quyết");
  await expect(handler.locator(".bar-moves").getByRole("button", { name: "Quyết định kết quả" })).toHaveCount(0);

  const approver = await another(browser, ["approver"], "Phạm Thị Duyệt");
  await open(approver, code);
  const resolve = await move(approver, "Quyết định kết quả");
  await expect(resolve.getByLabel("Nội dung kết quả")).toHaveValue("Đề nghị cấp giấy.");
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n");
  await resolve.getByLabel(/Tệp kết quả/).setInputFiles({ name: "ket-qua.pdf", mimeType: "application/pdf", buffer: pdf });
  await resolve.getByRole("button", { name: "Quyết định kết quả" }).click();
  await standing(approver, "Đã xử lý xong");
  expect(await ask(approver, `/api/v1/desk/dossiers/${code}/result`)).toEqual({ status: 200, type: "application/pdf", text: pdf.toString() });

  await page.reload();
  const give = await move(page, "Trả kết quả");
  await give.getByRole("button", { name: "Trả kết quả" }).click();
  await expect(give.getByRole("alert")).toContainText("giấy tờ gì của người nhận");
  await give.getByLabel(/Bằng chứng/).fill("Thẻ căn cước");
  await give.getByRole("button", { name: "Trả kết quả" }).click();
  await standing(page, "Đã trả kết quả");
  await clean(page, "returned");
});

test("of two officers at once the second is told, and nothing is written over", async ({ page, browser }) => {
  const code = await file(page);
  await seat(page, ["receiver"], "Nguyễn Thị Một");
  const other = await another(browser, ["receiver"], "Nguyễn Văn Hai");
  await open(page, code);
  await open(other, code);
  const refuse = await move(other, "Từ chối tiếp nhận");
  await refuse.getByLabel("Lý do", { exact: true }).fill("Không thuộc thẩm quyền của phường.");
  const accept = await move(page, "Tiếp nhận");
  if (await accept.getByLabel("Ngày hẹn trả kết quả").isVisible()) await accept.getByLabel("Ngày hẹn trả kết quả").fill("2099-12-31");
  await accept.getByRole("button", { name: "Tiếp nhận", exact: true }).click();
  await standing(page, "Được tiếp nhận");

  await refuse.getByRole("button", { name: "Từ chối tiếp nhận" }).click();
  await expect(refuse.getByRole("alert")).toContainText("Hồ sơ vừa được Nguyễn Thị Một xử lý");
  await expect(refuse.getByLabel("Lý do", { exact: true })).toHaveValue("Không thuộc thẩm quyền của phường.");
  await clean(other, "told");
  await refuse.getByRole("button", { name: "Tải lại hồ sơ" }).click();
  await standing(other, "Được tiếp nhận");
});

test("a supplement is asked for once, with everything named", async ({ page }) => {
  const code = await file(page);
  await seat(page, ["receiver"]);
  await open(page, code);
  const ask = await move(page, "Yêu cầu bổ sung");
  await clean(page, "supplement");
  await ask.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await expect(ask.getByRole("alert")).toContainText("Ghi lý do");
  await ask.getByLabel("Lý do và cách bổ sung").fill("Số nhà chưa rõ. Ghi lại số nhà.");
  await ask.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await expect(ask.getByRole("alert")).toContainText("Chọn giấy tờ hoặc câu trả lời");
  // Without papers to choose, the answers are unfolded already.
  await ask.locator(".desk-fold input[type=checkbox]").first().check();
  await ask.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await standing(page, "Yêu cầu bổ sung giấy tờ");
  await expect(page.locator(".slips")).toContainText("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ");
});

test("papers are looked at in place: a picture turned and enlarged, a PDF in a frame, a tick that stays", async ({ page }) => {
  const draft = await (await page.request.post("/api/v1/drafts", { data: { procedure: "khai-sinh" } })).json();
  const key = { "draft-key": draft.draft_key };
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n");
  for (const [number, mimeType, body] of [[1, "image/png", png], [2, "application/pdf", pdf]] as const) {
    const put = await page.request.put(`/api/v1/drafts/${draft.draft}/files/giay-chung-sinh/${number}`, { data: body, headers: { ...key, "content-type": mimeType } });
    expect(put.status(), await put.text()).toBe(201);
  }
  const { example } = await (await page.request.get("/api/v1/forms/khai-sinh")).json();
  delete example.answers["giay-chung-sinh"];
  const filed = await page.request.post("/api/v1/dossiers", { data: { ...example, draft: draft.draft }, headers: { ...key, "idempotency-key": randomBytes(16).toString("hex") } });
  expect(filed.status(), await filed.text()).toBe(201);
  await seat(page, ["receiver"]);
  await open(page, (await filed.json()).code);

  const picture = page.locator(".viewer-picture");
  await expect(picture).toBeVisible();
  await expect(picture).toHaveJSProperty("naturalWidth", 1);
  await page.getByRole("button", { name: "Xoay phải" }).click();
  await page.getByRole("button", { name: "Phóng to" }).click();
  await expect(picture).toHaveClass(/turned-1 large-1/);
  await clean(page, "picture");
  await page.keyboard.press("]");
  await expect(page.locator("iframe.viewer-pdf")).toBeVisible();
  await expect(page.locator(".viewer-tools")).toContainText("2/2");
  await page.getByRole("checkbox", { name: "Đã kiểm tra: Giấy chứng sinh" }).check();
  await expect(page.locator(".timeline")).toContainText("Đánh dấu giấy tờ");
  await expect(page.locator(".viewer-tools")).toContainText("2/2");
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Đã kiểm tra: Giấy chứng sinh" })).toBeChecked();
});

test("the whole desk by keyboard: search, lines, a dossier, a move, help, back", async ({ page }) => {
  const code = await file(page);
  await seat(page, ["receiver"]);
  await page.goto("/can-bo/#all");
  await page.locator("h1").click();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await expect(page.locator(".queue-row")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(page.locator(".queue-row")).toBeFocused();
  await page.keyboard.press("Enter");
  await standing(page, "Mới đăng ký");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Phím tắt" })).toBeVisible();
  await clean(page, "help");
  await page.keyboard.press("Escape");
  await page.keyboard.press("3");
  const dialog = page.getByRole("dialog", { name: "Từ chối tiếp nhận" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(".queue")).toBeVisible();
});

test("a second Esc right after the one that closed a dialog goes back to the list", async ({ page }) => {
  const code = await file(page);
  await seat(page, ["receiver"]);
  await open(page, code);
  await page.keyboard.press("3");
  await expect(page.getByRole("dialog", { name: "Từ chối tiếp nhận" })).toBeVisible();
  // The dialog is gone at once, and says so a moment later: the key comes in between.
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  await expect(page.locator(".queue")).toBeVisible();
});

test("a lost key is replaced once, and shown once", async ({ page }) => {
  const code = await file(page);
  await seat(page, ["receiver"]);
  await open(page, code);
  await (await move(page, "Cấp lại khóa tra cứu")).getByRole("button", { name: "Cấp lại khóa tra cứu" }).click();
  const shown = page.getByRole("dialog", { name: "Khóa tra cứu mới" });
  await expect(shown.locator(".desk-key")).toHaveText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  const key = await shown.locator(".desk-key").textContent();
  const seen = await page.request.post(`/api/v1/dossiers/${code}/view`, { data: { access_key: key } });
  expect(seen.status()).toBe(200);
});

test("an administrator makes an officer, locks them and gives a new password", async ({ page }) => {
  await seat(page, ["admin"]);
  await page.goto("/can-bo/#tai-khoan");
  await expect(page.getByRole("heading", { name: "Thêm cán bộ" })).toBeVisible();
  await clean(page, "accounts");
  const login = `moi-${randomBytes(4).toString("hex")}`;
  await page.getByLabel(/^Tên đăng nhập/).fill(login);
  await page.getByLabel("Họ và tên").fill("Đỗ Thị Mới");
  await page.locator(".officers-new").getByLabel("Cán bộ tiếp nhận").check();
  await page.locator(".officers-new").getByLabel("Mọi cơ quan").check();
  await page.getByRole("button", { name: "Thêm cán bộ" }).click();
  await expect(page.locator(".desk-key")).toBeVisible();
  const row = page.locator(".officers li").filter({ hasText: login });
  await row.getByRole("button", { name: /^Khoá/ }).click();
  await expect(row).toContainText("Đang khoá");
});

test("nobody does at the desk what is not theirs", async ({ page, browser }) => {
  const code = await file(page);
  const handler = await another(browser, ["handler"], "Trần Văn Xét");
  await open(handler, code);
  await expect(handler.locator(".bar-moves")).toContainText("Bước này thuộc vai trò khác");
  const admin = await another(browser, ["admin"], "Hoàng Quản Trị");
  expect((await ask(admin, `/api/v1/desk/dossiers/${code}`)).status).toBe(403);
  expect((await page.request.get(`/api/v1/desk/dossiers/${code}`)).status()).toBe(401);
});
