// Measures the photo desk on one core: twelve pictures of twelve million dots become one small PDF.
import { expect, test } from "@playwright/test";
import { atPapers, choose, judged, sent } from "../papers.ts";
import { shot } from "../pictures.ts";
import { note } from "./report.ts";

test.use({ launchOptions: { executablePath: `${__dirname}/one_core.sh`, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] } });

test("twelve pictures of twelve million dots", async ({ page, request }) => {
  const box = await atPapers(page, request);
  const shots = [];
  for (let at = 0; at < 12; at += 1) shots.push(await shot(page, `trang ${at + 1}.jpg`, { size: [3000, 4000] }));
  const begun = Date.now();
  await choose(box, shots);
  await expect(box.locator("[data-say]")).toHaveText("12 trang.", { timeout: 120_000 });
  const looked = Date.now();
  await box.getByRole("button", { name: /^Ghép/ }).click();
  await expect(box.locator("[data-photo-desk]")).toHaveCount(0, { timeout: 120_000 });
  const made = Date.now();
  await expect(box.locator("[data-file-state]")).toHaveText("Đã nhận 1 tệp, vừa gửi 12 trang", { timeout: 90_000 });
  const pdf = await sent(page, box);
  expect(judged(pdf).pages).toBe("12");
  note("photos", { look: (looked - begun) / 1000, make: (made - looked) / 1000, bytes: pdf.length });
});
