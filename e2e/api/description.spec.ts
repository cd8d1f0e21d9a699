// The description of the API lies beside the site and tells of every call.
import { expect, test } from "@playwright/test";

test("the description is OpenAPI 3.1 and names the calls", async ({ request }) => {
  const answer = await request.get("/api/v1/openapi.json");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/json");
  const said = (await answer.json()) as { openapi: string; paths: Record<string, Record<string, unknown>> };
  expect(said.openapi).toBe("3.1.0");
  expect(Object.keys(said.paths)).toContain("/api/v1/dossiers/{code}/view");
  expect(Object.keys(said.paths["/api/v1/dossiers/{code}/files/{component}/{n}"] ?? {}).sort()).toEqual(["delete", "get", "put"]);
});
