import { describe, expect, test } from "vitest";
import type { BookSheet, HandedInFile, SheetName, TableSource } from "../src/index.js";
import { collectTables, describeProblem, readGrids, readTables, sheetNames, writeWorkbook } from "../src/index.js";
import { rawRow, rawWorkbook } from "./corpus/raw-workbook.js";
import { sample } from "./sample-program.js";

const csv = (file: string, text: string): TableSource => ({ role: "subjects", file, format: "csv", text });

const ECONOMY = "名称,年度,招商完成,违规\n甲,2008,450,2\n乙,2008,,0\n";
const OFFICE = "名称,年度,满意率,不团结,档次\n乙,2008,95%,是,中\n甲,２００８,98%,否,好\n";

describe("several tables of subjects", () => {
  test("are one table, each with its part of the columns", () => {
    const { subjects, problems } = readTables(sample, [csv("a.csv", ECONOMY), csv("b.csv", OFFICE)]);
    expect(problems).toEqual([]);
    expect(subjects.columns.slice(0, 7)).toEqual([
      ["甲", "乙"],
      ["2008", "2008"],
      ["4500000", null],
      ["2", "0"],
      ["49/50", "19/20"],
      [false, true],
      [2, 1],
    ]);
    expect(subjects.columns[7]).toEqual([null, null]);
  });

  test("fill in blanks of another, and may write equal values differently", () => {
    const more = "名称,年度,招商完成（元）,违规\n甲,2008,4500000,2件\n乙,2008,3000000,\n";
    const { subjects, problems } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      csv("c.csv", more),
    ]);
    expect(problems).toEqual([]);
    expect(subjects.columns[2]).toEqual(["4500000", "3000000"]);
  });

  test("with different values are a conflict that names both locations, and neither is used", () => {
    const other = "名称,年度,违规\n乙,2008,0\n甲,2008,3\n";
    const { subjects, problems } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      csv("c.csv", other),
    ]);
    expect(subjects.columns[3]).toEqual([null, "0"]);
    expect(problems).toMatchObject([
      {
        file: "c.csv",
        row: 3,
        index: 0,
        column: "违规",
        reason: "conflict",
        found: "3",
        expected: ["2", "a.csv", "2", ""],
      },
    ]);
    expect(problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "社区 第 3 行“违规”：这里填“3”，a.csv 第 2 行填“2”，两处不一致，都没有采用；请核对后改为一致。",
    ]);
  });

  test("add subjects that the others do not have", () => {
    const { subjects } = readTables(sample, [csv("a.csv", ECONOMY), csv("b.csv", `${OFFICE}丙,2008,90%,否,差\n`)]);
    expect(subjects.columns[0]).toEqual(["甲", "乙", "丙"]);
    expect(subjects.columns[3]).toEqual(["2", "0", null]);
  });

  test("have a missing column only where none of them has it", () => {
    const { problems } = readTables(sample, [csv("a.csv", ECONOMY), csv("b.csv", "名称,年度,满意率\n甲,2008,98%\n")]);
    expect(problems.map(({ reason, column }) => [reason, column])).toEqual([
      ["missing-column", "不团结"],
      ["missing-column", "档次"],
    ]);
  });

  test("may omit the period where their subject has only one", () => {
    const { subjects, problems } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      csv("c.csv", "名称,备注\n甲,好\n"),
    ]);
    expect(problems).toEqual([]);
    expect(subjects.columns[7]).toEqual(["好", null]);
  });

  test("with a duplicate key in one of them keep the cells in which the two rows agree, and report both rows for the others", () => {
    const { problems, subjects } = readTables(sample, [
      csv("a.csv", `${ECONOMY}甲,2008,450,3\n`),
      csv("b.csv", OFFICE),
    ]);
    expect(problems).toMatchObject([
      { reason: "repeated-row", severity: "warning", file: "a.csv", row: 4, found: "甲 2008" },
      { reason: "conflict", file: "a.csv", row: 4, column: "违规", found: "3", expected: ["2", "a.csv", "2", ""] },
    ]);
    expect(subjects.rows).toBe(2);
    expect(subjects.columns.slice(2, 5).map(([first]) => first)).toEqual(["4500000", null, "49/50"]);
  });

  test("with three different values have all three reported", () => {
    const of = (file: string, count: number) => csv(file, `名称,年度,违规\n甲,2008,${count}\n`);
    const { problems, subjects } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      of("c.csv", 3),
      of("d.csv", 4),
    ]);
    expect(subjects.columns[3]).toEqual([null, "0"]);
    expect(problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "社区 第 2 行“违规”：这里填“4”，a.csv 第 2 行填“2”，c.csv 第 2 行填“3”，各处不一致，都没有采用；请核对后改为一致。",
    ]);
  });

  test("match periods in every spelling and in either order", () => {
    const whole = "名称,年度,备注\n甲,2008年度,好\n乙,2008年,中\n";
    const without = "名称,满意率,不团结,档次\n甲,98%,否,好\n";
    for (const files of [
      [csv("a.csv", ECONOMY), csv("b.csv", whole), csv("c.csv", without)],
      [csv("c.csv", without), csv("b.csv", whole), csv("a.csv", ECONOMY)],
    ]) {
      const { subjects, problems } = readTables(sample, files);
      expect(problems.filter(({ reason }) => reason !== "one-spelling")).toEqual([]);
      expect(subjects.rows).toBe(2);
    }
  });

  test("are not merged under another year than that of their title", () => {
    const last = "2007年度考核数据\n名称,满意率,不团结,档次\n甲,98%,否,好\n";
    const { subjects, problems } = readTables(sample, [csv("a.csv", ECONOMY), csv("b.csv", last)]);
    expect(subjects.columns[4]).toEqual([null, null]);
    expect(problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "社区：标题写的是“2007年度”，1 行没有期别一列，按主键应归入 2008，没有采用；请在表中写明期别，或改正标题。",
    ]);
  });

  test("count a ledger that is merged twice once, and two equal rows of one file twice", () => {
    const ledger = (file: string): TableSource => ({
      role: "list",
      name: "台账",
      file,
      format: "csv",
      text: "名称,事项,日期,数量\n甲,迟报,2008-01-02,1\n甲,迟报,2008-01-02,1\n",
    });
    const { lists, problems } = readTables(sample, [
      csv("a.csv", ECONOMY),
      csv("b.csv", OFFICE),
      ledger("l.csv"),
      ledger("m.csv"),
    ]);
    expect(lists[0]?.rows).toBe(2);
    expect(problems.map((problem) => describeProblem(problem, "en"))).toEqual([
      "台账, row 2: 2 rows are the same in every column as rows of l.csv, and each was counted once; if they are different records, distinguish them by a date or a remark.",
    ]);
  });
});

