// The form of the rubric in use: slots, undo, errors at their location, moves, and accessibility.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { begin, phone, scoreOf, sharedWorkbenches, workbenches } from "./workbench.js";

const open = workbenches("form");
const share = sharedWorkbenches("form");

const rubricOn = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")!.store.rubric,
  );

const form = (page: Page) => page.locator("ys-designer");

/** The row of an item by its name. */
const row = (page: Page, name: string) =>
  form(page)
    .locator(".it")
    .filter({ has: page.getByRole("textbox", { name: `名称：${name}`, exact: true }) });

const tools = (page: Page) => page.locator("ys-rubric-pane .pane-head").getByRole("button", { name: "更多" });

test("the first start shows the rubric as a document, with its sums", async () => {
  const { page } = await share();
  await expect.poll(() => form(page).locator(".sec-head").count()).toBe(9);
  await expect.poll(() => form(page).locator(".it").count()).toBeGreaterThan(30);
  expect(await form(page).locator(".sum.off").count()).toBe(0);
  expect(await page.locator(".monaco-editor").count()).toBe(0);
});

describe("a number", () => {
  test("is committed with Enter, changes the score, and is undone in the bar", async () => {
    const bench = await share();
    const { page } = bench;
    const before = await rubricOn(page);
    const score = Number(await scoreOf(bench, "南门社区").textContent());
    const slot = row(page, "民主集中制").locator(".rule input").first();
    await slot.fill("0.6");
    await slot.press("Enter");
    await expect.poll(async () => Number(await scoreOf(bench, "南门社区").textContent())).toBeCloseTo(score - 0.5, 6);
    await expect.poll(() => rubricOn(page)).toBe(before.replace("每 制度不健全 扣 0.1 分", "每 制度不健全 扣 0.6 分"));
    await page.getByRole("button", { name: "撤销" }).click();
    expect(await rubricOn(page)).toBe(before);
    await expect.poll(() => slot.inputValue()).toBe("0.1");
  });

  test("changes by its last decimal with the arrow keys, and Escape restores it", async () => {
    const { page } = await share();
    const before = await rubricOn(page);
    const slot = row(page, "民主集中制").locator(".rule input").first();
    await slot.focus();
    for (const key of ["ArrowUp", "ArrowUp", "ArrowDown"]) await page.keyboard.press(key);
    await expect.poll(() => slot.inputValue()).toBe("0.2");
    await page.keyboard.press("Escape");
    await expect.poll(() => slot.inputValue()).toBe("0.1");
    expect(await rubricOn(page)).toBe(before);
  });

  test("that is invalid is rejected with a message next to the slot", async () => {
    const { page } = await share();
    const before = await rubricOn(page);
    const slot = row(page, "民主集中制").locator(".rule input").first();
    await slot.fill("O.1");
    await slot.press("Enter");
    await row(page, "民主集中制").getByText("应为数字，实为“O.1”").waitFor();
    expect(await rubricOn(page)).toBe(before);
  });
});

test("points that do not add up are reported at the heading, the old value is offered first, and a fix can be taken back", async () => {
  const { page } = await share();
  const before = await rubricOn(page);
  const points = row(page, "民主集中制").locator(".pt input");
  await points.fill("3");
  await points.press("Enter");
  await form(page).locator(".sum.off", { hasText: "多 1 分" }).first().waitFor();
  const notice = form(page).locator(".why.error").first();
  await notice.getByText("刚才由 2 改成了 3。").waitFor();
  const wrong = await rubricOn(page);
  expect(await notice.getByRole("button").allTextContents()).toEqual(["改回 2", "把分值改为 6（可能改变得分）"]);
  await notice.getByRole("button").nth(1).click();
  const foot = page.locator("ys-rubric-pane .pane-foot");
  await foot.getByText("已采用：把分值改为 6").waitFor();
  await foot.getByRole("button", { name: "改回 5" }).click();
  await expect.poll(() => rubricOn(page)).toBe(wrong);
  expect(await foot.getByText("已采用").count()).toBe(0);
  await notice.getByRole("button", { name: "改回 2" }).click();
  await expect.poll(() => form(page).locator(".sub-head .sum.off").count()).toBe(0);
  expect(await rubricOn(page)).toBe(before);
});

