// Filling in a form as a person does: from its published example, box by box, with script and without.
import { type APIRequestContext, type Locator, type Page, expect } from "@playwright/test";

/** The forms of the sample site. */
export const FORMS = ["khai-sinh", "tinh-trang-hon-nhan", "trich-luc-ho-tich", "ho-kinh-doanh", "tro-cap-huu-tri", "khai-tu", "ket-hon", "cai-chinh-ho-tich", "chung-thuc-ban-sao", "thay-doi-ho-kinh-doanh", "dang-ky-lai-khai-sinh", "tro-cap-xa-hoi", "muc-do-khuyet-tat", "giay-phep-xay-dung", "sang-ten-nha-dat"];

export const address = (slug: string) => `/thu-tuc/${slug}/nop-ho-so/`;

type Answer = string | number | boolean | null | Answer[] | { [name: string]: Answer };

/** A request body that files a dossier. */
export interface Example {
  procedure: string;
  agency: string;
  answers: Record<string, Answer>;
  contact: Record<string, Answer>;
  delivery: Record<string, Answer>;
}

/** The example that the form itself publishes. */
export async function exampleOf(request: APIRequestContext, slug: string): Promise<Example> {
  const answer = await request.get(`/api/v1/forms/${slug}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()).example as Example;
}

/** Boxes of a form with what is typed into them, in the order of the example. */
export type Boxes = [name: string, value: string][];

/** Turns an example into boxes: a date is three, a truth is «co» or «khong», rows are numbered from 1. */
export function boxesOf(example: Example): Boxes {
  const boxes: Boxes = [["agency", example.agency]];
  const put = (name: string, value: Answer): void => {
    if (value === null) return;
    if (value === true || value === false) boxes.push([name, value ? "co" : "khong"]);
    else if (Array.isArray(value)) value.forEach((one, at) => put(typeof one === "object" ? `${name}.${at + 1}` : name, one));
    else if (typeof value === "object") Object.entries(value).forEach(([key, inner]) => put(`${name}.${key}`, inner));
    else if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) {
      const [year, month, day] = String(value).split("-");
      boxes.push([`${name}.day`, String(Number(day))], [`${name}.month`, String(Number(month))], [`${name}.year`, year ?? ""]);
    } else boxes.push([name, String(value)]);
  };
  // Papers are asked for on a page of their own.
  for (const [name, value] of Object.entries(example.answers)) if (value !== "later") put(name, value);
  for (const [name, value] of Object.entries(example.contact)) put(`contact-${name}`, value);
  for (const [name, value] of Object.entries(example.delivery)) put(`delivery-${name}`, value);
  return boxes;
}

/** Waits until the page is there from top to bottom: a click is over when the next page begins to come. */
export const whole = (page: Page) => page.waitForLoadState("domcontentloaded");

/** Types one answer where its box can be seen; tells whether it could. */
export async function type(page: Page, name: string, value: string): Promise<boolean> {
  await whole(page);
  const boxes = page.locator(`main form [name="${name}"]`);
  // One question to the browser for each answer: forms have sixty, and tests walk through many forms.
  const kind = await boxes.evaluateAll((all, value) => {
    const chosen = (box: Element) => box instanceof HTMLInputElement && (box.type === "radio" || box.type === "checkbox");
    const box = all[0] && chosen(all[0]) ? all.find((box) => (box as HTMLInputElement).value === value) : all[0];
    if (!box?.checkVisibility({ visibilityProperty: true })) return undefined;
    return chosen(box) ? "option" : box.tagName.toLowerCase();
  }, value);
  if (kind === undefined) return false;
  if (kind === "option") await page.locator(`main form [name="${name}"][value="${value}"]`).check();
  else if (kind === "select") await boxes.first().selectOption(value);
  else await boxes.first().fill(value);
  return true;
}

/** The boxes in the order in which the page asks: what decides comes before what depends on it. */
async function inOrder(page: Page, boxes: Boxes): Promise<Boxes> {
  const names = await page.locator("main form [name]").evaluateAll((all) => all.map((box) => box.getAttribute("name") ?? ""));
  const place = (name: string) => names.indexOf(name);
  return [...boxes].sort(([one], [other]) => place(one) - place(other));
}

/** Fills in the whole page without script: provinces first, each with its button, since the communes come from the server. */
export async function fillPlainly(page: Page, boxes: Boxes): Promise<void> {
  await whole(page);
  const rows = boxes.map(([name]) => /^([^.]+)\.(\d+)\./.exec(name)).filter((found) => found !== null);
  const hidden = async (group?: string) => !(await page.locator(`button[value="add:${group}"]`).isVisible());
  for (const [, group, row] of rows) {
    // Rows that only some answers ask for come when those were given.
    const decisive = async () => (await inOrder(page, boxes)).filter(([name]) => !name.endsWith(".commune"));
    if (await hidden(group)) for (const [name, value] of await decisive()) await type(page, name, value);
    const shown = page.locator(`[data-group="${group}"] [data-rows] > [data-row]`);
    for (let count = await shown.count(); count < Number(row); count += 1) {
      await page.locator(`button[value="add:${group}"]`).click();
      await expect(shown).toHaveCount(count + 1);
      await whole(page);
    }
  }
  for (const [name, value] of await inOrder(page, boxes)) {
    if (!(await type(page, name, value)) || !name.endsWith(".province")) continue;
    const place = name.slice(0, -".province".length);
    await page.locator(`button[value="province:${place}"]`).click();
    const commune = boxes.find(([other]) => other === `${place}.commune`)?.[1];
    if (commune) await expect(page.locator(`main form [name="${place}.commune"] option[value="${commune}"]`)).toBeAttached();
  }
}

/** The answers whose boxes are on the screen, in the order in which the page asks. */
async function onScreen(page: Page, boxes: Boxes): Promise<Boxes> {
  const seen = await page.locator("main form [name]").evaluateAll((all) => all.filter((box) => box.checkVisibility({ visibilityProperty: true })).map((box) => box.getAttribute("name") ?? ""));
  const place = (name: string) => seen.indexOf(name);
  return boxes.filter(([name]) => place(name) >= 0).sort(([one], [other]) => place(one) - place(other));
}

/** Fills in what the topic on the screen asks, with script: what an answer brings up comes after it. */
export async function fillTopic(page: Page, boxes: Boxes): Promise<void> {
  let left = boxes;
  for (;;) {
    const asked = await onScreen(page, left);
    if (asked.length === 0) return;
    left = left.filter((box) => !asked.includes(box));
    for (const [name, value] of asked) {
      const commune = name.endsWith(".commune");
      if (commune && (await page.locator(`main form [name="${name}"]`).isVisible())) {
        // The list comes when its province was chosen.
        await expect(page.locator(`main form [name="${name}"] option[value="${value}"]`)).toBeAttached();
      }
      await type(page, name, value);
    }
  }
}

/** What has the focus, as far as a form cares. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const box = document.activeElement as HTMLInputElement | null;
    return { name: box?.name ?? "", value: box?.value ?? "", kind: box?.type ?? "" };
  });

/** Presses a key until the box with the focus is the wanted one. */
async function pressUntil(page: Page, key: string, wanted: (box: { name: string; value: string; kind: string }) => boolean): Promise<void> {
  for (let press = 0; press < 400; press += 1) {
    if (wanted(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} leads nowhere`);
}

