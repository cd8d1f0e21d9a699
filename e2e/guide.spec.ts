// What script adds to a guide: the expected date, ticks that stay, printing; and that the guide is whole without.
import { type Page, expect, test } from "@playwright/test";
import { bundleIsDone, complaints, open } from "./visit";

const GUIDE = "/thu-tuc/khai-sinh/";
const expectedDate = (page: Page) => page.locator("#phieu .expected");
const printButton = (page: Page) => page.getByRole("button", { name: "In danh sách giấy tờ" });

// One working day; from 15:00 on it counts from the next working day; 24/11/2026 is a holiday.
const MOMENTS: [string, string, string][] = [
  ["a Monday morning before a holiday", "2026-11-23T09:00:00+07:00", "Nếu được tiếp nhận hôm nay: dự kiến xong thứ Tư 25/11/2026. Trong đó thứ Ba 24/11/2026 nghỉ lễ."],
  ["the last minute that counts", "2026-11-23T14:59:59+07:00", "Nếu được tiếp nhận hôm nay: dự kiến xong thứ Tư 25/11/2026. Trong đó thứ Ba 24/11/2026 nghỉ lễ."],
  ["the first minute that is too late", "2026-11-23T15:01:00+07:00", "Nếu nộp bây giờ, tính từ thứ Tư 25/11/2026: dự kiến xong thứ Năm 26/11/2026."],
  ["a Saturday", "2026-11-21T10:00:00+07:00", "Nếu nộp bây giờ, tính từ thứ Hai 23/11/2026: dự kiến xong thứ Tư 25/11/2026. Trong đó thứ Ba 24/11/2026 nghỉ lễ."],
  ["a Sunday just before midnight", "2026-11-22T23:59:59+07:00", "Nếu nộp bây giờ, tính từ thứ Hai 23/11/2026: dự kiến xong thứ Tư 25/11/2026. Trong đó thứ Ba 24/11/2026 nghỉ lễ."],
  ["a holiday", "2026-11-24T09:00:00+07:00", "Nếu nộp bây giờ, tính từ thứ Tư 25/11/2026: dự kiến xong thứ Năm 26/11/2026."],
  ["a day before the office opens", "2026-11-26T05:00:00+07:00", "Nếu được tiếp nhận hôm nay: dự kiến xong thứ Sáu 27/11/2026."],
  [
    "the last day of the year",
    "2026-12-31T09:00:00+07:00",
    "Nếu được tiếp nhận hôm nay: dự kiến xong thứ Hai 04/01/2027. Trong đó thứ Sáu 01/01/2027 nghỉ lễ. Lịch nghỉ năm 2027 chưa công bố, ngày này có thể đổi.",
  ],
];

for (const [name, moment, sentence] of MOMENTS) {
  test(`the expected date is right on ${name}`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(moment));
    await open(page, GUIDE);
    await expect(expectedDate(page)).toHaveText(sentence);
  });
}

test.describe("on a device far away", () => {
  test.use({ timezoneId: "America/Los_Angeles" });

  test("the expected date is counted in Vietnam's time", async ({ page }) => {
    await page.clock.setFixedTime(new Date("2026-11-23T09:00:00+07:00"));
    await open(page, GUIDE);
    await expect(expectedDate(page)).toHaveText("Nếu được tiếp nhận hôm nay: dự kiến xong thứ Tư 25/11/2026. Trong đó thứ Ba 24/11/2026 nghỉ lễ.");
  });
});

test("the expected date is in English in the English key facts", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-23T15:01:00+07:00"));
  await open(page, `/en${GUIDE}`);
  await expect(expectedDate(page)).toHaveText("If filed now, counted from Wednesday 25 November 2026: expected by Thursday 26 November 2026.");
});

