// Who comes to the desk: signing in and out, wrong passwords, locks, tokens, what an administrator may do.
import { expect, test } from "@playwright/test";
import { Desk, admin, api, newOfficer, officer, send } from "./desk";

/** Checks the status and the stable code of a problem. */
async function problem(answer: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const body = (await answer.json()) as Record<string, unknown>;
  expect([answer.status, body.code]).toEqual([status, code]);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return body;
}

test("signing in gives a session that only this browser and no script can use", async () => {
  const me = await newOfficer(["receiver", "handler"]);
  const answer = await send("POST", api("/sign-in"), { ...me, login: ` ${me.login.toUpperCase()} ` });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const [cookie = "", ...others] = answer.headers.getSetCookie();
  expect(others).toEqual([]);
  const [pair = "", ...flags] = cookie.split("; ");
  expect(pair).toMatch(/^__Host-desk=[0-9A-HJKMNP-TV-Z]{32}$/);
  expect(flags.sort()).toEqual(["HttpOnly", "Path=/", "SameSite=Strict", "Secure"]);
  const body = await answer.json();
  expect(body).toMatchObject({ login: me.login, roles: ["receiver", "handler"], agencies: ["*"], temporary_password: true });
  expect(body.csrf).toMatch(/^\w{40,}$/);
  expect(JSON.stringify(body)).not.toContain(pair.slice("__Host-desk=".length));

  const who = await send("GET", api("/me"), undefined, { cookie: pair });
  expect(await who.json()).toEqual(body);
});

test("a session begins under a new name, whatever cookie came along", async () => {
  const me = await newOfficer(["receiver"]);
  const planted = `__Host-desk=${"A".repeat(32)}`;
  const answer = await send("POST", api("/sign-in"), me, { cookie: planted });
  expect(answer.headers.getSetCookie()[0]).not.toContain(planted);
  await problem(await send("GET", api("/me"), undefined, { cookie: planted }), 401, "unauthenticated");
});

test("nobody gets in with a wrong password or an unknown name, and both hear the same", async () => {
  const me = await newOfficer(["receiver"]);
  const wrong = await problem(await send("POST", api("/sign-in"), { ...me, password: "không phải mật khẩu" }), 401, "sign-in");
  const unknown = await problem(await send("POST", api("/sign-in"), { login: "khong-co-ai", password: "x" }), 401, "sign-in");
  expect(wrong).toEqual(unknown);
  for (const login of ["", "Lê", "a b", "x".repeat(300)]) await problem(await send("POST", api("/sign-in"), { login, password: "x" }), 401, "sign-in");
});

test("after five mistakes the next attempt waits, even with the right password", async () => {
  const me = await newOfficer(["receiver"]);
  for (let count = 0; count < 5; count++) await problem(await send("POST", api("/sign-in"), { ...me, password: "sai" }), 401, "sign-in");
  const answer = await send("POST", api("/sign-in"), me);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  await problem(answer, 429, "too-many");
  await expect.poll(async () => (await send("POST", api("/sign-in"), me)).status, { timeout: 20_000 }).toBe(200);
});

test("without a session nothing is answered, with one nothing is written without its token", async () => {
  for (const [method, path] of [["GET", "/me"], ["GET", "/officers"], ["POST", "/officers"], ["POST", "/sign-out"], ["POST", "/password"], ["GET", "/audit"], ["GET", "/searches"]] as const) {
    const body = method === "POST" ? {} : undefined;
    await problem(await send(method, api(path), body), 401, "unauthenticated");
  }
  const [one, other] = [await officer(["admin"]), await officer(["admin"])];
  const made = { login: "khong-thanh", name: "A", roles: ["receiver"], agencies: ["*"] };
  await problem(await send("POST", api("/officers"), made, { cookie: one.cookie }), 403, "csrf");
  await problem(await send("POST", api("/officers"), made, { cookie: one.cookie, "x-csrf-token": other.csrf }), 403, "csrf");
  await problem(await send("POST", api("/sign-out"), undefined, { cookie: one.cookie }), 403, "csrf");
  expect((await one.get("/me")).status).toBe(200);
});

test("signing out ends the session and takes the cookie back", async () => {
  const desk = await officer(["receiver"]);
  const answer = await desk.post("/sign-out");
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-desk=; Path=\/; Max-Age=0;/);
  await problem(await desk.get("/me"), 401, "unauthenticated");
});

test("a lock ends every session and keeps the officer out until it is opened", async () => {
  const [chief, me] = [await admin(), await newOfficer(["handler"])];
  const desk = await Desk.signIn(me);
  expect((await chief.post(`/officers/${me.login}/lock`)).status).toBe(204);
  await problem(await desk.get("/me"), 401, "unauthenticated");
  await problem(await send("POST", api("/sign-in"), me), 403, "account-locked");
  expect((await chief.post(`/officers/${me.login}/unlock`)).status).toBe(204);
  await problem(await desk.get("/me"), 401, "unauthenticated");
  expect((await send("POST", api("/sign-in"), me)).status).toBe(200);
});

