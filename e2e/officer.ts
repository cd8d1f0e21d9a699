// An officer at the desk as a person: signing in, opening a dossier, making a move.
import { type Browser, type Page, expect } from "@playwright/test";
import { randomBytes } from "node:crypto";
import { type Role, newOfficer } from "./api/desk";

const OWN = "một câu dài để thử bàn làm việc";

/** Files a dossier as a program does, from the form's own example. */
export async function file(page: Page, procedure = "tinh-trang-hon-nhan"): Promise<string> {
  const { example } = await (await page.request.get(`/api/v1/forms/${procedure}`)).json();
  const answer = await page.request.post("/api/v1/dossiers", { data: example, headers: { "idempotency-key": randomBytes(16).toString("hex") } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).code as string;
}

/** A new officer at the desk, with a password of their own. */
export async function seat(page: Page, roles: Role[], name = "Lê Thị Thử"): Promise<void> {
  const { login, password } = await newOfficer(roles, ["*"], name);
  await page.goto("/can-bo/");
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByLabel("Mật khẩu hiện tại").fill(password);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(OWN);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(OWN);
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(page.getByRole("banner").getByText(name, { exact: true })).toBeVisible();
}

/** Another officer, in a browser of their own. */
export async function another(browser: Browser, roles: Role[], name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await seat(page, roles, name);
  return page;
}

/** Opens a dossier at the desk. */
export async function open(page: Page, code: string): Promise<void> {
  await page.goto(`/can-bo/#${code}`);
  await expect(page.locator(".dossier-code")).toHaveText(code);
}

/** Opens the form of a move. */
export async function move(page: Page, name: string) {
  await page.locator(".dossier").getByRole("button", { name, exact: true }).click();
  return page.getByRole("dialog", { name, exact: true });
}

/** Asks as the page would, with its cookie. */
export function ask(page: Page, path: string): Promise<{ status: number; type: string; text: string }> {
  return page.evaluate(async (path) => {
    const answer = await fetch(path);
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", text: await answer.text() };
  }, path);
}

/** What the dossier's badge says. */
export const standing = (page: Page, status: string) => expect(page.locator(".dossier-title .badge").first()).toHaveText(status);
