/**
 * Writes a book as an XLSX file. It contains no formulas: every text is written as text.
 */
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { joined } from "../archive/joined.js";
import { zipEntry, ZipWriter } from "../archive/zip-stream.js";
import { columnLetters } from "../xlsx/column-letters.js";
import { decimalOfCell } from "../xlsx/decimal-text.js";
import { serialOfDay } from "../xlsx/serial-date.js";
import type { Book, BookCell, BookFormat, BookSheet, BookStyle, BookValidation, BookValue } from "./book.js";

const FONT = "宋体";
const INK = "1B1D20";
const FAINT = "62666C";
const LINE = { style: "thin", color: { rgb: "7B7F85" } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;
const HAIR = { bottom: { style: "hair", color: { rgb: "BDBAB1" } } } as const;

type Fill = NonNullable<CellStyle["fill"]>;
const shade = (rgb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { rgb } });
const font = (more: NonNullable<CellStyle["font"]> = {}) => ({ name: FONT, size: 11, color: { rgb: INK }, ...more });

const STYLES: Readonly<Record<BookStyle, CellStyle>> = {
  title: { font: font({ size: 16, bold: true }), alignment: { horizontal: "center", vertical: "center" } },
  subtitle: { font: font({ color: { rgb: FAINT } }), alignment: { vertical: "center" } },
  head: {
    font: font({ bold: true }),
    fill: shade("F4F3EF"),
    border: BOX,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  cell: { font: font(), border: BOX, alignment: { vertical: "center" } },
  strong: { font: font({ bold: true }), border: BOX, alignment: { vertical: "center" } },
  faint: { font: font({ color: { rgb: FAINT } }), alignment: { vertical: "center", wrapText: true } },
  section: { font: font({ size: 12, bold: true }), border: { bottom: LINE }, alignment: { vertical: "center" } },
  item: { font: font({ bold: true }), border: HAIR, alignment: { vertical: "center", wrapText: true } },
  line: { font: font(), alignment: { vertical: "center", wrapText: true } },
  quiet: { font: font({ color: { rgb: FAINT } }), alignment: { vertical: "center", wrapText: true } },
  sum: { font: font({ bold: true }), border: { top: LINE }, alignment: { vertical: "center", wrapText: true } },
};

const FORMATS: Readonly<Record<BookFormat, string>> = {
  general: "General",
  text: "@",
  percent: "0.00%",
  date: "yyyy-mm-dd",
  points: "0.00",
};

/** The format `0.00` for `17.80`: a published number keeps its trailing zeros. */
function formatOfPoints(value: BookValue | null): string {
  const decimals = value?.kind === "number" ? (value.decimal.split(".")[1]?.length ?? 0) : 2;
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}

/** The number of decimal digits that every binary double preserves. */
const MAX_DIGITS = 15;

const isKept = (decimal: string): boolean =>
  /^-?\d+(?:\.\d+)?$/u.test(decimal) && decimal.replace(/^-?[0.]*/u, "").replace(".", "").length <= MAX_DIGITS;

/** Text as a workbook stores it: line feeds only, and `_x0041_` escaped so that it is not read as A. */
function storableText(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_");
}

/** The value that a cell stores; a number is stored as text where a spreadsheet would change its digits. */
export function storedValue(value: BookValue): { readonly value: CellValue; readonly type: Cell["type"] } {
  switch (value.kind) {
    case "text":
      return { value: storableText(value.text), type: "string" };
    case "number":
      return isKept(value.decimal) && decimalOfCell(String(Number(value.decimal))) === decimalOfCell(value.decimal)
        ? { value: Number(value.decimal), type: "number" }
        : { value: value.decimal, type: "string" };
    case "date":
      return { value: serialOfDay(value.iso), type: "number" };
    case "flag":
      return { value: value.holds, type: "boolean" };
    default:
      return value satisfies never;
  }
}

function formatOf({ value, format }: BookCell): BookFormat {
  return format ?? (value?.kind === "date" ? "date" : value?.kind === "text" ? "text" : "general");
}

/** The number format of a cell, as the file has it. */
export function numberFormatOf(cell: BookCell): string {
  const format = formatOf(cell);
  return format === "points" ? formatOfPoints(cell.value) : FORMATS[format];
}

/** The look of a cell with a number format. */
export const styledAs = (style: BookStyle, numFmt: string): CellStyle => ({ ...STYLES[style], numFmt });

function cellOf(cell: BookCell, isProtected: boolean): Partial<Cell> {
  const isOpen = isProtected && cell.style !== "head" && cell.isLocked !== true;
  return {
    ...(cell.value === null ? { value: null, type: "empty" } : storedValue(cell.value)),
    style: { ...styledAs(cell.style ?? "cell", numberFormatOf(cell)), ...(isOpen ? OPEN : {}) },
    ...(cell.note === undefined ? {} : { comment: { text: storableText(cell.note) } }),
  };
}

/** The reference of a cell such as `B12`; column and row are from 0. */
export function reference(column: number, row: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The lengths that spreadsheets allow for the title and the text of a message. */
const TITLE = 32;
const MESSAGE = 255;

function ruleOf({
  rule,
}: BookValidation): Pick<DataValidation, "type" | "operator" | "values" | "formula1" | "formula2"> {
  switch (rule.kind) {
    case "levels":
      return { type: "list", values: [...rule.levels] };
    case "reference":
      return { type: "list", formula1: rule.range };
    case "number":
    case "whole": {
      const type = rule.kind === "whole" ? "whole" : "decimal";
      const { min, max } = rule;
      if (min !== null && max !== null) return { type, operator: "between", formula1: min, formula2: max };
      if (min !== null) return { type, operator: "greaterThanOrEqual", formula1: min };
      if (max !== null) return { type, operator: "lessThanOrEqual", formula1: max };
      return { type, operator: "between", formula1: "-1E+15", formula2: "1E+15" };
    }
    case "date":
      return { type: "date", operator: "greaterThanOrEqual", formula1: "1" };
    case "any":
      return { type: "textLength", operator: "greaterThanOrEqual", formula1: "0" };
    default:
      return rule satisfies never;
  }
}

function validationOf(validation: BookValidation): DataValidation {
  const { column, fromRow, toRow, prompt, error } = validation;
  return {
    ...ruleOf(validation),
    range: `${reference(column, fromRow)}:${reference(column, toRow)}`,
    allowBlank: true,
    ...(prompt === undefined
      ? {}
      : {
          showInputMessage: true,
          inputTitle: prompt.title.slice(0, TITLE),
          inputMessage: prompt.text.slice(0, MESSAGE),
        }),
    ...(error === undefined
      ? {}
      : {
          showErrorMessage: true,
          errorStyle: "stop",
          errorTitle: error.title.slice(0, TITLE),
          errorMessage: error.text.slice(0, MESSAGE),
        }),
  };
}

/** A cell that can be changed in a protected sheet. */
const OPEN = { protection: { locked: false } } as const;

/** What a protected sheet leaves to the person who fills it in. */
const PROTECTION = {
  sheet: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  sort: true,
  autoFilter: true,
} as const;

function sheetOf(sheet: BookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const isProtected = sheet.isProtected === true;
  const rows = sheet.rows.map((row, at) =>
    row.map((cell, column) => {
      if (cell === null) return null;
      cells.set(`${at},${column}`, cellOf(cell, isProtected));
      return null;
    }),
  );
  const frozen = sheet.frozen ?? { rows: 0, columns: 0 };
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, format, isHidden }) => ({
      width,
      ...(isHidden === true ? { hidden: true } : {}),
      style: { font: font(), numFmt: FORMATS[format ?? "general"], ...(isProtected ? OPEN : {}) },
    })),
    rows,
    cells,
    merges: (sheet.merges ?? []).map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    dataValidations: (sheet.validations ?? []).map(validationOf),
    ...(frozen.rows + frozen.columns > 0 ? { freezePane: frozen } : {}),
    ...(sheet.isHidden === true ? { hidden: true } : {}),
    ...(isProtected ? { protection: PROTECTION } : {}),
    ...(sheet.header === undefined && sheet.footer === undefined
      ? {}
      : {
          headerFooter: {
            ...(sheet.header === undefined ? {} : { oddHeader: `&C${sheet.header.replaceAll("&", "&&")}` }),
            ...(sheet.footer === undefined ? {} : { oddFooter: sheet.footer }),
          },
        }),
    pageSetup: {
      paperSize: "a4",
      orientation: sheet.isLandscape === true ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(frozen.rows > 0 ? { printTitlesRow: `$1:$${frozen.rows}` } : {}),
    },
  };
}

