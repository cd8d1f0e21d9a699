// Runs Lighthouse (mobile preset) on three pages and fails below the house's scores; its argument is the portal's address.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const base = process.argv[2];
const PAGES = ["/", "/thu-tuc/", "/thu-tuc/khai-sinh/"];
const WANTED = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };

const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
let short = 0;
try {
  for (const page of PAGES) {
    const measure = () => lighthouse(base + page, { port: chrome.port, onlyCategories: Object.keys(WANTED), logLevel: "error" });
    let result = await measure();
    if (result.lhr.runtimeError) {
      // A browser that painted nothing measured nothing; that is no score, so it looks again.
      console.log(`    ${result.lhr.runtimeError.code}, measured again`);
      result = await measure();
    }
    const scores = Object.entries(WANTED).map(([name, wanted]) => {
      const score = Math.round((result.lhr.categories[name].score ?? 0) * 100);
      if (score < wanted) {
        short += 1;
        const failed = result.lhr.categories[name].auditRefs
          .map((ref) => result.lhr.audits[ref.id])
          .filter((audit) => audit.score !== null && audit.score < 1 && !["informative", "notApplicable", "manual"].includes(audit.scoreDisplayMode));
        for (const audit of failed) console.log(`    ${audit.id}: ${audit.title} ${audit.displayValue ?? ""}`);
      }
      return `${name} ${score}`;
    });
    console.log(`  ${page.padEnd(24)} ${scores.join(" · ")}`);
  }
} finally {
  await chrome.kill();
}
if (short > 0) {
  console.log(`  ${short} scores below the house's`);
  process.exitCode = 1;
}
