// Filing and following a dossier through the API: what is promised, and every way to do it wrong.
import { expect, test } from "@playwright/test";
import { FORMS } from "../filing";
import { type Filed, GUIDE, example, file, filed, key, problem } from "./client";

const CODE = /^[A-Y]\d{2}(\.[0-9A-Z]+)*-\d{6}-\d{4,}$/;

for (const guide of FORMS) {
  test(`the example of ${guide} is filed, glanced at and seen by its owner`, async ({ request }) => {
    const body = await example(request, guide);
    const answer = await file(request, body);
    expect(answer.status()).toBe(201);
    const made = (await answer.json()) as Filed;
    expect(made.code).toMatch(CODE);
    expect(made.code.startsWith(`${body.agency}-`)).toBe(true);
    expect(made.access_key).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(made.rating.startsWith(`${body.agency}~`)).toBe(true);
    expect(new Date(made.answer_by).getTime()).toBeGreaterThan(new Date(made.submitted_at).getTime());

    const glance = await request.get(`/api/v1/dossiers/${made.code}`);
    expect(await glance.json()).toEqual({ code: made.code, status: { code: 1, key: "submitted", name: "Mới đăng ký" } });

    const view = await request.post(`/api/v1/dossiers/${made.code}/view`, { data: { access_key: made.access_key } });
    expect(view.status()).toBe(200);
    expect(view.headers()["cache-control"]).toBe("no-store");
    expect(await view.json()).toMatchObject({
      code: made.code,
      procedure: guide,
      status: { key: "submitted" },
      timeline: [{ what: "submit", by_owner: true }],
      moves: ["ask-withdrawal", "write-to-office"],
    });
  });
}

test("the same request twice is one dossier, and another body under its key is refused", async ({ request }) => {
  const body = await example(request);
  const once = key();
  const first = (await (await file(request, body, once)).json()) as Filed;
  const again = await file(request, body, once);
  expect(again.status()).toBe(201);
  expect(await again.json()).toEqual({ ...first, replayed: true });
  await problem(await file(request, { ...body, contact: { phone: "0987654321" } }, once), 409, "idempotency-key-reused");
});

test("dossiers of one day are numbered without gaps, however many come at once", async ({ request }) => {
  const body = await example(request);
  const codes = await Promise.all(Array.from({ length: 20 }, async () => ((await (await file(request, body)).json()) as Filed).code));
  expect(new Set(codes).size).toBe(20);
});

test("every faulty field is named at once, in words", async ({ request }) => {
  const body = await example(request);
  const said = await problem(await file(request, { ...body, answers: {}, contact: { phone: "12" }, delivery: { method: "post" } }), 422, "faulty-fields");
  const paths = said.faults?.map((fault) => fault.path) ?? [];
  expect(paths).toContain("contact.phone");
  expect(paths.some((path) => path.startsWith("delivery.address"))).toBe(true);
  expect(paths.filter((path) => path.startsWith("answers.")).length).toBeGreaterThan(3);
  for (const fault of said.faults ?? []) expect.soft(fault.message.length, fault.path).toBeGreaterThan(8);
});

test("an answer is checked as on the page: a paper that is missing, a commune elsewhere, an office that does not take it", async ({ request }) => {
  const body = await example(request);
  const { form } = (await (await request.get(`/api/v1/forms/${GUIDE}`)).json()) as { form: { papers: { id: string }[] } };
  const answers = Object.fromEntries(Object.entries(body.answers).filter(([name]) => !form.papers.some((paper) => paper.id === name)));
  const said = await problem(await file(request, { ...body, answers }), 422, "faulty-fields");
  expect(said.faults?.every((fault) => form.papers.some((paper) => `answers.${paper.id}` === fault.path))).toBe(true);
});

test("what does not exist is not found", async ({ request }) => {
  const body = await example(request);
  await problem(await file(request, { ...body, procedure: "khong-co" }), 404, "no-such-procedure");
  await problem(await file(request, { ...body, procedure: "thuong-tru" }), 404, "no-form");
  await problem(await file(request, { ...body, agency: "H99.99.9" }), 404, "no-such-agency");
  await problem(await request.get("/api/v1/forms/khong-co"), 404, "no-such-procedure");
  for (const code of ["H99.12.1-200101-0001", "H99.98-261121-0001", "000.00.12.H99-210601-0001", "x", "%00", "..%2f..%2fetc", "%F0%28"]) {
    await problem(await request.get(`/api/v1/dossiers/${code}`), 404, "not-found");
    const view = await request.post(`/api/v1/dossiers/${code}/view`, { data: { access_key: "0000-0000-00000" } });
    await problem(view, 404, "not-found");
  }
});

test("another's key opens nothing", async ({ request }) => {
  const [one, other] = [await filed(request), await filed(request)];
  for (const access_key of [other.access_key, "0000-0000-00000", "", "đ"]) {
    await problem(await request.post(`/api/v1/dossiers/${one.code}/view`, { data: { access_key } }), 403, "wrong-key");
  }
  const lower = one.access_key.toLowerCase().replaceAll("-", " ");
  expect((await request.post(`/api/v1/dossiers/${one.code}/view`, { data: { access_key: lower } })).status()).toBe(200);
});

test("the owner withdraws, thinks again, and writes; each once", async ({ request }) => {
  const { code, access_key } = await filed(request);
  const once = key();
  const withdraw = (data: unknown, idempotencyKey = key()) =>
    request.post(`/api/v1/dossiers/${code}/withdraw`, { data, headers: { "idempotency-key": idempotencyKey } });
  await problem(await withdraw({ access_key, reason: " " }), 422, "faulty-fields");
  await problem(await withdraw({ access_key: "0000-0000-00000", reason: "Nộp nhầm nơi" }), 403, "wrong-key");
  expect(await (await withdraw({ access_key, reason: "Nộp nhầm nơi" }, once)).json()).toMatchObject({ status: { code: 7 }, replayed: false });
  expect(await (await withdraw({ access_key, reason: "Nộp nhầm nơi" }, once)).json()).toMatchObject({ status: { code: 7 }, replayed: true });
  await problem(await withdraw({ access_key, reason: "Lý do khác" }, once), 409, "idempotency-key-reused");
  await problem(await withdraw({ access_key, reason: "Lần nữa" }), 409, "move-refused");

  const headers = { "access-key": access_key, "idempotency-key": key() };
  expect(await (await request.delete(`/api/v1/dossiers/${code}/withdraw`, { headers })).json()).toMatchObject({ status: { code: 1 } });

  const message = { data: { access_key, text: "Tôi gửi nhầm một ảnh." }, headers: { "idempotency-key": key() } };
  for (let sent = 0; sent < 2; sent += 1) expect((await request.post(`/api/v1/dossiers/${code}/messages`, message)).status()).toBe(200);
  const view = (await (await request.post(`/api/v1/dossiers/${code}/view`, { data: { access_key } })).json()) as { timeline: { what: string }[] };
  expect(view.timeline.map((event) => event.what)).toEqual(["submit", "ask-withdrawal", "cancel-withdrawal", "write-to-office"]);

  const headersOfSupplement = { "idempotency-key": key() };
  await problem(await request.post(`/api/v1/dossiers/${code}/supplement`, { data: { access_key }, headers: headersOfSupplement }), 409, "move-refused");
});
