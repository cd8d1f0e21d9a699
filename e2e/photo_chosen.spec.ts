// Whatever was chosen for a paper arrives or is told: broken lines, killed tabs, pictures nobody can open, several desks on a page.
import { expect, test } from "@playwright/test";
import { clean } from "./axe";
import { picture } from "./filing";
import { atPapers, choose, draftOf, newTab, rows, sent } from "./papers";
import { shot } from "./pictures";
import { late } from "./visit";

/** What an iPhone takes, as far as anybody here can tell. */
const HEIC = { name: "IMG_0001.HEIC", mimeType: "image/heic", buffer: Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(64)]) };

test("the desk of one paper goes on when that of another is left", async ({ page, request }) => {
  await atPapers(page, request, "giay-phep-xay-dung");
  const [one, other] = [page.locator("[data-paper]").first(), page.locator("[data-paper]").nth(1)];
  for (const box of [one, other]) {
    await choose(box, [await shot(page, "một.jpg")]);
    await expect(box.locator("[data-say]")).toHaveText("1 trang.");
  }
  const small = other.locator("[data-small]");
  const lies = () => small.evaluate((canvas) => (canvas as HTMLCanvasElement).width > (canvas as HTMLCanvasElement).height);
  await expect.poll(lies).toBe(false);
  await one.getByRole("button", { name: "Thôi, bỏ các ảnh này" }).click();
  await expect(one.locator("[data-photo-desk]")).toHaveCount(0);
  await other.getByRole("button", { name: /^Xoay/ }).click();
  await expect.poll(lies).toBe(true);
  await other.getByRole("button", { name: /^Ghép/ }).click();
  await expect(other.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 1 trang");
});

test("whoever goes on while pictures wait is told that they were not sent, and nothing is filled but the way to send them", async ({ page, request }) => {
  const box = await atPapers(page, request);
  const filled = () => page.locator("main .button:visible").evaluateAll((all) => all.filter((one) => !["rgba(0, 0, 0, 0)", "transparent"].includes(getComputedStyle(one).backgroundColor)).map((one) => one.textContent));
  await expect.poll(filled).toEqual(["Tiếp tục"]);
  await choose(box, [await shot(page, "một.jpg")]);
  await expect(box.locator("[data-say]")).toHaveText("1 trang.");
  await expect.poll(filled).toEqual(["Ghép thành một tệp PDF và tải lên"]);
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(box.locator("[data-error-for]")).toBeFocused();
  await expect(box.locator("[data-error-for]")).toContainText("Ảnh chưa được tải lên.");
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 1 trang");
  await expect(box.locator("[data-error-for]")).toBeHidden();
  await page.mouse.move(0, 0);
  await expect.poll(filled).toEqual(["Tiếp tục"]);
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xem lại trước khi gửi");
});

test("where the worker of the desk does not begin, nobody waits: pictures go as they are", async ({ page, request }) => {
  await page.route(/photo-loader/, (route) => route.abort());
  const box = await atPapers(page, request);
  await choose(box, [picture("giấy.png")]);
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp");
});

test("a picture that cannot be opened is told, and goes beside the PDF as it is: nothing chosen is left out in silence", async ({ page, request }) => {
  const box = await atPapers(page, request);
  const broken = { name: "hỏng.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ not a picture at all") };
  await choose(box, [await shot(page, "một.jpg"), HEIC, broken]);
  await expect(box.locator("[data-say]")).toHaveText("1 trang. 2 ảnh máy này không mở được.");
  const told = box.locator(".photo-doubt:visible");
  await expect(told.first()).toContainText("«IMG_0001.HEIC»");
  await expect(told.first()).toContainText("chọn «Tương thích nhất»", { useInnerText: true });
  await expect(told.last()).toContainText("«hỏng.jpg»");
  await expect(told.last()).not.toContainText("Tương thích nhất", { useInnerText: true });
  await clean(page, "pictures that cannot be opened");
  await box.getByRole("button", { name: /^Ghép/ }).click();
  // The portal says what is wrong with the one; the others have arrived.
  await expect(box.locator("[data-error-for]")).toContainText("«hỏng.jpg»: Tệp này không phải PDF, JPEG");
  await expect(box.locator("[data-file-state]")).toContainText("Đã nhận 2 tệp");
  await expect(box).toContainText("IMG_0001.HEIC");
  await choose(box, [await shot(page, "hai.jpg"), broken]);
  await box.getByRole("button", { name: "Bỏ ảnh hỏng.jpg" }).click();
  await expect(box.locator("[data-say]")).toHaveText("1 trang.");
});

