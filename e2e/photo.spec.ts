// The photo desk: pictures become one small PDF on the device, as one sees it there.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { picture } from "./filing";
import { atPapers, choose, judged, sent } from "./papers";
import { ASKEW, dot, picturesOf, shot } from "./pictures";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test("pictures of two pages, one blurred and dark, become one PDF with the sheets cut out", async ({ page, request }) => {
    const box = await atPapers(page, request);
    await choose(box, [await shot(page, "một.jpg", { mark: "#b01818" }), await shot(page, "hai.jpg", { blur: 9, light: 0.4 })]);
    await expect(box.locator("[data-say]")).toHaveText("2 trang. 1 trang nên chụp lại.");
    const [first, second] = [box.locator("[data-page]").first(), box.locator("[data-page]").last()];
    await expect(first.locator("[data-doubt]:visible")).toHaveCount(0);
    await expect(second.locator("[data-doubt]:visible")).toHaveCount(2);
    await clean(page, "the photo desk");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await box.getByLabel("Giữ màu").check();
    await box.getByRole("button", { name: "Ghép thành một tệp PDF và tải lên" }).click();
    await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 2 trang");
    await expect(box).toContainText("Giấy chứng sinh.pdf");
    const pdf = await sent(page, box);
    expect(judged(pdf)).toEqual({ pages: "2", said: expect.stringContaining("No syntax or stream encoding errors found") });
    expect(pdf.toString("latin1")).not.toMatch(/Exif|\/Info|\/CreationDate/);
    const [one, two] = picturesOf(pdf);
    // The table is gone from the edges, and the mark stands where it stands on the sheet.
    for (const [x, y] of [[0.01, 0.01], [0.99, 0.01], [0.99, 0.99], [0.01, 0.99]] as const) {
      expect((await dot(page, one!, x, y)).colour[0], `the table shows at ${x} ${y}`).toBeGreaterThan(150);
    }
    const mark = await dot(page, one!, 120 / 900, 120 / 1200);
    expect(mark.colour[0]! - mark.colour[1]!).toBeGreaterThan(80);
    expect(mark.size[1] / mark.size[0]).toBeCloseTo(1.2, 0);
    expect(picturesOf(pdf)).toHaveLength(2);
    expect((await dot(page, two!, 0.5, 0.05)).colour[0]).toBeLessThan(150);
  });

  test("a sheet is turned, its corners are moved by keys, by a tap and by a finger, pages change places", async ({ page, request }) => {
    const box = await atPapers(page, request);
    await choose(box, [await shot(page, "một.jpg", { mark: "#b01818" }), await shot(page, "hai.jpg", { mark: "#1818b0" })]);
    await expect(box.locator("[data-say]")).toHaveText("2 trang.");
    await box.getByRole("button", { name: "Lên trước trang 2" }).click();
    const first = box.locator("[data-page]").first();
    await expect(first.locator("[data-name]")).toHaveText("Trang 1");
    await first.getByRole("button", { name: /^Sửa góc/ }).click();
    const corner = first.getByRole("button", { name: "Góc trên trái" });
    const before = await corner.boundingBox();
    await corner.focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowRight");
    const after = await corner.boundingBox();
    expect(after!.x - before!.x).toBeGreaterThan(5);
    expect(Math.abs(after!.y - before!.y)).toBeLessThan(1);
    // A tap on the picture brings the chosen corner there.
    const canvas = first.locator("[data-whole]");
    await canvas.click({ position: { x: 20, y: 12 } });
    const tapped = await corner.boundingBox();
    expect(tapped!.x).toBeLessThan(after!.x);
    // A finger drags another one; it never passes beyond the picture.
    const lower = first.getByRole("button", { name: "Góc dưới phải" });
    await lower.hover();
    await page.mouse.down();
    const around = (await canvas.boundingBox())!;
    await page.mouse.move(around.x + around.width + 200, around.y + around.height + 200, { steps: 4 });
    await page.mouse.up();
    const dragged = (await lower.boundingBox())!;
    expect(Math.abs(dragged.x + dragged.width / 2 - (around.x + around.width))).toBeLessThan(2);
    await first.getByRole("button", { name: "Lấy cả ảnh" }).click();
    await first.getByRole("button", { name: "Xong" }).click();
    await first.getByRole("button", { name: /^Xoay/ }).click();
    await box.getByLabel("Giữ màu").check();
    await box.getByRole("button", { name: "Ghép thành một tệp PDF và tải lên" }).click();
    await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 2 trang");
    const [one, two] = picturesOf(await sent(page, box));
    // The blue one came first, whole with its table, and turned to the right.
    const turned = await dot(page, one!, 0.02, 0.02);
    expect(turned.size[0]).toBeGreaterThan(turned.size[1]);
    expect(Math.max(...turned.colour)).toBeLessThan(90);
    const [x, y] = ASKEW[0]!;
    const mark = await dot(page, one!, 1 - (y + 0.07), x + 0.09);
    expect(mark.colour[2]! - mark.colour[0]!).toBeGreaterThan(60);
    const red = await dot(page, two!, 120 / 900, 120 / 1200);
    expect(red.colour[0]! - red.colour[2]!).toBeGreaterThan(60);
  });
});

