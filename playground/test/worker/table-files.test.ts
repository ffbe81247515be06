import { sheetNames, writeWorkbook, type BookSheet, type SheetName } from "@yardstick/tables";
import { expect, test } from "vitest";
import { compile } from "yardstick";
import { readFiles } from "../../src/worker/table-files.js";

const sheet = (name: string, done: string): BookSheet => ({
  name: sheetNames([name])[0] as SheetName,
  columns: [],
  rows: [
    ["名称", "完成"],
    ["东镇", done],
  ].map((row) => row.map((text) => ({ value: { kind: "text", text } }))),
});

test("a workbook with several sheets lists them, and the chosen one is read", async () => {
  const { rubric } = compile(
    '考核 "月"\n满分 1 分\n数据 乡镇 { 名称: 文本 主键, 完成: 数值 }\n条目 i 1 分 { 得 满分 }\n',
  );
  if (rubric === null) throw new Error("the rubric does not compile");
  const bytes = new Uint8Array(await writeWorkbook({ title: "", sheets: [sheet("一月", "90"), sheet("二月", "70")] }));
  const given = { file: "a.xlsx", bytes, role: "subjects", name: "", encoding: null } as const;
  const first = readFiles(rubric.program, [{ ...given, sheet: null }], {}, "zh");
  expect(first.reports[0]?.sheets).toEqual(["一月", "二月"]);
  expect(first.problems[0]).toContain("采用了“一月”");
  const second = readFiles(rubric.program, [{ ...given, sheet: "二月" }], {}, "zh");
  expect(second.tables[0]?.rows).toEqual([["东镇", "70"]]);
  expect(second.problems).toEqual([]);
});
