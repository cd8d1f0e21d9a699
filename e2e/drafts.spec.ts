// Nothing typed is lost: reload, closed tab, two tabs, a browser that keeps nothing, a dead line, questions that changed,
// another phone. Shared devices: shared_device.spec.ts.
import { readFile } from "node:fs/promises";
import { type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { address, asking, boxesOf, exampleOf, fillTopic, formLives, opened, receiptOf, walkThrough } from "./filing";
import { complaints } from "./visit";

const FORM = "trich-luc-ho-tich";
const MINE = "/tai-khoan/";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const status = (page: Page) => page.locator("main form .form-status");
const name = (page: Page) => page.locator('main form [name="ho-ten"]');
const note = (page: Page) => page.locator(".draft-note");

const begin = (page: Page, slug = FORM) => opened(page, slug);
const until = (page: Page, box: string, slug = FORM) => asking(page, slug, box);

async function saved(page: Page): Promise<void> {
  await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  await expect(status(page)).toHaveText("Đã lưu trên máy này – chưa gửi");
}

test("what is typed is there again after a reload and in a new tab, and home leads to it", async ({ page, context }) => {
  const heard = await complaints(page);
  await begin(page);
  await expect(status(page)).toHaveText("Chưa gửi");
  await until(page, "ho-ten");
  await name(page).fill("Nguyễn Thị Lưu");
  await saved(page);
  await page.reload();
  await formLives(page);
  await expect(name(page)).toHaveValue("Nguyễn Thị Lưu");
  await expect(note(page)).toContainText("Đã lấy lại những gì bạn điền trên máy này");
  await clean(page, "note");
  await page.close();
  const next = await context.newPage();
  await next.goto("/");
  const link = next.locator('[data-my-drafts] a[href*="trich-luc-ho-tich"]');
  await expect(next.locator("[data-my-drafts]")).toContainText("chưa gửi");
  await link.click();
  await formLives(next);
  await expect(name(next)).toHaveValue("Nguyễn Thị Lưu");
  expect(heard).toEqual([]);
});

test("a tab that is killed while somebody types loses nothing", async ({ page, context }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).pressSequentially("Nguyễn Thị Một Hai Ba Bốn Năm");
  // The last letter takes some milliseconds to be written.
  await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await begin(next);
  await expect(name(next)).toHaveValue("Nguyễn Thị Một Hai Ba Bốn Năm");
});

test("a page that goes in the middle of a word keeps the word", async ({ page }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).fill("Nửa chừng");
  await page.reload();
  await formLives(page);
  await expect(name(page)).toHaveValue("Nửa chừng");
});

test("opening a form and leaving it makes no draft", async ({ page }) => {
  await begin(page);
  await page.goto(MINE);
  await expect(page.locator("[data-no-drafts]")).toBeVisible();
  await clean(page, "nothing kept");
});

