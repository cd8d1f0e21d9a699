// The page of papers in tests: standing before it, choosing files, and what became of them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, type BrowserContext, type Locator, type Page, expect } from "@playwright/test";
import { address, boxesOf, exampleOf, formLives, walkThrough } from "./filing";

export const GUIDE = "khai-sinh";

/** Fills in the form and stands before its papers. */
export async function atPapers(page: Page, request: APIRequestContext, guide = GUIDE): Promise<Locator> {
  await page.goto(address(guide));
  await formLives(page);
  await walkThrough(page, boxesOf(await exampleOf(request, guide)));
  const box = guide === GUIDE ? page.locator('[data-paper="giay-chung-sinh"]') : page.locator("[data-paper]").first();
  // The script has taken over: what is not there yet is hidden too.
  await expect(box.locator(".file-send button")).toBeAttached();
  await expect(box.locator(".file-send button")).toBeHidden();
  return box;
}

const OWN = `ban-nhap-dang-lam:${GUIDE}`;

/** Which draft a tab is about. */
export const draftOf = (page: Page) => page.evaluate((name) => sessionStorage.getItem(name) ?? "", OWN);

/** A new tab about the same draft: the tab's own memory went with it, and the form would find the draft again. */
export async function newTab(context: BrowserContext, draft: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(([name, draft]) => sessionStorage.setItem(name, draft), [OWN, draft] as const);
  return page;
}

/** Chooses files for a paper. */
export const choose = (box: Locator, files: Parameters<Locator["setInputFiles"]>[0]) => box.locator(".file-send input[type=file]").setInputFiles(files);

/** What the portal holds of the paper's file. */
export async function sent(page: Page, box: Locator, at = 0): Promise<Buffer> {
  const href = await box.getByRole("link", { name: /^Xem/ }).nth(at).getAttribute("href");
  return Buffer.from(await page.evaluate(async (href) => [...new Uint8Array(await (await fetch(href)).arrayBuffer())], href ?? ""));
}

/** What other programs say of a PDF. */
export function judged(pdf: Buffer): { pages: string; said: string } {
  const file = join(mkdtempSync(join(tmpdir(), "giay-")), "giay.pdf");
  writeFileSync(file, pdf);
  const said = execFileSync("qpdf", ["--check", file], { encoding: "utf8" });
  return { pages: execFileSync("qpdf", ["--show-npages", file], { encoding: "utf8" }).trim(), said };
}

/** How many files the device keeps. */
export const rows = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((yes, no) => {
        const request = indexedDB.open("mot-cua-tep");
        // The page makes it; who comes first must not leave an empty one behind.
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onerror = (event) => {
          event.preventDefault();
          if (request.error?.name === "AbortError") yes(0);
          else no(request.error);
        };
        request.onsuccess = () => {
          const count = request.result.transaction("tep").objectStore("tep").count();
          count.onsuccess = () => {
            request.result.close();
            yes(count.result);
          };
        };
      }),
  );
