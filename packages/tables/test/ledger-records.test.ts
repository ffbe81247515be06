// Ledger rows of entry forms, which have a hidden identity: a corrected row replaces the earlier one, whichever files and orders it comes in.

import { describe, expect, test } from "vitest";
import type { Program } from "@yardstick/language/program";
import type { Book, BookCell, BookValue, Collected, HandedInFile, TableSource, TextTable } from "../src/index.js";
import {
  collectTables,
  describeProblem,
  describeReport,
  entryForm,
  readGrids,
  readTables,
  writeWorkbook,
  writtenTables,
} from "../src/index.js";
import { sample } from "./sample-program.js";

type Row = readonly [name: string, what: string, day: string, count: string];

const FIRST: Row = ["甲", "迟报", "2008-01-02", "1"];
const SECOND: Row = ["乙", "通报", "2008-02-01", "2"];
const CORRECTED: Row = ["甲", "迟报", "2008-01-02", "3"];

const present: readonly TextTable[] = [
  { role: "subjects", name: "", header: ["名称", "年度"], rows: ["甲", "乙"].map((key) => [key, "2008"]) },
];

const valueOf = (text: string): BookValue | null =>
  text === "" ? null : /^\d+$/u.test(text) ? { kind: "number", decimal: text } : { kind: "text", text };

/** The form of one export as workbook, with the rows of its ledger filled in; `from` is the first row that is filled in. */
async function form(file: string, rows: readonly Row[], { id = "form1", from = 0, lang = "zh" as "zh" | "en" } = {}) {
  const { book } = entryForm(sample, { id, lang, subjects: [{ key: "甲", period: "2008" }] });
  const sheets = book.sheets.map((sheet) => {
    if (sheet.name !== "台账") return sheet;
    const lines = sheet.rows.map((row, at) => {
      const filled = rows[at - 1 - from];
      if (at === 0 || filled === undefined) return row;
      const [name, what, day, count] = filled;
      return row.map((cell, column): BookCell | null => {
        const text = [name, "2008", what, day, count][column];
        return text === undefined ? cell : { value: valueOf(text) };
      });
    });
    return { ...sheet, rows: lines };
  });
  const whole: Book = { ...book, sheets };
  return { role: "subjects", file, format: "xlsx", bytes: await writeWorkbook(whole) } satisfies HandedInFile;
}

const csv = (file: string, rows: readonly Row[]): HandedInFile => ({
  role: "subjects",
  file,
  format: "csv",
  text: [["名称", "事项", "日期", "数量"], ...rows].map((row) => row.join(",")).join("\n"),
});

/** The rows of the ledger without the identities. */
function ledger({ tables }: Pick<Collected, "tables">): readonly string[] {
  const table = tables.find(({ role }) => role === "list");
  return (table?.rows ?? []).map((row) => row.slice(0, 5).join(" ")).sort();
}
const texts = ({ problems }: Collected, lang: "zh" | "en" = "zh") =>
  problems.map((problem) => describeProblem(problem, lang));

describe("the ledger of an entry form", () => {
  test.each(["zh", "en"] as const)("has hidden identities, and reads back without a note (%s)", async (lang) => {
    const { book } = entryForm(sample, { lang });
    const sheet = book.sheets.find(({ name }) => name === "台账");
    expect(sheet?.columns.at(-1)?.isHidden).toBe(true);
    const ids = sheet?.rows.slice(1).map((row) => row.at(-1)?.value) ?? [];
    expect(new Set(ids.map((value) => JSON.stringify(value))).size).toBe(1000);
    const bytes = (await form("a.xlsx", [FIRST], { lang })).bytes;
    const read = readTables(sample, [{ role: "subjects", file: "a.xlsx", format: "xlsx", bytes }]);
    expect(read.lists[0]?.rows).toBe(1);
    expect(read.problems.filter(({ table }) => table === "台账")).toEqual([]);
    expect(read.reports.flatMap((report) => describeReport(report, lang))).toEqual([]);
    expect(book.sheets.find(({ name }) => name === "社区")?.columns.some(({ isHidden }) => isHidden)).toBe(false);
  });

  test("has other identities each time a form is made, since its rows are other records", () => {
    const idOf = () =>
      entryForm(sample)
        .book.sheets.find(({ name }) => name === "台账")
        ?.rows[1]?.at(-1)?.value;
    expect(idOf()).not.toEqual(idOf());
  });
});

