/**
 * Between a table as the grid keeps it and the CSV that the tables package reads. Written here so that each row of the grid has
 * its known line in the file, by which a problem finds its way back to the cell.
 */
import type { TableRole, TableText } from "./project.js";

/** The CSV of a table, and the line each of its rows begins on, from 1. */
export function csvOfTable({ header, rows }: TableText): { readonly text: string; readonly lines: readonly number[] } {
  const records = [header, ...rows].map((cells) => cells.map(quoted).join(","));
  const lines: number[] = [];
  let line = 1;
  for (const record of records) {
    lines.push(line);
    line += record.split("\n").length;
  }
  return { text: records.join("\n"), lines: lines.slice(1) };
}

/** A table from the text of a CSV file that is known to be well formed, as the examples are. */
export function tableOfCsv(role: TableRole, name: string, text: string): TableText {
  const [header = [], ...rows] = recordsOf(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  return { role, name, header, rows: rows.filter((row) => row.some((cell) => cell !== "")) };
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  // A cell with what ends it; a quoted one may hold anything, its quotes doubled.
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

function quoted(cell: string): string {
  const text = cell.replace(/\r\n?/g, "\n");
  return /[",\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