test("a picture of an iPhone that cannot be opened here goes as it is, and one is told so", async ({ page, request }) => {
  const box = await atPapers(page, request);
  await choose(box, [HEIC]);
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp. Ảnh HEIC «IMG_0001.HEIC» được gửi nguyên vì máy này không mở được để sửa; cơ quan vẫn nhận.");
});

test("pictures go as they are for who wants that, and where they cannot be opened", async ({ page, request }) => {
  const box = await atPapers(page, request);
  await choose(box, [picture("giấy.png")]);
  await box.getByRole("button", { name: "Tải nguyên ảnh lên, không sửa" }).click();
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp");
  expect(await sent(page, box)).toEqual(picture("").buffer);
  // A file that only calls itself a picture is sent, and the portal says what it is.
  await choose(box, [{ name: "đơn.png", mimeType: "image/png", buffer: Buffer.from("MZ not a picture at all") }]);
  await expect(box.locator("[data-error-for]")).toContainText("không phải PDF, JPEG");
});

test("a line that breaks while a file goes: it goes on behind what has come, once", async ({ page, request, context }) => {
  const box = await atPapers(page, request);
  const asked: string[] = [];
  let cut = 2;
  await page.route(/giay-to\/giay-chung-sinh\/[0-9a-f]{64}$/, async (route) => {
    const offset = route.request().headers()["upload-offset"];
    if (route.request().method() === "PUT") asked.push(offset ?? "");
    if (route.request().method() === "PUT" && cut > 0) {
      cut -= 1;
      return route.abort("internetdisconnected");
    }
    return route.continue();
  });
  await choose(box, { name: "lớn.pdf", mimeType: "application/pdf", buffer: Buffer.concat([Buffer.from("%PDF-1.4\n<</Type/Pages/Count 1>>\n"), Buffer.alloc(900_000, 32)]) });
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 1 trang", { timeout: 30_000 });
  expect(asked).toHaveLength(3);
  await context.setOffline(true);
  await choose(box, { name: "sau.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n<</Type/Pages/Count 2>>\n%%EOF") });
  await expect(box.locator("[data-file-state]")).toHaveText("Chờ có mạng. Phần đã gửi vẫn còn, sẽ gửi tiếp.");
  await context.setOffline(false);
  await expect(box.locator("[data-file-state]")).toContainText("Đã nhận 2 tệp", { timeout: 30_000 });
});

test("a tab killed with pictures on the desk, and while a file goes, loses none", async ({ page, request, context }) => {
  const box = await atPapers(page, request);
  await choose(box, [await shot(page, "một.jpg"), await shot(page, "hai.jpg")]);
  await expect(box.locator("[data-say]")).toHaveText("2 trang.");
  await expect.poll(() => rows(page)).toBe(2);
  const papers = page.url();
  const draft = await draftOf(page);
  await page.close();
  const again = await newTab(context, draft);
  await again.route(/giay-to\/giay-chung-sinh\/[0-9a-f]{64}$/, (route) => (route.request().method() === "PUT" ? undefined : route.continue()));
  await again.goto(papers);
  const desk = again.locator('[data-paper="giay-chung-sinh"]');
  await expect(desk.locator("[data-say]")).toHaveText("2 trang.");
  await desk.getByRole("button", { name: /^Ghép/ }).click();
  await expect(desk.locator("[data-file-state]")).toContainText("Đang tải");
  await expect.poll(() => rows(again)).toBe(1);
  await again.close();
  const last = await newTab(context, draft);
  await last.goto(papers);
  await expect(last.locator('[data-paper="giay-chung-sinh"] [data-file-state]')).toContainText("Đã nhận 1 tệp, vừa gửi 2 trang");
  await expect.poll(() => rows(last)).toBe(0);
});