describe("a corrected ledger row", () => {
  test("replaces the earlier one, and is listed as a change with its cell", async () => {
    const once = collectTables(sample, present, [await form("a.xlsx", [FIRST, SECOND])]);
    expect(ledger(once)).toEqual(["乙 2008 通报 2008-02-01 2", "甲 2008 迟报 2008-01-02 1"]);
    const again = collectTables(sample, once.tables, [await form("b.xlsx", [CORRECTED, SECOND])]);
    expect(ledger(again)).toEqual(["乙 2008 通报 2008-02-01 2", "甲 2008 迟报 2008-01-02 3"]);
    expect(again.changed).toEqual([
      {
        key: "甲",
        period: "2008",
        field: "数量",
        record: { list: "台账", id: "form1-1" },
        before: "1",
        text: "3",
        origin: { file: "b.xlsx", sheet: "台账", row: 2, cell: "E2" },
      },
    ]);
    expect(texts(again)).toEqual([]);
    expect(again.files).toMatchObject([{ state: "merged", counts: { changed: 1, rows: 0, sameRows: 1 } }]);
    const third = collectTables(sample, again.tables, [await form("b.xlsx", [CORRECTED, SECOND])]);
    expect(third.tables).toEqual(again.tables);
    expect(third.files).toMatchObject([{ state: "same" }]);
  });

  test("is completed where a cell was blank, and a blank deletes nothing", async () => {
    const once = collectTables(sample, present, [await form("a.xlsx", [["甲", "迟报", "", "1"]])]);
    const filled = collectTables(sample, once.tables, [await form("b.xlsx", [FIRST])]);
    expect(ledger(filled)).toEqual(["甲 2008 迟报 2008-01-02 1"]);
    expect(filled.new).toMatchObject([{ field: "日期", text: "2008-01-02" }]);
    const emptied = collectTables(sample, filled.tables, [await form("c.xlsx", [["甲", "迟报", "", "1"]])]);
    expect(emptied.tables).toEqual(filled.tables);
  });

  test("moves to the right subject", async () => {
    const once = collectTables(sample, present, [await form("a.xlsx", [FIRST])]);
    const moved = collectTables(sample, once.tables, [await form("b.xlsx", [["乙", "迟报", "2008-01-02", "1"]])]);
    expect(ledger(moved)).toEqual(["乙 2008 迟报 2008-01-02 1"]);
    expect(moved.changed).toMatchObject([{ field: "名称", before: "甲", text: "乙" }]);
  });

  test("is a conflict beside the earlier file, in either order, and is settled like any cell", async () => {
    const [a, b] = [await form("a.xlsx", [FIRST]), await form("b.xlsx", [CORRECTED])];
    const found = collectTables(sample, present, [a, b]);
    expect(collectTables(sample, present, [b, a])).toEqual(found);
    expect(found.conflicts).toMatchObject([
      {
        id: "甲/2008/台账#form1-1/数量",
        figures: [
          { text: "1", origins: [{ file: "a.xlsx", sheet: "台账", row: 2, cell: "E2" }] },
          { text: "3", origins: [{ file: "b.xlsx", sheet: "台账", row: 2, cell: "E2" }] },
        ],
        settled: null,
      },
    ]);
    expect(ledger(found)).toEqual(["甲 2008 迟报 2008-01-02 "]);
    const answers = { cells: { "甲/2008/台账#form1-1/数量": "3" } };
    expect(ledger(collectTables(sample, present, [a, b], { answers }))).toEqual(["甲 2008 迟报 2008-01-02 3"]);
    const dated = [
      { ...a, modified: 1 },
      { ...b, modified: 2 },
    ];
    expect(ledger(collectTables(sample, present, dated, { answers: { rule: "newest" } }))).toEqual([
      "甲 2008 迟报 2008-01-02 3",
    ]);
  });

  test("is not used where files that are scored together differ", async () => {
    const [a, b] = [await form("a.xlsx", [FIRST]), await form("b.xlsx", [CORRECTED])];
    const { lists, problems } = readTables(sample, [a, b]);
    expect(lists[0]).toEqual({ rows: 1, owner: [0], columns: [["迟报"], ["2008-01-02"], [null]] });
    expect(problems.filter(({ reason }) => reason === "conflict")).toMatchObject([
      { file: "b.xlsx", table: "台账", index: 0, row: 2, column: "数量", expected: ["1", "a.xlsx", "2", "台账"] },
    ]);
    const other = await form("c.xlsx", [["乙", "迟报", "2008-01-02", "1"]]);
    const subjects = { role: "subjects", file: "s.csv", format: "csv", text: "名称,年度\n甲,2008\n乙,2008\n" } as const;
    const both = readTables(sample, [subjects, a, other]);
    expect(both.lists[0]?.owner).toEqual([0, 1]);
    expect(both.problems.filter(({ reason }) => reason === "conflict")).toMatchObject([
      { index: 0, column: null, severity: "error" },
      { index: 1, column: null, severity: "error" },
    ]);
  });
});

