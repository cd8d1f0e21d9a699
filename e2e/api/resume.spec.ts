// A file that comes in parts: a broken line costs a part and not the file, and nothing is taken twice.
import { createHash } from "node:crypto";
import { request as http } from "node:http";
import { expect, test } from "@playwright/test";
import { boxesOf, exampleOf, address, type Boxes } from "../filing";
import { bytes } from "./client";

const GUIDE = "khai-sinh";
const PAPER = "giay-chung-sinh";
const PLACE = `${address(GUIDE)}giay-to/${PAPER}`;
const sha = (data: Buffer) => createHash("sha256").update(data).digest("hex");

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Sends by hand; of a body only `part` bytes leave before the line is cut, where it says so. */
function send(base: string, method: string, path: string, headers: Record<string, string>, body?: Buffer, part?: number): Promise<Answer | undefined> {
  return new Promise((over) => {
    const asked = http(new URL(path, base), { method, headers: { accept: "application/json", ...headers, ...(body ? { "content-length": String(body.length) } : {}) } }, (answer) => {
      let text = "";
      answer.on("data", (piece) => (text += piece));
      answer.on("end", () => over({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on("error", () => over(undefined));
    if (body && part !== undefined) asked.write(body.subarray(0, part), () => asked.destroy());
    else asked.end(body);
  });
}

/** Begins a draft as a browser does; returns its cookie. */
async function begun(base: string, boxes: Boxes): Promise<string> {
  const form = new URLSearchParams(boxes).toString();
  const answer = await send(base, "POST", address(GUIDE), { "content-type": "application/x-www-form-urlencoded" }, Buffer.from(form));
  expect(answer?.status, answer?.text.slice(0, 300)).toBe(303);
  return String(answer?.headers["set-cookie"]).split(";")[0] ?? "";
}

test.describe("a file in parts", () => {
  let base = "";
  let cookie = "";

  test.beforeEach(async ({ request, baseURL }) => {
    base = baseURL ?? "";
    cookie = await begun(base, boxesOf(await exampleOf(request, GUIDE)));
  });

  const put = (data: Buffer, offset: number, { part, name = "giấy.jpg", path = `${PLACE}/${sha(data)}` }: { part?: number; name?: string; path?: string } = {}) =>
    send(base, "PUT", path, { cookie, "upload-offset": String(offset), "upload-length": String(data.length), "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }, data.subarray(offset), part);
  const arrived = async (data: Buffer) => {
    const answer = await send(base, "GET", `${PLACE}/${sha(data)}`, { cookie });
    expect(answer?.status).toBe(204);
    return { offset: Number(answer?.headers["upload-offset"]), complete: answer?.headers["upload-complete"] };
  };

  test("goes on where the line broke, as often as it breaks, and comes back whole", async () => {
    const data = bytes("jpg", 900_000);
    expect(await arrived(data)).toEqual({ offset: 0, complete: "?0" });
    let offset = 0;
    for (const part of [300_000, 250_000]) {
      await put(data, offset, { part });
      const before = offset;
      // What was on its way arrives a moment after the line is gone.
      await expect.poll(async () => (await arrived(data)).offset).toBeGreaterThan(before);
      offset = (await arrived(data)).offset;
    }
    expect(offset).toBeLessThanOrEqual(550_000);
    // The server may hear only meanwhile that the line broke, and keep what came before: then it says where to go on.
    let last = await put(data, (await arrived(data)).offset);
    for (let again = 0; last?.status === 204 && again < 5; again += 1) last = await put(data, Number(last.headers["upload-offset"]));
    expect(last?.status).toBe(201);
    expect(JSON.parse(last?.text ?? "")).toMatchObject({ number: 1, name: "giấy.jpg", size: 900_000, sha256: sha(data) });
    expect(await arrived(data)).toEqual({ offset: 900_000, complete: "?1" });
    const page = await send(base, "GET", `${address(GUIDE)}giay-to/`, { cookie, accept: "text/html" });
    expect(page?.text).toContain("Đã nhận 1 tệp");
  });

  test("is taken once, however often it is sent", async () => {
    const data = bytes("pdf", 50_000);
    for (const expected of [1, 1, 1]) expect(JSON.parse((await put(data, 0))?.text ?? "")).toMatchObject({ number: expected });
    const other = bytes("pdf", 50_000);
    expect(JSON.parse((await put(other, 0))?.text ?? "")).toMatchObject({ number: 2 });
  });

  test("a part from elsewhere is told where the file goes on, and changes nothing", async () => {
    const data = bytes("png", 200_000);
    const early = await put(data, 100_000);
    expect(early).toMatchObject({ status: 204, headers: { "upload-offset": "0" } });
    expect(await arrived(data)).toEqual({ offset: 0, complete: "?0" });
  });

  test("what is not what was announced, too much, or no file of ours is refused", async () => {
    const data = bytes("jpg", 40_000);
    expect((await put(data, 0, { path: `${PLACE}/${sha(bytes("jpg"))}` }))?.status).toBe(400);
    expect((await put(Buffer.from("MZ this is a program and no picture at all"), 0))?.status).toBe(415);
    expect((await put(bytes("jpg", 10 * 1024 * 1024 + 1), 0))?.status).toBe(413);
    expect((await put(data, 0, { path: `${address(GUIDE)}giay-to/giay-khac/${sha(data)}` }))?.status).toBe(404);
    expect((await put(data, 0, { path: `${PLACE}/${sha(data).toUpperCase()}` }))?.status).toBe(404);
    expect((await send(base, "PUT", `${PLACE}/${sha(data)}`, { cookie }, data))?.status).toBe(400);
    expect((await send(base, "PUT", `${PLACE}/${sha(data)}`, { "upload-offset": "0", "upload-length": "40000" }, data))?.status).toBe(404);
    // None of it left anything behind.
    const page = await send(base, "GET", `${address(GUIDE)}giay-to/`, { cookie, accept: "text/html" });
    expect(page?.text).not.toContain("Đã nhận");
  });
});
