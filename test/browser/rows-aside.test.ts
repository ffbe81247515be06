// Rows of a file that are not subjects, or may not be: listed before the import with a button that reverses the
// decision, kept in the table, and the provisional results that they cause. Also the choice between the sheets of a
// workbook.

import { describe, expect, test } from "vitest";
import { rawRow, rawWorkbook } from "../../packages/tables/test/corpus/raw-workbook.js";
import { violations } from "./axe.js";
import { begin, saved, tableOf, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches("closed");
const screen = ({ page }: Workbench) => page.locator("ys-import-screen");

const CONTENT = {
  rubric: `考核 "导入"
满分 100 分
数据 乡镇 { 名称: 文本 主键, 完成: 数值 分 0 .. 100 }
条目 完成分 100 分 { 得 完成 }
排名 全县 按 总分 并列 同名次
`,
  tables: [tableOf("subjects", "名称,完成\n东镇,90")],
};

async function pick(bench: Workbench, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    bench.page.waitForEvent("filechooser"),
    bench.page
      .locator("ys-data-pane")
      .getByRole("button", { name: /^(?:导入|Import)/u })
      .click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer });
  await bench.page.getByRole("button", { name: /^(?:替换这张表|Replace the table)…/u }).click();
}

const keys = (bench: Workbench) => bench.ranked.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key")));

describe("rows that are not subjects", () => {
  test.each([
    [
      "zh-CN",
      {
        total: "合计行，不算分、不排名",
        doubt: "可能是合计行，待确认",
        keep: "列为考核对象",
        leave: "不列为考核对象",
        go: "替换",
        rows: "5 行",
        sign: "暂定",
      },
    ],
    [
      "en-US",
      {
        total: "a total row, neither scored nor ranked",
        doubt: "perhaps a total row, to be confirmed",
        keep: "Treat as a subject",
        leave: "Not a subject",
        go: "Replace",
        rows: "5",
        sign: "Provisional",
      },
    ],
  ] as const)(
    "are listed, stay in the table and can be decided before and after the import, in %s",
    async (locale, words) => {
      const bench = await open({ locale });
      await saved(bench);
      await begin(bench, CONTENT);
      await expect.poll(() => keys(bench)).toEqual(["东镇"]);
      await pick(bench, "a.csv", Buffer.from("名称,完成\n东镇,90\n西镇,80\n合计村,70\n总量村,60\n全县合计,300\n"));
      const aside = screen(bench).locator(".aside li");
      await expect.poll(() => aside.filter({ hasText: "全县合计" }).textContent()).toContain(words.total);
      await expect.poll(() => aside.filter({ hasText: "合计村" }).textContent()).toContain(words.doubt);
      await expect.poll(() => screen(bench).locator("h3").textContent()).toContain(words.rows);
      expect(await violations(bench.page)).toEqual([]);
      await screen(bench).getByRole("button", { name: words.go, exact: true }).click();

      // The total is in the grid but not ranked; neither is the doubtful row, which makes the other results
      // provisional.
      const grid = bench.page.locator("ys-data-grid");
      await expect.poll(() => grid.getByText("全县合计").count()).toBe(1);
      await expect.poll(() => keys(bench)).not.toContain("全县合计");
      await expect.poll(() => keys(bench)).not.toContain("合计村");
      await expect
        .poll(() => bench.ranked.filter({ hasText: "东镇" }).locator(".prov + .sr").textContent())
        .toContain(words.sign);

      // After a decision about the doubtful row, nothing is provisional.
      const pane = bench.page.locator("ys-data-pane");
      await pane.getByRole("button", { name: words.keep, exact: true }).click();
      await expect.poll(() => keys(bench)).toContain("合计村");
      await expect.poll(() => bench.ranked.locator(".prov").count()).toBe(0);
    },
  );

  test("a decision before the import applies after it", async () => {
    const bench = await open();
    await saved(bench);
    await begin(bench, CONTENT);
    await pick(bench, "a.csv", Buffer.from("名称,完成\n东镇,90\n西镇,80\n全县合计,70\n合计村,60\n"));
    const aside = screen(bench).locator(".aside li");
    await aside.filter({ hasText: "全县合计" }).getByRole("button", { name: "列为考核对象" }).click();
    await aside.filter({ hasText: "合计村" }).getByRole("button", { name: "不列为考核对象" }).click();
    await expect.poll(() => aside.filter({ hasText: "撤回" }).count()).toBe(2);
    await screen(bench).getByRole("button", { name: "替换", exact: true }).click();
    await expect.poll(() => keys(bench)).toEqual(["东镇", "西镇", "全县合计"]);
    await expect.poll(() => bench.page.locator("ys-data-grid").getByText("合计村").count()).toBe(1);
  });
});

test("the sheet to read is chosen from those that fit, including hidden ones", async () => {
  const bench = await open();
  await saved(bench);
  await begin(bench, CONTENT);
  const sheet = (name: string, done: string) => ({
    name,
    data: rawRow(1, ["名称", "完成"]) + rawRow(2, ["东镇", done]),
  });
  const book = rawWorkbook({
    sheets: [sheet("一月", "90"), sheet("二月", "70"), { ...sheet("上年", "50"), state: "hidden" }],
  });
  await pick(bench, "b.xlsx", Buffer.from(book));
  const picker = screen(bench).locator("select").filter({ hasText: "一月" });
  await expect.poll(() => picker.locator("option").allTextContents()).toEqual(["一月", "二月", "上年"]);
  await expect.poll(() => screen(bench).getByText("隐藏的工作表“上年”表头也符合").count()).toBe(1);
  for (const [name, done] of [
    ["二月", "70"],
    ["上年", "50"],
  ] as const) {
    await picker.selectOption(name);
    await expect.poll(() => screen(bench).locator("td.sample").last().textContent()).toContain(done);
  }
  await screen(bench).getByRole("button", { name: "替换", exact: true }).click();
  await expect.poll(() => bench.ranked.filter({ hasText: "东镇" }).textContent()).toContain("50.00");
});