test("two tabs on one draft keep what either typed", async ({ page, context }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).fill("Người thứ nhất");
  await saved(page);
  const other = await context.newPage();
  await begin(other);
  await other.locator('main form [name="so-dinh-danh"]').evaluate((box: HTMLInputElement) => {
    box.value = "031085000789";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await name(page).fill("Người thứ nhất sửa");
  await saved(page);
  await saved(other);
  const third = await context.newPage();
  await begin(third);
  await expect(name(third)).toHaveValue("Người thứ nhất sửa");
  await expect(third.locator('main form [name="so-dinh-danh"]')).toHaveValue("031085000789");
});

test("two tabs that write at the same moment take turns, and neither writes over the other", async ({ page, context }) => {
  await begin(page);
  await until(page, "ho-ten");
  await saved(page);
  const other = await context.newPage();
  await begin(other);
  await until(other, "ho-ten");
  const number = other.locator('main form [name="so-dinh-danh"]');
  await Promise.all([name(page).pressSequentially("Nguyễn Thị Thu Hằng Mẫu"), number.pressSequentially("031085000789")]);
  await saved(page);
  await saved(other);
  const third = await context.newPage();
  await begin(third);
  await expect(name(third)).toHaveValue("Nguyễn Thị Thu Hằng Mẫu");
  await expect(third.locator('main form [name="so-dinh-danh"]')).toHaveValue("031085000789");
});

for (const [what, broken] of [
  ["has no database", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
  [
    "is full",
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
  [
    "is full at the very end of writing",
    () => {
      IDBTransaction.prototype.commit = function () {
        this.abort();
      };
    },
  ],
] as const) {
  test(`a browser that ${what} keeps it in the tab, and says so`, async ({ page }) => {
    await page.addInitScript(broken);
    await begin(page);
    await until(page, "ho-ten");
    await name(page).fill("Chỉ trong thẻ này");
    await expect(status(page)).toContainText("Đang giữ trong thẻ này của trình duyệt");
    // Every change, not only the first, and before the page goes.
    await name(page).fill("Chỉ trong thẻ này thôi");
    await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => Object.values(sessionStorage).join(" "))).toContain("Chỉ trong thẻ này thôi");
    await page.reload();
    await formLives(page);
    await expect(name(page)).toHaveValue("Chỉ trong thẻ này thôi");
  });
}

test("letters a full device did not take reach it with the next that it takes", async ({ page, context }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...what: Parameters<typeof put>) {
      if (localStorage.getItem("full")) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, what);
    };
  });
  await begin(page);
  await until(page, "ho-ten");
  await saved(page);
  await page.evaluate(() => localStorage.setItem("full", "1"));
  await name(page).fill("Khi máy đầy");
  await expect(status(page)).toContainText("Đang giữ trong thẻ này của trình duyệt");
  await page.evaluate(() => localStorage.removeItem("full"));
  await page.locator('main form [name="so-dinh-danh"]').fill("031085000789");
  await saved(page);
  const other = await context.newPage();
  await begin(other);
  await expect(name(other)).toHaveValue("Khi máy đầy");
});

test("several drafts of one procedure stand beside each other, and one can be thrown away", async ({ page }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).fill("Bản thứ nhất");
  await saved(page);
  await page.reload();
  await note(page).getByRole("button", { name: "Làm một hồ sơ khác" }).click();
  await expect(note(page)).toHaveCount(0);
  await formLives(page);
  await expect(name(page)).toHaveValue("");
  await until(page, "ho-ten");
  await name(page).fill("Bản thứ hai");
  await saved(page);
  await page.goto(MINE);
  await expect(page.locator("[data-my-drafts] li")).toHaveCount(2);
  await clean(page, "two drafts");
  await page.locator("[data-my-drafts] li").nth(1).getByRole("link").first().click();
  await formLives(page);
  await expect(name(page)).toHaveValue("Bản thứ nhất");
  await note(page).getByRole("button", { name: "Xóa bản nháp này" }).click();
  await expect(note(page)).toHaveCount(0);
  await formLives(page);
  await expect(name(page)).toHaveValue("");
  await page.goto(MINE);
  await expect(page.locator("[data-my-drafts] li")).toHaveCount(1);
  await page.locator("[data-my-drafts]").getByRole("button", { name: /^Xóa/ }).click();
  await expect(page.locator("[data-no-drafts]")).toBeVisible();
});

