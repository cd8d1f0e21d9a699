// The code of an identity card fills in a form: from a picture, from a camera, for who files and for others;
// a camera that is refused, a picture without a code and the code of something else lose nothing.
import { type Locator, type Page, chromium, expect, test } from "@playwright/test";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clean } from "./axe";
import { MAN, WOMAN, code, picture } from "./card";
import { address, boxesOf, exampleOf, fillTopic, formLives } from "./filing";
import { complaints } from "./visit";

const box = (page: Page, name: string) => page.locator(`main form [name="${name}"]`);
const panel = (page: Page) => page.getByRole("dialog");

/** Shows the topic with a box, as the answers of the example lead there, but for those about people. */
async function until(page: Page, target: Locator, slug: string): Promise<void> {
  const boxes = boxesOf(await exampleOf(page.request, slug));
  for (let step = 0; step < 12 && !(await target.isVisible()); step += 1) {
    await fillTopic(page, boxes);
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  }
  await expect(target).toBeVisible();
}

async function begin(page: Page, slug: string): Promise<Locator> {
  await page.goto(address(slug));
  await formLives(page);
  const scan = page.locator('[data-person="0"]').getByRole("button", { name: "Quét mã QR trên thẻ căn cước" });
  await until(page, scan, slug);
  return scan;
}

/** Without the reader of the browser, ours must do it. */
async function withoutOwnReader(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, "BarcodeDetector"));
}

test("a picture of the code fills in who files, beside it stands where from, and nothing goes over what is typed", async ({ page }) => {
  const heard = await complaints(page);
  await withoutOwnReader(page);
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const scan = await begin(page, "trich-luc-ho-tich");
  expect(fetched.filter((one) => one.includes("/assets/card"))).toEqual([]);
  await box(page, "ngay-sinh.year").fill("1970");
  await scan.click();
  await expect(panel(page)).toContainText("Chỉ để đỡ gõ, không chứng minh bạn là ai");
  await clean(page, "the panel of a card");
  const before = fetched.length;
  await panel(page).locator("input").setInputFiles(picture(WOMAN));
  await expect(panel(page)).toHaveCount(0);
  await expect(box(page, "ho-ten")).toHaveValue("Nguyễn Thị Quét");
  await expect(box(page, "so-dinh-danh")).toHaveValue("001190000012");
  await expect(box(page, "noi-o.street")).toHaveValue("Số 8, phố Thử");
  await expect(box(page, "noi-o.province").locator("option:checked")).toHaveText("Thành phố Hà Nội");
  await expect(box(page, "noi-o.commune").locator("option:checked")).toHaveText("Phường Hoàn Kiếm");
  // The day was begun by hand, and stays whole.
  await expect(box(page, "ngay-sinh.year")).toHaveValue("1970");
  await expect(box(page, "ngay-sinh.day")).toHaveValue("");
  await expect(page.locator('[data-question="ho-ten"] .known-from')).toHaveText(/^Từ mã QR trên thẻ\./);
  await expect(page.locator('[data-person="0"] [role=status]')).toContainText("Đã điền 5 ô từ thẻ");
  await expect(scan).toBeFocused();
  // Nothing of it left the device: only parts of the portal were asked for.
  expect(fetched.slice(before).filter((one) => !/^GET \/assets\/[a-z-]+[.\w-]*$/.test(one))).toEqual([]);
  expect(heard).toEqual([]);
});

test("a card can be scanned for another person of the form, and an old address is looked up but not filled in", async ({ page }) => {
  await withoutOwnReader(page);
  await page.goto(address("ket-hon"));
  await formLives(page);
  const scan = page.getByRole("button", { name: "Quét mã QR trên thẻ căn cước của người kia" });
  await until(page, scan, "ket-hon");
  await scan.click();
  await panel(page).locator("input").setInputFiles(picture(MAN));
  await expect(box(page, "ho-ten-nguoi-kia")).toHaveValue("Trần Văn Cũ");
  await expect(box(page, "ngay-sinh-nguoi-kia.month")).toHaveValue("12");
  await expect(box(page, "so-dinh-danh-nguoi-kia")).toHaveValue("001088000034");
  await expect(box(page, "noi-o-nguoi-kia.street")).toHaveValue("");
  await expect(page.locator('[data-person="1"] [role=status]')).toContainText("Nơi ở thì bạn tự chọn: trên thẻ là địa chỉ cũ");
  const help = page.locator('[data-question="noi-o-nguoi-kia"] [data-former]');
  const lists = help.locator("select");
  await expect(lists.nth(2).locator("option:checked")).toHaveText("Phường Phúc Xá");
  await expect(lists.nth(1).locator("option:checked")).toHaveText("Quận Ba Đình");
  await expect(help.getByRole("status")).toHaveText("Nay là Phường Hồng Hà, Thành phố Hà Nội.");
  // Only who knows may say so.
  await expect(box(page, "noi-o-nguoi-kia.province")).toHaveValue("");
  await help.getByRole("button", { name: "Dùng địa chỉ này" }).click();
  await expect(box(page, "noi-o-nguoi-kia.commune").locator("option:checked")).toHaveText("Phường Hồng Hà");
  await expect(box(page, "noi-o-nguoi-kia.street")).toBeFocused();
});

