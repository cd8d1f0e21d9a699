// The owner answers a request for more: what is typed and chosen lies on the device until it has arrived, and is sent once.
import { type Browser, type Page, expect, test } from "@playwright/test";
import { picture } from "./filing";
import { another, move, open, standing } from "./officer";
import { type Owned, filed, opened } from "./owner";
import { shot } from "./pictures";
import { late } from "./visit";

const form = (page: Page) => page.locator("[data-supplement]");
const name = (page: Page) => form(page).locator('[name="ho-ten-con"]');
const input = (page: Page) => form(page).locator('[data-paper="giay-chung-sinh"] input[type="file"][name]');
const chosen = (page: Page) => input(page).evaluate((box: HTMLInputElement) => [...(box.files ?? [])].map((file) => file.name));
const taken = (page: Page) => form(page).getByText("Đã lấy lại những gì bạn điền và chọn trên máy này. Chưa gửi.");
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((base) => base.name);
    const rows = (base: string, table: string) =>
      new Promise<{ use?: string }[]>((yes) => {
        if (!names.includes(base)) return yes([]);
        const request = indexedDB.open(base);
        request.onsuccess = () => {
          const all = request.result.transaction(table).objectStore(table).getAll();
          all.onsuccess = () => (request.result.close(), yes(all.result));
        };
      });
    return { words: (await rows("mot-cua", "ban-nhap")).length, files: (await rows("mot-cua-tep", "tep")).map((row) => row.use) };
  });