test("a PDF chosen together with pictures is not lost with a killed tab", async ({ page, request, context }) => {
  const box = await atPapers(page, request);
  await choose(box, [await shot(page, "một.jpg"), { name: "kèm.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n<</Type/Pages/Count 2>>\n%%EOF") }]);
  await expect(box.locator("[data-file-state]")).toHaveText("Ảnh và tệp đang ở trên máy này, chưa tải lên");
  await expect.poll(() => rows(page)).toBe(2);
  const papers = page.url();
  const draft = await draftOf(page);
  await page.close();
  const again = await newTab(context, draft);
  await again.goto(papers);
  const desk = again.locator('[data-paper="giay-chung-sinh"]');
  await expect(desk.locator("[data-say]")).toHaveText("1 trang.");
  await desk.getByRole("button", { name: /^Ghép/ }).click();
  await expect(desk.locator("[data-file-state]")).toHaveText("Đã nhận 2 tệp, vừa gửi 3 trang");
  await expect.poll(() => rows(again)).toBe(0);
});

test("a picture chosen before the script of the page listens is not left lying", async ({ page, request }) => {
  const box = await atPapers(page, request);
  const one = await shot(page, "một.jpg");
  const come = await late(page, /\/assets\/papers\./);
  await page.reload({ waitUntil: "commit" });
  await choose(box, [one]);
  come();
  await expect(box.locator("[data-say]")).toHaveText("1 trang.");
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 1 trang");
});

/** A PDF with nothing in it but how many pages it has. */
const pdf = (name: string, pages: number) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n<</Type/Pages/Count ${pages}>>\n%%EOF`) });

test("what is chosen while a file of the same paper goes waits its turn, and nobody goes on without it", async ({ page, request }) => {
  const box = await atPapers(page, request);
  const [state, error] = [box.locator("[data-file-state]"), box.locator("[data-error-for]")];
  const input = await box.locator(".file-send input[type=file]").elementHandle();
  const come = await late(page, /giay-to\/giay-chung-sinh\/[0-9a-f]{64}$/);
  await choose(box, pdf("mặt trước.pdf", 2));
  await expect(state).toContainText("Đang tải");
  await choose(box, [await shot(page, "mặt sau.jpg")]);
  await expect(state).toContainText("(còn 1 tệp chờ)");
  // Kept on the device at once, like what is on its way.
  await expect.poll(() => rows(page)).toBe(2);
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(error).toContainText("Giấy này đang tải lên.");
  come();
  await expect(box.locator("[data-say]")).toHaveText("1 trang.");
  await expect(error).toBeHidden();
  // The camera was open when the desk came: what it brings comes to the same input, and waits too.
  await input!.setInputFiles(pdf("kèm.pdf", 3));
  await expect.poll(() => rows(page)).toBe(2);
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(state).toHaveText("Đã nhận 3 tệp, vừa gửi 3 trang");
  await expect(box.locator(".held-name strong")).toHaveText(["mặt trước.pdf", "Giấy chứng sinh.pdf", "kèm.pdf"]);
  await expect.poll(() => rows(page)).toBe(0);
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xem lại trước khi gửi");
});

test("a line that dies after the last part of a file keeps its paper busy no longer than that", async ({ page, request }) => {
  const box = await atPapers(page, request);
  let cut = true;
  await page.route(/\/giay-to\/$/, (route) => {
    if (!cut) return route.continue();
    cut = false;
    return route.abort("internetdisconnected");
  });
  await choose(box, pdf("giấy.pdf", 2));
  await expect(box.locator("[data-file-state]")).toHaveText("Chờ có mạng.");
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 2 trang", { timeout: 30_000 });
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xem lại trước khi gửi");
});
