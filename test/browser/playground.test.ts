// The playground as built and served: from the text to the ranking and back, and saved.

import { describe, expect, test } from "vitest";
import { desktop, onPage, phone, saved, scoreOf, sharedWorkbenches, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();
const share = sharedWorkbenches();

/** Goes from a subject's score sheet to a rule in the text, which is then selected. */
async function traceLine({ page, ranked, sheet }: Workbench, key: string, line: string): Promise<void> {
  await ranked.and(page.locator(`[data-key="${key}"]`)).click();
  await sheet.getByRole("button", { name: "全表" }).click();
  await sheet.getByRole("button", { name: line, exact: true }).first().click();
}

const selectedText = ({ page }: Workbench) =>
  page.evaluate(() => {
    const editor = document.querySelector(".monaco-editor[role=code]");
    return editor?.querySelectorAll(".selected-text").length ?? 0;
  });

describe("the first start", () => {
  test("shows a rubric, its data and its ranking, in Chinese", async () => {
    const { page, ranked, editor } = await share();
    await editor.waitFor();
    await expect.poll(() => ranked.count()).toBeGreaterThan(5);
    await expect.poll(() => page.getByRole("tab", { name: /^社区/ }).count()).toBe(1);
    await expect.poll(() => page.title()).toContain("标尺");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  test("is in English in an English browser", async () => {
    const { page } = await open({ locale: "en-US" });
    await expect.poll(() => page.getByRole("tab", { name: "Ranking" }).count()).toBe(1);
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
  });
});

describe("the text", () => {
  test("changing a deduction changes the score, and both are kept after a reload", async () => {
    const bench = await share();
    const { page, sheet } = bench;
    const before = Number(await scoreOf(bench, "南门社区").textContent());
    await traceLine(bench, "南门社区", "每 制度不健全 扣 0.1 分");
    await page.keyboard.insertText("每 制度不健全 扣 0.6 分");
    await expect.poll(async () => sheet.getByRole("button", { name: "每 制度不健全 扣 0.6 分" }).count()).toBe(1);
    await page.keyboard.press("F6");
    await page.keyboard.press("Escape");
    await expect.poll(async () => Number(await scoreOf(bench, "南门社区").textContent())).toBeCloseTo(before - 0.5, 6);

    await saved(bench);
    await page.reload();
    await expect.poll(async () => Number(await scoreOf(bench, "南门社区").textContent())).toBeCloseTo(before - 0.5, 6);
    await traceLine(bench, "南门社区", "每 制度不健全 扣 0.6 分");
    expect(await selectedText(bench)).toBeGreaterThan(0);
  });

  test("while it has errors the last result is kept and marked, and a quick fix corrects the text", async () => {
    const bench = await share();
    const { page, ranked } = bench;
    const before = await ranked.count();
    await traceLine(bench, "南门社区", "若 班子不团结 扣 0.2 分");
    await page.keyboard.insertText("若班子不团结扣 0.2 分");
    const foot = page.locator("ys-results-pane .stale");
    await page.locator("ys-score-sheet .back").click();
    await foot.waitFor();
    expect(await ranked.count()).toBe(before);
    await expect.poll(() => foot.textContent()).toContain("1 处错误");

    await page.getByRole("tab", { name: /检查/ }).click();
    const checks = page.locator("ys-checks-list");
    const back = checks.getByRole("button", { name: /^改回/ });
    await back.click();
    await foot.waitFor({ state: "detached" });
    // Taken back, the text is wrong again.
    await checks.locator(".applied button").click();
    await foot.waitFor();
    await back.click();
    await foot.waitFor({ state: "detached" });
  });

  test("undo in the bar reverts typing", async () => {
    const bench = await share();
    const { page, sheet } = bench;
    await traceLine(bench, "南门社区", "每 制度不健全 扣 0.1 分");
    await page.keyboard.insertText("每 制度不健全 扣 0.6 分");
    await sheet.getByRole("button", { name: "每 制度不健全 扣 0.6 分" }).waitFor();
    const undo = page.getByRole("button", { name: "撤销" });
    // The editor undoes typing word by word.
    while (await undo.isEnabled()) await undo.click();
    await expect.poll(() => sheet.getByRole("button", { name: "每 制度不健全 扣 0.1 分" }).count()).toBe(1);
  });
});

describe("the editor", () => {
  test("shows the sums inside the text", async () => {
    const { page, editor } = await share();
    await editor.waitFor();
    await expect.poll(() => page.locator(".view-lines").textContent()).toMatch(/=\s18\s\+\s20\s\+\s12/u);
  });

  test("offers completions and inserts them", async () => {
    const bench = await share();
    const { page } = bench;
    await traceLine(bench, "南门社区", "每 制度不健全 扣 0.1 分");
    await page.keyboard.press("End");
    await page.keyboard.type(" 最", { delay: 50 });
    await page.locator(".suggest-widget").getByText("最多", { exact: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".view-lines").textContent()).toMatch(/制度不健全\s扣\s0\.1\s分\s最多/u);
  });

  test("explains the keyword under the mouse", async () => {
    const bench = await share();
    const { page } = bench;
    await traceLine(bench, "南门社区", "每 制度不健全 扣 0.1 分");
    const shownText = async () => {
      // Located again each time: the text may still be scrolling to the line.
      const word = await page.locator(".view-line span").getByText("制度不健全").last().boundingBox();
      // A mouse that does not move after the editor has started to listen triggers no hover, so it is moved slightly.
      await page.mouse.move((word?.x ?? 0) + 40 + Math.random(), (word?.y ?? 0) + 10);
      return (await page.locator(".monaco-hover").allTextContents()).join("");
    };
    await expect.poll(shownText, { interval: 1000 }).toMatch(/制度不健全.*计数/u);
  });
});

describe("the score sheet", () => {
  test("opens at a click on a subject, explains each rule, and closes with Escape", async () => {
    const bench = await share();
    const { page, ranked, sheet } = bench;
    const row = ranked.nth(1);
    const key = await row.getAttribute("data-key");
    const score = await row.locator(".sc").textContent();
    await row.click();
    await sheet.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(() => sheet.getByRole("heading", { level: 1 }).textContent()).toContain(key);
    await expect.poll(() => sheet.locator(".chain .end").textContent()).toContain(score?.trim());
    // It opens on what was lost and gained; the whole table is one step away.
    await sheet.locator(".changes .ih").first().waitFor();
    await sheet.getByRole("button", { name: "全表" }).click();
    await expect.poll(() => sheet.locator(".sl").count()).toBeGreaterThan(30);

    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(await row.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
  });

  test("hides rules without effect on request", async () => {
    const { ranked, sheet } = await share();
    await ranked.first().click();
    await sheet.getByRole("button", { name: "全表" }).click();
    await sheet.locator(".sl.off").first().waitFor();
    await sheet.getByRole("button", { name: "按条目" }).click();
    expect(await sheet.locator(".sl.off").count()).toBe(0);
    await expect.poll(() => sheet.locator(".sl").count()).toBeGreaterThan(0);
  });

  test("a rule links to its position in the rubric, and the rubric's cursor marks the rule", async () => {
    const bench = await share();
    const { page, sheet } = bench;
    await traceLine(bench, "南门社区", "若 班子不团结 扣 0.2 分");
    const here = sheet.locator(".sl[aria-current]");
    await expect.poll(() => here.textContent()).toContain("班子不团结");
    for (const _ of [1, 2]) await page.keyboard.press("ArrowUp");
    await expect.poll(() => here.textContent()).toContain("制度不健全");
    await expect.poll(() => here.count()).toBe(1);
  });

  test("links to the neighbours in the ranking", async () => {
    const { ranked, sheet } = await share();
    const second = await ranked.nth(1).getAttribute("data-key");
    await ranked.first().click();
    await sheet.getByRole("button", { name: "下一名" }).click();
    await expect.poll(() => sheet.getByRole("heading", { level: 1 }).textContent()).toContain(second);
  });
});

describe("the data", () => {
  const cell = ({ page }: Workbench, row: number, at: number) =>
    page.locator(`ys-data-grid [data-row="${row}"][data-at="${at}"]`);

  test("changing a cell changes the score, can be undone, and is saved", async () => {
    const bench = await share();
    const { page } = bench;
    const before = await scoreOf(bench, "书院社区").textContent();
    const head = page.getByRole("columnheader", { name: /^制度不健全/ });
    await head.scrollIntoViewIfNeeded();
    const column = Number(await head.getAttribute("aria-colindex")) - 2;
    await cell(bench, 0, column).dblclick();
    await page.keyboard.insertText("9");
    await page.keyboard.press("Enter");
    await expect.poll(() => scoreOf(bench, "书院社区").textContent()).not.toBe(before);
    await page.keyboard.press("Control+z");
    await expect.poll(() => scoreOf(bench, "书院社区").textContent()).toBe(before);
    await page.keyboard.press("Control+y");
    await expect.poll(() => scoreOf(bench, "书院社区").textContent()).not.toBe(before);
    await saved(bench);
    await page.reload();
    await expect.poll(() => cell(bench, 0, column).textContent()).toBe("9");
  });

  test("a cell that cannot be read keeps its text and says why", async () => {
    const bench = await share();
    const { page } = bench;
    const head = page.getByRole("columnheader", { name: /^活动次数/ });
    await head.scrollIntoViewIfNeeded();
    const column = Number(await head.getAttribute("aria-colindex")) - 2;
    await cell(bench, 0, column).dblclick();
    await page.keyboard.insertText("三次");
    await page.keyboard.press("Enter");
    const bad = cell(bench, 0, column);
    await expect.poll(() => bad.getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => bad.textContent()).toContain("三次");
    await expect.poll(() => bad.getAttribute("title")).toContain("数字");
    await expect.poll(() => page.locator("ys-pending-list").getByText("书院社区").count()).toBe(1);
  });

  test("a pending subject links to the missing cell", async () => {
    const { page } = await share();
    await page.locator("ys-pending-list").getByRole("button", { name: "填写" }).first().click();
    await expect
      .poll(() =>
        page.evaluate(() => {
          let at = document.activeElement;
          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return at?.getAttribute("role");
        }),
      )
      .toBe("gridcell");
  });
});

describe("choices", () => {
  test("language and theme are kept after a reload", async () => {
    const bench = await open({ colorScheme: "light" });
    const { page } = bench;
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Use the dark theme" }).click();
    await page.reload();
    await bench.ranked.first().waitFor();
    await expect.poll(() => page.getByRole("tab", { name: "Ranking" }).count()).toBe(1);
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  test("the handle between the panes moves by keyboard, and a double click resets it", async () => {
    const { page } = await share();
    const width = () => page.locator("ys-rubric-pane").evaluate((pane) => pane.getBoundingClientRect().width);
    const before = await width();
    const handle = page.getByRole("separator").first();
    await handle.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(width).toBeCloseTo(before + 16, 0);
    await handle.dblclick();
    await expect.poll(width).toBeCloseTo(before, 0);
  });

  test("a pane closes and opens, but never the last one", async () => {
    const { page } = await share();
    const panes = page.getByRole("group", { name: "窗格" });
    for (const name of ["规则", "数据", "结果"]) await panes.getByRole("button", { name }).click();
    await expect.poll(() => page.locator("ys-results-pane").count()).toBe(1);
    expect(await page.locator("ys-rubric-pane, ys-data-pane").count()).toBe(0);
    await panes.getByRole("button", { name: "规则" }).click();
    await expect.poll(() => page.locator("ys-rubric-pane").count()).toBe(1);
  });
});

describe("on a phone", () => {
  test("one pane is visible at a time, and a rule of the score sheet links to the text", async () => {
    const bench = await open({ viewport: phone, hasTouch: true, isMobile: true });
    const { page, editor } = bench;
    expect(await page.locator("ys-data-pane, ys-rubric-pane").count()).toBe(0);
    await traceLine(bench, "南门社区", "每 制度不健全 扣 0.1 分");
    await editor.waitFor();
    expect(await page.locator("ys-results-pane").count()).toBe(0);
    await page.getByRole("navigation").getByRole("button", { name: "数据" }).click();
    await page.locator("ys-data-grid").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });
});

test("the page never scrolls as a whole", async () => {
  const { page } = await share();
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(size).toEqual([desktop.width, desktop.height]);
  expect(onPage(page).ranked).toBeDefined();
});
