// The rubric as text in a browser: input methods, outline, formatting, names, several files, tests above their text,
// and a Worker that hangs.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { begin, saved, scoreOf, sharedWorkbenches, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();
const share = sharedWorkbenches();

/** The parts of the store that the tests use. */
interface Store {
  readonly rubric: string;
  readonly path: string;
  readonly evaluation: { readonly isStale: boolean; readonly failure: string | null };
  reveal(span: readonly [number, number]): void;
  readonly projects: { begin(project: unknown, isExample: boolean): Promise<void> };
}

type App = HTMLElement & { readonly store: Store };

const rubricOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<App>("yardstick-playground")!.store.rubric);

/** Puts the cursor after some words of the text. */
async function cursorBehind({ page, editor }: Workbench, words: string): Promise<void> {
  await editor.waitFor();
  await page.evaluate((sought) => {
    const { store } = document.querySelector<App>("yardstick-playground")!;
    const at = store.rubric.indexOf(sought) + sought.length;
    store.reveal([at, at]);
  }, words);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".monaco-editor") !== null)).toBe(true);
}

describe("an input method", () => {
  test("types full-width brackets, which count as brackets, and the text after them keeps its colours", async () => {
    const { page, editor } = await share();
    const rubric = `考核 "全角"
数据 社区 ｛
  名称: 文本 主键
  迟报: 计数 次
｝
条目 甲 10 分 ｛
  得 （10 分 － 迟报 × 0.1 分）
｝
条目 乙 10 分 { 扣 较大（迟报 × 0.1 分，1 分） } # 【待定】
条目 丙 10 分 { 每 迟报 扣 0.1 分 }
`;
    await page.evaluate((text) => {
      const { store } = document.querySelector<App>("yardstick-playground")!;
      return store.projects.begin({ rubric: text, tables: [] }, false);
    }, rubric);
    const colourOf = (line: string, word: string) =>
      editor
        .locator(".view-line")
        .filter({ hasText: line })
        .locator("span[class^=mtk]")
        .filter({ hasText: new RegExp(String.raw`^\s*${word}`) })
        .first()
        .getAttribute("class");
    const ofLast = async () => [await colourOf("丙", "条目"), await colourOf("丙", "迟报")];
    await expect.poll(async () => new Set(await ofLast()).size).toBe(2);
    expect((await ofLast())[0]).toBe(await colourOf("全角", "考核"));
    expect(await colourOf("待定", "#")).not.toBe(await colourOf("丙", "{"));
  });

  test("writes into the text, without characters that are not yet confirmed", async () => {
    const bench = await share();
    const { page } = bench;
    await cursorBehind(bench, "每 制度不健全 扣 0.1 分");
    await page.keyboard.press("Enter");
    const session = await page.context().newCDPSession(page);
    for (const text of ["m", "me", "mei"])
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await session.send("Input.insertText", { text: "每 班子不团结" });
    await page.keyboard.press("Escape");
    await expect.poll(() => rubricOf(page)).toMatch(/扣 0\.1 分\n\s+每 班子不团结\n/);
    expect(await rubricOf(page)).not.toContain("mei");
    await page.keyboard.press("Control+z");
    await expect.poll(() => rubricOf(page)).not.toContain("每 班子不团结");
  });
});

describe("another project with the same text", () => {
  test("begins at its start, and the steps of the former cannot be undone in it", async () => {
    const bench = await share();
    const { page } = bench;
    const before = await rubricOf(page);
    await cursorBehind(bench, "酌情 扣 廉政责任不落实");
    await page.keyboard.type("!");
    await page.keyboard.press("Backspace");
    await expect.poll(() => rubricOf(page)).toBe(before);
    await begin(bench, { rubric: before, tables: [] });
    await expect.poll(() => page.getByRole("button", { name: "撤销" }).isDisabled()).toBe(true);
    await expect.poll(() => page.locator(".view-line").first().textContent()).toContain("考核");
  });
});

describe("the outline", () => {
  test("reveals a heading in the text by keyboard alone", async () => {
    const bench = await share();
    const { page, editor } = bench;
    await editor.waitFor();
    await page.getByRole("button", { name: "大纲" }).focus();
    await page.keyboard.press("Enter");
    const tree = page.getByRole("tree", { name: "大纲" });
    await tree.getByRole("treeitem").first().waitFor();
    await expect.poll(() => tree.locator(":focus").count()).toBe(1);
    const count = await tree.getByRole("treeitem").count();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => tree.getByRole("treeitem").count()).toBeLessThan(count);
    await page.keyboard.press("End");
    const last = (await tree.locator(":focus .name").textContent()) ?? "";
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".monaco-editor .selected-text").count()).toBeGreaterThan(0);
    await expect.poll(() => rubricOf(page)).toContain(last);
    await page.getByRole("button", { name: "大纲" }).click();
    await expect.poll(() => tree.count()).toBe(0);
  });
});

