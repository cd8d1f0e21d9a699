// A citizen files: every form with script and without, mistakes mended, papers attached, checked, sent, followed.
import { type Locator, type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { FORMS, address, boxesOf, exampleOf, fillPlainly, fillTopicByKeyboard, formLives, picture, receiptOf, topic, type, walkThrough, whole } from "./filing";
import { complaints, tabTo } from "./visit";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const summary = (page: Page) => page.locator("[data-error-summary]");

/** Brings every paper that the draft asks for later, where it may come later; else attaches a picture. */
async function settlePapers(page: Page): Promise<void> {
  for (;;) {
    const later = page.getByRole("button", { name: "Mang đến sau" });
    await whole(page);
    if ((await later.count()) === 0) break;
    await later.first().click();
  }
  await page.getByRole("link", { name: "Tiếp tục" }).click();
}

async function send(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
  // Nobody reads the page in a moment; the server asks again who does.
  await page.waitForFunction(() => performance.now() > 1000);
  await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    for (const slug of FORMS) {
      test(`${slug} is filed from its example and followed with its key`, async ({ page, request }) => {
        const heard = script ? await complaints(page) : [];
        const boxes = boxesOf(await exampleOf(request, slug));
        await page.goto(address(slug));
        if (script) {
          await formLives(page);
          await walkThrough(page, boxes);
        } else {
          await fillPlainly(page, boxes);
          await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
          await expect(summary(page)).toHaveCount(0);
        }
        if (page.url().includes("/giay-to/")) await settlePapers(page);
        if (script) await send(page);
        else {
          await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
          // Without script time is told by the server alone: pressing at once is asked again, and then taken.
          await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
          for (let again = 0; again < 20 && (await heading(page).innerText()) === "Xem lại trước khi gửi"; again += 1) {
            await page.getByRole("button", { name: "Gửi hồ sơ" }).click();
          }
        }
        await expect(heading(page)).toHaveText("Bạn đã gửi hồ sơ");
        const { code, key } = await receiptOf(page);
        await expect(page).toHaveURL(`/tra-cuu/${code}`);
        // With the code alone: the state and nothing about the person.
        const bare = await request.get(`/tra-cuu/${code}`);
        expect(await bare.text()).not.toContain(key);
        await page.context().clearCookies();
        await page.goto("/tra-cuu/");
        await page.locator("main").getByLabel("Mã hồ sơ").fill(code.toLowerCase());
        await page.getByLabel(/^Khóa xem hồ sơ/).fill(key.toLowerCase());
        await page.getByRole("button", { name: "Tra cứu" }).last().click();
        await expect(page.locator("main")).toContainText("Mới đăng ký");
        await expect(page.locator("main")).toContainText(code);
        expect(page.url()).not.toContain(key);
        expect(heard).toEqual([]);
      });
    }
  });
}

test.describe("mistakes without script", () => {
  test.use({ javaScriptEnabled: false });

  test("everything wrong is said at once, what was right stays, and mending leads on", async ({ page, request }) => {
    const boxes = boxesOf(await exampleOf(request, "trich-luc-ho-tich"));
    await page.goto(address("trich-luc-ho-tich"));
    await fillPlainly(page, boxes);
    await type(page, "so-dinh-danh", "12345");
    await type(page, "ngay-sinh.month", "13");
    await type(page, "contact-phone", "0912");
    await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
    await expect(summary(page).getByRole("link")).toHaveCount(3);
    await expect(page.locator('[name="ho-ten"]')).toHaveValue("Phạm Văn Mẫu");
    await expect(page.locator('[data-error-for="so-dinh-danh"]')).toContainText("12 chữ số");
    await type(page, "so-dinh-danh", "031085000789");
    await type(page, "ngay-sinh.month", "2");
    await type(page, "contact-phone", "0912 345 678");
    await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
    await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
    await expect(page.locator("main")).toContainText("24.000");
  });

  test("a paper is attached, shown, taken away and attached again", async ({ page, request }) => {
    const boxes = boxesOf(await exampleOf(request, "khai-sinh"));
    await page.goto(address("khai-sinh"));
    await fillPlainly(page, boxes);
    await page.locator("main form").getByRole("button", { name: "Tiếp tục" }).last().click();
    await expect(heading(page)).toHaveText("Giấy tờ gửi kèm");
    const birth = page.locator('[data-paper="giay-chung-sinh"]');
    await birth.getByRole("button", { name: /^Gửi ảnh/ }).click();
    await expect(birth.locator("[data-error-for]")).toContainText("Chọn ảnh hoặc tệp trước");
    await birth.locator("input[type=file]").setInputFiles({ name: "đơn.exe", mimeType: "image/png", buffer: Buffer.from("MZ not a picture") });
    await birth.getByRole("button", { name: /^Gửi ảnh/ }).click();
    await expect(birth.locator("[data-error-for]")).toContainText("không phải PDF");
    await birth.locator("input[type=file]").setInputFiles([picture("mặt trước.png"), picture("mặt sau.png")]);
    await birth.getByRole("button", { name: /^Gửi ảnh/ }).click();
    await expect(birth).toContainText("Đã nhận 2 tệp");
    const shown = await page.request.get((await birth.getByRole("link", { name: /^Xem/ }).first().getAttribute("href")) ?? "");
    expect(shown.headers()["x-content-type-options"]).toBe("nosniff");
    expect(await shown.body()).toEqual(picture("").buffer);
    await birth.getByRole("button", { name: /^Bỏ/ }).first().click();
    await expect(birth).toContainText("Đã nhận 1 tệp");
    await page.getByRole("link", { name: "Tiếp tục" }).click();
    await expect(page.locator("main")).toContainText("mặt sau.png");
  });

  test("a link of the guide brings its case and its office", async ({ page }) => {
    await page.goto(`${address("khai-sinh")}?truong-hop=cha-me-chua-ket-hon&noi-nop=xa-mau-dong`);
    await expect(page.locator('[name="truong-hop"][value="cha-me-chua-ket-hon"]')).toBeChecked();
    await expect(page.locator('[name="agency"][value="H99.12.2"]')).toBeChecked();
  });
});

