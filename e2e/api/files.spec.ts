// Papers: into a draft, out of it again, byte by byte, and into a dossier.
import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { GUIDE, bytes, draft, example, file, filed, key, paper, problem, type Filed } from "./client";

const MIB = 1024 * 1024;
const sha = (data: Buffer) => createHash("sha256").update(data).digest("hex");

for (const [kind, type] of [["pdf", "application/pdf"], ["jpg", "image/jpeg"], ["png", "image/png"], ["heic", "image/heic"]] as const) {
  test(`a ${kind} comes back as it was sent, to be saved and not opened`, async ({ request }) => {
    const { id, headers } = await draft(request);
    const place = `/api/v1/drafts/${id}/files/${await paper(request)}/1`;
    const data = bytes(kind, 700_000);
    const put = await request.put(place, { data, headers: { ...headers, "content-disposition": "attachment; filename*=UTF-8''..%2Fgi%E1%BA%A5y%201.exe" } });
    expect(put.status()).toBe(201);
    expect(await put.json()).toMatchObject({ number: 1, name: `giấy 1.${kind}`, media_type: type, size: 700_000, sha256: sha(data) });
    const got = await request.get(place, { headers });
    expect(sha(await got.body())).toBe(sha(data));
    const said = got.headers();
    expect(said).toMatchObject({ "content-type": type, "x-content-type-options": "nosniff", "cache-control": "no-store" });
    expect(said["content-disposition"]).toContain("attachment");
    expect(said["content-security-policy"]).toContain("sandbox");
    expect((await request.delete(place, { headers })).status()).toBe(204);
    await problem(await request.get(place, { headers }), 404, "not-found");
    await problem(await request.delete(place, { headers }), 404, "not-found");
  });
}

test("ten MiB are taken, one byte more is not", async ({ request }) => {
  const { id, headers } = await draft(request);
  const place = `/api/v1/drafts/${id}/files/${await paper(request)}/1`;
  expect((await request.put(place, { data: bytes("jpg", 10 * MIB), headers })).status()).toBe(201);
  await problem(await request.put(place, { data: bytes("jpg", 10 * MIB + 1), headers }), 413, "too-large");
  const shown = (await (await request.get(`/api/v1/drafts/${id}`, { headers })).json()) as { files: { size: number }[] };
  expect(shown.files.map((held) => held.size)).toEqual([10 * MIB]);
});

test("other kinds of files are refused, whatever they call themselves", async ({ request }) => {
  const { id, headers } = await draft(request);
  const place = `/api/v1/drafts/${id}/files/${await paper(request)}/1`;
  for (const text of ["<svg onload=alert(1)>aaaa", "MZ\x90 aaaaaaaaaaaaa", "<html><script>", "%PD", ""]) {
    const put = await request.put(place, { data: Buffer.from(text), headers: { ...headers, "content-type": "application/pdf" } });
    await problem(put, 415, "unsupported-file");
  }
});

test("a file has its place: only papers of the form, only numbers to twenty, only with the key", async ({ request }) => {
  const { id, headers } = await draft(request);
  const data = bytes("png");
  const asked = await paper(request);
  for (const place of [`khong-co/1`, `${asked}/0`, `${asked}/21`, `${asked}/-1`, `${asked}/x`, `..%2f..%2fx/1`]) {
    await problem(await request.put(`/api/v1/drafts/${id}/files/${place}`, { data, headers }), 404, "not-found");
  }
  const other = await draft(request);
  for (const wrong of [{}, { "draft-key": "" }, other.headers]) {
    await problem(await request.put(`/api/v1/drafts/${id}/files/${asked}/1`, { data, headers: wrong }), 404, "no-draft");
  }
});

test("a draft becomes a dossier with its papers, once", async ({ request }) => {
  const { id, headers } = await draft(request);
  const asked = await paper(request);
  const sides = [bytes("jpg", 300_000), bytes("jpg", 300_001)];
  for (const [at, data] of sides.entries()) {
    expect((await request.put(`/api/v1/drafts/${id}/files/${asked}/${at + 1}`, { data, headers })).status()).toBe(201);
  }
  const body = { ...(await example(request)), draft: id };
  await problem(await file(request, body), 404, "no-draft");
  const once = key();
  const answer = await file(request, body, once, headers);
  expect(answer.status()).toBe(201);
  const made = (await answer.json()) as Filed;
  expect(await (await file(request, body, once, headers)).json()).toEqual({ ...made, replayed: true });
  await problem(await file(request, body, key(), headers), 409, "draft-filed");
  await problem(await request.put(`/api/v1/drafts/${id}/files/${asked}/1`, { data: bytes("pdf"), headers }), 409, "draft-filed");

  const mine = { "access-key": made.access_key };
  for (const [at, data] of sides.entries()) {
    const got = await request.get(`/api/v1/dossiers/${made.code}/files/${asked}/${at + 1}`, { headers: mine });
    expect(sha(await got.body())).toBe(sha(data));
  }
  await problem(await request.get(`/api/v1/dossiers/${made.code}/files/${asked}/1`, { headers: { "access-key": "0000-0000-00000" } }), 403, "wrong-key");
  await problem(await request.put(`/api/v1/dossiers/${made.code}/files/${asked}/1`, { data: bytes("pdf"), headers: mine }), 409, "move-refused");
});

test("a dossier without papers has none to give", async ({ request }) => {
  const made = await filed(request);
  const got = await request.get(`/api/v1/dossiers/${made.code}/files/${await paper(request)}/1`, { headers: { "access-key": made.access_key } });
  await problem(got, 404, "not-found");
});

test("a draft is of one form", async ({ request }) => {
  const { id, headers } = await draft(request, "tinh-trang-hon-nhan");
  await problem(await file(request, { ...(await example(request, GUIDE)), draft: id }, key(), headers), 404, "no-draft");
});
