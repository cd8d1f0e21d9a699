// The people of a family, kept on the device: from a card or a form filled before, chosen in a form, locked by a PIN, never on a shared device.
import { type Page, expect, test } from "@playwright/test";
import { clean } from "./axe";
import { MAN, WOMAN, picture } from "./card";
import { address, boxesOf, exampleOf, fillTopic, formLives, walkThrough } from "./filing";
import { complaints } from "./visit";

const MINE = "/tai-khoan/";
const PIN = "246810";
const family = (page: Page) => page.locator("[data-family]");
const said = (page: Page) => page.locator("[data-family-said]");
const people = (page: Page) => page.locator("[data-people] li");

async function mine(page: Page): Promise<void> {
  await page.goto(MINE);
  await expect(family(page)).toBeVisible();
}

/** Adds somebody from the picture of their card. */
async function add(page: Page, card: string, label: string): Promise<void> {
  await page.getByRole("button", { name: "Thêm từ mã QR trên thẻ căn cước" }).click();
  await page.getByRole("dialog").locator("input").setInputFiles(picture(card));
  await page.getByLabel("Bạn gọi người này là gì?").fill(label);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(said(page)).toHaveText(`Đã lưu ${label} trên máy này.`);
}

/** Goes to where a form asks who files. */
async function toTheName(page: Page, slug: string): Promise<void> {
  await page.goto(address(slug));
  await formLives(page);
  const boxes = boxesOf(await exampleOf(page.request, slug));
  const name = page.locator('main form [name="ho-ten"]');
  for (let step = 0; step < 12 && !(await name.isVisible()); step += 1) {
    await fillTopic(page, boxes);
    await page.getByRole("button", { name: /^Tiếp tục/ }).click();
  }
  await expect(name).toBeVisible();
}

async function lockIt(page: Page, pin: string): Promise<void> {
  await page.getByText("Khóa danh sách này bằng mã PIN").click();
  await page.getByLabel(/^Mã PIN mới/).fill(pin);
  await page.getByLabel("Gõ lại mã PIN").fill(pin);
  await page.getByRole("button", { name: "Đặt mã PIN" }).click();
  await expect(said(page)).toContainText("Đã khóa danh sách người nhà");
}

/** All that lies on the device, opened with the key of the device. */
const opened = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((yes, no) => ((request.onsuccess = () => yes(request.result)), (request.onerror = () => no(request.error))));
    const data = await done(indexedDB.open("mot-cua"));
    const key = await done(data.transaction("khoa").objectStore("khoa").get("khoa"));
    const all = await done(data.transaction("ban-nhap").objectStore("ban-nhap").getAll());
    data.close();
    const texts = all.map(async ({ iv, bytes }) => new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes)));
    return (await Promise.all(texts)).join("\n");
  });

test("people are kept from cards and from a form, and chosen by name in another", async ({ page }) => {
  const heard = await complaints(page);
  await page.goto(address("trich-luc-ho-tich"));
  await formLives(page);
  await expect(page.getByRole("button", { name: "Chọn người đã lưu" })).toHaveCount(0);
  await walkThrough(page, boxesOf(await exampleOf(page.request, "trich-luc-ho-tich")));
  await mine(page);
  await expect(family(page)).toContainText("Chưa lưu ai.");
  await page.getByRole("button", { name: "Thêm từ tờ khai đã điền" }).click();
  await page.getByLabel("Bạn gọi người này là gì?").fill("Tôi");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(people(page)).toHaveText([/Tôi – Phạm Văn Mẫu/]);
  await add(page, WOMAN, "Con gái Ngọc");
  await expect(people(page)).toHaveText([/Tôi – Phạm Văn Mẫu/, /Con gái Ngọc – Nguyễn Thị Quét/]);
  await clean(page, "people");
  await toTheName(page, "cai-chinh-ho-tich");
  await page.locator('[data-person="0"]').getByRole("button", { name: "Chọn người đã lưu" }).click();
  await clean(page, "choice");
  await page.getByRole("dialog").getByRole("button", { name: "Con gái Ngọc – Nguyễn Thị Quét" }).click();
  await expect(page.locator('main form [name="so-dinh-danh"]')).toHaveValue("001190000012");
  await expect(page.locator('main form [name="noi-o.commune"] option:checked')).toHaveText("Phường Hoàn Kiếm");
  await expect(page.locator('[data-question="so-dinh-danh"] .known-from')).toContainText("Từ ghi chú «Con gái Ngọc» trên máy này");
  await mine(page);
  await page.getByRole("button", { name: "Xóa Tôi – Phạm Văn Mẫu" }).click();
  await expect(people(page)).toHaveText([/Con gái Ngọc/]);
  expect(heard).toEqual([]);
});

