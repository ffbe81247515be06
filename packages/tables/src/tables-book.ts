/**
 * Tables of text as a workbook, one sheet each, for a spreadsheet. The sheets have the names by which the tables are found when the
 * workbook is read.
 */
import { isRecordHeader } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { TextTable } from "./collected.js";
import type { SheetName } from "./sheet-name.js";
import { sheetOfTarget, tableSheets } from "./table-sheets.js";
import { targetOfRole } from "./target.js";
import type { Book, BookCell, BookSheet } from "./write/book.js";
import { columnWidth, textCell } from "./write/cells.js";

/** Rows whose texts determine the width of a column. */
const MEASURED = 300;
const MIN_WIDTH = 8;
const MAX_WIDTH = 40;

/** A number that a spreadsheet keeps as it is written; digits with a leading zero are an identifier. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u;
const MAX_DIGITS = 15;

function cellOf(text: string): BookCell {
  const plain = text.trim();
  if (plain === "") return { value: null };
  const isNumber = NUMBER.test(plain) && plain.replace(/\D/gu, "").length <= MAX_DIGITS;
  return isNumber ? { value: { kind: "number", decimal: plain } } : { value: { kind: "text", text }, format: "text" };
}

/** The workbook. Tables that the rubric does not have follow under their own names. */
export function tablesBook(program: Program, title: string, tables: readonly TextTable[], lang: "zh" | "en"): Book {
  const isUnknown = ({ role, name }: TextTable) => targetOfRole(program, role, name) === null;
  const unknown = tables.filter(isUnknown);
  const names = tableSheets(
    program,
    lang,
    unknown.map(({ name }) => name),
  );
  const sheets = tables.map((table): BookSheet => {
    const target = targetOfRole(program, table.role, table.name);
    return {
      name: target === null ? (names.others[unknown.indexOf(table)] as SheetName) : sheetOfTarget(names, target),
      columns: table.header.map((header, at) => ({
        width: columnWidth(
          [header, ...table.rows.slice(0, MEASURED).map((row) => row[at] ?? "")],
          MIN_WIDTH,
          MAX_WIDTH,
        ),
        ...(table.role === "list" && isRecordHeader(header) ? { isHidden: true } : {}),
      })),
      rows: [
        table.header.map((header) => textCell(header, "head")),
        ...table.rows.map((row) => table.header.map((_, at) => cellOf(row[at] ?? ""))),
      ],
      frozen: { rows: 1, columns: 1 },
    };
  });
  return { title, sheets };
}