/** Fills in the topic on the screen without a mouse: Tab to each box, arrows within choices and lists, Space for a tick. */
export async function fillTopicByKeyboard(page: Page, boxes: Boxes): Promise<void> {
  for (const [name, value] of await inOrder(page, boxes)) {
    const box = page.locator(`main form [name="${name}"]`).first();
    if ((await box.count()) === 0 || !(await box.isVisible())) continue;
    await pressUntil(page, "Tab", (at) => at.name === name && (at.kind !== "checkbox" || at.value === value));
    const { kind } = await focused(page);
    if (kind === "checkbox") await page.keyboard.press("Space");
    else if (kind === "radio") {
      await pressUntil(page, "ArrowDown", (at) => at.value === value);
      await page.keyboard.press("Space");
    } else if (kind === "select-one") {
      await expect(page.locator(`main form [name="${name}"] option[value="${value}"]`)).toBeAttached();
      await pressUntil(page, "ArrowDown", (at) => at.value === value);
    } else await page.keyboard.type(value);
  }
}

/** Waits until the form on the page lives. */
export async function formLives(page: Page): Promise<void> {
  await expect(page.locator("form.one-at-a-time")).toBeAttached();
}

/** Opens a form, and waits until it lives. */
export async function opened(page: Page, slug: string): Promise<void> {
  await page.goto(address(slug));
  await formLives(page);
}

/** Goes to the topic that asks for something, as the answers of the example lead there. */
export async function asking(page: Page, slug: string, name: string): Promise<void> {
  const boxes = boxesOf(await exampleOf(page.request, slug));
  const box = page.locator(`main form [name="${name}"]`).first();
  for (let step = 0; step < 12 && !(await box.isVisible()); step += 1) {
    await fillTopic(page, boxes);
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  }
  await expect(box).toBeVisible();
}

/** The heading of the topic that is shown. */
export const topic = (page: Page) => page.locator("main form section.form-page:visible h2");

/** Goes through all topics with script, until the server answers with the next page. */
export async function walkThrough(
  page: Page,
  boxes: Boxes,
  seen: (topic: string) => Promise<void> = async () => undefined,
  { fill, press }: { fill: typeof fillTopic; press: (button: Locator) => Promise<void> } = { fill: fillTopic, press: (button) => button.click() },
): Promise<string[]> {
  const topics: string[] = [];
  const start = new URL(page.url()).pathname;
  for (let step = 0; step < 30; step += 1) {
    const name = await topic(page).first().innerText();
    topics.push(name);
    await fill(page, boxes);
    await seen(name);
    const next = page.getByRole("button", { name: /^Tiếp tục/ });
    const before = page.url();
    await press(next);
    // Either another topic is shown, or the server answered.
    await expect.poll(async () => new URL(page.url()).pathname !== start || (await topic(page).first().innerText({ timeout: 500 }).catch(() => name)) !== name || page.url() !== before).toBe(true);
    if (new URL(page.url()).pathname !== start) {
      // Its script listens before anybody goes on.
      await page.waitForLoadState();
      return topics;
    }
    // A form that is given back is a new page.
    await formLives(page);
  }
  throw new Error(`the form never ends: ${topics.join(" · ")}`);
}

/** A small picture that is a real PNG. */
export function picture(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const bytes = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  return { name, mimeType: "image/png", buffer: bytes };
}

/** A code as the slip shows it. */
export const CODE = /^[A-Y]\d{2}(\.[0-9A-Z]+)*-\d{6}-\d{4,}$/;

/** Code and key on the receipt. */
export async function receiptOf(page: Page): Promise<{ code: string; key: string }> {
  const receipt = page.locator("[data-receipt]");
  await expect(receipt).toBeVisible();
  const [code, key] = [await receipt.getAttribute("data-code"), await receipt.getAttribute("data-key")];
  expect(code).toMatch(CODE);
  return { code: code ?? "", key: key ?? "" };
}
