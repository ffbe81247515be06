// The files of an office as they come in: totals and signatures below, months and years in many spellings, a cover sheet first, a file with
// a password, an empty one. Each fault is one that lost or doubled cells before.

import { describe, expect, test } from "vitest";
import type { BookSheet, Collected, HandedInFile, SheetName, TextTable } from "../src/index.js";
import { collectTables, describeProblem, sheetNames, writeWorkbook } from "../src/index.js";
import { sample } from "./sample-program.js";

const csv = (file: string, text: string): HandedInFile => ({ role: "subjects", file, format: "csv", text });

const present: readonly TextTable[] = [
  {
    role: "subjects",
    name: "",
    header: ["名称", "年度", "违规", "满意率"],
    rows: ["甲社区", "乙社区", "丙街道"].map((key) => [key, "2008", "", ""]),
  },
];

const sheet = (name: string, rows: readonly (readonly string[])[]): BookSheet => ({
  name: sheetNames([name])[0] as SheetName,
  columns: [],
  rows: rows.map((row) => row.map((text) => ({ value: text === "" ? null : ({ kind: "text", text } as const) }))),
});
const book = async (file: string, ...sheets: readonly BookSheet[]): Promise<HandedInFile> => ({
  role: "subjects",
  file,
  format: "xlsx",
  bytes: await writeWorkbook({ title: "", sheets }),
});

/** The first bytes of an OLE file, as which spreadsheets store a workbook with a password. */
const LOCKED: HandedInFile = {
  role: "subjects",
  file: "加密.xlsx",
  format: "xlsx",
  bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
};

const column = ({ tables }: Collected, name: string) => {
  const table = tables.find(({ role }) => role === "subjects");
  return table?.rows.map((row) => row[table.header.indexOf(name)]);
};
const stateOf = (collected: Collected, file: string) => collected.files.find((each) => each.file === file)?.state;

