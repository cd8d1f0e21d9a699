// Measures the photo desk on one core: twelve pictures of twelve million dots become one small PDF.
import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { address, boxesOf, exampleOf, formLives, walkThrough } from "../filing.ts";
import { shot } from "../pictures.ts";
import { note } from "./report.ts";

test.use({ launchOptions: { executablePath: `${__dirname}/one_core.sh`, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] } });

test("twelve pictures of twelve million dots", async ({ page, request }) => {
  await page.goto(address("khai-sinh"));
  await formLives(page);
  await walkThrough(page, boxesOf(await exampleOf(request, "khai-sinh")));
  const shots = [];
  for (let at = 0; at < 12; at += 1) shots.push(await shot(page, `trang ${at + 1}.jpg`, { size: [3000, 4000] }));
  const box = page.locator('[data-paper="giay-chung-sinh"]');
  const begun = Date.now();
  await box.locator(".file-send input[type=file]").setInputFiles(shots);
  await expect(box.locator("[data-say]")).toHaveText("12 trang.", { timeout: 120_000 });
  const looked = Date.now();
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(box.locator("[data-photo-desk]")).toHaveCount(0, { timeout: 120_000 });
  const made = Date.now();
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 12 trang", { timeout: 90_000 });
  const pdf = test.info().outputPath("twelve.pdf");
  const href = await box.getByRole("link", { name: /^Xem/ }).first().getAttribute("href");
  writeFileSync(pdf, Buffer.from(await page.evaluate(async (href) => [...new Uint8Array(await (await fetch(href!)).arrayBuffer())], href)));
  expect(execFileSync("qpdf", ["--show-npages", pdf], { encoding: "utf8" }).trim()).toBe("12");
  note("photos", { look: (looked - begun) / 1000, make: (made - looked) / 1000, bytes: statSync(pdf).size });
});