test("a draft is taken to another phone as a file, and questions that changed are named", async ({ page, browser }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).fill("Người mang theo");
  await saved(page);
  await page.goto(MINE);
  const arrives = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Mang theo/ }).click();
  const taken = await arrives;
  expect(taken.suggestedFilename()).toBe(`ban-nhap-${FORM}.json`);
  const text = await readFile(await taken.path(), "utf8");
  // People can read it: the words of the question stand beside the answer.
  expect(text).toContain("Người mang theo");
  expect(text).toMatch(/"cau_hoi": "Họ, chữ đệm và tên/);
  const other = await (await browser.newContext()).newPage();
  await other.goto(MINE);
  await expect(other.locator("[data-bring-draft]")).toBeVisible();
  const bring = (content: string) => other.locator("[data-bring-draft]").setInputFiles({ name: "ban-nhap.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await bring("không phải bản nháp");
  await expect(other.locator("[data-drafts-said]")).toContainText("không phải bản nháp");
  await bring('{"dinh_dang":"ban-nhap-mot-cua-1","thu_tuc":"../x","cau_tra_loi":[]}');
  await expect(other.locator("[data-drafts-said]")).toContainText("không đọc được");
  // As a form of another year would have left it: one question in other words, one that nobody asks any more.
  const older = JSON.parse(text) as { cau_tra_loi: object[]; cau_hoi: [string, number, string][] };
  older.cau_tra_loi.push({ cau_hoi: "Số hộ khẩu", o: "so-ho-khau", tra_loi: ["0123"] });
  older.cau_hoi = [...older.cau_hoi.map(([id, mark, label]): [string, number, string] => [id, id === "ho-ten" ? mark + 1 : mark, label]), ["so-ho-khau", 1, "Số hộ khẩu"]];
  await bring(JSON.stringify(older));
  await expect(other).toHaveURL(new RegExp(`${address(FORM)}#nhap=`));
  await formLives(other);
  await expect(name(other)).toHaveValue("Người mang theo");
  await expect(note(other)).toContainText("Tờ khai đã đổi từ lúc đó. Bạn xem lại câu: «Họ, chữ đệm và tên");
  await expect(note(other)).toContainText("Nay không hỏi nữa: số hộ khẩu: «0123»");
});

test("a draft for a form that nobody has here is shown to copy, and leads nowhere that is not there", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(MINE);
  await expect(page.locator("[data-bring-draft]")).toBeVisible();
  const file = { dinh_dang: "ban-nhap-mot-cua-1", thu_tuc: "cap-the-nha-bao", ten: "Tờ khai cấp thẻ nhà báo", phien_ban: 1, cau_tra_loi: [{ cau_hoi: "Họ và tên", o: "ho-ten", tra_loi: ["Nguyễn Thị Ở Xa"] }], cau_hoi: [] };
  await page.locator("[data-bring-draft]").setInputFiles({ name: "ban-nhap.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await expect(page.locator("[data-drafts-said]")).toHaveText("Cổng này không có tờ khai «Tờ khai cấp thẻ nhà báo» nên không mở bản nháp ra được.");
  await expect(page).toHaveURL(MINE);
  await expect(page.locator("[data-no-form]")).toContainText("Nguyễn Thị Ở Xa");
  await expect(page.locator("[data-my-drafts] li")).toHaveCount(0);
  await clean(page, "a file of another portal");
  await page.getByRole("button", { name: "Chép các câu trả lời" }).click();
  await expect(page.locator("[data-drafts-said]")).toHaveText("Đã chép. Bạn dán vào chỗ cần.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Họ và tên: Nguyễn Thị Ở Xa");
});

test("a draft whose form has gone since is kept and told, without a dead link", async ({ page }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).fill("Tờ khai đã hết");
  await saved(page);
  // As a later release would print the page.
  await page.route(MINE, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(` ${FORM}`, "") });
  });
  await page.goto(MINE);
  const row = page.locator("[data-my-drafts] li");
  await expect(row).toContainText("cổng này không có tờ khai này");
  await expect(row.getByRole("link")).toHaveCount(0);
  const arrives = page.waitForEvent("download");
  await row.getByRole("button", { name: /^Mang theo/ }).click();
  expect(await readFile(await (await arrives).path(), "utf8")).toContain("Tờ khai đã hết");
});

test("a form that is only printed is not called unsent, on this phone and on the next", async ({ page, browser }) => {
  await begin(page, "tam-tru");
  await page.locator('main form input[type="radio"]:visible').first().check();
  await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  await expect(status(page)).toContainText("không gửi đi đâu");
  await page.goto(MINE);
  await expect(page.locator("[data-my-drafts] small")).toHaveText(/^Lưu lúc .* – để in, không gửi đi đâu$/);
  const arrives = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Mang theo/ }).click();
  const taken = await (await arrives).path();
  const other = await (await browser.newContext()).newPage();
  await other.goto(MINE);
  // A page takes files once it lives.
  await expect(other.locator("[data-bring-draft]")).toBeVisible();
  await other.locator("[data-bring-draft]").setInputFiles({ name: "ban-nhap.json", mimeType: "application/json", buffer: await readFile(taken) });
  await formLives(other);
  await other.goto("/");
  await expect(other.locator("[data-my-drafts] small")).toHaveText(/ – để in, không gửi đi đâu$/);
});

