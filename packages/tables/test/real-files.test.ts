// Whole files of offices and forms: times, timestamps, texts of formats, mixed percentages; each with the expected reading.

import { describe, expect, test } from "vitest";
import type { Field, FieldType, Program, Unit } from "@yardstick/language/program";
import { describeProblem, readGrids, readTables, writtenTables } from "../src/index.js";
import { numberIn, rawRow, rawWorkbook } from "./corpus/raw-workbook.js";
import { DATE, TEXT, numberType, percentType, sample } from "./sample-program.js";

const field = (name: string, type: FieldType): Field => ({
  name,
  span: [0, 0],
  type,
  optional: false,
  default: null,
  assessor: null,
  documentation: null,
  judgement: null,
});
const MINUTES: Unit = { name: "分钟", scale: "1", dimension: { 分钟: 1 } };

/** Two columns: the name, and one of this type. */
const programOf = (type: FieldType, name = "用时"): Program => ({
  ...sample,
  subject: "队",
  period: null,
  lists: [],
  constants: [],
  fields: [field("名称", TEXT), field(name, type)],
});
const minutes = programOf(numberType(MINUTES));
const days = programOf(DATE, "日");
const rate = programOf(percentType(), "率");

const csv = (program: Program, text: string) =>
  readTables(program, [{ role: "subjects", file: "data.csv", format: "csv", text }]);
const xlsx = (program: Program, rows: readonly string[], formats: readonly (string | number)[]) =>
  readTables(program, [
    {
      role: "subjects",
      file: "data.xlsx",
      format: "xlsx",
      bytes: rawWorkbook({ sheets: [{ name: "s", data: rows.join("") }], formats }),
    },
  ]);
const said = ({ problems }: ReturnType<typeof csv>) =>
  problems.map(({ severity, reason, row, found }) => [severity, reason, row, found]);

describe("columns of minutes", () => {
  test("a time of a sheet is a duration, beside plain numbers", () => {
    const read = xlsx(
      minutes,
      [
        rawRow(1, ["名称", "用时"]),
        rawRow(2, ["甲", numberIn("0.027777777777777776", 1)]),
        rawRow(3, ["乙", numberIn("25")]),
      ],
      [20],
    );
    expect(read.subjects.columns[1]).toEqual(["40", "25"]);
    expect(read.problems).toEqual([]);
  });

  test("a section without digits is its text, and therefore not a number", () => {
    const read = xlsx(
      minutes,
      [
        rawRow(1, ["名称", "用时"]),
        rawRow(2, ["甲", numberIn("0", 1)]),
        rawRow(3, ["乙", numberIn("25")]),
        rawRow(4, ["丙", numberIn("0", 2)]),
        rawRow(5, ["丁", numberIn("-3", 3)]),
      ],
      ['0;-0;"未测"', "General;General;-;General", '0;"作废"'],
    );
    expect(read.subjects.columns[1]).toEqual([null, "25", null, null]);
    expect(said(read)).toEqual([
      ["error", "not-a-number", 2, "未测"],
      ["error", "not-a-number", 4, "-"],
      ["error", "not-a-number", 5, "作废"],
    ]);
  });

  test.each([
    ["40", "40"],
    ["0:40", "40"],
    ["1:05:30", "131/2"],
    ["36:00:00", "2160"],
    ["3:25.6", "257/75"],
    ["1小时5分", "65"],
    ["1个小时5分钟", "65"],
    ["２小时", "120"],
    ["1.5小时", "90"],
    ["90秒", "3/2"],
    ["3分25秒", "41/12"],
    ["3分25秒6", "257/75"],
    ["12'30\"", "25/2"],
    ["12′30″", "25/2"],
    ["1h30m", "90"],
    ["45 min", "45"],
    ["2天", "2880"],
    ["40分", "40"],
  ])("%s is %s minutes", (text, value) => {
    const read = csv(minutes, `名称,用时\n甲,"${text.replaceAll('"', '""')}"\n`);
    expect(read.subjects.columns[1]).toEqual([value]);
    expect(read.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    ["25:30", "unclear-time"],
    ["1小时90分", "not-a-number"],
    ["0:75", "is-a-time"],
    ["8:30 AM", "is-a-time"],
    ["上午8:30", "is-a-time"],
    ["2024-01-02 08:30", "is-a-time"],
    ["5公里", "not-a-number"],
  ])("%s is not a number of minutes", (text, reason) => {
    const read = csv(minutes, `名称,用时\n甲,${text}\n`);
    expect(read.subjects.columns[1]).toEqual([null]);
    expect(read.problems).toMatchObject([{ reason, row: 2, column: "用时" }]);
  });

  test("reading hours and minutes from a text is reported once per column", () => {
    const read = csv(minutes, "名称,用时\n甲,0:40\n乙,1:10\n丙,0:05\n丁,2:00\n");
    expect(read.problems).toMatchObject([
      { severity: "note", reason: "read-as-duration", index: null, row: null, column: "用时" },
    ]);
    expect(read.problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "队“用时”：第 2 行“0:40”读作 40 分钟，第 3 行“1:10”读作 70 分钟，第 4 行“0:05”读作 5 分钟等共 4 格；如不是时和分，请改写。",
    ]);
  });

  test("a header in another unit of time converts", () => {
    expect(csv(minutes, "名称,用时（小时）\n甲,1.5\n").subjects.columns[1]).toEqual(["90"]);
    expect(csv(minutes, "名称,用时（秒）\n甲,90\n").subjects.columns[1]).toEqual(["3/2"]);
  });

  test("hours and minutes in a column of seconds are in doubt", () => {
    const seconds = programOf(numberType({ name: "秒", scale: "1", dimension: { 秒: 1 } }));
    expect(said(csv(seconds, "名称,用时\n甲,3:25\n乙,0:03:25\n"))).toEqual([["error", "unclear-time", 2, "3:25"]]);
  });
});