describe("a ledger that is handed in again", () => {
  const ledger = (name: string, text: string): HandedInFile => ({ role: "subjects", file: name, format: "csv", text });

  test("with a date filled in by then is pointed out, since both rows count", () => {
    const present = [
      { role: "subjects" as const, name: "", header: ["名称", "年度"], rows: [["甲", "2008"]] },
      {
        role: "list" as const,
        name: "台账",
        header: ["名称", "事项", "日期", "数量"],
        rows: [["甲", "迟报", "", "1"]],
      },
    ];
    const again = ledger("l.csv", "名称,事项,日期,数量\n甲,迟报,2008-01-02,1\n甲,通报,2008-01-02,1\n");
    const { tables, problems } = collectTables(sample, present, [again]);
    expect(tables[1]?.rows).toHaveLength(3);
    expect(problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "台账 第 2 行：这一行与现有的 第 2 行只差空着的格子或其中一列，可能是同一条记录，两条都计入；如是同一条，请删去一条。",
    ]);
  });

  test("with a corrected figure or date is pointed out in both languages, since both rows count; other records are not", () => {
    const present = [
      { role: "subjects" as const, name: "", header: ["名称", "年度"], rows: [["甲", "2008"]] },
      {
        role: "list" as const,
        name: "台账",
        header: ["名称", "事项", "日期", "数量"],
        rows: [["甲", "迟报", "2008-01-02", "1"]],
      },
    ];
    const again = ledger(
      "l.csv",
      "名称,事项,日期,数量\n甲,迟报,2008-01-02,3\n甲,迟报,2008-01-05,1\n甲,通报,2008-02-01,1\n甲,迟报,2008-03-01,2\n",
    );
    const { tables, problems } = collectTables(sample, present, [again]);
    expect(tables[1]?.rows).toHaveLength(5);
    expect(problems.map(({ reason, row }) => [reason, row])).toEqual([
      ["similar-row", 2],
      ["similar-row", 3],
    ]);
    const [corrected] = problems;
    if (corrected === undefined) throw new Error("no problem");
    expect(describeProblem(corrected, "zh")).toBe(
      "台账 第 2 行：这一行与现有的 第 2 行只差空着的格子或其中一列，可能是同一条记录，两条都计入；如是同一条，请删去一条。",
    );
    expect(describeProblem(corrected, "en")).toMatch(/only in blank cells or in one column/u);
  });
});

