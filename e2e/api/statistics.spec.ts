// Public totals: they follow what happens, rest on five people or more, and name nobody.
import { type APIRequestContext, expect, test } from "@playwright/test";
import { type Filed, example, file, filed } from "./client";

interface Totals {
  id: string;
  received: number;
  in_process: number;
  ratings: Record<string, { dissatisfied: number; satisfied: number; very_satisfied: number; sample: number }>;
}

interface Statistics {
  from: string | null;
  at: string;
  all: Totals;
  agencies: Totals[];
  procedures: Totals[];
}

async function totals(request: APIRequestContext): Promise<Statistics> {
  const answer = await request.get("/api/v1/statistics");
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Statistics;
}

const GUIDES = ["ho-kinh-doanh", "khai-sinh"];
const of = (all: Statistics, guide: string) => all.procedures.find((one) => one.id === guide);

test("dossiers and ratings arrive in the totals, and ratings only from five people on, on the page and on the guide", async ({ request, page }) => {
  const before = await totals(request);
  const sent: Filed[] = [];
  for (const guide of GUIDES) {
    // Two procedures, so that none of them is the rest that would give few people away.
    const body = await example(request, guide);
    for (let person = 0; person < 5; person += 1) {
      const answer = await file(request, body);
      expect(answer.status()).toBe(201);
      sent.push((await answer.json()) as Filed);
    }
    const received = of(before, guide)?.received ?? 0;
    await expect.poll(async () => of(await totals(request), guide)?.received ?? 0, { timeout: 20_000 }).toBeGreaterThanOrEqual(received + 5);
  }
  for (const { code, access_key } of sent) {
    const data = { access_key, moment: "after-sending", overall: "satisfied" };
    expect((await request.post(`/api/v1/dossiers/${code}/rating`, { data })).status()).toBe(200);
  }
  for (const guide of GUIDES) {
    await expect.poll(async () => of(await totals(request), guide)?.ratings.overall?.sample ?? 0, { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
    const shown = of(await totals(request), guide)?.ratings;
    const { dissatisfied = 0, satisfied = 0, very_satisfied = 0, sample } = shown?.overall ?? {};
    expect(dissatisfied + satisfied + very_satisfied).toBe(sample);
  }
  const all = await (await request.get("/thong-ke/")).text();
  expect(all).toMatch(/%[^<]*\(\d+ người\)/);
  await page.goto("/thu-tuc/khai-sinh/");
  await expect(page.locator("[data-fragment]")).toContainText(/\d+ hồ sơ đã nhận.*\(\d+ người đánh giá\)/);
  // Without script the link leads to the same numbers.
  await page.getByRole("link", { name: "Số hồ sơ, đúng hẹn và mức hài lòng" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Phục vụ thế nào: Khai sinh cho con");
  await expect(page.locator("main")).toContainText(/\(\d+ người đánh giá\)/);
});

test("every shown sample is of five or more, and the parts are the whole", async ({ request }) => {
  await filed(request);
  const shown = await totals(request);
  for (const one of [shown.all, ...shown.agencies, ...shown.procedures]) {
    for (const levels of Object.values(one.ratings)) expect(levels.sample).toBeGreaterThanOrEqual(5);
  }
  for (const parts of [shown.agencies, shown.procedures]) {
    expect(parts.reduce((sum, one) => sum + one.received, 0)).toBe(shown.all.received);
  }
});

test("the page may be kept for a minute and answers under its own address only", async ({ request }) => {
  const page = await request.get("/thong-ke/");
  expect(page.status()).toBe(200);
  expect(page.headers()["cache-control"]).toBe("public, max-age=60");
  expect(await page.text()).toContain("Cổng phục vụ thế nào?");
  expect((await request.post("/thong-ke/")).status()).toBe(405);
  expect((await request.get("/thong-ke/khong-co-thu-tuc-nay/")).status()).toBe(404);
});
