// Writes every browser test that failed into one file, so that the summary of all checks can end with it.
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { appendFileSync, rmSync } from "node:fs";

/** Lines of a fault; what comes after them stands further up, where it was found. */
const LINES = 40;

// Colours are for a terminal, not for a file.
const plain = (text: string) => text.replace(/\u001b\[[0-9;]*m/g, "");

export default class Faults implements Reporter {
  private readonly file: string;

  constructor(options: { file: string }) {
    this.file = options.file;
  }

  onBegin(): void {
    rmSync(this.file, { force: true });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus || result.status === "skipped" || result.status === "interrupted") return;
    const { file, line } = test.location;
    const told = result.errors.map((error) => plain(error.message ?? String(error.value)) + (error.snippet ? `\n${plain(error.snippet)}` : ""));
    const lines = told.join("\n").split("\n").slice(0, LINES);
    this.note([`${file.split("/").at(-1)}:${line} ${test.title} (${result.status} after ${result.duration} ms)`, ...lines.map((text) => `    ${text}`)].join("\n"));
  }

  onError(error: { message?: string; value?: string }): void {
    this.note(plain(error.message ?? error.value ?? "a fault without words"));
  }

  // At once: whoever is killed leaves what was found.
  private note(fault: string): void {
    appendFileSync(this.file, `${fault}\n\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