describe("a first collection", () => {
  const file = (name: string, text: string): HandedInFile => ({ role: "subjects", file: name, format: "csv", text });

  test("reports similar names until they are declared to be two subjects", () => {
    const files = [file("a.csv", "名称,违规\n南门社区,1\n东门社区,2\n"), file("b.csv", "名称,备注\n南门社去,好\n")];
    expect(collectTables(sample, [], files).nearKeys).toEqual([
      { key: "南门社区", near: ["南门社去"] },
      { key: "南门社去", near: ["南门社区"] },
    ]);
    const one = collectTables(sample, [], files, { answers: { keys: { 南门社去: { is: "南门社区" } } } });
    expect(one.nearKeys).toEqual([]);
    expect(one.tables[0]?.rows).toHaveLength(2);
    const two = collectTables(sample, [], files, { answers: { keys: { 南门社去: "new" } } });
    expect(two.nearKeys).toEqual([]);
    expect(two.tables[0]?.rows).toHaveLength(3);
  });

  test("reads one sheet per month without the cover sheet, and asks for the period of each", async () => {
    const sheet = (name: string, count: string): BookSheet => ({
      name: sheetNames([name])[0] as SheetName,
      columns: [],
      rows: [
        ["名称", "违规"],
        ["甲", count],
        ["合计", count],
      ].map((row) => row.map((text) => ({ value: { kind: "text", text } }) as const)),
    });
    const cover = { ...sheet("封面", ""), rows: [[{ value: { kind: "text", text: "2026年月报" } } as const]] };
    const bytes = await writeWorkbook({ title: "", sheets: [cover, sheet("1月", "3"), sheet("2月", "5")] });
    const book: HandedInFile = { role: "subjects", file: "2026.xlsx", format: "xlsx", bytes };
    const present = [
      {
        role: "subjects" as const,
        name: "",
        header: ["名称", "年度", "违规"],
        rows: ["2026-01", "2026年2月"].map((period) => ["甲", period, ""]),
      },
    ];
    const asked = collectTables(sample, present, [book]);
    expect(asked.tables).toEqual(present);
    expect(asked.periods.map(({ sheet: name, said, rows }) => [name, said, rows])).toEqual([
      ["2月", "2026年2月", 1],
      ["1月", "2026年1月", 1],
    ]);
    const periods = Object.fromEntries(
      asked.periods.map(({ file: name, sheet: of, said }) => [`${name}[${of}]`, said]),
    );
    const { tables } = collectTables(sample, present, [book], { answers: { periods } });
    expect(tables[0]?.rows).toEqual([
      ["甲", "2026-01", "3"],
      ["甲", "2026年2月", "5"],
    ]);
    // The figures of a month are not those of the year, even where all months agree or a subject is in one sheet only.
    const year = [
      { role: "subjects" as const, name: "", header: ["名称", "年度", "违规"], rows: [["甲", "2026", ""]] },
    ];
    const months = collectTables(sample, year, [book]);
    expect(months.tables).toEqual(year);
    expect(months.conflicts).toEqual([]);
    expect(months.periods.map(({ sheet: name, period }) => [name, period])).toEqual([
      ["2月", "2026"],
      ["1月", "2026"],
    ]);
    const accepted = collectTables(sample, year, [book], { answers: { periods: { "2026.xlsx[2月]": "" } } });
    expect(accepted.tables[0]?.rows).toEqual([["甲", "2026", "5"]]);
    // Without periods in the rubric, none of several months is the one to use either.
    const plain = { ...sample, period: null };
    const undated = [{ role: "subjects" as const, name: "", header: ["名称", "违规"], rows: [["甲", ""]] }];
    const either = collectTables(plain, undated, [book]);
    expect(either.tables).toEqual(undated);
    expect(either.files).toMatchObject([{ state: "left" }]);
    expect(either.periods.map(({ sheet: name, period }) => [name, period])).toEqual([
      ["2月", null],
      ["1月", null],
    ]);
    const chosen = collectTables(plain, undated, [book], { answers: { periods: { "2026.xlsx[2月]": "" } } });
    expect(chosen.tables[0]?.rows).toEqual([["甲", "5"]]);
    // A single month in a title or a file name may be the month of the report.
    const one = await writeWorkbook({ title: "", sheets: [sheet("12月", "9")] });
    const report: HandedInFile = { role: "subjects", file: "2026.xlsx", format: "xlsx", bytes: one };
    expect(collectTables(sample, year, [report]).tables[0]?.rows).toEqual([["甲", "2026", "9"]]);
  });

  test("takes no figure of a row that may be a total, and reports it", () => {
    const handedIn = csv("a.csv", "名称,年度,违规\n甲,2008,2\n乙,2008,0\n合计村,2008,5\n");
    const asked = collectTables(sample, [], [handedIn]);
    // The name alone is there, as a subject that is not scored.
    expect(asked.tables[0]?.rows).toEqual([
      ["甲", "2008", "2"],
      ["乙", "2008", "0"],
      ["合计村", "2008"],
    ]);
    expect(asked.problems.map(({ reason, found }) => `${reason} ${found}`)).toContain("row-doubted 合计村");
  });

  test("a value that was not used is not read from the merged table either", () => {
    const merged = rawWorkbook({
      sheets: [
        {
          name: "社区",
          data: [
            ["名称", "年度", "违规"],
            ["甲", "2008", "330"],
            ["乙", "2008"],
          ]
            .map((row, at) => rawRow(at + 1, row))
            .join(""),
          tail: '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>',
        },
      ],
    });
    const files = [
      { role: "subjects" as const, file: "a.xlsx", format: "xlsx" as const, bytes: merged },
      file("b.csv", "名称,年度,党费收缴不力\n甲,2008,1.5\n"),
    ];
    const { tables, unread } = collectTables(sample, [], files);
    expect(unread.map(({ reason, row }) => [reason, row])).toEqual([
      ["merged-cells", 2],
      ["merged-cells", 3],
      ["out-of-range", 2],
    ]);
    expect(tables[0]?.rows).toEqual([
      ["甲", "2008", "330？", "1.5"],
      ["乙", "2008", "330？"],
    ]);
    const again = readGrids(
      sample,
      tables.map((table) => ({ ...table, file: "" })),
    );
    expect([again.subjects.columns[3], again.subjects.columns[8]]).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("writes numbers in the unit that the header of the existing table states", () => {
    const header = ["名称", "年度", "招商完成（元）"];
    const present = [{ role: "subjects" as const, name: "", header, rows: [["甲", "2008", "100000"]] }];
    const { tables, changed } = collectTables(sample, present, [file("a.csv", "名称,招商完成\n甲,25.5\n")]);
    expect(tables[0]).toMatchObject({ header, rows: [["甲", "2008", "255000"]] });
    expect(changed).toMatchObject([{ before: "100000元", text: "25.5" }]);
  });

  test("converts numbers into the unit of the existing table", () => {
    const present = [
      {
        role: "subjects" as const,
        name: "",
        header: ["名称", "年度", "招商完成（万元）"],
        rows: [["甲", "2008", "10"]],
      },
    ];
    const { tables, changed } = collectTables(sample, present, [
      file("a.csv", "名称,年度,招商完成（元）\n甲,2008年,255000\n"),
    ]);
    expect(changed).toMatchObject([{ before: "10", text: "255000元" }]);
    const read = readGrids(
      sample,
      tables.map((table) => ({ ...table, file: "" })),
    );
    expect(JSON.stringify(read.subjects.columns[2])).toBe(
      JSON.stringify(readTables(sample, [csv("x.csv", "名称,年度,招商完成\n甲,2008,25.5\n")]).subjects.columns[2]),
    );
  });
});
