// Searches that found nothing: counted without anybody's name, and read by administrators once several people typed them.
import { expect, test } from "@playwright/test";
import { randomInt } from "node:crypto";
import { admin } from "./desk";

/** A word nobody has a procedure for, of letters alone. */
const nonsense = () => `qwx${Array.from({ length: 8 }, () => "bdghkmvz"[randomInt(8)]).join("")}`;

/** Searches as somebody at an address. */
async function search(words: string, from: number): Promise<void> {
  const answer = await fetch(`${process.env.PORTAL}/tim-kiem?q=${encodeURIComponent(words)}`, { headers: { "x-forwarded-for": `198.51.100.${from}` } });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("Chưa tìm thấy thủ tục nào");
}

async function listed(words: string): Promise<{ words: string; count: number } | undefined> {
  const { searches } = (await (await (await admin()).get("/searches")).json()) as { searches: { words: string; count: number }[] };
  return searches.find((one) => one.words === words);
}

test("words that five people missed are listed, without anything of the people", async () => {
  const words = nonsense();
  for (const from of [1, 2, 3, 4]) await search(words.toUpperCase(), from);
  expect(await listed(words)).toBeUndefined();
  await search(words, 5);
  expect(await listed(words)).toEqual({ words, count: 5 });
});

test("one client counts once a minute", async () => {
  const words = nonsense();
  for (let time = 0; time < 6; time += 1) await search(words, 9);
  expect(await listed(words)).toBeUndefined();
});

test("numbers and addresses are not kept, however many type them", async () => {
  const [id, mail] = [`${nonsense()} 001099012345`, `${nonsense()}@qwxbdg.kmvz`];
  for (const from of [1, 2, 3, 4, 5, 6]) await Promise.all([search(id, from), search(mail, from)]);
  const { searches } = (await (await (await admin()).get("/searches")).json()) as { searches: { words: string }[] };
  expect(searches.filter((one) => /[0-9@]/.test(one.words))).toEqual([]);
});

test("what is found is not counted", async () => {
  for (const from of [1, 2, 3, 4, 5, 6]) {
    await fetch(`${process.env.PORTAL}/tim-kiem?q=khai%20sinh`, { headers: { "x-forwarded-for": `198.51.100.${from}` } });
  }
  expect(await listed("khai sinh")).toBeUndefined();
});