test("a dossier is filed without a mouse, every focus seen", async ({ page, request }) => {
  const boxes = boxesOf(await exampleOf(request, "trich-luc-ho-tich"));
  await page.goto(address("trich-luc-ho-tich"));
  await formLives(page);
  const press = async (button: Locator) => {
    await tabTo(page, button);
    await page.keyboard.press("Enter");
  };
  await walkThrough(page, boxes, undefined, { fill: fillTopicByKeyboard, press });
  await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
  await page.waitForFunction(() => performance.now() > 1000);
  await press(page.getByRole("button", { name: "Gửi hồ sơ" }));
  await expect(heading(page)).toHaveText("Bạn đã gửi hồ sơ");
  await press(page.getByRole("button", { name: "Xem hồ sơ này" }));
  await expect(page.locator("main")).toContainText("Mới đăng ký");
});

test.describe("mistakes with script, on a phone", () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test("a box is judged when somebody leaves it, and a topic before the next", async ({ page, request }) => {
    const heard = await complaints(page);
    const boxes = boxesOf(await exampleOf(request, "trich-luc-ho-tich"));
    await page.goto(address("trich-luc-ho-tich"));
    await formLives(page);
    const first = await topic(page).innerText();
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
    await expect(topic(page)).toHaveText(first);
    await expect(page.locator('[data-error-for="agency"]')).toBeVisible();
    await clean(page, "mistakes");
    await walkThrough(page, boxes, async () => {
      const number = page.locator('[name="so-dinh-danh"]');
      if (await number.isVisible()) {
        await number.fill("0310850007");
        await number.blur();
        await expect(page.locator('[data-error-for="so-dinh-danh"]')).toContainText("bạn mới nhập 10");
        await number.fill("031085000789");
        await number.blur();
        await expect(page.locator('[data-error-for="so-dinh-danh"]')).toBeHidden();
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
    await expect(heading(page)).toHaveText("Xem lại trước khi gửi");
    await clean(page, "mistakes");
    expect(heard).toEqual([]);
  });

  test("a reload in the middle loses no word, and the phone's back goes one topic back", async ({ page, request }) => {
    const boxes = boxesOf(await exampleOf(request, "trich-luc-ho-tich"));
    await page.goto(address("trich-luc-ho-tich"));
    await formLives(page);
    await type(page, "agency", "H99.12.2");
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
    const second = await topic(page).innerText();
    for (const [name, value] of boxes) await type(page, name, value);
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
    await page.goBack();
    await expect(topic(page)).toHaveText(second);
    await page.reload();
    await formLives(page);
    await expect(page.locator('[name="agency"][value="H99.12.2"]')).toBeChecked();
    await expect(page.locator('[name="so-ban"]')).toHaveValue("3");
  });

  test("a picture goes over the photo desk and up", async ({ page, request }) => {
    const boxes = boxesOf(await exampleOf(request, "khai-sinh"));
    await page.goto(address("khai-sinh"));
    await formLives(page);
    await walkThrough(page, boxes);
    const birth = page.locator('[data-paper="giay-chung-sinh"]');
    await birth.locator("input[type=file]").setInputFiles(picture("giấy chứng sinh.png"));
    await birth.getByRole("button", { name: "Ghép thành một tệp PDF và tải lên" }).click();
    await expect(birth).toContainText("Đã nhận 1 tệp");
    await expect(birth).toContainText("Giấy chứng sinh.pdf");
  });
});
