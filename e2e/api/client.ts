// What every test of the API does: a fresh key, a valid body, a filed dossier, a file of a kind.
import { randomBytes, randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";

export const GUIDE = "khai-sinh";

export interface Filed {
  code: string;
  access_key: string;
  submitted_at: string;
  answer_by: string;
  rating: string;
  replayed: boolean;
}

export type Body = Record<string, unknown> & { agency: string; answers: Record<string, unknown> };

export const key = () => randomUUID();

/** The complete, valid example that the form itself publishes. */
export async function example(request: APIRequestContext, guide = GUIDE): Promise<Body> {
  const answer = await request.get(`/api/v1/forms/${guide}`);
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { example: Body }).example;
}

export function file(request: APIRequestContext, data: unknown, idempotencyKey = key(), headers: Record<string, string> = {}) {
  return request.post("/api/v1/dossiers", { data, headers: { "idempotency-key": idempotencyKey, ...headers } });
}

export async function filed(request: APIRequestContext): Promise<Filed> {
  const answer = await file(request, await example(request));
  expect(answer.status()).toBe(201);
  return (await answer.json()) as Filed;
}

/** A problem with its status and stable code. */
export async function problem(answer: APIResponse, status: number, code: string) {
  expect.soft(answer.headers()["content-type"]).toBe("application/problem+json");
  const body = (await answer.json()) as { status: number; code: string; title: string; faults?: { path: string; message: string }[] };
  expect({ status: answer.status(), said: body.status, code: body.code }).toEqual({ status, said: status, code });
  expect(body.title.length).toBeGreaterThan(10);
  return body;
}

export async function draft(request: APIRequestContext, procedure = GUIDE) {
  const answer = await request.post("/api/v1/drafts", { data: { procedure } });
  expect(answer.status()).toBe(201);
  const begun = (await answer.json()) as { draft: string; draft_key: string };
  return { id: begun.draft, headers: { "draft-key": begun.draft_key } };
}

const STARTS = {
  pdf: Buffer.from("%PDF-1.7\n"),
  jpg: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  png: Buffer.from("89504e470d0a1a0a", "hex"),
  heic: Buffer.from("\0\0\0\x18ftypheic"),
};

/** Bytes that begin like a file of a kind; the rest is chance. */
export function bytes(kind: keyof typeof STARTS, size = 2_000): Buffer {
  return Buffer.concat([STARTS[kind], randomBytes(size - STARTS[kind].length)]);
}

/** A paper the form asks for. */
export async function paper(request: APIRequestContext, guide = GUIDE): Promise<string> {
  const answer = (await (await request.get(`/api/v1/forms/${guide}`)).json()) as { form: { papers: { id: string }[] } };
  return answer.form.papers[0]?.id ?? "";
}
