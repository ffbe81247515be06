import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTables, sheetNames, writeWorkbook } from "@yardstick/tables";
import type { BookCell } from "@yardstick/tables";
import { compile } from "yardstick";
import { GOOD_DATA, LEDGER, PROJECT, RUBRIC, folderWith, yardstick } from "./command.js";

const { rubric } = compile(RUBRIC);
if (rubric === null) throw new Error("the rubric has errors");

const rowsOf = (csv: string): readonly (readonly BookCell[])[] =>
  csv
    .trimEnd()
    .split("\n")
    .map((line) =>
      (line.match(/"[^"]*"|[^,]+/gu) ?? []).map((cell) => {
        const text = cell.replaceAll('"', "");
        return { value: /^\d+$/u.test(text) ? { kind: "number", decimal: text } : { kind: "text", text } } as BookCell;
      }),
    );
const book = (tables: Readonly<Record<string, string>>) =>
  writeWorkbook({
    title: "data",
    sheets: sheetNames(Object.keys(tables)).map((name, at) => ({
      name,
      columns: [],
      rows: rowsOf(Object.values(tables)[at] ?? ""),
    })),
  });
const scoresOf = (json: string) =>
  (JSON.parse(json) as { subjects: { key: string; score: string | null }[] }).subjects.map(({ key, score }) => [
    key,
    score,
  ]);

const SCORES = [
  ["甲社区", "16.50"],
  ["乙社区", "20.00"],
  ["丙社区", "19.00"],
];

describe("data in a workbook", () => {
  test("is found beside the rubric, with each list in a sheet", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC, "data.xlsx": await book({ 社区: GOOD_DATA, 台账: LEDGER }) });
    const { code, out, err } = await yardstick(["score", "a.rubric", "--format", "json"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(scoresOf(out)).toEqual(SCORES);
  });

  test("is ignored where a CSV file exists, which is reported", async () => {
    const cwd = folderWith({ ...PROJECT, "data.xlsx": await book({ 社区: GOOD_DATA }) });
    const { err } = await yardstick(["score", "a.rubric"], { cwd });
    expect(err).toBe("data.xlsx：没有采用，已用 data.csv；需要时请用 --data 或 --table 指定。\n");
  });

  test("with an empty sheet of a list uses the file of the list; with a filled one uses the sheet and reports it", async () => {
    const files = { "a.rubric": RUBRIC, "台账.csv": LEDGER };
    const empty = folderWith({ ...files, "d.xlsx": await book({ 社区: GOOD_DATA, 台账: LEDGER.slice(0, 8) }) });
    const fromBeside = await yardstick(["score", "a.rubric", "--data", "d.xlsx", "--format", "json"], { cwd: empty });
    expect(scoresOf(fromBeside.out)).toEqual(SCORES);
    const filled = folderWith({ ...files, "d.xlsx": await book({ 社区: GOOD_DATA, 台账: LEDGER }) });
    const fromSheet = await yardstick(["score", "a.rubric", "--data", "d.xlsx", "--format", "json"], { cwd: filled });
    expect(scoresOf(fromSheet.out)).toEqual(SCORES);
    expect(fromSheet.err).toContain("台账.csv：没有采用，已用 d.xlsx");
  });

  test("reports the sheet and the row of a bad cell", async () => {
    const bad = await book({ 社区: GOOD_DATA.replace("甲社区,1", "甲社区,三次"), 台账: LEDGER });
    const { code, err } = await yardstick(["score", "a.rubric"], {
      cwd: folderWith({ "a.rubric": RUBRIC, "data.xlsx": bad }),
    });
    expect(code).toBe(1);
    expect(err).toContain("data.xlsx[社区] 错误：社区 第 2 行“迟报次数”：应为数字");
  });

  test.each([
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "这是旧版 Excel 文件"],
    ["a file cut off", new TextEncoder().encode("PK\u0003\u0004"), "这不是 Excel 工作簿"],
    ["an empty file", new Uint8Array(), "文件是空的"],
  ])("that cannot be read, %s, ends with code 3 and nothing on standard output", async (_, bytes, message) => {
    const cwd = folderWith({ ...PROJECT, "d.xlsx": bytes });
    const { code, out, err } = await yardstick(["score", "a.rubric", "--data", "d.xlsx"], { cwd });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain(`d.xlsx 错误：社区：${message}`);
  });
});

