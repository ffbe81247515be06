/**
 * A grid of texts, as a project keeps a table, to the CSV that `readTables` reads. Each row of the grid has its known line in it, by
 * which a problem finds its way back to the cell.
 */
import { plainInCsv } from "./csv-text.js";

interface TextGrid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
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
