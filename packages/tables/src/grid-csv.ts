/**
 * Converts a grid of texts, the form in which a project stores a table, to CSV that `readTables` reads. The line of each row is known,
 * so that a problem can be traced back to its cell.
 */
import { BYTE_ORDER_MARK, csvLines, plainInCsv, textInCsv } from "./csv-text.js";

interface TextGrid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number with an optional sign, which is not a formula. */
const NUMBER = /^[+-]?[\d.,，]+\s*[%％]?$/u;

/** The CSV file for a spreadsheet: UTF-8 with a byte order mark, CRLF, and formula characters guarded by an apostrophe. */
export function csvFileOfGrid({ header, rows }: TextGrid): string {
  const cellsOf = (cells: readonly string[]) =>
    cells.map((cell) => (NUMBER.test(cell) ? plainInCsv(cell) : textInCsv(cell)));
  return BYTE_ORDER_MARK + csvLines([header, ...rows].map(cellsOf));
}

/** The CSV for `readTables`, and the line on which each row below the header begins, from 1. */
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