const CORE_PATH = "docProps/core.xml";
const TIME = /<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/u;

/** The parts of an XLSX file by their paths, without the time of writing, which would make the bytes differ from run to run. */
async function partsOf(title: string, sheets: WriteSheet[]): Promise<WorkbookParts> {
  const defaultFont = { name: FONT, size: 11 };
  const parts = unzipSync(await writeXlsx({ sheets, defaultFont, properties: { title } }));
  return new Map(
    Object.entries(parts).map(([path, part]) => {
      const xml = strFromU8(part);
      return [path, path === CORE_PATH ? xml.replace(TIME, "") : xml];
    }),
  );
}

/** The parts of an XLSX file, which are XML, by their paths. */
export type WorkbookParts = ReadonlyMap<string, string>;

/** The bytes of the XLSX file, the same for the same book. Rejects only where the platform cannot compress. */
export async function writeWorkbook(book: Book): Promise<Uint8Array> {
  const zip = new ZipWriter();
  const pieces: Uint8Array[] = [];
  for (const [path, part] of await partsOf(book.title, book.sheets.map(sheetOf)))
    pieces.push(...zip.add(await zipEntry(path, [part])));
  pieces.push(...zip.end());
  return joined(pieces);
}

/** The parts of an XLSX file with the given sheets without their rows, each of which has one row with a text, or else a number, in each of its styles. */
export async function writeFrame(
  { title, sheets }: { readonly title: string; readonly sheets: readonly Omit<BookSheet, "rows">[] },
  styles: readonly (readonly CellStyle[])[],
  hasTexts: boolean,
): Promise<WorkbookParts> {
  return partsOf(
    title,
    sheets.map((sheet, at) => ({
      ...sheetOf({ ...sheet, rows: [] }),
      cells: new Map(
        (styles[at] ?? []).map((style, column): [string, Partial<Cell>] => [
          `0,${column}`,
          hasTexts ? { value: "-", type: "string", style } : { value: 0, type: "number", style },
        ]),
      ),
    })),
  );
}
