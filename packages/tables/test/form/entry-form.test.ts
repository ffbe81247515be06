import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Program } from "@yardstick/language/program";
import {
  collectTables,
  describeProblem,
  describeReport,
  entryForm,
  formAssessors,
  readTables,
  writeWorkbook,
} from "../../src/index.js";
import type { Book, BookSheet, BookValue } from "../../src/index.js";
import { sample } from "../sample-program.js";

/** The sample with two assessors: one for the counts, one for the judgements and the list. */
const reads = (field: number) => ({ kind: "field", field });
const item = (name: string, assessor: string, line: object) => ({
  kind: "item",
  name,
  path: name,
  assessor,
  applies: null,
  lines: [line],
});
const program: Program = {
  ...sample,
  parts: [
    item("经济", "经发办", { conditions: [], each: null, amount: { kind: "expression", value: [reads(2), reads(3)] } }),
    item("党建", "组织办", {
      conditions: [reads(5)],
      each: { list: 0, where: null },
      amount: { kind: "judgement", field: 8 },
    }),
  ] as unknown as Program["parts"],
};

const sheetNamed = (book: Book, name: string): BookSheet => {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};
const headersOf = (sheet: BookSheet) =>
  (sheet.rows[0] ?? []).map((cell) => (cell?.value?.kind === "text" ? cell.value.text : ""));

/** A form as a user fills it in. */
function filled(book: Book, name: string, rows: readonly (readonly BookValue[])[]): Book {
  const body = rows.map((row) => row.map((value) => ({ value })));
  return {
    ...book,
    sheets: book.sheets.map((sheet) =>
      sheet.name === name ? { ...sheet, rows: [...sheet.rows.slice(0, 1), ...body] } : sheet,
    ),
  };
}
const text = (said: string): BookValue => ({ kind: "text", text: said });
const number = (decimal: string): BookValue => ({ kind: "number", decimal });