const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n% ${name}\n`) });
const arrived = (page: Page) => form(page).locator('[data-paper="giay-chung-sinh"] [data-arrived-files]');
const send = (page: Page) => form(page).getByRole("button", { name: "Gửi bổ sung" }).click();

/** Sends files with an empty name, which is given back. */
async function givenBack(page: Page, names: string[]): Promise<void> {
  await name(page).fill("");
  await input(page).setInputFiles(names.map(pdf));
  await expect.poll(async () => (await kept(page)).files).toEqual(names.map(() => "send"));
  await send(page);
  await expect(arrived(page)).toContainText(names.at(-1) ?? "");
  await expect(page.locator("[data-error-summary]").getByRole("link").first()).toBeVisible();
  await expect.poll(async () => (await kept(page)).files).toEqual([]);
}

/** Sends a name and no files, which is taken. */
async function takenNow(page: Page): Promise<void> {
  expect(await chosen(page)).toEqual([]);
  await name(page).fill("Trần Minh Ân");
  await send(page);
  await expect(page.locator("main")).toContainText("Chúng tôi đã nhận phần bổ sung");
  await expect(arrived(page)).toHaveCount(0);
}

/** The files on record, with the bytes of the first. */
async function recorded(page: Page, { code, key }: Owned): Promise<{ names: string[]; first: string }> {
  const view = await page.request.post(`/api/v1/dossiers/${code}/view`, { data: { access_key: key } });
  const { files } = (await view.json()) as { files: { component: string; number: number; name: string }[] };
  const first = await page.request.get(`/api/v1/dossiers/${code}/files/giay-chung-sinh/1`, { headers: { "access-key": key } });
  return { names: files.map((file) => `${file.component} ${file.number}: ${file.name}`), first: await first.text() };
}

/** Files, and lets an officer ask for a paper and an answer. */
async function asked(page: Page, browser: Browser): Promise<Owned> {
  const dossier = await filed(page, "khai-sinh");
  const desk = await another(browser, ["receiver"], "Lê Thị Hỏi");
  await open(desk, dossier.code);
  const ask = await move(desk, "Yêu cầu bổ sung");
  await ask.getByRole("checkbox", { name: "Giấy chứng sinh" }).check();
  await ask.getByText("Câu trả lời cần sửa").click();
  await ask.getByRole("checkbox", { name: "Họ, chữ đệm và tên của bé" }).check();
  await ask.getByLabel("Lý do và cách bổ sung").fill("Ảnh mờ. Chụp lại.");
  await ask.getByRole("button", { name: "Yêu cầu bổ sung" }).click();
  await standing(desk, "Yêu cầu bổ sung giấy tờ");
  await desk.context().close();
  return dossier;
}

test("a tab killed before a supplement is sent loses neither words nor files, and both are let go when they have arrived", async ({ page, context, browser }) => {
  const dossier = await asked(page, browser);
  await opened(page, dossier);
  await name(page).fill("Trần Minh Ân");
  await input(page).setInputFiles([picture("mặt trước.png")]);
  await form(page).getByRole("button", { name: "Giữ nguyên các ảnh, không sửa" }).click();
  await expect.poll(() => chosen(page)).toEqual(["mặt trước.png"]);
  await expect.poll(() => kept(page)).toEqual({ words: 1, files: ["send"] });
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await opened(next, dossier);
  await expect(taken(next)).toBeVisible();
  await expect(name(next)).toHaveValue("Trần Minh Ân");
  expect(await chosen(next)).toEqual(["mặt trước.png"]);
  // Given back with a fault: the files arrived with what was sent, and go up no second time.
  await name(next).fill("");
  await form(next).getByRole("button", { name: "Gửi bổ sung" }).click();
  await expect(next.locator("[data-error-summary]").getByRole("link").first()).toBeVisible();
  await expect.poll(async () => (await kept(next)).files).toEqual([]);
  expect(await chosen(next)).toEqual([]);
  await name(next).fill("Trần Minh Ân");
  await form(next).getByRole("button", { name: "Gửi bổ sung" }).click();
  await expect(next.locator("main")).toContainText("Chúng tôi đã nhận phần bổ sung");
  await expect.poll(() => kept(next)).toEqual({ words: 0, files: [] });
});

test("what a supplement was sent with at once is let go, words and files", async ({ page, browser }) => {
  await opened(page, await asked(page, browser));
  await name(page).fill("Trần Minh Ân");
  await input(page).setInputFiles([{ name: "giấy.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") }]);
  await expect.poll(() => kept(page)).toEqual({ words: 1, files: ["send"] });
  await form(page).getByRole("button", { name: "Gửi bổ sung" }).click();
  await expect(page.locator("main")).toContainText("Chúng tôi đã nhận phần bổ sung");
  await expect.poll(() => kept(page)).toEqual({ words: 0, files: [] });
});

test("what is typed and chosen before the script of a supplement listens is kept too", async ({ page, browser }) => {
  const dossier = await asked(page, browser);
  const come = await late(page, /\/assets\/papers\./);
  await opened(page, dossier);
  await name(page).fill("Trần Minh Ân");
  await input(page).setInputFiles([{ name: "giấy.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") }]);
  come();
  await expect.poll(() => kept(page)).toEqual({ words: 1, files: ["send"] });
  await expect(name(page)).toHaveValue("Trần Minh Ân");
  expect(await chosen(page)).toEqual(["giấy.pdf"]);
});

test("a supplement does not go without pictures that are on their way to the desk", async ({ page, browser }) => {
  const dossier = await asked(page, browser);
  // A device that takes its time to tell what it keeps.
  await page.addInitScript(() => {
    const real = indexedDB.databases.bind(indexedDB);
    const wait = new Promise<void>((go) => Object.assign(window, { tell: go }));
    indexedDB.databases = () => wait.then(real);
  });
  const come = await late(page, /\/assets\/papers\./);
  await opened(page, dossier);
  await input(page).setInputFiles([await shot(page, "trang 1.jpg")]);
  come();
  await expect(input(page)).toBeDisabled();
  await form(page).getByRole("button", { name: "Gửi bổ sung" }).click();
  await expect(form(page).locator('[data-error-for="giay-chung-sinh"]')).toContainText("Ảnh chưa được ghép");
  await page.evaluate(() => (window as unknown as { tell: () => void }).tell());
  await expect(form(page).locator("[data-say]")).toHaveText("1 trang.");
});

test("pictures on the desk of a supplement come back to the desk", async ({ page, context, browser }) => {
  const dossier = await asked(page, browser);
  await opened(page, dossier);
  await input(page).setInputFiles([await shot(page, "trang 1.jpg"), await shot(page, "trang 2.jpg")]);
  await expect(form(page).locator("[data-say]")).toContainText("2 trang.");
  await expect.poll(async () => (await kept(page)).files).toEqual(["desk", "desk"]);
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await opened(next, dossier);
  await expect(form(next).locator("[data-say]")).toContainText("2 trang.");
  // What lies on the desk is in no box yet: whoever sends now is told.
  await form(next).getByRole("button", { name: "Gửi bổ sung" }).click();
  await expect(form(next).locator('[data-error-for="giay-chung-sinh"]')).toContainText("Ảnh chưa được ghép");
  await form(next).getByRole("button", { name: "Ghép thành một tệp PDF", exact: true }).click();
  await expect.poll(() => chosen(next)).toEqual(["Giấy chứng sinh.pdf"]);
  await expect(form(next).locator('[data-error-for="giay-chung-sinh"]')).toBeHidden();
  await expect.poll(async () => (await kept(next)).files).toEqual(["send"]);
});

test("a shared device keeps nothing of a supplement", async ({ page, context, browser }) => {
  const dossier = await asked(page, browser);
  await page.goto("/");
  await page.evaluate(() => localStorage.setItem("may-dung-chung", "1"));
  await opened(page, dossier);
  await name(page).fill("Trần Minh Ân");
  await input(page).setInputFiles([{ name: "giấy.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") }]);
  await expect.poll(() => chosen(page)).toEqual(["giấy.pdf"]);
  const next = await context.newPage();
  await opened(next, dossier);
  await expect(name(next)).not.toHaveValue("Trần Minh Ân");
  expect(await kept(next)).toEqual({ words: 0, files: [] });
});

test("a supplement that is given back names the files that have arrived, and they count without being chosen again", async ({ page, browser }) => {
  const dossier = await asked(page, browser);
  await opened(page, dossier);
  await expect(arrived(page)).toHaveCount(0);
  await givenBack(page, ["trang 1.pdf", "trang 2.pdf"]);
  const words = "Đã nhận: trang 1.pdf (1 KB), trang 2.pdf (1 KB). Bạn không phải chọn lại. Chọn tệp khác thì các tệp này được thay.";
  await expect(arrived(page)).toHaveText(words);
  await expect(input(page)).toHaveAccessibleDescription(/Đã nhận: trang 1\.pdf/);
  // Whoever comes back another day is told the same.
  await opened(page, dossier);
  await expect(arrived(page)).toHaveText(words);
  await takenNow(page);
  expect(await recorded(page, dossier)).toEqual({
    names: ["giay-chung-sinh 1: trang 1.pdf", "giay-chung-sinh 2: trang 2.pdf"],
    first: pdf("trang 1.pdf").buffer.toString(),
  });
});

test("what is chosen at a second try of a supplement takes the place of all that came with the first", async ({ page, browser }) => {
  const dossier = await asked(page, browser);
  await opened(page, dossier);
  await givenBack(page, ["trang 1.pdf", "trang 2.pdf", "trang 3.pdf"]);
  await givenBack(page, ["cả giấy.pdf"]);
  await expect(arrived(page)).toHaveText("Đã nhận: cả giấy.pdf (1 KB). Bạn không phải chọn lại. Chọn tệp khác thì tệp này được thay.");
  await takenNow(page);
  expect(await recorded(page, dossier)).toEqual({ names: ["giay-chung-sinh 1: cả giấy.pdf"], first: pdf("cả giấy.pdf").buffer.toString() });
  const desk = await another(browser, ["receiver"], "Lê Thị Xem");
  await open(desk, dossier.code);
  await expect(desk.locator(".papers li").filter({ hasText: "Giấy chứng sinh" })).toContainText("1 tệp");
  await desk.context().close();
});

test("a try of a supplement of which one file is not taken leaves what has arrived as it was", async ({ page, browser }) => {
  const dossier = await asked(page, browser);
  await opened(page, dossier);
  await givenBack(page, ["trang 1.pdf", "trang 2.pdf"]);
  await input(page).setInputFiles([pdf("khác.pdf"), { name: "thư.txt", mimeType: "text/plain", buffer: Buffer.from("Không phải giấy tờ.") }]);
  await send(page);
  await expect(page.locator("main")).toContainText("thư.txt");
  await expect(form(page)).toHaveCount(0);
  await opened(page, dossier);
  await expect(arrived(page)).toContainText("Đã nhận: trang 1.pdf (1 KB), trang 2.pdf (1 KB).");
});
