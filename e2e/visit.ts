// What every test does with a page: open it, wait for its bundle, unfold it, hear its complaints, walk it by keyboard.
import { type Locator, type Page, expect } from "@playwright/test";

/** Headers every answer carries, word for word. */
export const SECURITY_HEADERS: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'none'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy":
    "accelerometer=(), autoplay=(), camera=(self), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** Gathers what the console, uncaught errors and the content security policy complain about from now on. */
export async function complaints(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on("console", (message) => {
    // Tests keep service workers out, but for those of e2e/offline.spec.ts.
    if (message.text().includes("Service Worker registration blocked by Playwright")) return;
    if (message.type() === "error" || message.type() === "warning") heard.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`uncaught error: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy ${event.violatedDirective} stopped ${event.blockedURI}`);
    });
  });
  return heard;
}

/** Opens a page and waits until its bundle, where it has one, has done its work. */
export async function open(page: Page, address: string) {
  const response = await page.goto(address);
  await bundleIsDone(page);
  return response;
}

/** Waits until the browser shows its own page instead of ours: what is opened before would be taken away by it. */
export const nowhere = (page: Page) => expect.poll(() => page.url()).toMatch(/^chrome-error:/);

/** Holds back what an address brings, as a slow line does; returns what lets it come. */
export async function late(page: Page, address: RegExp): Promise<() => void> {
  let come = () => undefined as void;
  const gate = new Promise<void>((go) => (come = go));
  await page.route(address, async (route) => {
    await gate;
    await route.continue();
  });
  return come;
}

/** Waits until the page that comes after a click is whole and nothing is put into it any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  await bundleIsDone(page);
}

/** Waits until the page's bundle has done its work or has given up; importing a running module waits for its end. */
export async function bundleIsDone(page: Page): Promise<void> {
  // As text, since the compiler of the tests would turn an import within a function into something else.
  await page.evaluate(`(() => {
    const loader = document.querySelector("script[src*='guide-loader']");
    return loader ? import(loader.src).then(() => true, () => false) : true;
  })()`);
}

/** Unfolds all that is folded within the main part and shows the papers of every case. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
    for (const all of document.querySelectorAll<HTMLInputElement>(".case-chooser input[value='']")) all.checked = true;
  });
}

/** Presses Tab until `goal` has the focus; on each stop the focus can be seen. */
export async function tabTo(page: Page, goal: Locator, most = 80): Promise<void> {
  const stops: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    stops.push(await seenFocus(page));
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  expect(stops, "the goal is never reached by Tab").toEqual([]);
}

/** Fails when the focused element shows no ring, lies off the screen or under something else; returns what it is. */
export async function seenFocus(page: Page): Promise<string> {
  const state = await page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const style = getComputedStyle(focused);
    const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const hit = document.elementFromPoint(x, y);
    const name = (focused.getAttribute("aria-label") ?? focused.textContent ?? "").trim().slice(0, 40);
    return {
      what: `${focused.tagName.toLowerCase()}${focused.id && `#${focused.id}`} «${name}»`,
      ring: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
      onScreen: box.width > 1 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
      uncovered: hit !== null && (focused.contains(hit) || hit.contains(focused)),
    };
  });
  // At the end of the page the focus leaves it for the browser's own controls.
  if (state.what.startsWith("body")) return state.what;
  expect(state).toEqual({ what: state.what, ring: true, onScreen: true, uncovered: true });
  return state.what;
}
