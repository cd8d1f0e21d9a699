// The time of a keystroke in a form: until its logic is done, until the browser painted, until the draft is on the device.
import type { CDPSession, Page } from "@playwright/test";

/** How many times slower than this machine a cheap phone is taken to be. */
export const SLOW = 6;

/** What the page says once the last letter is painted and on the device. */
const SETTLED = "every letter is painted and kept";

/** Milliseconds of one keystroke. */
export interface Stroke {
  /** Until everything that follows from the letter is known and written on the page. */
  logic: number;
  /** Until the page is painted and handed to what puts it on the screen. */
  painted: number;
  /** Until the draft with the letter is on the device. */
  kept: number;
}

declare global {
  // Tasks with an order (the Prioritized Task Scheduling API), which this version of TypeScript does not know.
  var scheduler: { postTask(act: () => void, how: { priority: "user-blocking" }): Promise<void> };
  // What the page notes of its keystrokes.
  var strokes: Stroke[];
}

/** Makes the page note every keystroke from now on. */
export const watch = (page: Page) =>
  page.evaluate((settled) => {
    globalThis.strokes = [];
    const settle = (stroke: Stroke) => {
      if (!Number.isNaN(stroke.painted) && !Number.isNaN(stroke.kept) && strokes.at(-1) === stroke) console.debug(settled);
    };
    // An input event is made when the letter stands in its box; what came before that is waited for too.
    let pressed: number | undefined;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
    // What is heard behind the form's own listener comes after its work.
    addEventListener("input", (event) => {
      const begun = pressed ?? event.timeStamp;
      const stroke: Stroke = { logic: performance.now() - begun, painted: NaN, kept: NaN };
      strokes.push(stroke);
      requestAnimationFrame(() => {
        // What is posted in a frame comes after the frame; before the browser's own work that waits too, as that of its autofill.
        scheduler.postTask(
          () => {
            stroke.painted = performance.now() - begun;
            settle(stroke);
          },
          { priority: "user-blocking" },
        );
      });
      const form = document.querySelector<HTMLFormElement>("form[data-form]");
      // A page that keeps nothing has it kept at once.
      if (!form) stroke.kept = 0;
      if (form?.dataset.unsaved === undefined) return;
      const kept = new MutationObserver(() => {
        if (form.dataset.unsaved !== undefined) return;
        stroke.kept = performance.now() - begun;
        kept.disconnect();
        settle(stroke);
      });
      kept.observe(form, { attributeFilter: ["data-unsaved"] });
    });
  }, SETTLED);

/** Makes the processor so many times slower. */
export const slow = (devtools: CDPSession, rate: number) => devtools.send("Emulation.setCPUThrottlingRate", { rate });

/** Types letter by letter, each when the one before is done with everything. */
export async function type(page: Page, letters: string): Promise<void> {
  for (const letter of letters) {
    // Nothing is asked of the page meanwhile, and the key comes up only afterwards, as under a finger: else that would be measured too.
    const settled = page.waitForEvent("console", (message) => message.text() === SETTLED);
    await page.keyboard.down(letter);
    await settled;
    await page.keyboard.up(letter);
  }
}

export const part = (numbers: number[], share: number) => [...numbers].sort((one, other) => one - other)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? NaN;
