// The line is lost at every step in turn, answers get lost on their way, clocks are wrong: nothing typed is lost, nothing is filed twice.
import { type Locator, type Page, expect, test } from "@playwright/test";
import { address, boxesOf, exampleOf, fillTopic, formLives, picture, receiptOf, topic, type Boxes } from "./filing";
import { nowhere } from "./visit";

const FORM = "khai-sinh";
const heading = (page: Page) => page.locator("h1");
const status = (page: Page) => page.locator("form[data-form] .form-status");

/** Goes through all topics; `around` is done before each is filled and before the button that leads on. */
async function throughTopics(page: Page, boxes: Boxes, around: (offline: boolean) => Promise<void>): Promise<number> {
  const place = page.locator("main form .progress p");
  for (let step = 1; step < 20; step += 1) {
    await around(true);
    await fillTopic(page, boxes);
    const [, at, all] = /Phần (\d+) trong (\d+)/.exec(await place.innerText()) ?? [];
    if (at === all) return step;
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
    await expect(place).not.toContainText(`Phần ${at} trong ${all} `);
  }
  throw new Error("the form never ends");
}

test("without a line in every topic, before every page and while papers and dossier go: filed once, nothing lost", async ({ page, context }) => {
  const boxes = boxesOf(await exampleOf(page.request, FORM));
  await page.goto(address(FORM));
  await formLives(page);
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(new URL(request.url()).pathname));
  // Communes come over the line, once for each province; they are there before it goes.
  for (const [name, value] of boxes.filter(([name]) => name.endsWith(".province"))) {
    await page.locator(`main form [name="${name}"]`).evaluate((box: HTMLSelectElement, value) => {
      box.value = value;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
    await expect(page.locator(`main form [name="${name.replace(/province$/, "commune")}"] option`).nth(1)).toBeAttached();
  }
  const topics = await throughTopics(page, boxes, (offline) => context.setOffline(offline));
  expect(topics).toBeGreaterThan(4);
  await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  await expect(status(page)).toContainText("Chờ có mạng để đi tiếp");
  await context.setOffline(false);
  await expect(heading(page)).toHaveText("Giấy tờ gửi kèm", { timeout: 30_000 });
  const birth = page.locator('[data-paper="giay-chung-sinh"]');
  await page.waitForLoadState();
  await birth.locator(".file-send input").setInputFiles(picture("giấy.png"));
  await expect(birth.locator("[data-say]")).toContainText("1 trang.");
  await context.setOffline(true);
  await birth.getByRole("button", { name: "Tải nguyên ảnh lên, không sửa" }).click();
  await expect(birth).toContainText("Chờ có mạng");
  await context.setOffline(false);
  await expect(birth).toContainText("Đã nhận 1 tệp", { timeout: 30_000 });
  // A link without a line leads nowhere, and back again.
  const papers = page.url();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Tiếp tục" }).click().catch(() => undefined);
  await nowhere(page);
  await context.setOffline(false);
  await page.goto(papers);
  await expect(birth).toContainText("Đã nhận 1 tệp");
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
  await expect(page.locator("main")).toContainText("Đủ theo danh sách nơi nhận hồ sơ dùng");
  await page.waitForFunction(() => performance.now() > 1000);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
  await expect(page.locator("form[data-send] .form-status")).toContainText("Chờ có mạng để gửi");
  await context.setOffline(false);
  await expect(heading(page)).toHaveText("Bạn đã gửi hồ sơ", { timeout: 30_000 });
  await receiptOf(page);
  expect(posts.filter((path) => path.endsWith("/kiem-tra/"))).toHaveLength(1);
});

test("a list of communes that comes a second time, late, leaves the commune chosen meanwhile", async ({ page }) => {
  const boxes = boxesOf(await exampleOf(page.request, FORM));
  const answer = (name: string) => boxes.find(([box]) => box === name)![1];
  await page.goto(address(FORM));
  await formLives(page);
  const [province, commune] = ["noi-o.province", "noi-o.commune"].map((name) => page.locator(`main form [name="${name}"]`));
  const choose = (box: Locator, value: string) =>
    box.evaluate((box: HTMLSelectElement, value) => {
      box.value = value;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  await choose(province!, answer("noi-o.province"));
  await expect(commune!.locator("option").nth(1)).toBeAttached();
  let come = () => undefined as void;
  const late = new Promise<void>((go) => (come = go));
  await page.route("**/assets/*.json", async (route) => {
    await late;
    await route.continue();
  });
  await choose(province!, answer("noi-o.province"));
  await choose(commune!, answer("noi-o.commune"));
  const old = await commune!.locator("option").nth(1).elementHandle();
  come();
  await page.waitForFunction((option) => !option!.isConnected, old);
  await expect(commune!).toHaveValue(answer("noi-o.commune"));
});

test("the answer to sending is lost: coming back shows the receipt with its key, and the dossier is filed once", async ({ page }) => {
  const boxes = boxesOf(await exampleOf(page.request, "trich-luc-ho-tich"));
  await page.goto(address("trich-luc-ho-tich"));
  await formLives(page);
  await throughTopics(page, boxes, async () => undefined);
  await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
  await page.waitForFunction(() => performance.now() > 1000);
  const check = page.url();
  let codes: string[] = [];
  // The portal gets the dossier, and nobody gets its answer.
  await page.route(check, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const headers = await route.request().allHeaders();
    const answer = await fetch(check, { method: "POST", headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":") && name !== "content-length")), body: route.request().postData(), redirect: "manual" });
    codes.push(answer.headers.get("location") ?? "");
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
  await expect.poll(() => codes.length).toBe(1);
  await nowhere(page);
  await page.unroute(check);
  await page.goto(check);
  await expect(heading(page)).toHaveText("Bạn đã gửi hồ sơ");
  const { code } = await receiptOf(page);
  expect(codes).toEqual([`/tra-cuu/${code}`]);
  // Seen once, it is forgotten.
  await page.goto(check);
  await expect(page).not.toHaveURL(check);
  const names = (await page.context().cookies()).map((cookie) => cookie.name);
  expect(names.filter((name) => name.includes("khoa-gui"))).toEqual([]);
});

for (const [what, year] of [["years behind", 2019], ["years ahead", 2041]] as const) {
  test(`a phone whose clock is ${what} files like any other`, async ({ page }) => {
    const boxes = boxesOf(await exampleOf(page.request, FORM));
    await page.clock.install({ time: new Date(`${year}-03-04T05:06:07Z`) });
    // The portal tells the time once the form lives.
    const told = page.waitForResponse((answer) => answer.url().endsWith("/healthz"));
    await page.goto(address(FORM));
    await formLives(page);
    await told;
    const asked: string[] = [];
    await throughTopics(page, boxes, async () => void asked.push(await topic(page).first().innerText()));
    // A birth of this year is no day to come.
    await expect(page.locator(".question-wrong")).toHaveCount(0);
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
    await expect(heading(page)).toHaveText("Giấy tờ gửi kèm");
    await page.goto(address(FORM));
    await formLives(page);
    await expect(page.locator('main form [name="contact-phone"]')).not.toHaveValue("");
  });
}
