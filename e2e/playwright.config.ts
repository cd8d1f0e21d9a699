// How the browser tests run: one Chromium, two at a time, against an address that already answers.
import { defineConfig } from "@playwright/test";

function wanted(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; cargo xtask test sets PORTAL, PORTAL_SITE, PORTAL_SETUP and CHROMIUM`);
  return value;
}

wanted("PORTAL_SITE");

export default defineConfig({
  testDir: ".",
  // An imported catalogue is tried on a server of its own.
  testIgnore: process.env.PORTAL_ONLY === "nation" ? [] : ["nation.spec.ts"],
  globalSetup: "./global_setup.ts",
  outputDir: "../target/browser-tests",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["dot"], ["./faults.ts", { file: process.env.PORTAL_FAULTS ?? "target/browser-faults.txt" }]],
  use: {
    baseURL: wanted("PORTAL"),
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    colorScheme: "light",
    navigationTimeout: 30_000,
    actionTimeout: 10_000,
    // What a service worker fetches, a test cannot stop; e2e/offline.spec.ts lets it in.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: wanted("CHROMIUM"),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
