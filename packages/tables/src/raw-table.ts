/**
 * The common form of all formats before cells are read: a grid of cells as written and, once the headers are found, a raw table. Rows
 * keep their line in the file, so that problems can name it.
 */
import type { ProblemReason } from "@yardstick/engine";

import type { RowVerdict } from "@yardstick/engine";

/** A number as written in JSON: its digits, never a binary float. */
export interface NumberToken {
  readonly kind: "number";
  readonly token: string;
}

/** A day in a sheet, with or without a time. */
interface DateCell {
  readonly kind: "date";
  /** `YYYY-MM-DD`; null where the number of the cell is no day. */
  readonly iso: string | null;
  /** The text that the sheet shows, such as `2024年1月`. */
  readonly text: string;
  /** Whether year, month and day are all shown. */
  readonly isWhole: boolean;
}

/** A time in a sheet without a day: a duration, or a time of day. */
export interface TimeCell {
  readonly kind: "time";
  readonly text: string;
  /** Seconds as decimal text; null where the sheet shows a different duration than it stores, as for 25:30 in `h:mm`. */
  readonly seconds: string | null;
  /** The stored duration in full: `25:30:00`. */
  readonly kept: string;
  /** Whether stored seconds or minutes are not shown. */
  readonly isRounded: boolean;
  /** Whether it is shown with AM or PM, as a time of day. */
  readonly isClock: boolean;
}

/** A cell whose format shows something other than the stored value. */
export interface FormattedCell {
  readonly kind: "formatted";
  /** The text that the sheet shows; may be empty. */
  readonly text: string;
  /** The text with all stored digits; null where the sheet does not show the stored number. */
  readonly exact: string | null;
  /** The stored value. */
  readonly kept: string;
  /** Whether stored digits are not shown. */
  readonly isRounded: boolean;
}

/** A cell covered by a merged range. `down`: the range is one column wide, so its content belongs to each row. */
interface MergedCell {
  readonly kind: "merged";
  readonly content: RawCell;
  readonly down: boolean;
}

/** An array in a cell: side rows nested in their subject. `entries` are JSON or JavaScript values. */
interface NestedRows {
  readonly kind: "rows";
  readonly entries: readonly unknown[];
}

/** Content that is no value: an object, or a formula without a stored result. */
interface Structure {
  readonly kind: "structure";
  readonly text: string;
}

/** A value that no column accepts, with the reason. */
interface Refused {
  readonly kind: "refused";
  readonly text: string;
  readonly reason: ProblemReason;
}

/** A cell before it is read. `null` comes from JSON; a CSV cell is always text. */
export type RawCell =
  | string
  | boolean
  | null
  | NumberToken
  | DateCell
  | TimeCell
  | FormattedCell
  | MergedCell
  | NestedRows
  | Structure
  | Refused;

/** A line with at least one filled cell. */
export interface GridRow {
  /** Line of the file (CSV) or row of the sheet (XLSX), from 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** Rows and columns from 0, both ends inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Lines of a file before it is known which of them are headers. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

/** A data row of a table. */
export interface RawRow {
  /** Line of the file (CSV), row of the sheet (XLSX) or number of the record (JSON), from 1. */
  readonly row: number;
  /** Parallel to the headers; a short row ends early. */
  readonly cells: readonly RawCell[];
  /** Texts beyond the last header, without blanks. */
  readonly beyond: readonly string[];
  /** The identity of a record, from the ledger sheet of an entry form. */
  readonly record?: string;
  /** Set where the row may not be a subject, or its figures are like those of a total. */
  readonly verdict?: RowVerdict;
}

/** A table whose headers are known and whose cells are not yet read. */
export interface RawTable {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  /** The date system of bare serial numbers; null where the file has none. */
  readonly serials?: "1900" | "1904" | null;
  /** Units stated above the headers for all columns: 单位：万元. */
  readonly units?: readonly string[];
  /** Texts of the lines above the headers. */
  readonly titles?: readonly string[];
  /** Index of the column that contained the identities of records. */
  readonly recordColumn?: number;
}

/** Why a file contains no table; selects the message. */
type UnreadableWhy = "empty" | "quotes" | "json" | "no-rows" | "old-workbook" | "not-a-workbook" | "damaged";

/** A file that contains no table. `row` is the line where reading stopped, null where unknown. */
export interface Unreadable {
  readonly row: number | null;
  readonly found: string;
  readonly why: UnreadableWhy;
}

/** A file that exceeds a limit. */
export interface TooLarge {
  readonly what: "bytes" | "unpacked" | "rows" | "columns" | "merged" | "cell";
  readonly limit: number;
}

/** The result of parsing a file, or why there is none. */
export type Parsed<T> = { readonly table: T } | { readonly unreadable: Unreadable } | { readonly tooLarge: TooLarge };

/** The text of a cell, not trimmed; empty where it has none. */
export function textOfRaw(cell: RawCell | undefined): string {
  if (cell === undefined || cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "boolean") return String(cell);
  switch (cell.kind) {
    case "number":
      return cell.token;
    case "merged":
      return textOfRaw(cell.content);
    case "date":
    case "time":
    case "formatted":
    case "structure":
    case "refused":
      return cell.text;
    case "rows":
      return "[…]";
    default:
      return cell satisfies never;
  }
}
