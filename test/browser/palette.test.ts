// Commands and help in one box: opened by keys, found in both languages and by Pinyin initials, run and inserted.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { desktop, phone, sharedWorkbenches, workbenches } from "./workbench.js";

const open = workbenches("form");
const share = sharedWorkbenches("form");
const palette = (page: Page) => page.locator("ys-palette");
const box = (page: Page) => palette(page).getByRole("combobox");
const entries = (page: Page) => palette(page).getByRole("option");
const rubricOf = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")!.store.rubric,
  );

test("Ctrl+K, F1, a question mark and the button open it; Escape closes it and gives the focus back", async () => {
  const { page } = await share();
  for (const key of ["Control+k", "F1", "?"]) {
    await page.keyboard.press(key);
    await box(page).waitFor();
    await page.keyboard.press("Escape");
    await palette(page).waitFor({ state: "detached" });
  }
  const button = page.locator("ys-top-bar").getByRole("button", { name: "查找命令和帮助" });
  await button.click();
  await box(page).waitFor();
  await page.keyboard.press("Escape");
  expect(await button.evaluate((element) => element.matches(":focus"))).toBe(true);
});

test("F1 in a slot of the form opens the page of its rule, a message leads to its page, and Escape gives the focus back", async () => {
  const { page } = await share();
  const slot = page.locator("ys-designer .rule input").first();
  await slot.focus();
  await page.keyboard.press("F1");
  await palette(page).getByText("光标处").waitFor();
  await palette(page)
    .getByRole("heading", { level: 2, name: /^每|^扣/ })
    .waitFor();
  await palette(page).getByRole("heading", { name: "语言参考" }).waitFor();
  expect(await violations(palette(page))).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await slot.evaluate((element) => element.matches(":focus"))).toBe(true);

  // In a cell it is the page of the field: what it may contain, who fills it in, and the rules that use it.
  const cells = page.locator("ys-data-grid [role=gridcell]");
  const column = page.locator("ys-data-grid [role=columnheader]").filter({ hasText: /^安全事故/ });
  const index = await column.getAttribute("aria-colindex");
  await cells
    .and(page.locator(`[aria-colindex="${index}"]`))
    .first()
    .click();
  await page.keyboard.press("F1");
  const beside = palette(page).getByRole("region");
  await beside.getByRole("heading", { level: 2, name: "安全事故" }).waitFor();
  const facts = await beside.locator(".facts tr").allTextContents();
  expect(facts.map((text) => text.replaceAll(/\s+/gu, " ").trim())).toEqual([
    "类型 计数",
    "单位 起",
    "考核部门 没有写考核部门",
    "未填时 待补，用到它的得分暂不确定",
  ]);
  await beside.getByRole("heading", { name: /^用到它的规则和样例（/ }).waitFor();
  expect(await violations(palette(page))).toEqual([]);
  await beside.locator(".links button").first().click();
  await palette(page).waitFor({ state: "detached" });
  const rubric = await rubricOf(page);
  const at = rubric.indexOf("扣 0.1 分");
  await page.evaluate(
    (span) =>
      document
        .querySelector<HTMLElement & { store: { editRubric(edits: unknown): void } }>("yardstick-playground")!
        .store.editRubric([{ span, text: "扣 0.1 份" }]),
    [at, at + "扣 0.1 分".length],
  );
  await page.getByRole("tab", { name: "检查" }).click();
  const message = page.locator("ys-checks-list li.error").first();
  const says = (await message.locator(".to").textContent())!.replace("错误：", "").trim();
  await message.getByRole("button", { name: "查看说明" }).click();
  await palette(page).getByRole("heading", { level: 2, name: says }).waitFor();
  expect(await violations(palette(page))).toEqual([]);
});

test("a topic is found by its initials and inserted as one step that can be undone", async () => {
  const { page } = await share();
  const before = await rubricOf(page);
  await page.keyboard.press("Control+k");
  await box(page).fill("ypfj");
  await expect.poll(() => entries(page).first().textContent()).toContain("后面的依次递补");
  await page.keyboard.press("Control+Enter");
  await palette(page).waitFor({ state: "detached" });
  await expect.poll(() => rubricOf(page)).toContain("若 安全事故 > 0 { 不占名次 }");
  await page.getByText("无错误").waitFor();
  await page.locator("ys-top-bar").getByRole("button", { name: "撤销" }).click();
  expect(await rubricOf(page)).toBe(before);
});

test("a question mark that is typed into a field stays there", async () => {
  const { page } = await share();
  await page.keyboard.press("Control+k");
  await box(page).press("?");
  expect(await box(page).inputValue()).toBe("?");
});

test("commands, items, fields and subjects are found, and each leads somewhere", async () => {
  const { page, ranked, sheet } = await share();
  const key = (await ranked.nth(2).getAttribute("data-key"))!;
  const run = async (query: string) => {
    await page.keyboard.press("Control+k");
    await box(page).fill(query);
    await entries(page).first().waitFor();
    await page.keyboard.press("Enter");
  };
  await run(key);
  await sheet.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Escape");
  await run("分享链接");
  await page.locator("ys-share-screen dialog").waitFor();
  await page.keyboard.press("Escape");
  await run("得分分布");
  await page.locator("ys-distribution-chart").waitFor({ state: "attached" });
  await page.keyboard.press("Control+k");
  await box(page).fill("名称");
  await expect.poll(() => palette(page).locator("h3").allTextContents()).toContain("字段");
});

test("what is not found is said, with what is near and a way on", async () => {
  const { page } = await share();
  await page.keyboard.press("Control+k");
  await box(page).fill("怎么写一票否决呢");
  await palette(page).getByText("没有找到").waitFor();
  await palette(page).locator(".beside .btn").first().click();
  await expect.poll(() => entries(page).count()).toBeGreaterThan(0);
  await box(page).fill("每迟到一次扣0.5分，从没有人写过这一条");
  await palette(page).getByRole("button", { name: "当作条款" }).click();
  await page.locator("ys-reading-screen").waitFor({ state: "attached" });
});

// Colours depend on the theme alone, everything else on the language.
describe.each(
  someOf(
    [
      { locale: "zh-CN", colorScheme: "light", query: "扣", keys: "按键" },
      { locale: "en-US", colorScheme: "dark", query: "deduct", keys: "Keys" },
    ] as const,
    1,
  ),
)("in $locale, $colorScheme", ({ locale, colorScheme, query, keys }) => {
  test.each([desktop, phone])("no violation, and nothing wider than the window, at $width", async (viewport) => {
    const { page } = await open({ viewport, locale, colorScheme });
    await page.keyboard.press("Control+k");
    // A phone has no keys to list.
    const first = viewport === phone ? entries(page) : palette(page).getByRole("heading", { name: keys, exact: true });
    await first.first().waitFor();
    expect(await violations(palette(page))).toEqual([]);
    await box(page).fill(query);
    await entries(page).first().waitFor();
    expect(await violations(palette(page))).toEqual([]);
    const width = await palette(page)
      .locator("dialog")
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(width).toBe(0);
  });
});
