// Rating a dossier by its token: what is asked when, what is refused, what nobody may learn.
import { type APIRequestContext, expect, test } from "@playwright/test";
import { filed, problem } from "./client";

const address = (token: string) => `/danh-gia/${token}`;

const rate = (request: APIRequestContext, code: string, data: unknown) => request.post(`/api/v1/dossiers/${code}/rating`, { data });

test("what was sent is rated by its key, and again, and the page shows what was said", async ({ request }) => {
  const { code, access_key, rating } = await filed(request);
  const first = await rate(request, code, { access_key, moment: "after-sending", overall: "satisfied", ease: "dissatisfied" });
  expect(first.status()).toBe(200);
  const kept = (await first.json()) as { moment: string; changeable_until: string };
  expect(kept.moment).toBe("after-sending");
  const days = (Date.parse(kept.changeable_until) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThan(30.1);

  const again = await rate(request, code, { access_key, moment: "after-sending", overall: "very-satisfied" });
  expect(await again.json()).toEqual(kept);
  const page = await (await request.get(address(rating))).text();
  expect(page).toContain("Bạn đã đánh giá. Sửa được đến hết ngày");
  expect(page).toMatch(/<input[^>]*value="very-satisfied"[^>]*checked/);
});

test("a rating is refused with every fault named, and before there is a result", async ({ request }) => {
  const { code, access_key } = await filed(request);
  const faulty = await problem(await rate(request, code, { access_key, moment: "after-sending", ease: "so-so" }), 422, "faulty-fields");
  expect(faulty.faults?.map((fault) => fault.path).sort()).toEqual(["ease", "overall"]);
  const moment = await problem(await rate(request, code, { access_key, moment: "tomorrow", overall: "satisfied" }), 422, "faulty-fields");
  expect(moment.faults?.map((fault) => fault.path)).toEqual(["moment"]);
  await problem(await rate(request, code, { access_key, moment: "after-result", overall: "satisfied" }), 409, "no-result-yet");
  await problem(await rate(request, code, { access_key: "ABCDE-FGHJK-MNP", moment: "after-sending", overall: "satisfied" }), 403, "wrong-key");
  await problem(await rate(request, code, { access_key, moment: "after-sending", overall: "satisfied", who: "tôi" }), 422, "json-shape");
});

test("a token nobody was given is nowhere, and neither is one of no agency", async ({ request }) => {
  const { rating } = await filed(request);
  const other = rating.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  for (const token of [other, "X99.1~ABCDEFGHJKMNPQRSTVWXYZ0123", rating.toLowerCase(), rating.slice(0, -1), `${rating}0`, "~", "x", "%00", "..%2f"]) {
    for (const answer of [await request.get(address(token)), await request.post(address(token), { form: { overall: "satisfied" } })]) {
      expect(answer.status(), token).toBe(404);
      expect(answer.headers()["content-type"]).toBe("text/html; charset=utf-8");
    }
  }
});

test("the page of a token is kept by nobody and tells its address to nobody", async ({ request }) => {
  const { code, rating } = await filed(request);
  const answer = await request.get(address(rating));
  expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  const page = await answer.text();
  expect(page).not.toContain(code);
  expect(page).toContain('name="robots"');
});