describe("a folder of an office", () => {
  test("is merged but for the files that cannot be read, each of which is named with the reason", async () => {
    const files = [
      csv("a.csv", "名称,违规\n甲社区,1\n"),
      LOCKED,
      csv("空.csv", ""),
      { ...LOCKED, file: "损坏.xlsx", bytes: Uint8Array.from([0x50, 0x4b, 3, 4]) },
      csv("b.csv", "名称,满意率\n乙社区,95%\n"),
    ];
    const found = collectTables(sample, present, files);
    expect(column(found, "违规")).toEqual(["1", "", ""]);
    expect(column(found, "满意率")).toEqual(["", "95%", ""]);
    for (const file of ["加密.xlsx", "空.csv", "损坏.xlsx"]) {
      expect(stateOf(found, file)).toBe("unreadable");
      const [why] = found.problems.filter((problem) => problem.file === file);
      if (why === undefined) throw new Error(`no reason for ${file}`);
      expect(describeProblem(why, "zh")).toMatch(/\S/u);
      expect(describeProblem(why, "en")).toMatch(/[a-z]/u);
    }
  });

  test.each([
    ["total", "合计,9\n"],
    ["total with a space", "合 计,9\n"],
    ["mean", "平均,3\n"],
    ["signature", "填表人：赵晓敏　审核：孙立,\n"],
    ["remark", "注：数据截至12月15日,\n"],
    ["in English", "Total,9\n"],
  ])("has no subject made of a %s below the table, with present tables or without", (_, footer) => {
    const text = `名称,违规\n甲社区,2\n乙社区,3\n丙街道,4\n${footer}`;
    const merged = collectTables(sample, present, [csv("a.csv", text)]);
    expect(column(merged, "违规")).toEqual(["2", "3", "4"]);
    expect(merged.aside.map(({ row }) => row)).toEqual([5]);
    const first = collectTables(sample, [], [csv("a.csv", text)]);
    expect(first.subjects.map(({ key }) => key)).toEqual(["甲社区", "乙社区", "丙街道"]);
  });

  test.each(["2008", "2008年", "2008年度", "２００８", "二〇〇八年", "2008.0"])(
    "is of one year in the spelling %s",
    (period) => {
      const found = collectTables(sample, present, [csv("a.csv", `名称,年度,违规\n甲社区,${period},1\n`)]);
      expect([found.subjects, found.unmatched, column(found, "违规")]).toEqual([[], [], ["1", "", ""]]);
    },
  );

  test.each([
    "2026-01",
    "2026年1月",
    "2026年一月",
    "二〇二六年一月份",
    "2026年01月",
    "2026.1",
    "2026/1",
    "２０２６年１月",
  ])("is of one month in the spelling %s", (period) => {
    const months = [{ ...(present[0] as TextTable), rows: [["甲社区", "2026年1月", "", ""]] }];
    const found = collectTables(sample, months, [csv("a.csv", `名称,年度,违规\n甲社区,${period},1\n`)]);
    expect([found.subjects, found.unmatched, column(found, "违规")]).toEqual([[], [], ["1"]]);
  });

  test.each([
    ["title", "2007年度考核数据\n名称,违规\n甲社区,1\n", "a.csv"],
    ["title below the name of the office", "某某街道\n二〇〇七年考核表\n名称,违规\n甲社区,1\n", "a.csv"],
    ["title with a day of the year after", "二○○七年社区考核（十二月十八日）\n名称,违规\n甲社区,1\n", "a.csv"],
    ["file name", "名称,违规\n甲社区,1\n", "2007年.csv"],
  ])("asks where the %s says another year", (where, text, file) => {
    const found = collectTables(sample, present, [csv(file, text)]);
    expect(found.periods).toMatchObject([
      { where: where.startsWith("title") ? "title" : "file", period: "2008", rows: 1 },
    ]);
    expect(found.tables).toEqual(present);
  });

  test.each(["填报日期：2007年12月18日", "填报日期：二〇〇七年十二月十八日", "20071218"])(
    "does not take the day in “%s” for a period",
    (title) => {
      const found = collectTables(sample, present, [csv("a.csv", `${title}\n名称,违规\n甲社区,1\n`)]);
      expect([found.periods, column(found, "违规")]).toEqual([[], ["1", "", ""]]);
    },
  );

  test("reads the table behind a cover and instructions, and a ledger in a sheet of any name", async () => {
    const found = collectTables(sample, present, [
      await book(
        "部门.xlsx",
        sheet("封面", [["2008年度考核"], ["填报单位：综治办"]]),
        sheet("填表说明", [["请如实填写"]]),
        sheet("数据", [
          ["名称", "违规"],
          ["甲社区", "1"],
        ]),
        sheet("明细", [
          ["名称", "事项", "日期", "数量"],
          ["乙社区", "迟报", "2008-01-02", "1"],
        ]),
      ),
    ]);
    expect(column(found, "违规")).toEqual(["1", "", ""]);
    expect(found.tables.find(({ role }) => role === "list")?.rows).toEqual([
      ["乙社区", "2008", "迟报", "2008-01-02", "1"],
    ]);
  });

  test("names all of three different figures for a cell, in any order of the files", () => {
    const files = ["1", "2", "3"].map((figure) => csv(`${figure}.csv`, `名称,违规\n甲社区,${figure}\n`));
    for (const order of [files, [...files].reverse()]) {
      const { conflicts } = collectTables(sample, present, order);
      expect(conflicts.map(({ figures }) => figures.map(({ text }) => text))).toEqual([["1", "2", "3"]]);
    }
  });

  test("keeps both rows of a subject that is there twice in one file, and takes no row of another file away", () => {
    const found = collectTables(sample, present, [
      csv("a.csv", "名称,违规,满意率\n甲社区,1,\n甲社区,,95%\n"),
      csv("b.csv", "名称,违规\n乙社区,2\n"),
    ]);
    expect([column(found, "违规"), column(found, "满意率")]).toEqual([
      ["1", "2", ""],
      ["95%", "", ""],
    ]);
  });
});
