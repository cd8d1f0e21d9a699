// How forms are measured: one page at a time, without the wait for the next frame of a screen, which is the screen's and not ours.
import { defineConfig } from "@playwright/test";
import shared from "../playwright.config.ts";

export default defineConfig({
  ...shared,
  testDir: ".",
  testMatch: "*.bench.ts",
  testIgnore: [],
  // Nobody signs in here.
  globalSetup: undefined,
  globalTeardown: "./report.ts",
  outputDir: "../../target/browser-bench",
  fullyParallel: false,
  workers: 1,
  timeout: 600_000,
  reporter: [["list"]],
  use: {
    ...shared.use,
    launchOptions: {
      ...shared.use?.launchOptions,
      args: [...(shared.use?.launchOptions?.args ?? []), "--disable-frame-rate-limit", "--disable-gpu-vsync"],
    },
  },
});