describe("what was detected in a file", () => {
  test("is reported where it is not the default", async () => {
    const { code, err } = await yardstick(["score", "a.rubric"], {
      cwd: folderWith({ ...PROJECT, "data.csv": `二〇二四年数据\n${GOOD_DATA}合计,3,,,\n` }),
    });
    expect(code).toBe(0);
    expect(err).toBe(
      "data.csv：表头在第 2 行。\ndata.csv：第 1 行是标题，没有采用：二〇二四年数据\n" +
        'data.csv:6 提示：社区 第 6 行：这是合计行，不是考核对象，没有采用：合计 3\n没有采用的行如果是考核对象，加 --keep-row "合计"。\n',
    );
  });

  test("the encoding can be set", async () => {
    const gbk = Uint8Array.from([0xd1, 0xa7, 0xd0, 0xa3]);
    const cwd = folderWith({ ...PROJECT, "d.csv": gbk });
    const { err } = await yardstick(["score", "a.rubric", "--data", "d.csv", "--encoding", "gbk"], { cwd });
    expect(err).toContain("d.csv：按 GB18030 读取。");
    expect(err).toContain("“学校”");
    const wrong = await yardstick(["score", "a.rubric", "--data", "d.csv", "--encoding", "utf-8"], { cwd });
    expect(wrong.err).toContain("“ѧУ”");
  });
});

describe("several data files", () => {
  const [head = "", ...rows] = GOOD_DATA.trimEnd().replace('"1,000"', "1000").split("\n");
  const part = (columns: readonly number[]) =>
    `${[head, ...rows].map((line) => columns.map((at) => line.split(",")[at]).join(",")).join("\n")}\n`;

  test("are merged by key, CSV with a workbook", async () => {
    const cwd = folderWith({
      ...PROJECT,
      "office.csv": part([0, 1, 4]),
      "economy.xlsx": await book({ 社区: part([0, 2, 3]) }),
    });
    const { code, out, err } = await yardstick(
      ["score", "a.rubric", "--data", "office.csv", "--data", "economy.xlsx", "--format", "json"],
      { cwd },
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(scoresOf(out)).toEqual(SCORES);
  });

  test("that disagree are reported with both locations", async () => {
    const cwd = folderWith({ ...PROJECT, "b.csv": "名称,迟报次数\n乙社区,4\n" });
    const { code, err } = await yardstick(["score", "a.rubric", "--data", "data.csv", "--data", "b.csv"], { cwd });
    expect(code).toBe(1);
    expect(err).toBe(
      "b.csv:2 错误：社区 第 2 行“迟报次数”：这里填“4”，data.csv 第 3 行填“0”，两处不一致，都没有采用；请核对后改为一致。\n",
    );
  });
});

describe("results as files", () => {
  test("a workbook has the ranking, the plain results and one score sheet per subject", async () => {
    const cwd = folderWith({ ...PROJECT, "data.csv": GOOD_DATA.replace("甲社区,1,450", "甲社区,1,") });
    const { code, out, err } = await yardstick(["score", "a.rubric", "--format", "xlsx", "--out", "r.xlsx"], { cwd });
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "" });
    const bytes = new Uint8Array(readFileSync(join(cwd, "r.xlsx")));
    const { history } = readTables({ ...rubric.program, period: null }, [
      { role: "history", file: "r.xlsx", format: "xlsx", bytes },
    ]);
    // Without a period the plain results are not a history yet, but they are found in their sheet.
    expect(history).toEqual([]);
    const again = readTables(rubric.program, [{ role: "subjects", file: "r.xlsx", format: "xlsx", bytes }]);
    expect(again.reports.flatMap(({ unusedSheets }) => unusedSheets)).toEqual(
      ["排名", "结果说明", "甲社区 评分表", "乙社区 评分表", "丙社区 评分表"].map((name) =>
        name.replace(" 评分表", ""),
      ),
    );
  });

  test("a workbook in English can be the next history like one in Chinese", async () => {
    const withPeriod = RUBRIC.replace("主键\n", "主键\n  年度: 期别\n");
    const period = (table: string) => table.replace("名称", "名称,年度").replaceAll("社区,", "社区,2008,");
    const cwd = folderWith({ "a.rubric": withPeriod, "data.csv": period(GOOD_DATA), "台账.csv": period(LEDGER) });
    const { program } = compile(withPeriod).rubric ?? rubric;
    for (const lang of ["zh", "en"]) {
      const run = ["score", "a.rubric", "--format", "xlsx", "--out", `${lang}.xlsx`, "--lang", lang];
      expect(await yardstick(run, { cwd })).toEqual({ code: 0, out: "", err: "" });
      const bytes = new Uint8Array(readFileSync(join(cwd, `${lang}.xlsx`)));
      const read = readTables(program, [{ role: "history", file: "r.xlsx", format: "xlsx", bytes }]);
      expect(read.problems).toEqual([]);
      expect(read.history.map(({ key, period: year }) => [key, year])).toEqual(
        ["甲社区", "乙社区", "丙社区"].map((key) => [key, "2008"]),
      );
    }
  });

  test("a workbook is never written to a terminal", async () => {
    const cwd = folderWith(PROJECT);
    const run = ["score", "a.rubric", "--format", "xlsx"];
    const { code, out } = await yardstick(run, { cwd });
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(100);
    const refused = { code: 2, out: "", err: "工作簿不能显示在终端上；请用 --out 指定文件。\n" };
    expect(await yardstick(run, { cwd, isTerminal: true })).toEqual(refused);
  });

  test("a notice is a page, with score sheets on request", async () => {
    const cwd = folderWith(PROJECT);
    const { out } = await yardstick(["score", "a.rubric", "--format", "html"], { cwd });
    expect(out).toContain("关于社区考核结果的公示");
    expect(out).not.toContain('class="a4 sheet"');
    const withSheets = await yardstick(["score", "a.rubric", "--format", "html", "--sheets"], { cwd });
    expect(withSheets.out.match(/class="a4 sheet"/gu)).toHaveLength(3);
    const sheet = await yardstick(["explain", "a.rubric", "甲社区", "--format", "html"], { cwd });
    expect(sheet.out).toContain("每 迟报次数 扣 0.5 分");
  });
});

