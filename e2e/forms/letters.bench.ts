// Measures the longest forms: what a letter costs on a slow phone, and how soon it is kept.
import { expect, test } from "@playwright/test";
import { FORMS, address, boxesOf, exampleOf, formLives, walkThrough } from "../filing.ts";
import { SLOW, type Stroke, part, slow, type as typeInto, watch } from "./keystroke.ts";
import { note } from "./report.ts";

/** How many of the longest forms are measured. */
const LONGEST = 3;
/** Letters typed into each topic, at each speed. */
const LETTERS = "nguyen thi thu hang 2026";

// A phone's page: less of it is on the screen, and no mouse asks what lies under it after each letter.
test.use({ viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });

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

/** The middle and the slowest of twenty. */
const figures = (strokes: Stroke[], of: keyof Stroke) => [0.5, 0.95].map((share) => part(strokes.map((stroke) => stroke[of]), share)) as [number, number];

test("a letter in an empty page with one box: what the browser itself takes", async ({ page }) => {
  await page.setContent('<!doctype html><meta name="viewport" content="width=device-width"><input type="text">');
  await watch(page);
  await page.locator("input").focus();
  await slow(await page.context().newCDPSession(page), SLOW);
  for (let round = 0; round < 5; round += 1) await typeInto(page, LETTERS);
  const all = await page.evaluate(() => strokes);
  note("empty", { letters: all.length, logic: figures(all, "logic"), painted: figures(all, "painted"), all: all.map((stroke) => stroke.painted) });
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
      // A phone has no mouse that lies on the page, for which the browser would look after each letter what is below it.
      await page.mouse.move(-1, -1);
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
    expect(strokes[SLOW]!.length).toBeGreaterThan(LETTERS.length);
    const [usual, slowed] = [strokes[1]!, strokes[SLOW]!];
    note(`letters-${at}`, { slug, letters: slowed.length, logic: figures(slowed, "logic"), painted: figures(slowed, "painted"), kept: figures(usual, "kept"), keptSlow: figures(slowed, "kept"), all: slowed.map((stroke) => stroke.painted) });
  });
}