test("what is no card, no code and no picture is told, and the form goes on by hand", async ({ page }) => {
  await withoutOwnReader(page);
  const scan = await begin(page, "trich-luc-ho-tich");
  await scan.click();
  const chosen = panel(page).locator("input");
  const said = panel(page).getByRole("status");
  await chosen.setInputFiles(picture("https://example.org/"));
  await expect(said).toContainText("Đây là mã QR khác");
  await chosen.setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") });
  await expect(said).toContainText("không mở được như một ảnh");
  await chosen.setInputFiles("public/icon-512.png");
  await expect(said).toContainText("Không thấy mã QR trong ảnh");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await box(page, "ho-ten").fill("Tự gõ");
  await expect(box(page, "ho-ten")).toHaveValue("Tự gõ");
});

test("a camera that is refused leaves the form and the way by a picture", async ({ page }) => {
  await withoutOwnReader(page);
  const scan = await begin(page, "trich-luc-ho-tich");
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia: refuse } });
  });
  await scan.click();
  await panel(page).getByRole("button", { name: "Dùng máy ảnh" }).click();
  await expect(panel(page).getByRole("status")).toContainText("Trình duyệt chưa cho dùng máy ảnh");
  await panel(page).locator("input").setInputFiles(picture(WOMAN));
  await expect(box(page, "ho-ten")).toHaveValue("Nguyễn Thị Quét");
});

test("the browser's own reader is asked first, where it has one", async ({ page }) => {
  await page.addInitScript((text) => {
    class Own {
      static getSupportedFormats = async () => ["qr_code"];
      detect = async () => [{ rawValue: text }];
    }
    Object.assign(window, { BarcodeDetector: Own });
  }, MAN);
  const scan = await begin(page, "trich-luc-ho-tich");
  await scan.click();
  // The picture says otherwise, so it was not ours that read it.
  await panel(page).locator("input").setInputFiles(picture(WOMAN));
  await expect(box(page, "ho-ten")).toHaveValue("Trần Văn Cũ");
});

test("the reader that cannot be fetched is told beside the button", async ({ page }) => {
  const scan = await begin(page, "trich-luc-ho-tich");
  await page.route(/assets\/card-loader/, (route) => route.abort());
  await scan.click();
  await expect(page.locator('[data-person="0"] [role=status]')).toContainText("Chưa tải được phần này");
});

/** A film of one picture, as Chromium takes it for a camera (YUV4MPEG2). */
function film(text: string, width = 640, height = 480, square = 5): Buffer {
  const drawn = code(text);
  const luma = Buffer.alloc(width * height, 200);
  const size = drawn.getModuleCount();
  const [left, top] = [width, height].map((side) => Math.floor((side - size * square) / 2)) as [number, number];
  for (let y = 0; y < size * square; y += 1) {
    for (let x = 0; x < size * square; x += 1) {
      luma[(top + y) * width + left + x] = drawn.isDark(Math.floor(y / square), Math.floor(x / square)) ? 30 : 225;
    }
  }
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([head, frame, frame]);
}

test("the camera reads the code by itself, and is let go", async ({ baseURL }) => {
  const folder = await mkdtemp(join(tmpdir(), "camera-"));
  const file = join(folder, "card.y4m");
  await writeFile(file, film(WOMAN));
  const camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu", ...camera] });
  const context = await browser.newContext({ baseURL, serviceWorkers: "block" });
  const page = await context.newPage();
  const heard = await complaints(page);
  await withoutOwnReader(page);
  const scan = await begin(page, "trich-luc-ho-tich");
  await page.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => Object.assign(window, { film: await ask(wanted) }).film;
  });
  await scan.click();
  await panel(page).getByRole("button", { name: "Dùng máy ảnh" }).click();
  // A second browser with a camera begins beside those of other tests.
  await expect(box(page, "ho-ten")).toHaveValue("Nguyễn Thị Quét", { timeout: 30_000 });
  await expect(panel(page)).toHaveCount(0);
  const going = () => page.evaluate(() => (window as unknown as { film: MediaStream }).film.getTracks().filter((track) => track.readyState === "live").length);
  await expect.poll(going).toBe(0);
  expect(heard).toEqual([]);
  await browser.close();
});
