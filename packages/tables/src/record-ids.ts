/**
 * The identity of a record in the ledger sheets of entry forms: a hidden column with a text for each row, which stays with the row when it is
 * corrected, sorted or handed in again. Merged tables keep the column, so that a corrected row replaces the earlier one.
 */
import { isRecordHeader } from "@yardstick/engine";
import { isBlank } from "./cell/written.js";
import type { KnownHeaders } from "./known-headers.js";
import { textOfRaw } from "./raw-table.js";
import type { RawCell, RawRow, RawTable } from "./raw-table.js";

/** Index of the column with the identities; -1 where there is none, or the rubric has a column of this name. */
export function recordColumn(headers: readonly string[], known: KnownHeaders): number {
  return headers.findIndex((header) => isRecordHeader(header) && known.find(header) < 0);
}

/** Letters and digits of the identity of a form. */
const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
const LENGTH = 10;

/** A new identity of a form. Two forms made for the same department have different ones, since their rows are different records. */
export function newFormId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length] ?? "").join("");
}

/** The identity of a row; `row` is counted from 1. */
export function recordId(form: string, row: number): string {
  return `${form}-${row}`;
}

/** Whether two identities are those of different rows of one form, which are different records however similar they are. */
export function isOtherRowOfForm(one: string | undefined, other: string | undefined): boolean {
  const form = (id: string) => id.slice(0, Math.max(0, id.lastIndexOf("-")));
  return one !== undefined && other !== undefined && one !== other && form(one) !== "" && form(one) === form(other);
}

/** Moves the identities out of the cells, and removes the rows of a form that are not filled in. The column keeps its place, without a header. */
export function withRecordIds(raw: RawTable, known: KnownHeaders): RawTable {
  const at = recordColumn(raw.headers, known);
  if (at < 0) return raw;
  const rows = raw.rows.flatMap((row): readonly RawRow[] => {
    const record = textOfRaw(row.cells[at]).trim();
    if (record === "") return [row];
    const cells: RawCell[] = row.cells.map((cell, column) => (column === at ? "" : cell));
    return row.beyond.length === 0 && cells.every(isBlank) ? [] : [{ ...row, cells, record }];
  });
  return {
    ...raw,
    headers: raw.headers.map((header, column) => (column === at ? "" : header)),
    rows,
    recordColumn: at,
  };
}
