// An officer at the desk as a program sees one: a session, its CSRF token, requests with both.
import { randomBytes } from "node:crypto";

export type Role = "receiver" | "handler" | "approver" | "admin";

export interface Credentials {
  login: string;
  password: string;
}

export const api = (path: string) => `${process.env.PORTAL}/api/v1/desk${path}`;

/** Sends JSON, or nothing, and takes whatever comes back. */
export function send(method: string, address: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } };
  return fetch(address, { method, headers, redirect: "manual", ...text });
}

export class Desk {
  private constructor(readonly cookie: string, readonly csrf: string, readonly me: Credentials) {}

  /** Signs in, or fails the test. */
  static async signIn(me: Credentials): Promise<Desk> {
    const answer = await send("POST", api("/sign-in"), me);
    if (answer.status !== 200) throw new Error(`${me.login} cannot sign in: ${answer.status} ${await answer.text()}`);
    const cookie = (answer.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    const { csrf } = (await answer.json()) as { csrf: string };
    return new Desk(cookie, csrf, me);
  }

  get(path: string): Promise<Response> {
    return send("GET", api(path), undefined, { cookie: this.cookie });
  }

  write(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return send(method, api(path), body, { cookie: this.cookie, "x-csrf-token": this.csrf, ...headers });
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.write("POST", path, body, headers);
  }
}

let first: Promise<Desk> | undefined;

/** The first account, which may do everything; one session serves all tests of a process. */
export function admin(): Promise<Desk> {
  first ??= Desk.signIn({ login: process.env.PORTAL_DESK_LOGIN ?? "", password: process.env.PORTAL_DESK_PASSWORD ?? "" });
  return first;
}

/** Makes an officer of these roles and agencies (every agency when none is named). */
export async function newOfficer(roles: Role[], agencies: string[] = ["*"], name = "Lê Thị Thử"): Promise<Credentials> {
  const login = `thu-${randomBytes(6).toString("hex")}`;
  const answer = await (await admin()).post("/officers", { login, name, roles, agencies });
  if (answer.status !== 201) throw new Error(`no officer was made: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Credentials;
}

/** Makes such an officer and signs in as them. */
export async function officer(roles: Role[], agencies: string[] = ["*"]): Promise<Desk> {
  return Desk.signIn(await newOfficer(roles, agencies));
}