describe("columns of dates", () => {
  test.each([
    "2024-01-02 08:30",
    "2024/1/2 8:30:00",
    "2024-01-02T08:30:00",
    "2024-01-02T08:30:00+08:00",
    "2024-01-02T00:00:00Z",
    "2024-01-02 08:30:00.123",
    "2024年1月2日 8时30分",
    "2024年1月2日8:30",
    "2024年1月2日 星期二",
    "2024-01-02（周二）",
    "2024/1/2 上午 8:30",
    "2024/1/2 8:30 PM",
    "20240102083000",
    "20240102",
  ])("%s is that date", (text) => {
    const read = csv(days, `名称,日\n甲,${text}\n`);
    expect(read.subjects.columns[1]).toEqual(["2024-01-02"]);
    expect(read.problems).toEqual([]);
  });

  test.each([
    "2024-01-02 25:00",
    "2024-01-02 8:60",
    "2024-01-02 约8点",
    "2024-13-02 08:30",
    "8:30",
    "2024-01-02 13:00 PM",
  ])("%s is not a date", (text) =>
    expect(said(csv(days, `名称,日\n甲,${text}\n`))).toEqual([["error", "not-a-date", 2, text]]),
  );

  test("a time in UTC is read as its day, with a warning", () => {
    const read = csv(days, "名称,日\n甲,2024-01-01T16:00:00.000Z\n");
    expect(read.subjects.columns[1]).toEqual(["2024-01-01"]);
    expect(said(read)).toEqual([["warning", "day-of-utc", null, "2024-01-01T16:00:00.000Z"]]);
  });

  test("timestamps of sheets, with any display of seconds", () => {
    const rows = [
      rawRow(1, ["名称", "日"]),
      rawRow(2, ["a", numberIn("45293.354", 1)]),
      rawRow(3, ["b", numberIn("45293", 1)]),
      rawRow(4, ["c", numberIn("45293")]),
      rawRow(5, ["d", numberIn("45293.5", 2)]),
      rawRow(6, ["e", numberIn("45293", 3)]),
    ];
    const formats = ["yyyy-mm-dd hh:mm:ss.000", "yyyy/m/d h:mm", 'm"月"d"日"'];
    const read = xlsx(days, rows, formats);
    expect(read.subjects.columns[1]).toEqual(Array(5).fill("2024-01-02"));
    expect(said(read)).toEqual([["note", "digits-not-shown", null, "1月2日"]]);
    const asText = xlsx(programOf(TEXT, "日"), rows, formats);
    expect(asText.subjects.columns[1]).toEqual([
      "2024-01-02 08:29:45.600",
      "2024-01-02 00:00:00.000",
      "45293",
      "2024/1/2 12:00",
      "1月2日",
    ]);
  });
});