test("an opponent that is no subject is reported where its cell is written", async () => {
  const by = {
    kind: "row-field",
    list: 0,
    column: 2,
    type: { kind: "number", dimension: {}, percent: false },
    span: [0, 0],
  } as const;
  const thenBy = [{ by, against: { list: 0, column: 0 }, lowestFirst: false }];
  const span = [0, 0] as const;
  const ranking = { name: "总", span, by, lowestFirst: false, within: null, where: null, ties: "gap", thenBy } as const;
  const league: Program = { ...sample, rankings: [ranking] };
  const open = await form("a.xlsx", [["甲", "", "2008-01-02", "1"]]);
  const filled = await form("b.xlsx", [["甲", "丙丁社区", "2008-01-02", "1"]]);
  const subjects: TableSource = {
    role: "subjects",
    file: "s.json",
    format: "json",
    text: JSON.stringify([
      { 名称: "乙", 年度: "2009" },
      {
        名称: "丙丁村社区",
        年度: "2008",
        台账: [
          { 事项: "甲", 日期: "2008-01-02" },
          { 事项: "乙", 日期: "2008-01-03" },
        ],
      },
      { 名称: "甲", 年度: "2008", 台账: [{ 事项: "戊", 日期: "2008-01-04" }] },
    ]),
  };
  const csvRows = { role: "list", name: "台账", file: "c.csv", format: "csv" } as const;
  const text = "某街道台账\n名称,年度,事项,日期,数量\n\n甲,2008,己,2008-01-05,1\n";
  const { problems } = readTables(league, [subjects, open, filled, { ...csvRows, text }]);
  const found = problems.filter(({ reason }) => reason === "unknown-opponent");
  expect(found.map(({ file, row, found: name }) => [file, row, name])).toEqual([
    ["b.xlsx", 2, "丙丁社区"],
    ["c.csv", 4, "己"],
    ["s.json", 2, "乙"],
    ["s.json", 3, "戊"],
  ]);
  expect([found[0], found[2]].map((each) => (each === undefined ? "" : describeProblem(each, "zh")))).toEqual([
    "台账 第 2 行“事项”：主表中没有 2008 期的对手“丙丁社区”，比直接胜负时这一行没有计入；是否应为“丙丁村社区”？",
    "台账 第 2 行“事项”：主表中没有 2008 期的对手“乙”，比直接胜负时这一行没有计入；请核对名称和期别。",
  ]);
  expect([found[0], found[2]].map((each) => (each === undefined ? "" : describeProblem(each, "en")))).toEqual([
    "台账, row 2, “事项”: the opponent “丙丁社区” is not in the main table for 2008, so this row did not count head to head; did you mean “丙丁村社区”?",
    "台账, row 2, “事项”: the opponent “乙” is not in the main table for 2008, so this row did not count head to head; check the name and the period.",
  ]);
});

