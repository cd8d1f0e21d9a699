// What nobody sends by accident: each gets a clear answer, nothing breaks, and nothing is made of it.
import { type Dirent, readdirSync } from "node:fs";
import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { example, file, key, problem } from "./client";

const JSON_TYPE = { "content-type": "application/json" };

for (const [what, body, headers, status, code] of [
  ["no JSON", Buffer.from("{"), JSON_TYPE, 400, "not-json"],
  ["nothing", Buffer.from(""), JSON_TYPE, 400, "not-json"],
  ["another shape", Buffer.from("[]"), JSON_TYPE, 422, "json-shape"],
  ["an unknown field", Buffer.from('{"procedure":"khai-sinh","agency":"H99.12.1","x":1}'), JSON_TYPE, 422, "json-shape"],
  ["malformed UTF-8", Buffer.from([0x22, 0xc3, 0x28, 0x22]), JSON_TYPE, 400, "not-utf-8"],
  ["NUL", Buffer.from('{"procedure":"a\\u0000"}'), JSON_TYPE, 400, "holds-nul"],
  ["deep JSON", Buffer.from("[".repeat(10_000)), JSON_TYPE, 400, "too-deep"],
  ["a form", Buffer.from("a=1"), { "content-type": "application/x-www-form-urlencoded" }, 415, "unsupported-type"],
  ["Latin-1", Buffer.from("{}"), { "content-type": "application/json; charset=iso-8859-1" }, 415, "unsupported-type"],
  ["a megabyte", Buffer.from(`"${"a".repeat(1_000_000)}"`), JSON_TYPE, 413, "too-large"],
] as const) {
  test(`${what} is refused with ${status}`, async ({ request }) => {
    const answer = await request.post("/api/v1/dossiers", { data: body, headers: { ...headers, "idempotency-key": key() } });
    await problem(answer, status, code);
  });
}

for (const short of ["", "abc", "0123456789abcdef", "a b".repeat(20), "x".repeat(129)]) {
  test(`the key «${short.slice(0, 20)}» of ${short.length} characters is refused`, async ({ request }) => {
    const headers: Record<string, string> = short ? { "idempotency-key": short } : {};
    await problem(await request.post("/api/v1/dossiers", { data: await example(request), headers }), 400, "idempotency-key");
  });
}

test("methods that do not fit are told which do", async ({ request }) => {
  const answer = await request.delete("/api/v1/dossiers");
  expect(answer.status()).toBe(405);
  expect(answer.headers()["allow"]).toBe("POST");
});

test("fifty invented agencies, codes and drafts make no object", async ({ request }) => {
  const folder = process.env.PORTAL_DATA ?? "";
  expect(folder, "PORTAL_DATA says where the objects are kept; cargo xtask test sets it").not.toBe("");
  const kept = (name: string): Set<string> => {
    const below: Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Set(below.filter((entry) => entry.isFile() && entry.parentPath.includes(name)).map((entry) => entry.name.split(".")[0] ?? ""));
  };
  const body = await example(request);
  // Each agency that takes dossiers has its object before we count: other tests file beside this one.
  for (const agency of ["H99.12.1", "H99.12.2", "H99.12.3"]) await file(request, { ...body, agency });
  const agencies = kept("agency").size;
  for (let number = 0; number < 50; number += 1) {
    await problem(await file(request, { ...body, agency: `H${String(10 + number)}.7` }), 404, "no-such-agency");
    await problem(await request.get(`/api/v1/dossiers/H99.7${number}-261121-0001`), 404, "not-found");
    const draft = key().replaceAll("-", "").toUpperCase();
    const headers = { "draft-key": "0".repeat(26) };
    await problem(await request.put(`/api/v1/drafts/${draft}/files/x/1`, { data: Buffer.from("%PDF-1.7 abcdefgh"), headers }), 404, "no-draft");
    await problem(await request.get(`/api/v1/drafts/${draft}`, { headers }), 404, "no-draft");
  }
  expect(kept("agency").size).toBe(agencies);
});

test("a body that does not arrive is told so after half a minute, and others are answered meanwhile", async ({ request }) => {
  const { hostname, port } = new URL(process.env.PORTAL ?? "");
  const line = connect(Number(port), hostname);
  const answer = new Promise<string>((told, failed) => {
    let text = "";
    line.on("data", (data) => {
      text += data.toString();
      if (text.includes("too-slow")) told(text);
    });
    line.on("error", failed);
    line.on("close", () => told(text));
  });
  line.write(`POST /api/v1/dossiers HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nIdempotency-Key: 0123456789abcdef0123456789abcdef\r\nContent-Length: 500\r\n\r\n{"procedure":`);
  expect((await request.get("/healthz")).status()).toBe(200);
  expect(await answer).toMatch(/^HTTP\/1\.1 408[\s\S]*"code":"too-slow"/);
  line.destroy();
});

test("no problem repeats what somebody typed", async ({ request }) => {
  const answer = await request.post("/api/v1/dossiers", {
    data: Buffer.from('{"procedure": 7, "agency": "Nguyễn Thị Bí Mật"}'),
    headers: { ...JSON_TYPE, "idempotency-key": key() },
  });
  expect(await answer.text()).not.toContain("Bí Mật");
});