test("a sheet that was turned lies turned while its corners are moved, and comes out as it is seen", async ({ page, request }) => {
  const box = await atPapers(page, request);
  await choose(box, [await shot(page, "một.jpg", { mark: "#b01818" })]);
  await expect(box.locator("[data-say]")).toHaveText("1 trang.");
  const sheet = box.locator("[data-page]");
  await sheet.getByRole("button", { name: /^Sửa góc/ }).click();
  await sheet.getByRole("button", { name: /^Xoay/ }).click();
  const canvas = sheet.locator("[data-whole]");
  // The red mark of the upper left is seen at the upper right.
  const [x, y] = ASKEW[0]!;
  const seen = await canvas.evaluate(
    (one, [x, y]) => {
      const { width, height } = one as HTMLCanvasElement;
      return { width, height, colour: [...(one as HTMLCanvasElement).getContext("2d")!.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data] };
    },
    [1 - (y + 0.07), x + 0.09] as const,
  );
  expect(seen.width).toBeGreaterThan(seen.height);
  expect(seen.colour[0]! - seen.colour[1]!).toBeGreaterThan(60);
  // A corner is called after where it is seen.
  const middle = async (name: string) => {
    const around = (await sheet.getByRole("button", { name }).boundingBox())!;
    return [around.x + around.width / 2, around.y + around.height / 2] as const;
  };
  const [upper, right, lower] = [await middle("Góc trên trái"), await middle("Góc trên phải"), await middle("Góc dưới trái")];
  expect(right[0] - upper[0]).toBeGreaterThan(100);
  expect(lower[1] - upper[1]).toBeGreaterThan(100);
  await sheet.getByRole("button", { name: "Lấy cả ảnh" }).click();
  // A fifth less on the left, as it is seen: of four to three, sixteen to fifteen are left.
  for (const name of ["Góc trên trái", "Góc dưới trái"]) {
    await sheet.getByRole("button", { name }).focus();
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("Shift+ArrowRight");
  }
  await sheet.getByRole("button", { name: "Xong" }).click();
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 1 trang");
  const [one] = picturesOf(await sent(page, box));
  const { size } = await dot(page, one!, 0.5, 0.5);
  expect(size[0] / size[1]).toBeCloseTo(16 / 15, 1);
});

