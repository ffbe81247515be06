// Office files: columns and sheets that the rubric does not know, cover sheets, and the messages about them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sheetNames, writeWorkbook } from "@yardstick/tables";
import type { BookSheet, SheetName } from "@yardstick/tables";
import { describe, expect, test } from "vitest";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "期"
满分 100 分
数据 乡镇 { 名称: 文本 主键, 年度: 期别, 完成: 数值 分 }
条目 完成分 100 分 { 得 完成 }
排名 全县 按 总分 并列 同名次
`;
const NUMBERED = "序号,名称,年度,完成,备注\n1,东镇,2024,90,\n2,西镇,2024,80,调整\n";

describe("columns that the rubric does not know", () => {
  test("are notes: the result is valid, and history can be appended", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": NUMBERED });
    const scored = await yardstick(["score", "a.rubric", "--append-history"], { cwd });
    expect(scored.code).toBe(0);
    expect(scored.err).toContain("data.csv:1 提示：乡镇：规则中没有“序号”这一项，该列没有采用。");
    expect(scored.err).toContain("“备注”");
    expect(readFileSync(join(cwd, "history.csv"), "utf8")).toContain("东镇,2024,90.00");
  });

  test("are included in the JSON with their severity", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": NUMBERED });
    const { code, out } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out).problems).toMatchObject([
      { severity: "note", reason: "unknown-column", column: "序号" },
      { severity: "note", reason: "unknown-column", column: "备注" },
    ]);
  });

  test("are errors where their name is similar to that of a missing column", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.csv": NUMBERED.replace("完成", "完戍") });
    const { code, err } = await yardstick(["score", "a.rubric", "--lang", "en"], { cwd });
    expect(code).toBe(1);
    expect(err).toContain("data.csv:1 error: 乡镇: the rubric has no field “完戍”");
    expect(err).toContain("did you mean “完成”?");
  });
});

const COVERED = `考核 "导入"
满分 100 分
数据 乡镇 { 名称: 文本 主键, 完成: 数值 分 }
条目 完成分 100 分 { 得 完成 }
排名 全县 按 总分 并列 同名次
`;

const sheet = (name: string, rows: readonly (readonly string[])[]): BookSheet => ({
  name: sheetNames([name])[0] as SheetName,
  columns: [],
  rows: rows.map((row) =>
    row.map((text) =>
      /^\d/u.test(text) ? { value: { kind: "number", decimal: text } } : { value: { kind: "text", text } },
    ),
  ),
});
const cover = sheet("填表说明", [["请各镇认真填写"], ["一、名称填全称"]]);
const month = (name: string, done: string) =>
  sheet(name, [
    ["名称", "完成"],
    ["东镇", done],
  ]);

describe("sheets that the rubric does not know", () => {
  test("a cover sheet at the beginning is skipped", async () => {
    const bytes = await writeWorkbook({ title: "", sheets: [cover, month("Sheet1", "90")] });
    const cwd = folderWith({ "a.rubric": COVERED, "data.xlsx": bytes });
    const { code, out, err } = await yardstick(["score", "a.rubric"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("90.00");
    expect(err).toBe("data.xlsx 提示：乡镇：没有采用的工作表：填表说明。\n");
    expect(out).toContain("没有采用的工作表：填表说明");
  });

  test("two that match equally are a warning, which `--sheet` resolves", async () => {
    const bytes = await writeWorkbook({ title: "", sheets: [cover, month("一月", "90"), month("二月", "70")] });
    const cwd = folderWith({ "a.rubric": COVERED, "data.xlsx": bytes });
    const first = await yardstick(["score", "a.rubric"], { cwd });
    expect(first.code).toBe(0);
    expect(first.out).toContain("90.00");
    expect(first.err).toContain("警告：乡镇：工作表“一月”与“二月”的表头同样符合");
    const asJson = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    expect(JSON.parse(asJson.out).problems).toMatchObject([
      { severity: "warning", reason: "several-sheets" },
      { severity: "note", reason: "unused-sheets", expected: ["填表说明", "二月"] },
    ]);
    const second = await yardstick(["score", "a.rubric", "--sheet", "二月"], { cwd });
    expect(second.code).toBe(0);
    expect(second.out).toContain("70.00");
    expect(second.err).not.toContain("警告");
  });

  test("a sheet that does not exist, or a file that is not a workbook, is a usage error", async () => {
    const bytes = await writeWorkbook({ title: "", sheets: [month("一月", "90")] });
    const cwd = folderWith({ "a.rubric": COVERED, "data.xlsx": bytes, "other.csv": "名称,完成\n东镇,80\n" });
    const missing = await yardstick(["score", "a.rubric", "--sheet", "三月"], { cwd });
    expect(missing.code).toBe(2);
    expect(missing.err).toContain("工作簿中没有“三月”这个工作表；现有：一月。");
    const none = await yardstick(["score", "a.rubric", "--data", "other.csv", "--sheet", "三月", "--lang", "en"], {
      cwd,
    });
    expect(none.code).toBe(2);
    expect(none.err).toContain("--sheet selects a sheet of a workbook, and other.csv is not a workbook.");
  });
});

describe("values that are doubtful", () => {
  test("percentages written in two ways are a warning with their cells, and do not prevent scoring", async () => {
    const cwd = folderWith({
      "a.rubric": `考核 "率"\n满分 100 分\n数据 乡镇 { 名称: 文本 主键, 率: 百分数 }\n条目 i 100 分 { 得 率 }\n`,
      "data.csv": "名称,率（%）\na,95\nb,0.95\nc,95%\nd,1\n",
    });
    const { code, err } = await yardstick(["score", "a.rubric"], { cwd });
    expect(code).toBe(0);
    expect(err).toContain("data.csv 警告：乡镇“率”：这一列的百分数写法不一");
    expect(err).toContain("第 3 行“0.95”读作 0.95%，第 5 行“1”读作 1%");
    const { out } = await yardstick(["score", "a.rubric", "--format", "json", "--lang", "en"], { cwd });
    expect(JSON.parse(out).problems).toMatchObject([
      {
        severity: "warning",
        reason: "mixed-percentages",
        column: "率",
        expected: ["2", "3", "0.95", "0.95%", "5", "1", "1%"],
      },
    ]);
  });

  test.each(["table", "csv", "html"])("a warning about the data is included in the result as %s", async (format) => {
    const cwd = folderWith({
      "a.rubric": `考核 "率"\n满分 100 分\n数据 乡镇 { 名称: 文本 主键, 率: 百分数 }\n条目 i 100 分 { 得 率 }\n`,
      "data.csv": "名称,率（%）\na,95\nb,0.95\n",
    });
    const { code, out } = await yardstick(["score", "a.rubric", "--format", format], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("第 3 行“0.95”读作 0.95%");
    const english = await yardstick(["score", "a.rubric", "--format", format, "--lang", "en"], { cwd });
    expect(english.out).toContain("row 3 “0.95” was read as 0.95%");
  });

  test("a date column reads the day of a timestamp", async () => {
    const cwd = folderWith({
      "a.rubric":
        'rubric "forms"\ntotal 10 points\ndata s { name: text key, at: date }\nitem d 10 points { if at > 2024-03-01 deduct 1 point }\n',
      "data.csv": "name,at\na,2024-03-01 08:30:00\nb,2024/3/2 9:05\nc,2024-03-02T09:05:00+08:00\n",
    });
    const { code, out, err } = await yardstick(["score", "a.rubric", "--format", "json", "--lang", "en"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const scores = JSON.parse(out).subjects.map(({ key, score }: { key: string; score: string }) => [key, score]);
    expect(scores).toEqual([
      ["a", "10.00"],
      ["b", "9.00"],
      ["c", "9.00"],
    ]);
  });

  test("times are refused in a column of numbers and read as minutes in a column of minutes", async () => {
    const rubric = (unit: string) =>
      `考核 "用时"\n满分 100 分\n数据 队 { 名称: 文本 主键, 用时: 数值${unit} }\n条目 完赛 100 分 { 得 满分; 每 用时 超过 20${unit} 扣 1 分 }\n排名 全场 按 用时 低者在前\n`;
    const data = { "data.csv": "名称,用时\n甲,1小时5分\n乙,25\n" };
    const bare = await yardstick(["score", "a.rubric"], { cwd: folderWith({ "a.rubric": rubric(""), ...data }) });
    expect(bare.code).toBe(1);
    expect(bare.err).toContain("data.csv:2 错误：队 第 2 行“用时”：“1小时5分”是日期或时间，不是数");
    const timed = await yardstick(["score", "a.rubric", "--format", "json"], {
      cwd: folderWith({ "a.rubric": rubric(" 分钟"), ...data }),
    });
    expect(timed.code).toBe(0);
    expect(JSON.parse(timed.out).subjects.map(({ score }: { score: string }) => score)).toEqual(["55.00", "95.00"]);
  });
});
