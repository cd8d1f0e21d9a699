// The dates of a dossier for a phone's calendar: only with the key, and never with the key in it.
import { expect, test } from "@playwright/test";
import { filed } from "./client";

test("the date of the answer comes as a calendar file, for who has the key", async ({ request }) => {
  const { code, access_key, answer_by } = await filed(request);
  const answer = await request.post(`/tra-cuu/${code}`, { form: { key: access_key, _do: "calendar" } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({ "content-type": "text/calendar; charset=utf-8", "cache-control": "no-store" });
  expect(answer.headers()["content-disposition"]).toContain(`${code}.ics`);
  const lines = (await answer.text()).replaceAll("\r\n ", "").split("\r\n");
  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  const start = new Date(answer_by).toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");
  expect(lines).toContain(`DTSTART:${start}`);
  expect(lines.find((line) => line.startsWith("SUMMARY:"))).toContain("Khai sinh");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  expect(await answer.text()).not.toContain(access_key);
  const other = await request.post(`/tra-cuu/${code}`, { form: { key: access_key.replace(/.$/, (last) => (last === "A" ? "B" : "A")), _do: "calendar" } });
  expect(other.headers()["content-type"]).toContain("text/html");
});