test("ticks survive a reload, can be taken back, and belong to one guide", async ({ page }) => {
  await open(page, GUIDE);
  await expect(page.getByText("Dấu tích được giữ trên máy này, không gửi đi đâu.")).toBeVisible();
  const paper = page.locator(".case").first().getByRole("checkbox", { name: "Giấy chứng sinh" });
  const ticked = page.locator("main input[type=checkbox]:checked");
  await paper.check();
  await page.reload();
  await bundleIsDone(page);
  await expect(paper).toBeChecked();
  await expect(ticked).toHaveCount(1);

  await open(page, "/thu-tuc/ket-hon/");
  await expect(ticked).toHaveCount(0);

  await open(page, GUIDE);
  await paper.uncheck();
  await page.reload();
  await bundleIsDone(page);
  await expect(ticked).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("nothing is sent when a paper is ticked", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`.trim()));
  await open(page, GUIDE);
  await page.waitForLoadState("networkidle");
  const first = sent.splice(0);
  expect(first.length).toBeGreaterThan(0);

  const papers = page.locator(".case").first().getByRole("checkbox");
  await papers.first().check();
  await papers.nth(1).check();
  await papers.nth(1).uncheck();
  // Once the last tick has been kept, whatever it set off has begun.
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  await page.waitForLoadState("networkidle");
  expect(sent, "between load and reload").toEqual([]);

  await page.reload();
  await bundleIsDone(page);
  await page.waitForLoadState("networkidle");
  await expect(papers.first()).toBeChecked();
  expect(sent.filter((one) => !first.includes(one)), "on leaving, and with the reload").toEqual([]);
  expect((await page.context().cookies()).length).toBe(0);
});

for (const [name, address, label] of [
  ["a guide", GUIDE, "In danh sách giấy tờ"],
  ["a blank form", "/bieu-mau/to-khai-dang-ky-khai-sinh/", "In tờ mẫu"],
] as const) {
  test(`the print button of ${name} opens the printing of the browser`, async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.classList.add("was-printed");
    });
    await open(page, address);
    await page.getByRole("button", { name: label }).click();
    await expect(page.locator("html")).toHaveClass("was-printed");
  });
}

/** The guide as it is without its bundle: whole, quiet, and promising nothing. */
async function expectPlain(page: Page, heard: string[]) {
  await expect(expectedDate(page)).toBeHidden();
  await expect(printButton(page)).toBeHidden();
  await expect(page.locator("[data-kept]")).toBeHidden();
  await expect(page.locator("#phieu")).toContainText("1 ngày làm việc");
  await page.getByRole("radio", { name: "Cha mẹ chưa đăng ký kết hôn" }).check();
  await expect(page.locator("[data-case=cha-me-chua-ket-hon]")).toBeVisible();
  expect(heard.filter((line) => !line.includes("net::ERR_FAILED"))).toEqual([]);
}

test("a page of another build stays plain", async ({ page }) => {
  const heard = await complaints(page);
  await page.route(`**${GUIDE}`, async (route) => {
    const answer = await route.fetch();
    const whole = await answer.text();
    const body = whole.replace(/(<meta name="build" content=")[^"]+/, "$1000000000000");
    expect(body).not.toBe(whole);
    const { "content-encoding": _encoding, "content-length": _length, etag: _etag, ...headers } = answer.headers();
    await route.fulfill({ status: 200, headers, body });
  });
  await open(page, GUIDE);
  await expectPlain(page, heard);
});

for (const [name, pattern] of [
  ["its WebAssembly", "**/assets/guide.*.wasm"],
  ["its script", "**/assets/guide.*.js"],
  ["its loader", "**/assets/guide-loader.*.js"],
] as const) {
  test(`a guide stays whole when ${name} does not arrive`, async ({ page }) => {
    const heard = await complaints(page);
    let stopped = 0;
    await page.route(pattern, (route) => {
      stopped += 1;
      return route.abort();
    });
    await open(page, GUIDE);
    expect(stopped).toBeGreaterThan(0);
    await expectPlain(page, heard);
  });
}

test("a guide works where the browser keeps nothing", async ({ page }) => {
  const heard = await complaints(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page, GUIDE);
  await expect(expectedDate(page)).toBeVisible();
  await expect(printButton(page)).toBeVisible();
  await expect(page.locator("[data-kept]")).toBeHidden();
  await page.locator(".case").first().getByRole("checkbox").first().check();
  expect(heard).toEqual([]);
});
