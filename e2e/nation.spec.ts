// A catalogue with the nation's records: found on a slow line, read as what they are, in two parts, and without a line.
import { type Page, expect, test } from "@playwright/test";
import { complaints } from "./visit";

const box = (page: Page) => page.locator("#q");
const lines = (page: Page) => page.locator(".found [role=option]");
const voice = (page: Page) => page.locator(".search-box [role=status]").first();
const RECORD = "/thu-tuc/1-900001/";

/** A line of 400 kbit/s that takes 400 ms for every answer. */
async function slow(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
}

test("on a slow line a record is found by what it is about and read as the national record it is", async ({ page }) => {
  const heard = await complaints(page);
  await slow(page);
  await page.goto("/");
  await box(page).click();
  await box(page).pressSequentially("mo quay sach");
  const found = lines(page).filter({ hasText: "bản ghi quốc gia" }).first();
  await expect(found).toContainText("quầy sách");
  await found.click();
  await expect(page).toHaveURL(RECORD);
  await expect(page.locator("main")).toContainText("bản ghi quốc gia");
  await expect(page.locator("main")).toContainText("1.900001");
  expect(heard).toEqual([]);
});

test("guides stand before records of the same words, under the box and on the page of results", async ({ page }) => {
  await page.goto("/");
  await box(page).click();
  await box(page).pressSequentially("đăng ký");
  await expect(lines(page).first()).not.toContainText("bản ghi quốc gia");
  await page.goto("/tim-kiem?q=quay+sach");
  await expect(page.locator("main .procedure-list strong").first()).toContainText("quầy sách");
});

test("the likeliest answer before the rest is here, and nothing is called missing until then", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  const parts: string[] = [];
  await page.route("**/assets/search*.bin", async (route) => {
    parts.push(route.request().url());
    if (parts.length > 1) await held;
    await route.continue();
  });
  await page.goto("/");
  await box(page).click();
  await box(page).pressSequentially("khai sinh");
  await expect(lines(page).first()).toContainText("Khai sinh cho con");
  await expect.poll(() => parts.length).toBe(2);
  await box(page).fill("quầy sách");
  await expect(lines(page)).toHaveCount(0);
  await expect(voice(page)).toHaveText("");
  // What arrives is shown to whoever still waits for it, without another key.
  release();
  await expect(lines(page).filter({ hasText: "quầy sách" }).first()).toBeVisible();
  await box(page).fill("zzzzqqqq");
  await expect(voice(page)).toContainText("Chưa tìm thấy");
});

test.describe("without a line", () => {
  test.use({ serviceWorkers: "allow" });

  test("both parts answer, and a record that was read is read again", async ({ page, context }) => {
    await page.goto("/");
    await page.evaluate(async () => {
      const { active, installing, waiting } = await navigator.serviceWorker.ready;
      const worker = active ?? waiting ?? installing;
      if (worker?.state !== "activated") await new Promise((done) => worker?.addEventListener("statechange", () => worker.state === "activated" && done(undefined)));
    });
    await page.goto(RECORD);
    const kept = () =>
      page.evaluate(async () => {
        const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)));
        return all.flat();
      });
    await expect.poll(kept).toContain(RECORD);
    await context.setOffline(true);
    await page.goto("/");
    await box(page).click();
    await box(page).pressSequentially("quay sach");
    const found = lines(page).filter({ hasText: "quầy sách" });
    await expect(found.first()).toBeVisible();
    await found.filter({ hasText: "cấp giấy phép" }).first().click();
    await expect(page).toHaveURL(RECORD);
    await expect(page.locator("main")).toContainText("bản ghi quốc gia");
  });
});