describe("an entry form", () => {
  test.each([
    [0, 1000],
    [44, 2200],
    [10_000, 20_000],
  ])("for %d subjects has %d rows in each list that can be filled in, and says so", (count, rows) => {
    const subjects = Array.from({ length: count }, (_, at) => ({ key: `社区${at}`, period: "2024" }));
    for (const lang of ["zh", "en"] as const) {
      const { book } = entryForm(program, { subjects, lang });
      const list = sheetNamed(book, "台账");
      const [head = [], ...body] = list.rows;
      expect(body).toHaveLength(rows);
      expect(
        body.every((cells) => cells.length === head.length && cells.every((cell) => cell?.isLocked !== true)),
      ).toBe(true);
      expect(list.validations?.every(({ toRow }) => toRow === rows)).toBe(true);
      const last = Math.max(1000, count + 20) + 1;
      expect(list.validations?.[0]?.rule).toEqual({ kind: "reference", range: `'社区'!$A$2:$A$${last}` });
      const help = book.sheets.flatMap((sheet) => (sheet.isHidden ? [] : sheet.rows.flat()));
      const steps = help.flatMap((cell) =>
        cell?.value?.kind === "text" && cell.value.text.startsWith("6. ") ? cell.value.text : [],
      );
      expect(steps).toHaveLength(1);
      expect(steps[0]).toContain(` ${rows} `);
    }
  });

  test("has the columns of the data block with their units, one sheet per list, the constants and instructions", () => {
    const { book } = entryForm(program);
    expect(book.sheets.map(({ name }) => name)).toEqual(["社区", "台账", "常量", "填写说明", "yardstick"]);
    expect(headersOf(sheetNamed(book, "社区"))).toEqual([
      "名称",
      "年度",
      "招商完成（万元）",
      "违规（件）",
      "满意率（%）",
      "不团结",
      "档次",
      "备注",
      "党费收缴不力",
    ]);
    expect(headersOf(sheetNamed(book, "台账"))).toEqual([
      "名称",
      "年度",
      "事项",
      "日期",
      "数量",
      "记录标识（自动生成）",
    ]);
  });

  test("has drop-downs for flags and choices, and validates numbers against their range in the unit of the header", () => {
    const rules = sheetNamed(entryForm(program).book, "社区").validations?.map(({ rule }) => rule);
    expect(rules?.slice(2)).toEqual([
      { kind: "number", min: null, max: null },
      { kind: "whole", min: "0", max: null },
      { kind: "number", min: "0", max: "1" },
      { kind: "levels", levels: ["是", "否"] },
      { kind: "levels", levels: ["差", "中", "好"] },
      { kind: "any" },
      { kind: "number", min: "0", max: "1" },
    ]);
  });

  test("describes the content of every column", () => {
    const [, , amount, , , , , remark, judged] = sheetNamed(entryForm(program).book, "社区").validations ?? [];
    expect(amount?.prompt?.text).toBe("数值\n单位：万元。\n必填");
    expect(remark?.prompt?.text).toContain("可留空");
    expect(judged?.prompt?.text).toContain("由组织办酌情评定，没有则留空");
  });

  test("of one assessor has the key and the columns of that assessor, and reports columns without an assessor", () => {
    expect(formAssessors(program)).toEqual(["经发办", "组织办"]);
    const economy = entryForm(program, { assessor: "经发办" });
    expect(economy.book.sheets.map(({ name }) => name)).toEqual(["社区", "填写说明", "yardstick"]);
    expect(headersOf(sheetNamed(economy.book, "社区"))).toEqual(["名称", "年度", "招商完成（万元）", "违规（件）"]);
    expect(economy.unassigned).toEqual(["满意率", "档次", "备注"]);
    const party = entryForm(program, { assessor: "组织办" });
    expect(headersOf(sheetNamed(party.book, "社区"))).toEqual(["名称", "年度", "不团结", "党费收缴不力"]);
    expect(headersOf(sheetNamed(party.book, "台账"))).toHaveLength(6);
  });

  test("filled in reads back without a warning", async () => {
    const { book } = entryForm(program, { subjects: [{ key: "甲", period: "2008" }] });
    const subjects = filled(book, "社区", [
      [
        text("甲"),
        text("2008"),
        number("450.5"),
        number("2"),
        number("0.98"),
        text("否"),
        text("好"),
        text(""),
        number("0.5"),
      ].map((value, at): BookValue => (at === 4 ? { kind: "number", decimal: "0.98" } : value)),
    ]);
    const sheet = sheetNamed(subjects, "社区");
    const asPercent = {
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        at === 0
          ? row
          : row.map((cell, column) => (cell !== null && column === 4 ? { ...cell, format: "percent" as const } : cell)),
      ),
    };
    const whole = filled(
      { ...subjects, sheets: subjects.sheets.map((each) => (each.name === "社区" ? asPercent : each)) },
      "台账",
      [[text("甲"), text("2008"), text("迟报"), { kind: "date", iso: "2008-01-02" }, number("3")]],
    );
    const bytes = await writeWorkbook(filled(whole, "常量", [[number("30")]]));
    const read = readTables(program, [{ role: "subjects", file: "f.xlsx", format: "xlsx", bytes }]);
    expect(read.problems).toEqual([]);
    expect(read.reports.flatMap((report) => describeReport(report, "zh"))).toEqual([]);
    expect(read.subjects.columns.map((column) => column[0])).toEqual([
      "甲",
      "2008",
      "4505000",
      "2",
      "49/50",
      false,
      2,
      null,
      "1/2",
      undefined,
    ]);
    expect(read.lists[0]).toEqual({ rows: 1, owner: [0], columns: [["迟报"], ["2008-01-02"], ["3"]] });
    expect(read.constants).toEqual(["300000"]);
  });

  test("puts long choices into a hidden sheet, and is a valid workbook", async () => {
    const levels = Array.from({ length: 40 }, (_, at) => ({ name: `第${at}类，含逗号, 的档次`, description: null }));
    const { book } = entryForm({ ...program, choices: [{ name: null, ordered: false, levels }] });
    const choices = sheetNamed(book, "选项");
    expect(choices.isHidden).toBe(true);
    const parts = unzipSync(await writeWorkbook(book));
    expect(strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain(
      "<formula1>'选项'!$A$1:$A$40</formula1>",
    );
  });

  test("is in English on request, and keeps the names of the rubric", () => {
    const { book } = entryForm(program, { lang: "en" });
    expect(book.sheets.map(({ name }) => name)).toEqual(["社区", "台账", "constants", "How to fill in", "yardstick"]);
    expect(sheetNamed(book, "社区").validations?.[3]?.prompt?.text).toBe(
      "a whole number, 0 or more\nUnit: 件. \nat least 0\nrequired",
    );
  });

  test("protects headers and names, and leaves the cells to fill in unlocked in the format of their column", () => {
    const { book } = entryForm(program, { assessor: "经发办", subjects: [{ key: "甲", period: "2008" }] });
    const sheet = sheetNamed(book, "社区");
    expect(sheet.isProtected).toBe(true);
    expect(sheet.rows).toHaveLength(22);
    expect(sheet.rows[1]?.map((cell) => cell?.isLocked ?? false)).toEqual([true, true, false, false]);
    expect(sheet.rows[21]?.map((cell) => cell?.format)).toEqual(["text", "text", "general", "general"]);
    expect(sheet.header).toContain("经发办");
  });

  test("contains its rubric, department and period, is recognised by them, and is refused by another rubric", async () => {
    const { book } = entryForm(program, { assessor: "经发办", subjects: [{ key: "甲", period: "2008" }] });
    const whole = filled(book, "社区", [[text("甲"), text("2008"), number("450.5"), number("2")]]);
    const bytes = await writeWorkbook(whole);
    const source = { role: "subjects", file: "f.xlsx", format: "xlsx", bytes } as const;
    const { files, tables, problems } = collectTables(program, [], [source]);
    expect(files).toMatchObject([{ state: "merged", department: "经发办", recognised: "mark" }]);
    expect(problems).toEqual([]);
    expect(tables[0]?.rows).toEqual([["甲", "2008", "450.5", "2"]]);

    const other = collectTables({ ...program, title: "别的考核" }, [], [source]);
    expect(other.files).toMatchObject([{ state: "refused" }]);
    expect(other.tables).toEqual([]);
    expect(other.problems.map((problem) => describeProblem(problem, "zh"))).toEqual([
      "社区：这是“样例”的填报表，不是“别的考核”的，没有读取；请用本规则的填报表填报。",
    ]);
    const nextYear = [{ role: "subjects", name: "", header: ["名称", "年度"], rows: [["甲", "2009"]] }] as const;
    const late = collectTables(program, nextYear, [source]);
    expect(late.files).toMatchObject([{ state: "refused" }]);
    expect(late.tables).toEqual(nextYear);
    expect(late.problems.map((problem) => describeProblem(problem, "en"))).toEqual([
      "社区: this is an entry form of 2008, but 2009 is being collected, so it was not read; specify the period if it should be collected.",
    ]);
    const changed = { ...program, fields: program.fields.filter(({ name }) => name !== "备注") };
    expect(collectTables(changed, [], [source]).problems.map(({ reason, severity }) => [reason, severity])).toEqual([
      ["outdated-form", "warning"],
    ]);
  });
});
