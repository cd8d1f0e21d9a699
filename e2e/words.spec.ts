// Words to the office on their way: they wait for the line, come back where the answer was lost, and arrive once.
import { type Locator, type Page, expect, test } from "@playwright/test";
import { type Owned, filed, opened } from "./owner";
import { nowhere } from "./visit";

const SLUG = "khai-sinh";
const WORDS = "Tôi hỏi hồ sơ còn thiếu giấy tờ nào không";
const REASON = "Tôi nộp nhầm nơi";
const TAKEN_BACK = "Đã lấy lại lời bạn viết. Chưa chắc đã gửi được, bạn bấm gửi lại.";
const WAITS = "Chờ có mạng để gửi. Lời của bạn vẫn còn ở đây.";

const message = (page: Page) => page.locator('form[data-words$=":write-to-office"]');
const withdrawal = (page: Page) => page.locator('form[data-words$=":ask-withdrawal"]');
const box = (form: Locator) => form.locator("textarea");
const status = (form: Locator) => form.locator("[role=status]");
const button = (form: Locator) => form.locator("button");
const sent = (page: Page) => expect(page.locator("main")).toContainText("Cơ quan đã nhận lời nhắn của bạn.");
/** How often the office has such words. */
const arrived = (page: Page, words: string) => expect(page.locator(".timeline li").filter({ hasText: words }));
const remembered = (page: Page) => page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith("loi:")));

/** Waits until the script lives: only then a line is asked after. */
const lives = (form: Locator) => expect(status(form)).toBeAttached();

/** Unfolds a form, and writes. */
async function write(form: Locator, words: string): Promise<void> {
  await lives(form);
  await form.page().locator("details", { has: form }).locator("summary").click();
  await box(form).fill(words);
}

/** Presses; the office gets what is sent, and nobody gets its answer. */
async function lost(page: Page, { code }: Owned, form: Locator): Promise<void> {
  const address = `**/tra-cuu/${code}`;
  let answered = 0;
  await page.route(address, async (route) => {
    const request = route.request();
    const headers = Object.entries(await request.allHeaders()).filter(([name]) => !name.startsWith(":") && name !== "content-length");
    answered = (await fetch(request.url(), { method: request.method(), headers: Object.fromEntries(headers), body: request.postData() })).status;
    await route.abort("connectionreset");
  });
  await button(form).click();
  await nowhere(page);
  await page.unroute(address);
  expect(answered).toBe(200);
}

test("a message that is sent without a line waits for it, and arrives once", async ({ page, context }) => {
  const dossier = await filed(page, SLUG);
  await opened(page, dossier);
  await write(message(page), WORDS);
  let posts = 0;
  page.on("request", (request) => (posts += Number(request.url().endsWith(`/tra-cuu/${dossier.code}`))));
  await context.setOffline(true);
  await button(message(page)).click();
  await expect(status(message(page))).toHaveText(WAITS);
  await button(message(page)).click();
  await expect(box(message(page))).toHaveValue(WORDS);
  await context.setOffline(false);
  // Whoever misses that the line is back asks again after fifteen seconds.
  await expect(page.locator("main")).toContainText("Cơ quan đã nhận lời nhắn của bạn.", { timeout: 30_000 });
  expect(posts).toBe(1);
  await arrived(page, WORDS).toHaveCount(1);
});

test("a message that waits does not go under somebody's hands: whoever writes on presses again", async ({ page, context }) => {
  await opened(page, await filed(page, SLUG));
  await write(message(page), WORDS);
  await context.setOffline(true);
  await button(message(page)).click();
  await expect(status(message(page))).toHaveText(WAITS);
  await box(message(page)).fill(`${WORDS}, và bao giờ xong`);
  await context.setOffline(false);
  await expect(status(message(page))).toHaveText("Lời của bạn vừa đổi, chưa gửi. Viết xong thì bấm gửi lại.", { timeout: 30_000 });
  await button(message(page)).click();
  await sent(page);
  await arrived(page, WORDS).toHaveCount(1);
  await arrived(page, "và bao giờ xong").toHaveCount(1);
});