test("the page of this device has one filled button: on with the latest draft, or a procedure to begin with", async ({ page }) => {
  const filled = page.locator("main .button:not(.button-outlined):visible");
  await page.goto(MINE);
  await expect(filled).toHaveText(["Chọn thủ tục để làm"]);
  for (const slug of ["tam-tru", FORM]) {
    await begin(page, slug);
    await page.locator('main form input[type="radio"]:visible').first().check();
    await expect(page.locator("form[data-unsaved]")).toHaveCount(0);
  }
  await page.goto(MINE);
  await expect(page.locator("[data-my-drafts] li")).toHaveCount(2);
  await expect(filled).toHaveCount(1);
  await filled.click();
  await expect(page).toHaveURL(new RegExp(`${address(FORM)}#nhap=`));
});

test("what is kept cannot be read without the key of this browser", async ({ page }) => {
  await begin(page);
  await until(page, "ho-ten");
  await name(page).fill("Bí mật");
  await saved(page);
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open("mot-cua");
    const data = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const get = (store: string) => {
      const all = data.transaction(store).objectStore(store).getAll();
      return new Promise<unknown[]>((done) => (all.onsuccess = () => done(all.result)));
    };
    const [key] = (await get("khoa")) as CryptoKey[];
    const drafts = (await get("ban-nhap")) as { bytes: ArrayBuffer }[];
    return { extractable: key?.extractable, texts: drafts.map((draft) => new TextDecoder("latin1").decode(draft.bytes)) };
  });
  expect(kept.extractable).toBe(false);
  expect(kept.texts).toHaveLength(1);
  expect(kept.texts.join()).not.toMatch(/ho-ten|trich-luc|values/);
});

test("a page opened before the questions changed is looked at once more before it counts", async ({ page }) => {
  const boxes = boxesOf(await exampleOf(page.request, FORM));
  await begin(page);
  await page.locator('main form [name="_version"]').evaluate((box: HTMLInputElement) => (box.value = "0"));
  const given = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.status() === 422);
  // The page that comes back has the new version, and pressing on once more leads on.
  const walked = walkThrough(page, boxes);
  const text = await (await given).text();
  expect(text).toContain("Tờ khai đã đổi từ lúc bạn mở trang");
  expect(text).toContain("Phạm Văn Mẫu");
  await walked;
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
});

test("with a dead line one goes on when it is back, and a dossier that waits is sent once, even after the tab was closed", async ({ page, context }) => {
  const boxes = boxesOf(await exampleOf(page.request, FORM));
  await begin(page);
  const place = page.locator("main form .progress p");
  for (let step = 0; step < 12; step += 1) {
    await fillTopic(page, boxes);
    const [, at, all] = /Phần (\d+) trong (\d+)/.exec(await place.innerText()) ?? [];
    if (at === all) break;
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
    await expect(place).not.toContainText(`Phần ${at} trong ${all} `);
  }
  await context.setOffline(true);
  await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  await expect(status(page)).toContainText("Chờ có mạng để đi tiếp");
  await expect(status(page)).toHaveClass(/form-status-waiting/);
  await context.setOffline(false);
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi", { timeout: 30_000 });
  await page.waitForFunction(() => performance.now() > 1000);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
  await expect(page.locator("form[data-send] .form-status")).toContainText("Chờ có mạng để gửi");
  const check = page.url();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto("/");
  await expect(next.locator("[data-my-drafts]")).toContainText("Chờ có mạng để gửi");
  await next.goto(check);
  await expect(heading(next)).toHaveText("Bạn đã gửi hồ sơ", { timeout: 30_000 });
  const { code } = await receiptOf(next);
  // Its script has ended the draft.
  await expect.poll(() => next.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith("ban-nhap-dang-lam:")))).toEqual([]);
  await next.goto("/");
  // It is a dossier now, and no draft any more.
  await expect(next.locator("[data-my-dossiers]")).toContainText(code);
  await expect(next.locator("[data-my-drafts]")).toBeHidden();
});

test("a draft that ends at a stop comes back to the stop, not behind it", async ({ page }) => {
  await page.goto(`${address("tro-cap-huu-tri")}?truong-hop=mai-tang&noi-nop=xa-mau-dong`);
  await formLives(page);
  await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  await page.locator('main form [name="truong-hop"][value="tu-75-tuoi"]').check();
  await page.locator('main form [name="truong-hop"][value="mai-tang"]').check();
  await saved(page);
  await begin(page, "tro-cap-huu-tri");
  await expect(page.locator(".form-stop")).toContainText("Hỗ trợ mai táng có tờ khai riêng");
});