describe("yardstick form", () => {
  test("writes a form that can be filled in and scored", async () => {
    const cwd = folderWith(PROJECT);
    expect(await yardstick(["form", "a.rubric", "--out", "f.xlsx", "--data", "data.csv"], { cwd })).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    const { code, out, err } = await yardstick(
      ["score", "a.rubric", "--data", "f.xlsx", "--data", "data.csv", "--format", "json"],
      { cwd },
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(scoresOf(out)).toEqual(SCORES);
  });

  test("of an assessor reports the columns without an assessor", async () => {
    const cwd = folderWith({ "a.rubric": RUBRIC });
    const { code, err } = await yardstick(["form", "a.rubric", "--out", "f.xlsx", "--assessor", "经发办"], { cwd });
    expect({ code, err }).toEqual({
      code: 0,
      err: "没有考核部门填报的列：迟报次数、招商任务、安全事故；不带 --assessor 的总表中有。\n",
    });
    expect(existsSync(join(cwd, "f.xlsx"))).toBe(true);
  });

  test.each([
    [["--out", "f.xlsx", "--assessor", "财政所"], "规则中没有考核部门“财政所”；可选：经发办。"],
    [
      [],
      "填报表是工作簿；请用 --out 指定要写入的 .xlsx 文件，或用 --every-assessor 指定各部门填报表的文件夹（只用一个）。",
    ],
  ])("refuses %j", async (options, message) => {
    const cwd = folderWith({ "a.rubric": RUBRIC });
    expect(await yardstick(["form", "a.rubric", ...options], { cwd })).toEqual({
      code: 2,
      out: "",
      err: `${message}\n`,
    });
  });
});

describe("score --append-history", () => {
  const dated = RUBRIC.replace("名称: 文本 主键", "名称: 文本 主键, 年度: 期别");
  const data = GOOD_DATA.replace("名称,", "名称,年度,").replaceAll("社区,", "社区,2024,");
  const files = { "a.rubric": dated, "data.csv": data, "台账.csv": LEDGER };

  test("adds the published results once, however often it is run", async () => {
    const cwd = folderWith(files);
    const first = await yardstick(["score", "a.rubric", "--append-history"], { cwd });
    expect(first).toMatchObject({ code: 0, err: "history.csv：追加 3 行，更新 0 行，0 行未变。\n" });
    const written = readFileSync(join(cwd, "history.csv"), "utf8");
    expect(written).toBe(
      "\ufeff名称,年度,总分,党建,经济,全街道\r\n甲社区,2024,16.50,7.50,9.00,2\r\n乙社区,2024,20.00,10.00,10.00,\r\n丙社区,2024,19.00,9.00,10.00,1\r\n",
    );
    const second = await yardstick(["score", "a.rubric", "--append-history"], { cwd });
    expect(second.err).toBe("history.csv：追加 0 行，更新 0 行，3 行未变。\n");
    expect(readFileSync(join(cwd, "history.csv"), "utf8")).toBe(written);
  });

  test("adds nothing while the data has errors, or where the file is not a history", async () => {
    const cwd = folderWith({ ...files, "data.csv": data.replace("2024,1,", "2024,一次,") });
    const wrong = await yardstick(["score", "a.rubric", "--append-history"], { cwd });
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("history.csv：数据或要求有误，没有追加往期结果。");
    expect(existsSync(join(cwd, "history.csv"))).toBe(false);
    const other = folderWith({ ...files, "other.csv": "a,b\n1,2\n" });
    const refused = await yardstick(["score", "a.rubric", "--append-history", "other.csv"], { cwd: other });
    expect(refused).toMatchObject({ code: 3 });
    expect(readFileSync(join(other, "other.csv"), "utf8")).toBe("a,b\n1,2\n");
  });

  test("sets the period of data without a period", async () => {
    const cwd = folderWith(PROJECT);
    const { code } = await yardstick(["score", "a.rubric", "--append-history", "--period", "2024"], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, "history.csv"), "utf8")).toContain("甲社区,2024,16.50");
    writeFileSync(join(cwd, "data.csv"), GOOD_DATA);
  });
});