test("changes made in the form are undone in the text, step by step", async () => {
  const { page, editor } = await share();
  const before = await rubricOn(page);
  const slots = row(page, "民主集中制").locator(".rule input");
  for (const [at, value] of [
    [0, "0.6"],
    [1, "0.7"],
  ] as const) {
    await slots.nth(at).fill(value);
    await slots.nth(at).press("Enter");
  }
  await page.getByRole("button", { name: "文本", exact: true }).click();
  await editor.waitFor();
  await expect.poll(() => rubricOn(page)).toContain("每 制度不健全 扣 0.6 分");
  await editor.click();
  await page.keyboard.press("Control+Z");
  await expect.poll(() => rubricOn(page)).toContain("每 重大事项未公开 扣 0.1 分");
  await expect.poll(() => rubricOn(page)).toContain("每 制度不健全 扣 0.6 分");
  await page.keyboard.press("Control+Z");
  await expect.poll(() => rubricOn(page)).toBe(before);
});

test("form and text side by side stay in sync, also while the text has an error elsewhere", async () => {
  const { page, editor } = await open({ viewport: { width: 1920, height: 1080 } });
  await page.getByRole("button", { name: "对照", exact: true }).click();
  await editor.waitFor();
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n奖励 若若 {");
  await form(page).locator(".ro").first().waitFor();
  const slot = row(page, "民主集中制").locator(".rule input").first();
  await slot.fill("0.9");
  await slot.press("Enter");
  await expect.poll(() => rubricOn(page)).toContain("每 制度不健全 扣 0.9 分");
  await expect.poll(() => rubricOn(page)).toContain("奖励 若若 {");
});

test("switching keeps the position: the rule whose slot had the focus is selected in the text", async () => {
  const { page, editor } = await share();
  await row(page, "信访稳定").locator(".rule input").first().focus();
  await page.getByRole("button", { name: "文本", exact: true }).click();
  await editor.waitFor();
  await expect.poll(() => page.locator("ys-rubric-pane .pane-head").textContent()).toContain("信访稳定");
  await page.getByRole("button", { name: "表单", exact: true }).click();
  await expect.poll(() => form(page).locator(".it.is-sel").textContent()).toContain("越级上访");
});

describe("rules and items", () => {
  test("move with Alt and the arrow keys, and back", async () => {
    const { page } = await share();
    const before = await rubricOn(page);
    await row(page, "民主集中制").locator(".rule input").first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => row(page, "民主集中制").locator(".rule").nth(1).textContent()).toContain("制度不健全");
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => rubricOn(page)).toBe(before);
    await row(page, "民主集中制").locator(".pt input").focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => form(page).locator(".it").nth(1).textContent()).toContain("制度不健全");
  });

  test("are added with Ctrl+Enter, and an empty one is removed with Delete", async () => {
    const { page } = await share();
    const before = await rubricOn(page);
    const lines = row(page, "民主集中制").locator(".rule");
    await lines.locator("input").first().focus();
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => lines.count()).toBe(4);
    await page.locator("ys-name-picker dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Delete");
    await expect.poll(() => rubricOn(page)).toBe(before);
  });

  test("are dragged to another position by their grip", async () => {
    const { page } = await share();
    await row(page, "民主集中制").hover();
    await row(page, "民主集中制")
      .locator(".grip")
      .dragTo(row(page, "党费与活动"), { targetPosition: { x: 200, y: 60 } });
    await expect.poll(() => form(page).locator(".it").nth(2).textContent()).toContain("制度不健全");
    expect(await form(page).locator(".sum.off").count()).toBe(0);
  });

  test("are duplicated under a new name and deleted, and undo restores them", async () => {
    const { page } = await share();
    const before = await rubricOn(page);
    const menu = async (entry: string) => {
      await row(page, "党风廉政").getByRole("button", { name: "党风廉政：更多操作" }).click();
      await page.getByRole("menuitem", { name: entry, exact: true }).click();
    };
    await row(page, "党风廉政").locator(".pt input").focus();
    await menu("复制一份");
    await row(page, "党风廉政2").waitFor();
    await row(page, "党风廉政").locator(".pt input").focus();
    await row(page, "党风廉政").getByRole("button", { name: "党风廉政：更多操作" }).click();
    // All entries are visible at once, the last with the first.
    const hidden = page.locator("ys-action-menu dialog");
    await expect.poll(() => hidden.evaluate((menu) => menu.scrollHeight - menu.clientHeight)).toBe(0);
    await page.keyboard.press("Escape");
    await menu("删除");
    await expect.poll(() => row(page, "党风廉政").count()).toBe(0);
    // There are two undo buttons: in the notice about the deletion, and in the bar.
    await form(page).locator(".marks").getByRole("button", { name: "撤销" }).click();
    await page.getByRole("button", { name: "撤销" }).click();
    expect(await rubricOn(page)).toBe(before);
  });
});

