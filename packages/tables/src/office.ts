/**
 * `@yardstick/tables/office`: building blocks for readers and writers of office files: archives, their markup, and the sheets of a workbook as shown
 * text with merged ranges.
 */
import { DEFAULT_TABLE_LIMITS, type TableLimits } from "./limits.js";
import { textOfRaw, type Merge } from "./raw-table.js";

import { openWorkbook } from "./xlsx/workbook.js";

export { MarkupError, MarkupReader, attribute, type MarkupHandler } from "./archive/markup.js";
export { writeZip } from "./archive/write-zip.js";
export { ZipError, unpack, zipEntries, type Budget, type ZipEntry } from "./archive/zip.js";

/** One visible sheet: its texts by row and column, and its merged ranges (0-based, inclusive). */
export interface SheetTexts {
  readonly name: string;
  /** A row without content is empty. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
}

/** The visible sheets of a workbook as shown, or the reason why it cannot be read. */
export function sheetTexts(
  bytes: Uint8Array,
  limits: Partial<TableLimits> = {},
): { readonly sheets: readonly SheetTexts[] } | { readonly failure: "damaged" | "too-large" } {
  const opened = openWorkbook(bytes, { ...DEFAULT_TABLE_LIMITS, ...limits });
  if ("tooLarge" in opened) return { failure: "too-large" };
  if (!("table" in opened)) return { failure: "damaged" };
  const sheets: SheetTexts[] = [];
  for (const sheet of opened.table.sheets) {
    if (sheet.isHidden) continue;
    const read = sheet.read();
    if ("tooLarge" in read) return { failure: "too-large" };
    if (!("table" in read)) return { failure: "damaged" };
    const rows: string[][] = [];
    for (const { row, cells } of read.table.rows) {
      while (rows.length < row - 1) rows.push([]);
      rows.push(cells.map((cell) => textOfRaw(cell)));
    }
    sheets.push({ name: sheet.name, rows, merges: read.table.merges });
  }
  return { sheets };
}
