// Answering a survey by program: counted once, every fault named, closed ones refuse.
import { type APIRequestContext, expect, test } from "@playwright/test";
import { key, problem } from "./client";

const OPEN = "hai-long-2026";
const CLOSED = "khao-sat-thu";
const GOOD = { "vao-de-lam-gi": ["gui-ho-so", "theo-doi"], "lam-duoc-khong": "lam-duoc", "loi-van": "khong-y-kien", "hai-long": "hai-long" };

const send = (request: APIRequestContext, slug: string, data: unknown, idempotency = key()) =>
  request.post(`/api/v1/surveys/${slug}`, { data, headers: { "idempotency-key": idempotency } });

/** How many people the results name; nothing where they are too few. */
async function counted(request: APIRequestContext): Promise<number> {
  const page = await (await request.get(`/khao-sat/${OPEN}/ket-qua/`)).text();
  return Number(/(\d+) người đã trả lời/.exec(page)?.[1] ?? 0);
}

test("the same key counts once, and not for other answers", async ({ request }) => {
  const idempotency = key();
  const first = await send(request, OPEN, { answers: GOOD }, idempotency);
  expect([first.status(), await first.json()]).toEqual([201, { replayed: false }]);
  const again = await send(request, OPEN, { answers: GOOD }, idempotency);
  expect([again.status(), await again.json()]).toEqual([201, { replayed: true }]);
  await problem(await send(request, OPEN, { answers: { ...GOOD, "hai-long": "khong-hai-long" } }, idempotency), 409, "idempotency-key-reused");
});

test("results are counted from five people on, by option", async ({ request }) => {
  for (let person = 0; person < 5; person += 1) expect((await send(request, OPEN, { answers: GOOD })).status()).toBe(201);
  const before = await counted(request);
  expect(before).toBeGreaterThanOrEqual(5);
  await send(request, OPEN, { answers: GOOD });
  expect(await counted(request)).toBeGreaterThan(before);
  const page = await (await request.get(`/khao-sat/${OPEN}/ket-qua/`)).text();
  expect(page).toContain("Làm được, không cần ai giúp");
});

test("what was written is on no page", async ({ request }) => {
  const words = `rieng-${key()}`;
  expect((await send(request, OPEN, { answers: { ...GOOD, "mot-dieu-sua": words } })).status()).toBe(201);
  expect(await (await request.get(`/khao-sat/${OPEN}/ket-qua/`)).text()).not.toContain(words);
});

test("every fault is named by its path", async ({ request }) => {
  const faulty = await problem(await send(request, OPEN, { answers: { "loi-van": "khong-co" } }), 422, "faulty-fields");
  expect(faulty.faults?.map((fault) => fault.path)).toEqual(["answers.vao-de-lam-gi", "answers.lam-duoc-khong", "answers.loi-van", "answers.hai-long"]);
  await problem(await request.post(`/api/v1/surveys/${OPEN}`, { data: { answers: GOOD } }), 400, "idempotency-key");
  await problem(await send(request, OPEN, { answers: GOOD, who: "tôi" }), 422, "json-shape");
});

test("a closed survey refuses and one that never was is nowhere", async ({ request }) => {
  await problem(await send(request, CLOSED, { answers: {} }), 410, "survey-closed");
  const page = await request.post(`/khao-sat/${CLOSED}/`, { form: {} });
  expect(page.status()).toBe(410);
  expect(await page.text()).toContain("Khảo sát này đã đóng");
  await problem(await send(request, "khong-co", { answers: {} }), 404, "not-found");
  for (const answer of [await request.post("/khao-sat/khong-co/", { form: {} }), await request.get("/khao-sat/khong-co/ket-qua/")]) {
    expect(answer.status()).toBe(404);
  }
});