test("after a lost answer the words are there again, and pressed again the office has them once", async ({ page }) => {
  const dossier = await filed(page, SLUG);
  await opened(page, dossier);
  await write(message(page), WORDS);
  await lost(page, dossier, message(page));
  await opened(page, dossier);
  await expect(box(message(page))).toBeVisible();
  await expect(box(message(page))).toHaveValue(WORDS);
  await expect(status(message(page))).toHaveText(TAKEN_BACK);
  await button(message(page)).click();
  await sent(page);
  await arrived(page, WORDS).toHaveCount(1);
  await expect.poll(() => remembered(page)).toEqual([]);
});

test("other words after a lost answer are another message", async ({ page }) => {
  const dossier = await filed(page, SLUG);
  await opened(page, dossier);
  await write(message(page), WORDS);
  await lost(page, dossier, message(page));
  await opened(page, dossier);
  await expect(status(message(page))).toHaveText(TAKEN_BACK);
  await box(message(page)).fill("Tôi đã tìm thấy giấy chứng sinh");
  await button(message(page)).click();
  await sent(page);
  await arrived(page, WORDS).toHaveCount(1);
  await arrived(page, "Tôi đã tìm thấy giấy chứng sinh").toHaveCount(1);
});

test("what was sent does not come back, and the same words can be sent again", async ({ page }) => {
  const dossier = await filed(page, SLUG);
  for (const times of [1, 2]) {
    await opened(page, dossier);
    await lives(message(page));
    await expect(box(message(page))).toHaveValue("");
    await expect(box(message(page))).toBeHidden();
    await expect(status(message(page))).toHaveText("");
    await write(message(page), WORDS);
    await button(message(page)).click();
    await sent(page);
    await arrived(page, WORDS).toHaveCount(times);
    await expect.poll(() => remembered(page)).toEqual([]);
  }
});

test("a reason whose answer was lost is let go where the page shows that it has arrived", async ({ page }) => {
  const dossier = await filed(page, SLUG);
  await opened(page, dossier);
  await write(withdrawal(page), REASON);
  await lost(page, dossier, withdrawal(page));
  await opened(page, dossier);
  await expect.poll(() => remembered(page)).toEqual([]);
  await page.getByRole("button", { name: "Giữ lại hồ sơ" }).click();
  await expect(page.locator("main")).toContainText("Hồ sơ được giữ lại và đi tiếp như trước.");
  await lives(withdrawal(page));
  await expect(box(withdrawal(page))).toHaveValue("");
});

test("a reason that has arrived is not taken up again by a tab that never saw it, when the dossier goes on", async ({ page }) => {
  const dossier = await filed(page, SLUG);
  await opened(page, dossier);
  await write(withdrawal(page), REASON);
  await lost(page, dossier, withdrawal(page));
  const headers = { "access-key": dossier.key, "idempotency-key": crypto.randomUUID() };
  expect((await page.request.delete(`/api/v1/dossiers/${dossier.code}/withdraw`, { headers })).status()).toBe(200);
  await opened(page, dossier);
  await lives(withdrawal(page));
  await expect(box(withdrawal(page))).toHaveValue("");
  expect(await remembered(page)).toEqual([]);
});

test("a browser that remembers nothing sends all the same", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await opened(page, await filed(page, SLUG));
  await write(message(page), WORDS);
  await button(message(page)).click();
  await sent(page);
  await arrived(page, WORDS).toHaveCount(1);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("words go as they always did", async ({ page }) => {
    await opened(page, await filed(page, SLUG));
    await page.locator("summary", { hasText: "Nhắn cho cơ quan" }).click();
    await box(message(page)).fill(WORDS);
    await button(message(page)).click();
    await sent(page);
    await arrived(page, WORDS).toHaveCount(1);
  });
});