test("under a PIN nothing of them can be read without it, wrong ones wait longer, and a lost one ends them", async ({ page }) => {
  await page.clock.install();
  await mine(page);
  await add(page, MAN, "Bố");
  expect(await opened(page)).toContain("Trần Văn Cũ");
  await lockIt(page, PIN);
  const kept = await opened(page);
  for (const secret of ["Trần", "Bố", "001088000034", PIN]) expect(kept).not.toContain(secret);
  await page.reload();
  await expect(people(page)).toHaveCount(0);
  const box = page.getByLabel("Mã PIN của danh sách người nhà");
  const enter = async (pin: string) => {
    await box.fill(pin);
    await page.getByRole("button", { name: "Mở", exact: true }).click();
  };
  // What is wrong stands beside the box, and a reader hears it there.
  const fault = page.locator("#mo-ma-pin-error");
  await enter("12");
  await expect(fault).toContainText("từ 6 đến 12 chữ số, bạn mới nhập 2");
  await expect(box).toHaveAccessibleDescription(/từ 6 đến 12 chữ số/);
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await expect(box).toBeFocused();
  await clean(page, "a PIN too short");
  for (let time = 1; time <= 2; time += 1) {
    await enter("111111");
    await expect(fault).toContainText("Mã PIN chưa đúng");
  }
  await enter("111111");
  await expect(fault).toContainText("Sai nhiều lần. Thử lại sau");
  // Not even the right one is tried before its time, in a page opened anew either.
  await page.reload();
  await enter(PIN);
  await expect(fault).toContainText("Sai nhiều lần");
  await page.clock.fastForward(31_000);
  await enter(PIN);
  await expect(people(page)).toHaveText([/Bố – Trần Văn Cũ/]);
  await add(page, WOMAN, "Mẹ");
  await toTheName(page, "cai-chinh-ho-tich");
  await page.locator('[data-person="0"]').getByRole("button", { name: "Chọn người đã lưu" }).click();
  const panel = page.getByRole("dialog");
  await panel.getByLabel("Mã PIN của danh sách người nhà").fill(PIN);
  await panel.getByRole("button", { name: "Mở" }).click();
  await panel.getByRole("button", { name: "Mẹ – Nguyễn Thị Quét" }).click();
  await expect(page.locator('main form [name="ho-ten"]')).toHaveValue("Nguyễn Thị Quét");
  await mine(page);
  // A tab that just tried a PIN, and wrote that down, begins a new list all the same.
  await enter("111111");
  await expect(fault).toContainText("Mã PIN chưa đúng");
  await page.getByRole("button", { name: "Xóa danh sách này" }).click();
  await expect(family(page)).toContainText("Chưa lưu ai.");
  await add(page, MAN, "Bố");
  expect(await opened(page)).not.toContain("wrapped");
});

test("a new PIN that does not do is told beside its box", async ({ page }) => {
  await mine(page);
  await add(page, WOMAN, "Tôi");
  await page.getByText("Khóa danh sách này bằng mã PIN").click();
  const [one, again] = [page.getByLabel(/^Mã PIN mới/), page.getByLabel("Gõ lại mã PIN")];
  const press = () => page.getByRole("button", { name: "Đặt mã PIN" }).click();
  await one.fill("1234");
  await press();
  await expect(one).toHaveAccessibleDescription("Mã PIN có từ 6 đến 12 chữ số, bạn mới nhập 4 ký tự.");
  await expect(one).toBeFocused();
  await one.fill(PIN);
  await again.fill("246811");
  await press();
  await expect(again).toHaveAccessibleDescription("Hai lần gõ chưa giống nhau. Bạn gõ lại.");
  await expect(again).toHaveAttribute("aria-invalid", "true");
  await expect(one).not.toHaveAttribute("aria-invalid");
  await expect(page.locator("#ma-pin-moi-error")).toBeHidden();
  await again.fill(PIN);
  await press();
  await expect(said(page)).toContainText("Đã khóa danh sách người nhà");
});

test("somebody of the family is called otherwise, and stays who they are", async ({ page }) => {
  await mine(page);
  await add(page, WOMAN, "Con");
  await page.getByRole("button", { name: "Đổi tên gọi Con – Nguyễn Thị Quét" }).click();
  const label = page.getByLabel("Bạn gọi người này là gì?");
  await expect(label).toHaveValue("Con");
  await expect(label).toBeFocused();
  await page.getByRole("button", { name: "Thôi" }).click();
  await expect(label).toBeHidden();
  await page.getByRole("button", { name: "Đổi tên gọi Con – Nguyễn Thị Quét" }).click();
  await label.fill("Con gái lớn");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(said(page)).toHaveText("Đã đổi tên gọi thành Con gái lớn.");
  await expect(people(page)).toHaveText([/^Con gái lớn – Nguyễn Thị Quét/]);
  await page.reload();
  await expect(people(page)).toHaveText([/^Con gái lớn – Nguyễn Thị Quét/]);
  await toTheName(page, "cai-chinh-ho-tich");
  await page.locator('[data-person="0"]').getByRole("button", { name: "Chọn người đã lưu" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Con gái lớn – Nguyễn Thị Quét" }).click();
  await expect(page.locator('main form [name="so-dinh-danh"]')).toHaveValue("001190000012");
});

test("a shared device keeps nobody, and forgets who was kept", async ({ page }) => {
  await mine(page);
  await add(page, WOMAN, "Tôi");
  await page.locator("[data-shared-device-always]").check();
  await expect(family(page)).toBeHidden();
  await page.goto(address("trich-luc-ho-tich"));
  await formLives(page);
  await expect(page.getByRole("button", { name: "Chọn người đã lưu" })).toHaveCount(0);
  await page.goto(MINE);
  await page.locator("[data-shared-device-always]").uncheck();
  await expect(family(page)).toContainText("Chưa lưu ai.");
});