test("a new password ends other sessions of its owner; the old one no longer works", async () => {
  const me = await newOfficer(["receiver"]);
  const [here, there] = [await Desk.signIn(me), await Desk.signIn(me)];
  const faulty = await problem(await here.post("/password", { current: me.password, new: "ngắn" }), 422, "faulty-fields");
  expect(faulty.faults).toEqual([{ path: "new", message: "Mật khẩu có ít nhất 12 ký tự, bạn mới nhập 4." }]);
  await problem(await here.post("/password", { current: "sai", new: "một câu khá dài" }), 401, "sign-in");
  expect((await here.post("/password", { current: me.password, new: "một câu khá dài" })).status).toBe(204);
  expect((await here.get("/me")).status).toBe(200);
  await problem(await there.get("/me"), 401, "unauthenticated");
  await problem(await send("POST", api("/sign-in"), me), 401, "sign-in");
  const answer = await send("POST", api("/sign-in"), { login: me.login, password: "một câu khá dài" });
  expect(await answer.json()).toMatchObject({ temporary_password: false });
});

test("an administrator makes, changes and resets; each is on record", async () => {
  const [chief, me] = [await admin(), await newOfficer(["receiver"])];
  const desk = await Desk.signIn(me);
  expect((await chief.write("PUT", `/officers/${me.login}`, { name: " Trần  Văn Thử ", roles: ["handler", "approver"], agencies: ["*"] })).status).toBe(204);
  expect(await (await desk.get("/me")).json()).toMatchObject({ name: "Trần Văn Thử", roles: ["handler", "approver"] });
  const reset = await chief.post(`/officers/${me.login}/password`);
  const fresh = (await reset.json()) as { login: string; password: string };
  expect([reset.status, fresh.login]).toEqual([200, me.login]);
  await problem(await desk.get("/me"), 401, "unauthenticated");
  await Desk.signIn(fresh);
  const { officers } = (await (await chief.get("/officers")).json()) as { officers: { login: string }[] };
  expect(officers.map((one) => one.login)).toContain(me.login);
  expect(JSON.stringify(officers)).not.toMatch(/hash|salt|password/);
  const { events } = (await (await chief.get("/audit")).json()) as { events: { by: string; what: string; login: string }[] };
  const mine = events.filter((event) => event.login === me.login).map((event) => event.what);
  expect(mine.reverse()).toEqual(["officer-created", "signed-in", "changed", "password-reset", "signed-in"]);
});

test("what is written about an officer is checked whole; a name is given once", async () => {
  const chief = await admin();
  const faulty = await problem(await chief.post("/officers", { login: "Lan Lê", name: " ", roles: [], agencies: ["H99.404"] }), 422, "faulty-fields");
  expect((faulty.faults as { path: string }[]).map((fault) => fault.path)).toEqual(["login", "name", "roles", "agencies"]);
  const me = await newOfficer(["receiver"]);
  await problem(await chief.post("/officers", { login: me.login, name: "B", roles: ["receiver"], agencies: ["*"] }), 409, "conflict");
  await problem(await chief.post("/officers/khong-co-ai/lock"), 404, "not-found");
});

test("who is no administrator sees and changes no account", async () => {
  const desk = await officer(["receiver", "handler", "approver"]);
  await problem(await desk.get("/officers"), 403, "forbidden");
  await problem(await desk.get("/audit"), 403, "forbidden");
  await problem(await desk.get("/searches"), 403, "forbidden");
  await problem(await desk.post(`/officers/${process.env.PORTAL_DESK_LOGIN}/lock`), 403, "forbidden");
});

test("the first account is made once, and only by who knows the secret", async () => {
  await problem(await send("POST", api("/setup"), { setup: process.env.PORTAL_SETUP }), 409, "conflict");
  await problem(await send("POST", api("/setup"), { setup: "guess-guess-guess-guess" }), 403, "forbidden");
});

test("bodies that are no small, flat, clean JSON are refused by their own codes", async () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, type = "application/json") => fetch(api("/sign-in"), { method: "POST", headers: { "content-type": type }, body });
  await problem(await post("{}", "text/plain"), 415, "unsupported-type");
  await problem(await post("login=a&password=b", "application/x-www-form-urlencoded"), 415, "unsupported-type");
  await problem(await post("{"), 400, "not-json");
  await problem(await post('{"login": 7, "password": "x"}'), 422, "json-shape");
  await problem(await post('{"login": "a", "password": "x", "more": 1}'), 422, "json-shape");
  await problem(await post('{"login": "a\\u0000", "password": "x"}'), 400, "holds-nul");
  await problem(await post(new Uint8Array([0x22, 0xff, 0x22])), 400, "not-utf-8");
  await problem(await post("[".repeat(1000)), 400, "too-deep");
  await problem(await post(`{"login": "${"a".repeat(300_000)}", "password": "x"}`), 413, "too-large");
});

test("an address of the desk says which methods it takes, and unknown ones are JSON too", async () => {
  const answer = await send("DELETE", api("/officers"));
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST, HEAD"]);
  await problem(await send("GET", api("/khong-co")), 404, "not-found");
});