describe("columns of percentages that are written in two ways", () => {
  test("are reported with their cells", () => {
    const read = xlsx(
      rate,
      [
        rawRow(1, ["名称", "率（%）"]),
        rawRow(2, ["a", numberIn("95")]),
        rawRow(3, ["b", numberIn("0.95")]),
        rawRow(4, ["c", numberIn("0.95", 1)]),
        rawRow(5, ["d", numberIn("1")]),
      ],
      [9],
    );
    expect(read.subjects.columns[1]).toEqual(["19/20", "19/2000", "19/20", "1/100"]);
    expect(read.problems).toMatchObject([{ severity: "warning", reason: "mixed-percentages", column: "率" }]);
    expect(read.problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "队“率”：这一列的百分数写法不一，有的如 95，有的如 0.95：第 3 行“0.95”读作 0.95%，第 5 行“1”读作 1%，而“95”等按百分数读取；请核对并统一写法。",
    ]);
    expect(read.problems.map((problem) => describeProblem(problem, "en"))[0]).toContain(
      "row 3 “0.95” was read as 0.95%",
    );
  });

  test.each([
    ["97\n0.88", true],
    ["97\n1", true],
    ["5\n0.05", true],
    ["0.5\n2\n1.2\n0.8", false],
    ["95\n96\n0", false],
    ["95%\n0.5%", false],
    ["0.3\n0.5", false],
  ])("%j: %s", (cells, isMixed) => {
    const lines = cells.split("\n").map((cell, at) => `${at}号,${cell}`);
    const { problems } = csv(rate, `名称,率（%）\n${lines.join("\n")}\n`);
    expect(problems.map(({ reason }) => reason)).toEqual(isMixed ? ["mixed-percentages"] : []);
  });

  test("0.95 and 95 entered into cells of percentages", () => {
    const shown = (...cells: readonly string[]) =>
      xlsx(
        rate,
        [rawRow(1, ["名称", "率"]), ...cells.map((cell, at) => rawRow(at + 2, [`${at}号`, numberIn(cell, 1)]))],
        [10],
      ).problems.map(({ reason }) => reason);
    expect(shown("0.95", "0.0088", "0.97")).toEqual(["mixed-percentages"]);
    expect(shown("0.95", "88", "0.97")).toEqual(["mixed-percentages"]);
    expect(shown("0.95", "0.88", "1")).toEqual([]);
  });
});

describe("texts that are written as formulas", () => {
  test.each([
    ['="001"', "001"],
    ['"=""001"""', "001"],
    ['"=""a, """"b"""""""', 'a, "b"'],
    ["=1+1", "=1+1"],
    ['\'="001"', '="001"'],
  ])("%s is %s", (written, text) => {
    expect(csv(programOf(TEXT, "号"), `名称,号\n甲,${written}\n`).subjects.columns[1]).toEqual([text]);
  });
});

describe("sheets that hide zeros", () => {
  const sheet = (name: string) => ({
    name,
    head: '<sheetViews><sheetView showZeros="0"/></sheetViews>',
    data: rawRow(1, ["名称", "用时"]) + rawRow(2, ["甲", numberIn("0")]) + rawRow(3, [numberIn("0"), numberIn("0")]),
  });
  test("show nothing, which is neither a blank nor 0; a row that shows nothing is ignored", () => {
    const bytes = rawWorkbook({ sheets: [sheet("s")] });
    const read = readTables(minutes, [{ role: "subjects", file: "a.xlsx", format: "xlsx", bytes }]);
    expect(read.subjects.columns).toEqual([["甲"], [null]]);
    expect(said(read)).toEqual([["error", "shown-otherwise", 2, ""]]);
    expect(describeProblem(read.problems[0]!, "zh")).toContain("表中不显示内容，存的却是 0");
  });
});

describe("a workbook that is imported into the grid", () => {
  test("is read from the grid as from the file", () => {
    const formats = ["0", 20, "[h]:mm", "0;0", "0.0", 'yyyy"年"m"月"'];
    const kept = ["89.6", "0.0277777777777778", "1.0625", "-3", "7", "45292"];
    const data = [
      rawRow(1, ["名称", "用时"]),
      ...kept.map((value, at) => rawRow(at + 2, [`${at}号`, numberIn(value, at + 1)])),
    ];
    const source = {
      role: "subjects",
      file: "a.xlsx",
      format: "xlsx",
      bytes: rawWorkbook({ sheets: [{ name: "s", data: data.join("") }], formats }),
    } as const;
    const direct = readTables(minutes, [source]);
    expect(direct.subjects.columns[1]).toEqual(["448/5", "40", "1530", null, "7", null]);
    const [table] = writtenTables(minutes, [source]).tables;
    expect(table?.rows.map(([, cell]) => cell)).toEqual(["89.6", "0:40:00", "25:30:00", "3（-3）", "7", "2024年1月"]);
    const again = readGrids(minutes, [{ role: "subjects", file: "0", header: table!.header, rows: table!.rows }]);
    expect(again.subjects.columns).toEqual(direct.subjects.columns);
    const wrong = ({ problems }: typeof direct) => problems.filter(({ severity }) => severity === "error").length;
    expect(wrong(again)).toBe(wrong(direct));
  });
});
