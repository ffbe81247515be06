/** The cells of a file as text, as they stand: for comparing two files, not for reading data. */
import { textOfCell } from "./cell/written.js";
import { parseCsv } from "./csv.js";
import { decodeTable } from "./encoding.js";
import { DEFAULT_TABLE_LIMITS, type TableLimits } from "./limits.js";
import type { Grid } from "./raw-table.js";
import { looksLikeWorkbook, openWorkbook } from "./xlsx/workbook.js";

/** A sheet of a workbook, or the whole of a text file, whose name is empty. Blank lines are left out. */
export interface SheetTexts {
  readonly name: string;
  readonly lines: readonly {
    /** Line of the file or row of the sheet, from 1. */
    readonly row: number;
    readonly cells: readonly string[];
  }[];
}

/** The texts of a workbook or of a text file; null where it is neither, or exceeds a limit. */
export function fileTexts(bytes: Uint8Array, limits: TableLimits = DEFAULT_TABLE_LIMITS): readonly SheetTexts[] | null {
  if (!looksLikeWorkbook(bytes)) {
    const parsed = parseCsv(decodeTable(bytes).text, limits);
    return "table" in parsed ? [{ name: "", lines: linesOf(parsed.table) }] : null;
  }
  const opened = openWorkbook(bytes, limits);
  if (!("table" in opened)) return null;
  const sheets = opened.table.sheets.map((sheet) => ({ name: sheet.name, grid: sheet.read() }));
  const read = sheets.flatMap(({ name, grid }) => ("table" in grid ? [{ name, lines: linesOf(grid.table) }] : []));
  return read.length === sheets.length ? read : null;
}

function linesOf({ rows }: Grid): SheetTexts["lines"] {
  return rows.map(({ row, cells }) => ({ row, cells: cells.map(textOfCell) }));
}
