// The notes of a result on the screen: a tie at the cut of a quota, provisional results, the value that a ranking is
// by. In both languages and three sizes nothing is cut off or overlaps.

import { expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { begin, desktop, phone, saved, tableOf, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches("closed");

/** Five subjects tie for one place, and for three; the value that the ranking is by is shown nowhere else. */
const TIE = {
  rubric: `考核 "强制分布"
满分 100 分
数据 人 { 姓名: 文本 主键, 部门: 文本, 分: 数值 分 }
条目 绩效 100 分 { 得 分 }
设 折算 = 总分 * 2
排名 部门内 按 折算 同 部门 并列 同名次
等次 年度 按 部门内 { 优秀: 名额 20%; 良好: 名额 70%; 其余: 待改进 }
`,
  tables: [tableOf("subjects", "姓名,部门,分\nA1,甲,89\nA2,甲,88\nC1,丙,90\nC2,丙,90\nC3,丙,90\nC4,丙,90\nC5,丙,90")],
};

/** Decided for 甲, undecided for 丙, over a gap in the records of both. */
const GAP = {
  rubric: `考核 "断档"
满分 100 分
数据 单位 { 名称: 文本 主键, 年度: 期别, 实绩: 数值 分 0 .. 100 }
条目 实绩得分 100 分 { 得 实绩 }
处理 诫勉 若 连续(总分 < 60) >= 2
处理 约谈 若 连续(总分 < 60) >= 3
排名 全部 按 总分
`,
  tables: [
    tableOf("subjects", "名称,年度,实绩\n甲,2024,50\n乙,2024,90"),
    tableOf("history", "名称,年度,总分\n甲,2021,50\n甲,2023,55\n乙,2021,90\n乙,2022,90\n乙,2023,90"),
  ],
};

/** Boxes in the results that extend beyond the pane or their row, and notes that cover the ranking. */
const outside = ({ page }: Workbench) =>
  page.evaluate(() => {
    const deep = (selector: string, root: ParentNode = document): Element[] => [
      ...root.querySelectorAll(selector),
      ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
        shadowRoot === null ? [] : deep(selector, shadowRoot),
      ),
    ];
    const pane = deep("ys-results-pane")[0]!.getBoundingClientRect();
    const rows = deep(".rk-r");
    const cells = rows.flatMap((row) => [...row.children].map((cell) => ({ cell, row })));
    const chips = rows.flatMap((row) => [...row.querySelectorAll(".mk > *")].map((chip) => ({ cell: chip, row })));
    const found = [...cells, ...chips].flatMap(({ cell, row }) => {
      const box = cell.getBoundingClientRect();
      const of = (cell.classList.contains("mk") ? row : (cell.closest(".mk") ?? row)).getBoundingClientRect();
      // Cells without room are not laid out.
      if (box.width === 0) return [];
      return box.right > of.right + 0.5 || box.bottom > of.bottom + 0.5 || box.left < pane.left ? [cell.outerHTML] : [];
    });
    const items = deep("ys-result-notes")[0]!.shadowRoot!.querySelectorAll("li");
    const wide = [...items].filter((item) => item.scrollWidth > item.clientWidth).map(({ outerHTML }) => outerHTML);
    const list = deep("ys-result-notes")[0]!.getBoundingClientRect();
    const body = deep("ys-results-pane")[0]!.shadowRoot!.querySelector(".pane-body")!.getBoundingClientRect();
    return [...found, ...wide, ...(list.top < body.bottom - 0.5 || list.bottom > pane.bottom + 0.5 ? ["notes"] : [])];
  });

const words = {
  "zh-CN": {
    tie: ["附注 2 条", "等次 年度 优秀（丙）", "名额还剩 1 个", "在名额线上同分，未取 优秀"],
    gap: ["附注 1 条", "约谈：甲，待定", "约谈 待定"],
  },
  "en-US": {
    tie: ["2 notes", "grade 年度 优秀 (丙)", "1 place left", "tied at the cut, so left below 优秀"],
    gap: ["1 note", "约谈: 甲; undecided", "约谈 undecided"],
  },
} as const;

const sizes = [desktop, phone, { width: 1920, height: 1080 }];

/** In each size nothing is outside its place; the page is left in the last one. */
async function expectInside(bench: Workbench): Promise<void> {
  for (const size of sizes) {
    await bench.page.setViewportSize(size);
    await expect.poll(() => outside(bench), { message: `at ${size.width}` }).toEqual([]);
  }
}

test.each(someOf(["en-US", "zh-CN"] as const, 1))("ties at a quota and what is undecided, in %s", async (locale) => {
  const bench = await open({ locale, viewport: desktop });
  const { page, ranked } = bench;
  await saved(bench);
  const notes = page.locator("ys-result-notes");

  await begin(bench, TIE);
  const [count, what, left, tied] = words[locale].tie;
  await notes.getByText(count).waitFor();
  await notes.locator("summary").click();
  const items = notes.locator("li");
  await expect.poll(() => items.count()).toBe(2);
  await expect.poll(() => items.first().textContent()).toContain(what);
  await expect.poll(() => items.first().textContent()).toMatch(/C1.*C2.*C3.*C4.*C5/u);
  await expect.poll(() => items.first().textContent()).toContain(left);
  await expect.poll(() => page.locator("ys-ranking-list [role=columnheader]", { hasText: "折算" }).count()).toBe(1);
  await expect.poll(() => ranked.filter({ hasText: "C1" }).textContent()).toMatch(/180.*90\.00/su);
  await expect
    .poll(() => ranked.filter({ hasText: "C1" }).locator(".chip").allTextContents())
    .toEqual(["待改进", "优秀 =", "良好 ="]);
  await expect.poll(() => ranked.getByRole("img", { name: tied }).count()).toBe(5);
  await expectInside(bench);
  expect(await violations(page)).toEqual([]);
  await begin(bench, GAP);
  const [one, shownText, mark] = words[locale].gap;
  await notes.getByText(one).waitFor();
  await expect.poll(() => items.first().textContent()).toContain(shownText);
  const row = ranked.filter({ hasText: "甲" });
  await expect.poll(() => row.locator(".chip").allTextContents()).toEqual(["诫勉", "约谈 ?"]);
  await expect.poll(() => row.getByRole("img", { name: mark }).count()).toBe(1);
  expect(await ranked.filter({ hasText: "乙" }).locator(".chip").count()).toBe(0);
  await expectInside(bench);

  await page.setViewportSize(desktop);
  await begin(bench, TIE);
  // No section decides between equals: what remains is a decision by hand, as a field of the rubric.
  const ties = notes.locator("ys-ties-at-cut .tie");
  await expect.poll(() => ties.count()).toBe(2);
  await ties.first().locator("button").dispatchEvent("click");
  await expect.poll(() => page.locator("ys-ties-at-cut button").count()).toBe(0);
});