describe("while writing", () => {
  test("completions are in both vocabularies and can be inserted by keyboard, and F1 explains the word", async () => {
    const bench = await share();
    const { page } = bench;
    await cursorBehind(bench, "每 制度不健全 扣 0.1 分");
    await page.keyboard.type(" up");
    const offered = page.locator(".suggest-widget .monaco-list-row");
    await expect
      .poll(() => offered.allTextContents())
      .toEqual(expect.arrayContaining([expect.stringContaining("最多")]));
    await page.keyboard.press("Enter");
    await expect.poll(() => rubricOf(page)).toMatch(/每 制度不健全 扣 0\.1 分 最多/);
    await page.keyboard.press("F1");
    await page
      .locator("ys-palette")
      .getByRole("option", { name: /^最多/, selected: false })
      .or(page.locator("ys-palette").getByRole("heading", { level: 2, name: /^最多/ }))
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".monaco-editor") !== null)).toBe(true);
  });

  test("the text is formatted in one step", async () => {
    const bench = await share();
    const { page } = bench;
    const tidy = await rubricOf(page);
    await cursorBehind(bench, "每 制度不健全");
    await page.keyboard.type("   ");
    await expect.poll(() => rubricOf(page)).toMatch(/每 制度不健全 {4}扣/);
    await page.getByRole("button", { name: "整理格式" }).click();
    await expect.poll(() => rubricOf(page)).toBe(tidy);
  });

  test("a name is renamed everywhere", async () => {
    const bench = await share();
    const { page } = bench;
    await cursorBehind(bench, "每 制度不健");
    await page.keyboard.press("F2");
    await page.locator(".rename-input").waitFor();
    await page.locator(".rename-input").fill("制度缺项");
    await page.keyboard.press("Enter");
    await expect.poll(() => rubricOf(page)).toContain("每 制度缺项 扣 0.1 分");
    await expect.poll(() => rubricOf(page)).toContain("制度缺项: 计数 项");
    expect(await rubricOf(page)).not.toContain("制度不健全");
  });

  test("each test has its outcome above it, with a link to all tests", async () => {
    const bench = await share();
    const { page } = bench;
    await cursorBehind(bench, "样例 ");
    const lens = page.locator(".codelens-decoration a", { hasText: "样例通过" }).first();
    await lens.waitFor();
    await lens.click();
    await expect.poll(() => page.getByRole("tab", { name: /^样例/, selected: true }).count()).toBe(1);
  });
});

describe("a rubric that uses another", () => {
  const used = `考核 "班子"\n满分 5 分\n数据 班 {\n  名称: 文本 主键\n  缺勤: 计数 次\n}\n条目 出勤 5 分 {\n  每 缺勤 扣 1 分\n}\n`;
  const front = `引用 "team.rubric" 作 班子 按 名称\n满分 5 分\n数据 社区 {\n  名称: 文本 主键\n}\n条目 甲 5 分 {\n  得 班子.出勤\n}\n排名 全体 按 总分\n`;
  const table = (rows: readonly (readonly string[])[], ...header: readonly string[]) => [
    { role: "subjects", name: "", header, rows },
  ];
  const project = {
    path: "main.rubric",
    rubric: front,
    tables: table([["甲"]], "名称"),
    others: [{ path: "team.rubric", rubric: used, tables: table([["甲", "2"]], "名称", "缺勤") }],
  };

  test("shows a tab for each file, links to definitions in the other, and marks files with errors", async () => {
    const bench = await share();
    const { page } = bench;
    await page.evaluate(async (content) => {
      await document.querySelector<App>("yardstick-playground")!.store.projects.begin(content, true);
    }, project);
    await expect.poll(() => scoreOf(bench, "甲").textContent()).toMatch(/3/);
    const tabs = page.locator("ys-rubric-pane .files [role=tab]");
    await expect.poll(() => tabs.count()).toBe(2);
    await cursorBehind(bench, "得 班子.出");
    await page.keyboard.press("F12");
    await expect
      .poll(() => page.evaluate(() => document.querySelector<App>("yardstick-playground")!.store.path))
      .toBe("team.rubric");
    await expect.poll(() => tabs.nth(1).getAttribute("aria-selected")).toBe("true");
    await cursorBehind(bench, "每 缺勤");
    await page.keyboard.type("错");
    await expect.poll(() => tabs.nth(1).textContent()).toContain("1 处错误");
    await tabs.nth(0).click();
    await expect.poll(() => tabs.nth(1).textContent()).toContain("1 处错误");
    await expect.poll(() => rubricOf(page)).toBe(front);
  });
});

describe("a Worker that hangs", () => {
  test("is replaced; the last result is kept meanwhile, and editing continues", async () => {
    const bench = await open();
    const { page } = bench;
    await saved(bench);
    const before = await scoreOf(bench, "南门社区").textContent();
    const scoring = page.workers().find((worker) => worker.url().includes("scoring-worker"));
    expect(scoring).toBeDefined();
    // Simulates an endless loop in the Worker.
    void scoring
      ?.evaluate(() => {
        const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
        Atomics.wait(new Int32Array(buffer), 0, 0);
      })
      .catch(() => {});
    await cursorBehind(bench, "每 制度不健全 扣 0.");
    await page.keyboard.press("Delete");
    await page.keyboard.type("6");
    const state = () =>
      page.evaluate(() => {
        const { failure, isStale } = document.querySelector<App>("yardstick-playground")!.store.evaluation;
        return failure ?? (isStale ? "stale" : "fine");
      });
    await expect.poll(state).toBe("hung");
    expect(await scoreOf(bench, "南门社区").textContent()).toBe(before);
    await page.keyboard.press("Backspace");
    await page.keyboard.type("7");
    await expect.poll(state).toBe("fine");
    await expect.poll(() => scoreOf(bench, "南门社区").textContent()).not.toBe(before);
  });
});
