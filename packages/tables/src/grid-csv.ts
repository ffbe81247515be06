/**
 * A grid of texts, as a project keeps a table, to the CSV that `readTables` reads. Each row of the grid has its known line in it, by
 * which a problem finds its way back to the cell.
 */
import { BYTE_ORDER_MARK, csvLines, plainInCsv, textInCsv } from "./csv-text.js";

interface TextGrid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number as people write it, with its sign: no formula, whatever it begins with. */
const NUMBER = /^[+-]?[\d.,，]+\s*[%％]?$/u;

/** The file for a spreadsheet: cells that would run as formulas are guarded, and the mark tells it that the text is UTF-8. */
export function csvFileOfGrid({ header, rows }: TextGrid): string {
  const cellsOf = (cells: readonly string[]) =>
    cells.map((cell) => (NUMBER.test(cell) ? plainInCsv(cell) : textInCsv(cell)));
  return BYTE_ORDER_MARK + csvLines([header, ...rows].map(cellsOf));
}

/** The CSV, and the line that each row below the header begins on, from 1. */
export function csvOfGrid({ header, rows }: TextGrid): { readonly text: string; readonly lines: readonly number[] } {
  const records = [header, ...rows].map((cells) =>
    cells.map((cell) => plainInCsv(cell.replace(/\r\n?/gu, "\n"))).join(","),
  );
  const lines: number[] = [];
  let line = 1;
  for (const record of records) {
    lines.push(line);
    line += record.split("\n").length;
  }
  return { text: records.join("\n"), lines: lines.slice(1) };
}
