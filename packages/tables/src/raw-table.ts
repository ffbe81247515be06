/**
 * What every format is turned into before a cell is read: a grid of cells as they were written and, once its headers are
 * found, a raw table. It keeps the line of the file, so that a problem can name the place where a person sees it.
 */
import type { ProblemReason } from "@yardstick/engine";

import type { RowVerdict } from "@yardstick/engine";

/** A number as JSON wrote it: its digits, never a binary float. */
export interface NumberToken {
  readonly kind: "number";
  readonly token: string;
}

/** A day in a sheet, with or without a time: what it shows (`2024年1月`), and the day it stands for; null where it stands for none. */
interface DateCell {
  readonly kind: "date";
  readonly iso: string | null;
  readonly text: string;
  /** Year, month and day are all shown. */
  readonly isWhole: boolean;
}

/** A time in a sheet, without a day: a span of time, or the time of a day. */
export interface TimeCell {
  readonly kind: "time";
  readonly text: string;
  /** Seconds as decimal text; null where the sheet shows another span than it keeps, as 25:30 in `h:mm`. */
  readonly seconds: string | null;
  /** What is kept, in full: `25:30:00`. */
  readonly kept: string;
  /** Seconds or minutes that are kept are not shown. */
  readonly isRounded: boolean;
  /** Shown with AM and PM, as a time of day is. */
  readonly isClock: boolean;
}

/** A cell whose format shows something else than what it keeps. */
export interface FormattedCell {
  readonly kind: "formatted";
  /** What the sheet shows; it may be nothing. */
  readonly text: string;
  /** The number as it would be written out, with all digits that are kept; null where what is shown is not the number kept. */
  readonly exact: string | null;
  /** What the cell keeps. */
  readonly kept: string;
  /** Digits that are kept are not shown. */
  readonly isRounded: boolean;
}

/** A cell that a merged range covers. `down`: the range is one column wide, so that its content is each row's. */
interface MergedCell {
  readonly kind: "merged";
  readonly content: RawCell;
  readonly down: boolean;
}

/** An array where a cell stands: side rows nested in their subject. `entries` are values of JSON or JavaScript. */
interface NestedRows {
  readonly kind: "rows";
  readonly entries: readonly unknown[];
}

/** Nothing that a cell can hold: an object, a formula that was never worked out. */
interface Structure {
  readonly kind: "structure";
  readonly text: string;
}

/** A value that no column takes, with the reason. */
interface Refused {
  readonly kind: "refused";
  readonly text: string;
  readonly reason: ProblemReason;
}

/** `null` is JSON's; a CSV cell is always text. */
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

export interface RawRow {
  /** Line of the file (CSV), row of the sheet (XLSX) or number of the record (JSON), from 1. */
  readonly row: number;
  /** Parallel to the headers; a short row ends early. */
  readonly cells: readonly RawCell[];
  /** What stood beyond the last header, without blanks. */
  readonly beyond: readonly string[];
  /** Set where the row may be no subject, or has figures like a total. */
  readonly verdict?: RowVerdict;
}

export interface RawTable {
  readonly headers: readonly string[];
  readonly rows: readonly RawRow[];
  /** What day 0 of a bare serial number is in this file; null where a file does not say. */
  readonly serials?: "1900" | "1904" | null;
  /** Units that stand above the headers, for all columns: 单位：万元. */
  readonly units?: readonly string[];
}

/** Why a file has no table in it, with a word for the sentence. */
type UnreadableWhy = "empty" | "quotes" | "json" | "no-rows" | "old-workbook" | "not-a-workbook" | "damaged";

/** `row` is the line where reading stopped, where that is known. */
export interface Unreadable {
  readonly row: number | null;
  readonly found: string;
  readonly why: UnreadableWhy;
}

/** More than the limits allow; `limit` is what they allow. */
export interface TooLarge {
  readonly what: "bytes" | "unpacked" | "rows" | "columns" | "merged" | "cell";
  readonly limit: number;
}

export type Parsed<T> = { readonly table: T } | { readonly unreadable: Unreadable } | { readonly tooLarge: TooLarge };

/** The text of a cell as it lies there, not trimmed; empty where it has none. */
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
