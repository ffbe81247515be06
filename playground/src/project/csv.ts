/** Reads tables from the CSV files of the examples. */
import type { TableRole, TableText } from "./project.js";

/** A table from the text of a CSV file that is known to be well formed, as those of the examples are. */
export function tableOfCsv(role: TableRole, name: string, text: string): TableText {
  const [header = [], ...rows] = recordsOf(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  return { role, name, header, rows: rows.filter((row) => row.some((cell) => cell !== "")) };
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  // A cell with its terminator; a quoted cell may contain any text, with its quotes doubled.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) break;
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") {
      if (cell.lastIndex === text.length) record.push("");
      else continue;
    }
    records.push(record);
    record = [];
  }
  return records;
}