test("sections fold and unfold", async () => {
  const { page } = await share();
  const items = form(page).locator(".it");
  const before = await items.count();
  await form(page).getByRole("button", { name: "收起党群工作" }).click();
  await expect.poll(() => items.count()).toBeLessThan(before);
  await form(page).getByRole("button", { name: "展开党群工作" }).click();
  await expect.poll(() => items.count()).toBe(before);
});

test("a rubric from four answers has no errors, and one undo restores the old one", async () => {
  const { page } = await share();
  const before = await rubricOn(page);
  await tools(page).click();
  await page.getByRole("menuitem", { name: "四个问题，新建一份" }).click();
  await page.getByRole("button", { name: "建立细则" }).click();
  await expect.poll(() => form(page).locator(".sec-head").count()).toBe(4);
  expect(await form(page).locator(".why.error, .sum.off").count()).toBe(0);
  await page.getByRole("button", { name: "撤销" }).click();
  expect(await rubricOn(page)).toBe(before);
});

/** Few items, because axe reads the whole page even where it examines one dialog. */
const fewItems = `考核 "小"
满分 10 分
数据 单位 { 名称: 文本 主键, 件数: 计数 件 = 0, 满意率: 百分数 = 100% }
大类 服务 10 分 {
  条目 办件 5 分 { 每 件数 扣 1 分 }
  条目 评价 5 分 { 若 满意率 < 50% 扣 1 分 }
}
排名 全部 按 总分
`;

// Colours depend on the theme alone, everything else on the language.
describe.each(
  someOf(
    [
      { locale: "zh-CN", colorScheme: "light" },
      { locale: "en-US", colorScheme: "dark" },
    ] as const,
    1,
  ),
)("axe finds no violation in $locale, $colorScheme", (options) => {
  test("on the form, its picker, its menus and its dialogs", async () => {
    const bench = await open(options);
    const { page } = bench;
    const first = form(page).locator(".rule input").first();
    await first.fill("x!");
    await first.press("Enter");
    expect(await violations(page)).toEqual([]);
    await begin(bench, { rubric: fewItems, tables: [] });
    await expect.poll(() => form(page).locator(".it").count()).toBe(2);
    await form(page).locator("button.slot").first().click();
    expect(await violations(page.locator("dialog[open]"))).toEqual([]);
    await page.keyboard.type("zz");
    await page.keyboard.press("Enter");
    expect(await violations(page.locator("dialog[open]"))).toEqual([]);
    await page.keyboard.press("Escape");
    await form(page).locator("[data-line-template=bands], .add .btn").last().click();
    expect(await violations(page.locator("dialog[open]"))).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("ys-rubric-pane .pane-head .btn.ico").click();
    await page.getByRole("menuitem").first().click();
    await page.locator("dialog[open] h2").waitFor();
    expect(await violations(page.locator("dialog[open]"))).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("on a phone", async () => {
    const { page } = await open({ ...options, viewport: phone, hasTouch: true, isMobile: true });
    await page.getByRole("navigation").getByRole("button").first().click();
    await form(page).locator(".rule input").first().focus();
    expect(await violations(page)).toEqual([]);
  });
});
