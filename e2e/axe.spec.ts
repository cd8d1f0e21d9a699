// What axe finds: nothing, on every page, in light and in dark, on a phone and on a desk.
import { type Page, expect, test } from "@playwright/test";
import { TAGS, axe } from "./axe";
import { batches, gallery, pages } from "./pages";
import { open, unfold } from "./visit";

type Scheme = "light" | "dark";

/** One page of each kind. */
const KINDS = [
  "/",
  "/thu-tuc/",
  "/thu-tuc/?linh-vuc=ho-tich&lam=la",
  "/thu-tuc/khai-sinh/",
  "/thu-tuc/giay-phep-xay-dung/",
  "/thu-tuc/lien-thong-khai-sinh-bao-hiem/",
  "/su-kien/sinh-con/",
  "/co-quan/phuong-mau/",
  "/linh-vuc/ho-tich/",
  "/tro-giup/",
  "/bieu-mau/to-khai-dang-ky-khai-sinh/",
  "/dia-chi-cu/",
  "/dia-chi-cu/da-nang/",
  "/tim-kiem?q=khai+sinh",
  "/tim-kiem?q=zzzz",
  "/khong-co-trang-nay",
  "/en/",
  "/en/thu-tuc/",
  "/en/thu-tuc/khai-sinh/",
  "/en/thu-tuc/giay-phep-xay-dung/",
  "/en/thu-tuc/lien-thong-khai-sinh-bao-hiem/",
  "/en/su-kien/sinh-con/",
  "/en/co-quan/phuong-mau/",
  "/en/linh-vuc/ho-tich/",
  "/en/tro-giup/",
  "/en/tim-kiem?q=birth",
  "/en/tim-kiem?q=zzzz",
  "/en/no-such-page",
  ...pages.filter((page) => page === gallery),
];

for (const batch of batches(8)) {
  test(`axe finds nothing in light, and no weak contrast in dark: ${batch.name}`, async ({ page }) => {
    const faults: string[] = [];
    for (const address of batch.pages) {
      await page.emulateMedia({ colorScheme: "light" });
      faults.push(...(await found(page, address)));
      await page.emulateMedia({ colorScheme: "dark" });
      faults.push(...(await violations(page, { scheme: "dark", beside: address === gallery })).map((violation) => `${address} in dark ${violation}`));
    }
    expect(faults).toEqual([]);
  });
}

for (const [name, width, colorScheme] of [["a phone in light", 360, "light"], ["a phone in dark", 360, "dark"], ["a desk in light", 1280, "light"], ["a desk in dark", 1280, "dark"]] as const) {
  // Printed pages are seen on a desk above.
  const kinds = width === 1280 ? KINDS.filter((address) => !pages.includes(address)) : KINDS;
  for (const [part, addresses] of halves(kinds)) {
    test(`axe finds nothing on one page of each kind, on ${name}, ${part} half`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const faults: string[] = [];
      for (const address of addresses) faults.push(...(await found(page, address, colorScheme)));
      expect(faults).toEqual([]);
    });
  }
  if (width === 360) {
    test(`axe finds nothing in the open menu, on ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await open(page, "/");
      await page.locator(".header-menu summary").click();
      expect(await violations(page, { scheme: colorScheme })).toEqual([]);
    });
  }
}

function halves(all: string[]): [string, string[]][] {
  const middle = Math.ceil(all.length / 2);
  return [["first", all.slice(0, middle)], ["second", all.slice(middle)]];
}

async function found(page: Page, address: string, scheme: Scheme = "light"): Promise<string[]> {
  await open(page, address);
  await unfold(page);
  return (await violations(page, { scheme, beside: address === gallery })).map((violation) => `${address} ${violation}`);
}

/**
 * What axe finds now, each with the elements it is about; examples of the gallery may stand beside their like.
 * Only colours change with the scheme, so in dark only their contrast is looked at.
 */
async function violations(page: Page, { scheme = "light" as Scheme, beside = false } = {}): Promise<string[]> {
  const look = axe(page);
  if (scheme === "dark") look.withRules(["color-contrast"]);
  else look.withTags(TAGS);
  if (beside) look.include(".gallery-example");
  if (beside && scheme === "light") look.disableRules(["landmark-unique"]);
  const { violations } = await look.analyze();
  return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).join(" | ")} (${one.nodes.length})`);
}
