import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs, someOf } from "../../../test/properties.js";
import type { Program } from "@yardstick/language/program";
import type { Book, BookCell } from "../src/index.js";
import { entryForm, readTables, sheetNames, writeWorkbook } from "../src/index.js";
import { openWorkbook } from "../src/xlsx/workbook.js";
import { DEFAULT_TABLE_LIMITS } from "../src/limits.js";
import { tableSheets, targetOfSheet } from "../src/table-sheets.js";
import { sample } from "./sample-program.js";

const LONG = "一".repeat(40);
const FAMILY = "👨‍👩‍👧‍👦";

/** Names that a spreadsheet refuses, cuts or treats as equal. */
const HOSTILE = [
  "history",
  "History",
  "HISTORY",
  "ｈｉｓｔｏｒｙ",
  " history ",
  "'history'",
  "",
  " ",
  "'",
  "''",
  "'甲'",
  `${"a".repeat(30)}'b`,
  `${"a".repeat(29)} 'b`,
  "a:b\\c/d?e*f[g]h",
  ":",
  LONG,
  `${LONG}甲`,
  `${LONG}乙`,
  "A".repeat(31),
  "a".repeat(31),
  "a".repeat(60),
  `${"a".repeat(30)}😀`,
  `${"a".repeat(25)}${FAMILY}`,
  FAMILY.repeat(20),
  `e${"\u0301".repeat(50)}`,
  "\ud800",
  "a\u0000b\u0007",
  "a\nb\tc",
  "\ufffe",
  "عربي",
  "\u202eabc",
  "=1+1",
  "+1",
  "@SUM",
  "constructor",
  "__proto__",
  "toString",
  "subjects",
  "constants",
  "常量",
  "往期结果",
  "past results",
  "填写说明",
  "选项",
  "Choices",
  "Sheet1",
  "sheet1",
  "ß",
  "SS",
  "ﬁ",
  "fi",
];

/** The rules of spreadsheets for the names of sheets, implemented independently. */
function expectSheetNames(names: readonly string[]): void {
  for (const name of names) {
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(31);
    for (const sign of "[]:*?/\\\u0000\u0007\n\t\ufffe") expect(name).not.toContain(sign);
    expect(name.startsWith("'") || name.endsWith("'")).toBe(false);
    expect(name.trim()).toBe(name);
    expect(name.toLowerCase()).not.toBe("history");
    expect(name).not.toMatch(/\p{Surrogate}/u);
  }
  expect(new Set(names.map((name) => name.toUpperCase())).size).toBe(names.length);
}

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.stringMatching(/^[hH][iI]story_?2?$/),
);

describe("names of sheets", () => {
  test("are valid in spreadsheets, for every requested name", () => {
    expectSheetNames(sheetNames(HOSTILE));
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 12 }), (requested) => {
        const names = sheetNames(requested);
        expect(names).toHaveLength(requested.length);
        expectSheetNames(names);
      }),
      runs(0.1),
    );
  });

  test("are the requested ones where those are valid", () => {
    const plain = ["社区", "台账 2008", "a'b", "1+1", "=1+1", "@x", "مثال", "constructor", "😀", "A".repeat(31)];
    expect(sheetNames(plain)).toEqual(plain);
  });

  test("are cut at whole characters, and numbered where the cut ones are equal", () => {
    expect(sheetNames([`${"a".repeat(30)}😀`])).toEqual(["a".repeat(30)]);
    expect(sheetNames([`${"a".repeat(25)}${FAMILY}`])).toEqual(["a".repeat(25)]);
    expect(sheetNames([`${"a".repeat(30)}'b`])).toEqual(["a".repeat(30)]);
    expect(sheetNames([`${LONG}甲`, `${LONG}乙`])).toEqual(["一".repeat(31), `${"一".repeat(29)}_2`]);
    expect(sheetNames(["history", "History", "a", "A", ""])).toEqual(["history_2", "History_3", "a", "A_2", "_"]);
  });
});

const cell = (text: string): BookCell => ({ value: { kind: "text", text } });

/** The sample with one list with these columns for each name. */
function programWith(names: readonly string[]): Program {
  const [list] = sample.lists;
  if (list === undefined) throw new Error("the sample has no list");
  return { ...sample, lists: names.map((name) => ({ ...list, name })) };
}

describe("the tables of a program", () => {
  test.each(["zh", "en"] as const)("are found in the sheets that they are written to (%s)", (lang) => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { maxLength: 8 }), fc.array(anyName, { maxLength: 4 }), (lists, others) => {
        const program = programWith(lists);
        const sheets = tableSheets(program, lang, others);
        const { subjects, constants, history, help, choices } = sheets;
        expectSheetNames([...sheets.lists, subjects, constants, history, help, choices, ...sheets.others]);
        sheets.lists.forEach((name, list) => expect(targetOfSheet(program, name)).toEqual({ role: "list", list }));
        expect(targetOfSheet(program, subjects)).toEqual({ role: "subjects" });
        expect(targetOfSheet(program, constants)).toEqual({ role: "constants" });
        expect(targetOfSheet(program, history)).toEqual({ role: "history" });
      }),
      runs(0.05),
    );
  });

  test("with names that no sheet can have are written to a form and read back, each into its own list", async () => {
    const called = someOf(HOSTILE, 15);
    const program = programWith(called);
    for (const lang of ["zh", "en"] as const) {
      const { book } = entryForm(program, { lang });
      const names = tableSheets(program, lang);
      const rows: Record<string, readonly BookCell[]> = {
        [names.subjects]: ["甲", "2008", "450.5", "2", "98%", "否", "好", "", "0.5"].map(cell),
        [names.constants]: [cell("30")],
      };
      names.lists.forEach((name, at) => {
        rows[name] = ["甲", "2008", `第${at}张`, "2008-01-02", "3"].map(cell);
      });
      const filled: Book = {
        ...book,
        sheets: book.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows, rows[sheet.name] ?? []] })),
      };
      const bytes = await writeWorkbook(filled);
      const read = readTables(program, [{ role: "subjects", file: "f.xlsx", format: "xlsx", bytes }]);
      expect(read.problems).toEqual([]);
      expect(read.lists.map(({ columns }) => columns[0])).toEqual(called.map((_, at) => [`第${at}张`]));
      const opened = openWorkbook(bytes, DEFAULT_TABLE_LIMITS);
      expect("table" in opened && opened.table.sheets.map(({ name }) => name)).toEqual(
        book.sheets.map(({ name }) => name),
      );
    }
  });
});
