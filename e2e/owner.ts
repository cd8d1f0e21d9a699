// Who filed a dossier, and comes back to it with its key.
import { type Page, expect } from "@playwright/test";
import { exampleOf } from "./filing";

/** What opens a dossier. */
export interface Owned {
  code: string;
  key: string;
}

/** Files the example by the API. */
export async function filed(page: Page, slug: string): Promise<Owned> {
  const answer = await page.request.post("/api/v1/dossiers", { data: await exampleOf(page.request, slug), headers: { "idempotency-key": crypto.randomUUID() } });
  expect(answer.status()).toBe(201);
  const { code, access_key: key } = await answer.json();
  return { code, key };
}

/** Opens a dossier as its owner does. */
export async function opened(page: Page, { code, key }: Owned): Promise<void> {
  await page.goto("/tra-cuu/");
  await page.locator('main [name="code"]').fill(code);
  await page.locator('main [name="key"]').fill(key);
  await page.locator("main").getByRole("button").first().click();
  await expect(page.getByRole("button", { name: "Làm hồ sơ giống hồ sơ này" })).toBeVisible();
}