describe("rows with the same identity that are different records", () => {
  test("of two people who fill in copies of a form both count, with a warning in both languages", async () => {
    const files = [await form("a.xlsx", [FIRST]), await form("b.xlsx", [SECOND])];
    const found = collectTables(sample, present, files);
    expect(ledger(found)).toEqual(["乙 2008 通报 2008-02-01 2", "甲 2008 迟报 2008-01-02 1"]);
    expect(texts(found)).toEqual([
      "台账 第 2 行：这一行与 a.xlsx“台账” 第 2 行是同一份填报表的同一行，内容却大半不同，按两条记录计入；如是更正，请删去原来的一条。",
    ]);
    expect(texts(found, "en")[0]).toMatch(/most of its columns differ, so both count/u);
    expect(ledger(collectTables(sample, found.tables, files))).toEqual(ledger(found));
    const corrected = collectTables(sample, found.tables, [await form("b.xlsx", [["乙", "通报", "2008-02-01", "5"]])]);
    expect(ledger(corrected)).toEqual(["乙 2008 通报 2008-02-01 5", "甲 2008 迟报 2008-01-02 1"]);
  });

  test("are known by their content where rows were sorted, moved or inserted", async () => {
    const once = collectTables(sample, present, [await form("a.xlsx", [FIRST, SECOND])]);
    for (const rows of [
      [SECOND, FIRST],
      [CORRECTED, FIRST, SECOND],
    ]) {
      const again = collectTables(sample, once.tables, [await form("b.xlsx", rows)]);
      expect(ledger(again)).toHaveLength(rows.length);
      expect(again.changed).toEqual([]);
    }
    const down = collectTables(sample, once.tables, [await form("b.xlsx", [FIRST, SECOND], { from: 3 })]);
    expect(down.tables).toEqual(once.tables);
  });

  test("of two forms of one department add up; equal incidents of one form stay two", async () => {
    const [january, june] = [
      await form("1.xlsx", [FIRST], { id: "one" }),
      await form("6.xlsx", [SECOND], { id: "two" }),
    ];
    expect(ledger(collectTables(sample, present, [january, june]))).toHaveLength(2);
    const twice = collectTables(sample, present, [await form("a.xlsx", [FIRST, FIRST])]);
    expect(ledger(twice)).toHaveLength(2);
    expect(ledger(collectTables(sample, twice.tables, [await form("b.xlsx", [FIRST, CORRECTED])]))).toHaveLength(2);
    const similar = collectTables(sample, twice.tables, [await form("b.xlsx", [FIRST, FIRST, CORRECTED])]);
    expect(texts(similar)).toEqual([]);
  });

  test("and rows without an identity are known by their content", async () => {
    const once = collectTables(sample, present, [csv("l.csv", [FIRST])]);
    const again = collectTables(sample, once.tables, [await form("a.xlsx", [FIRST])]);
    expect(again.tables).toEqual(once.tables);
    const later = collectTables(sample, once.tables, [await form("a.xlsx", [CORRECTED])]);
    expect(later.problems.map(({ reason }) => reason)).toEqual(["similar-row"]);
  });
});

test("identities are kept in files of merged tables, and are no unknown column", async () => {
  const { tables } = collectTables(sample, present, [await form("a.xlsx", [FIRST])]);
  const list = tables.find(({ role }) => role === "list");
  if (list === undefined) throw new Error("no ledger");
  const text = [list.header, ...list.rows].map((row) => row.join(",")).join("\n");
  const file = { role: "list", name: "台账", file: "台账.csv", format: "csv", text } as const;
  const written = writtenTables(sample, [file]).tables[0];
  expect([written?.header, written?.rows]).toEqual([list.header, list.rows]);
  const grids = tables.map((table) => ({ ...table, file: "" }));
  const found = readGrids(sample, grids).problems;
  expect(found.filter(({ reason }) => reason === "unknown-column")).toEqual([]);
});
