// The portal by keyboard alone: every stop can be seen, everything can be reached and done.
import { expect, test } from "@playwright/test";
import { open, seenFocus, settled, tabTo } from "./visit";

test("the first stop leads past the header", async ({ page }) => {
  await open(page, "/thu-tuc/khai-sinh/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Đến nội dung chính" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await seenFocus(page);
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("main").getByRole("link").first()).toBeFocused();
});

for (const width of [360, 1280]) {
  test(`from home to a ticked paper without a mouse, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, "/");
    await tabTo(page, page.locator("#q"));
    await page.keyboard.type("khai sinh cho con");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/tim-kiem\?q=khai\+sinh\+cho\+con$/);
    await settled(page);

    await tabTo(page, page.locator(".procedure-list a[href='/thu-tuc/khai-sinh/']"));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/thu-tuc\/khai-sinh\/$/);
    await settled(page);

    await tabTo(page, page.getByRole("radio", { name: "Cha mẹ đã đăng ký kết hôn" }));
    await page.keyboard.press("ArrowDown");
    await seenFocus(page);
    await expect(page.getByRole("radio", { name: "Cha mẹ chưa đăng ký kết hôn" })).toBeChecked();
    const papers = page.locator("[data-case=cha-me-chua-ket-hon]");
    await expect(papers).toBeVisible();
    await expect(page.locator("[data-case=cha-me-da-ket-hon]")).toBeHidden();

    const paper = papers.getByRole("checkbox", { name: "Giấy chứng sinh" });
    await tabTo(page, paper);
    await page.keyboard.press("Space");
    await expect(paper).toBeChecked();
  });

  test(`every stop of a whole guide can be seen, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await open(page, "/thu-tuc/khai-sinh/");
    const stops: string[] = [];
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press("Tab");
      const stop = await seenFocus(page);
      if (stop.startsWith("body")) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(25);
    expect(stops.length).toBeLessThan(200);
  });
}

for (const [language, addresses] of [
  ["Vietnamese", ["/", "/thu-tuc/", "/thu-tuc/giay-phep-xay-dung/", "/su-kien/sinh-con/", "/co-quan/phuong-mau/", "/linh-vuc/ho-tich/", "/tro-giup/", "/bieu-mau/ct01/", "/tim-kiem?q=khai+sinh", "/khong-co-trang-nay"]],
  ["English", ["/en/", "/en/thu-tuc/", "/en/thu-tuc/giay-phep-xay-dung/", "/en/su-kien/sinh-con/", "/en/co-quan/phuong-mau/", "/en/linh-vuc/ho-tich/", "/en/tro-giup/", "/en/tim-kiem?q=birth", "/en/no-such-page"]],
] as const) {
  test(`the first stops of each kind of page can be seen, in ${language}`, async ({ page }) => {
    for (const address of addresses) {
      await test.step(address, async () => {
        await open(page, address);
        const stops: string[] = [];
        for (let step = 0; step < 15; step += 1) {
          await page.keyboard.press("Tab");
          const stop = await seenFocus(page);
          if (stop.startsWith("body")) break;
          stops.push(stop);
        }
        // The header alone has six.
        expect(stops.length, address).toBeGreaterThan(8);
      });
    }
  });
}

test("going back through a guide, every stop can be seen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, "/thu-tuc/khai-sinh/");
  await page.locator(".footer a").last().focus();
  const stops: string[] = [];
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press("Shift+Tab");
    const stop = await seenFocus(page);
    if (stop.startsWith("body")) break;
    stops.push(stop);
  }
  expect(stops.at(-1)).toContain("Đến nội dung chính");
});

test("the menu of a phone opens with Enter, and its links can be reached and followed", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, "/");
  const menu = page.locator(".header-menu");
  await tabTo(page, menu.locator("summary"));
  await page.keyboard.press("Enter");
  for (const name of ["Thủ tục", "Chuyện trong đời", "Tra cứu hồ sơ", "Nơi làm thủ tục", "Trợ giúp"]) {
    await page.keyboard.press("Tab");
    await seenFocus(page);
    await expect(menu.getByRole("link", { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tro-giup\/$/);
});

test("questions unfold with the keyboard", async ({ page }) => {
  await open(page, "/thu-tuc/khai-sinh/");
  const question = page.locator("#hoi-dap ~ .details").first();
  await question.locator("summary").focus();
  await page.keyboard.press("Space");
  await expect(question.locator(".details-inside")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(question.locator(".details-inside")).toBeHidden();
});

test("the catalogue is narrowed without a mouse", async ({ page }) => {
  await open(page, "/thu-tuc/");
  await tabTo(page, page.locator(".filter summary").first());
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator(".filter-list a").first());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/thu-tuc\/\?linh-vuc=/);
  await settled(page);
  await tabTo(page, page.locator(".chosen a"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/thu-tuc\/$/);
});
