// Makes the first account of a fresh server before any test runs; tests find its name and password in the environment.
export default async function setUp(): Promise<void> {
  if (process.env.PORTAL_DESK_PASSWORD || !process.env.PORTAL_SETUP) return;
  const answer = await fetch(`${process.env.PORTAL}/api/v1/desk/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ setup: process.env.PORTAL_SETUP }),
  });
  if (answer.status !== 201) throw new Error(`the first account cannot be made: ${answer.status} ${await answer.text()}`);
  const made = (await answer.json()) as { login: string; password: string };
  process.env.PORTAL_DESK_LOGIN = made.login;
  process.env.PORTAL_DESK_PASSWORD = made.password;
}