test("words laid over the pages, a picture left out, and all of them left", async ({ page, request }) => {
  const box = await atPapers(page, request);
  await choose(box, [await shot(page, "một.jpg")]);
  await expect(box.locator("[data-say]")).toHaveText("1 trang.");
  const stamp = box.getByLabel(/^In chữ mờ/);
  await expect(stamp).toHaveAttribute("data-stamp", "Chỉ dùng cho thủ tục Khai sinh cho con");
  await box.locator("[data-add]").setInputFiles(picture("nhỏ.png"));
  await expect(box.locator("[data-say]")).toContainText("2 trang.");
  await box.getByRole("button", { name: "Bỏ trang 2" }).click();
  await expect(box.locator("[data-say]")).toHaveText("1 trang.");
  await stamp.check();
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 1 trang");
  // Somewhere on the blank margin there is ink that the sheet did not have.
  const [one] = picturesOf(await sent(page, box));
  const margin = await page.evaluate(async (text) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]));
    const to = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
    to.drawImage(bitmap, 0, 0);
    const dots = to.getImageData(Math.floor(bitmap.width * 0.3), Math.floor(bitmap.height * 0.03), Math.floor(bitmap.width * 0.6), Math.floor(bitmap.height * 0.14)).data;
    return dots.filter((light, at) => at % 4 === 0 && light < 225 && light > 120).length / (dots.length / 4);
  }, one!.toString("base64"));
  expect(margin).toBeGreaterThan(0.01);
  await choose(box, [picture("thừa.png")]);
  await box.getByRole("button", { name: "Thôi, bỏ các ảnh này" }).click();
  await expect(box.locator("[data-photo-desk]")).toHaveCount(0);
  await expect(box.locator(".file-send")).toBeVisible();
});

test("a PDF passes, its pages counted; one with a password is told apart", async ({ page, request }) => {
  const box = await atPapers(page, request);
  const folder = mkdtempSync(join(tmpdir(), "giay-"));
  const [plain, packed, locked] = ["plain.pdf", "packed.pdf", "locked.pdf"].map((name) => join(folder, name)) as [string, string, string];
  let text = "%PDF-1.4\n";
  const places: number[] = [];
  const page3 = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>";
  for (const [at, body] of ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>", page3, page3, page3].entries()) {
    places.push(text.length);
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n${start}\n%%EOF\n`;
  writeFileSync(plain, text);
  // Newer programs pack objects away; some people lock what they send.
  execFileSync("qpdf", [plain, "--object-streams=generate", packed]);
  execFileSync("qpdf", [plain, "--encrypt", "abc", "abc", "256", "--", locked]);
  const file = (name: string, path: string) => ({ name, mimeType: "application/pdf", buffer: readFileSync(path) });
  await choose(box, file("ba trang.pdf", packed));
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 3 trang");
  expect((await sent(page, box)).equals(readFileSync(packed))).toBe(true);
  await choose(box, file("khóa.pdf", locked));
  await expect(box.locator("[data-error-for]")).toContainText("«khóa.pdf»: Tệp này có mật khẩu");
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp");
});

/** Seconds that all processes of the browser have worked so far, on one core: what the machine does beside it does not count. */
async function worked(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  await devtools.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

test("twelve pictures of twelve million dots become two megabytes at most", async ({ page, request, browser }) => {
  test.slow();
  const box = await atPapers(page, request);
  const shots = [];
  for (let at = 0; at < 12; at += 1) shots.push(await shot(page, `trang ${at + 1}.jpg`, { size: [3000, 4000] }));
  await choose(box, shots);
  await expect(box.locator("[data-say]")).toHaveText("12 trang.", { timeout: 60_000 });
  const before = await worked(browser);
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(box.locator("[data-busy]")).toContainText("trong 12");
  await expect(box.locator("[data-photo-desk]")).toHaveCount(0, { timeout: 90_000 });
  expect((await worked(browser)) - before).toBeLessThan(20);
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 12 trang", { timeout: 90_000 });
  const pdf = await sent(page, box);
  expect(pdf.length).toBeLessThanOrEqual(2_000_000);
  expect(judged(pdf).pages).toBe("12");
});
