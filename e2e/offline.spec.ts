// Without a line: what was read on this device is there, the search answers, and what must be fresh is never kept.
import { type Page, expect, test } from "@playwright/test";
import { formLives } from "./filing";

test.use({ serviceWorkers: "allow" });

const GUIDE = "/thu-tuc/khai-sinh/";
const FORM = "/thu-tuc/khai-sinh/nop-ho-so/";

/** Opens the portal for the first time and waits until it is ready to do without a line. */
async function settled(page: Page): Promise<void> {
  await page.goto("/");
  await page.evaluate(async () => {
    const { active, installing, waiting } = await navigator.serviceWorker.ready;
    const worker = active ?? waiting ?? installing;
    if (worker?.state !== "activated") await new Promise((done) => worker?.addEventListener("statechange", () => worker.state === "activated" && done(undefined)));
  });
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)));
    return all.flat();
  });

test("after the first visit the search answers and read guides open without a line", async ({ page, context }) => {
  await settled(page);
  await page.goto(GUIDE);
  await expect.poll(() => kept(page)).toContain(GUIDE);
  await context.setOffline(true);
  await page.goto("/");
  await page.locator("#q").click();
  await page.locator("#q").pressSequentially("giay khai sinh");
  await expect(page.locator(".found [role=option]").first()).toContainText("Khai sinh cho con");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(GUIDE);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khai sinh cho con");
  // With its style and its help: the expected date is worked out on the device.
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toBe("");
  await expect(page.locator(".expected").first()).toContainText("dự kiến xong");
});

test("what was never read is said to be missing, in the language of the page", async ({ page, context }) => {
  await settled(page);
  await context.setOffline(true);
  await page.goto("/thu-tuc/ket-hon/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không có mạng");
  await page.goto("/en/thu-tuc/ket-hon/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No connection");
});

test("dossiers, searches, filled pages and answers of the server are never kept", async ({ page, context, request }) => {
  await settled(page);
  const { example } = (await (await request.get("/api/v1/forms/trich-luc-ho-tich")).json()) as { example: object };
  const filed = await request.post("/api/v1/dossiers", { data: example, headers: { "idempotency-key": crypto.randomUUID() + crypto.randomUUID() } });
  const { code } = (await filed.json()) as { code: string };
  for (const address of [FORM, `/tra-cuu/${code}`, "/tim-kiem?q=khai+sinh", "/thu-tuc/?cap=xa", "/thong-ke/", "/can-bo/", "/khao-sat/hai-long-2026/"]) await page.goto(address);
  await page.goto(GUIDE);
  await expect.poll(() => kept(page)).toContain(GUIDE);
  const all = await kept(page);
  expect(all.filter((path) => /nop-ho-so\/.|tra-cuu|tim-kiem|thong-ke|can-bo|khao-sat|api/.test(path))).toEqual([]);
  await context.setOffline(true);
  await page.goto(`${FORM}giay-to/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không có mạng");
});

test("a form that was opened before is filled in without a line, and what is typed is kept", async ({ page, context }) => {
  await settled(page);
  await page.goto(FORM);
  await expect.poll(() => kept(page)).toContain(FORM);
  await context.setOffline(true);
  await page.goto(FORM);
  await formLives(page);
  await page.locator('main form [name="agency"]').first().check();
  await expect(page.locator("main form .form-status")).toHaveText("Đã lưu trên máy này – chưa gửi");
  await page.goto("/");
  await expect(page.locator("[data-my-drafts]")).toContainText("chưa gửi");
  await page.goto(FORM);
  await formLives(page);
  await expect(page.locator('main form [name="agency"]').first()).toBeChecked();
});

test("lists of places that were chosen from are there without a line, today's and those of before", async ({ page, context }) => {
  await settled(page);
  await page.goto(FORM);
  await formLives(page);
  const address = page.locator('main form [data-question="noi-o"]');
  const list = (part: string) => address.locator(`select[name="noi-o.${part}"]`);
  const choose = () =>
    list("province").evaluate((box: HTMLSelectElement) => {
      box.value = "48";
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
  await choose();
  await expect(list("commune").locator("option").nth(1)).toBeAttached();
  await address.locator("details[data-former]").evaluate((help: HTMLDetailsElement) => (help.open = true));
  await expect(address.locator("details select option").nth(1)).toBeAttached();
  await expect.poll(async () => (await kept(page)).filter((path) => /communes-48|former-places/.test(path)).length).toBe(2);
  await expect.poll(() => kept(page)).toContain(FORM);
  await context.setOffline(true);
  await page.goto(FORM);
  await formLives(page);
  await choose();
  await expect(list("commune").locator("option").nth(1)).toBeAttached();
  await address.locator("details[data-former]").evaluate((help: HTMLDetailsElement) => (help.open = true));
  await expect(address.locator("details select option").nth(1)).toBeAttached();
});

test("a new release takes the place of what the old one kept", async ({ page }) => {
  await settled(page);
  const [name] = await page.evaluate(() => caches.keys());
  const stale = "mot-cua-000000000000";
  await page.evaluate(async (stale) => (await caches.open(stale)).put("/", new Response("old")), stale);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
  await settled(page);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([name]);
});

test("a page that is open when the portal changes says so, and keeps what is typed", async ({ page }) => {
  await settled(page);
  await page.goto(FORM);
  await formLives(page);
  await page.locator('main form [name="agency"]').first().check();
  const note = page.locator("[data-release]");
  await expect(note).toBeHidden();
  // A message of the page's own release says nothing new.
  await page.evaluate(async () => {
    navigator.serviceWorker.dispatchEvent(new MessageEvent("message", { data: { build: document.querySelector<HTMLMetaElement>("meta[name=build]")?.content } }));
  });
  await expect(note).toBeHidden();
  await page.evaluate(() => navigator.serviceWorker.dispatchEvent(new MessageEvent("message", { data: { build: "newer" } })));
  await expect(note).toContainText("Cổng vừa có bản mới. Những gì bạn điền vẫn còn.");
  await note.getByRole("link", { name: "Tải lại trang" }).click();
  await formLives(page);
  await expect(page.locator('main form [name="agency"]').first()).toBeChecked();
  await expect(note).toBeHidden();
});

test("a service worker that was cleared away takes no draft with it", async ({ page }) => {
  await settled(page);
  await page.goto(FORM);
  await formLives(page);
  await page.locator('main form [name="agency"]').first().check();
  await expect(page.locator("main form .form-status")).toHaveText("Đã lưu trên máy này – chưa gửi");
  await page.evaluate(async () => {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.goto(FORM);
  await formLives(page);
  await expect(page.locator('main form [name="agency"]').first()).toBeChecked();
});

test("a new service worker tells open pages of an older release, and a first one tells nobody", async ({ page, context }) => {
  await page.addInitScript(() => navigator.serviceWorker.addEventListener("message", ({ data }) => localStorage.setItem("told", data.build)));
  await settled(page);
  const told = () => page.evaluate(() => localStorage.getItem("told"));
  expect(await told()).toBeNull();
  await page.evaluate(async () => {
    await (await caches.open("mot-cua-000000000000")).put("/", new Response("old"));
    await (await navigator.serviceWorker.getRegistration())?.unregister();
  });
  const other = await context.newPage();
  await settled(other);
  await expect.poll(told).not.toBeNull();
});

test("somebody who saves data gets none of it", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } }));
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
