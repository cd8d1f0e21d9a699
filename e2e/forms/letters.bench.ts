// Measures the longest forms: what a letter costs on a slow phone, and how soon it is kept.
import { expect, test } from "@playwright/test";
import { FORMS, address, boxesOf, exampleOf, formLives, walkThrough } from "../filing.ts";
import { SLOW, type Stroke, part, slow, type as typeInto, watch } from "./keystroke.ts";
import { note } from "./report.ts";

/** How many of the longest forms are measured. */
const LONGEST = 3;
/** Letters typed into each topic, at each speed. */
const LETTERS = "nguyen thi thu hang 2026";

let longest: string[] = [];

test.beforeAll(async ({ request }) => {
  const sized = await Promise.all(
    FORMS.map(async (slug) => {
      const page = await (await request.get(address(slug))).text();
      return { slug, boxes: page.match(/data-question=/g)?.length ?? 0 };
    }),
  );
  longest = sized.sort((one, other) => other.boxes - one.boxes).slice(0, LONGEST).map(({ slug, boxes }) => (console.log(`  ${slug}: ${boxes} questions`), slug));
});

for (let at = 0; at < LONGEST; at += 1) {
  test(`a letter in the form that is number ${at + 1} by length`, async ({ page, request }) => {
    const slug = longest[at]!;
    const boxes = boxesOf(await exampleOf(request, slug));
    await page.goto(address(slug));
    await formLives(page);
    await watch(page);
    const devtools = await page.context().newCDPSession(page);
    const strokes: Record<number, Stroke[]> = { 1: [], [SLOW]: [] };
    await walkThrough(page, boxes, async () => {
      // Each topic is full when it is typed into, and so are those before it: the logic has all it can have to do.
      const box = page.locator('main form section.form-page:visible input[type="text"]:not([inputmode="numeric"]):visible').first();
      if ((await box.count()) === 0) return;
      const value = await box.inputValue();
      for (const speed of [1, SLOW]) {
        await box.fill("");
        await page.evaluate(() => (strokes.length = 0));
        await slow(devtools, speed);
        await typeInto(page, LETTERS);
        await slow(devtools, 1);
        strokes[speed]!.push(...(await page.evaluate(() => strokes)));
      }
      await box.fill(value);
      await page.evaluate(() => document.querySelector("form[data-form]")!.dispatchEvent(new Event("change", { bubbles: true })));
    });
    const figures = (speed: number, of: keyof Stroke) => [0.5, 0.95].map((share) => part(strokes[speed]!.map((stroke) => stroke[of]), share)) as [number, number];
    expect(strokes[SLOW]!.length).toBeGreaterThan(LETTERS.length);
    note(`letters-${at}`, { slug, letters: strokes[SLOW]!.length, logic: figures(SLOW, "logic"), painted: figures(SLOW, "painted"), kept: figures(1, "kept"), keptSlow: figures(SLOW, "kept"), all: strokes[SLOW]!.map((stroke) => stroke.painted) });
  });
}
