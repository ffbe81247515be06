/**
 * A workbook to be written, as plain data: the content and style of its sheets, independent of the file format.
 */
import type { SheetName } from "../sheet-name.js";

/** The value of a cell. Numbers are decimal text; those with more than the 15 digits that a spreadsheet stores are written as text. */
export type BookValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly decimal: string }
  | { readonly kind: "date"; readonly iso: string }
  | { readonly kind: "flag"; readonly holds: boolean };

/** The style of a cell. */
export type BookStyle =
  "title" | "subtitle" | "head" | "cell" | "strong" | "faint" | "section" | "item" | "line" | "quiet" | "sum";

/** The number format of a cell; `percent` expects 0.5 for 50%, `points` shows the decimals of the decimal text. */
export type BookFormat = "general" | "text" | "percent" | "date" | "points";

/** A cell of a sheet; null is blank. */
export interface BookCell {
  readonly value: BookValue | null;
  readonly style?: BookStyle;
  readonly format?: BookFormat;
  /** Comment of the cell. */
  readonly note?: string;
  /** Not to be changed where the sheet is protected. */
  readonly isLocked?: boolean;
}

/** The valid entries of a cell; bounds are inclusive decimal text, null where unbounded. */
export type BookRule =
  | { readonly kind: "levels"; readonly levels: readonly string[] }
  /** Levels in other cells, such as `'选项'!$A$1:$A$5`. */
  | { readonly kind: "reference"; readonly range: string }
  | { readonly kind: "number" | "whole"; readonly min: string | null; readonly max: string | null }
  | { readonly kind: "date" }
  | { readonly kind: "any" };

/** The validation of the cells of a column. */
export interface BookValidation {
  /** Columns and rows from 0, both ends inclusive. */
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly rule: BookRule;
  /** Shown while the cell is selected. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when an invalid value is entered. */
  readonly error?: { readonly title: string; readonly text: string };
}

/** A column of a sheet. */
export interface BookColumn {
  /** In characters of the default size; a Chinese character counts as two. */
  readonly width: number;
  /** Format of the blank cells. */
  readonly format?: BookFormat;
  readonly isHidden?: boolean;
}

/** A sheet of a workbook. */
export interface BookSheet {
  readonly name: SheetName;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly (BookCell | null)[])[];
  /** Ranges from 0, both ends inclusive. */
  readonly merges?: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly validations?: readonly BookValidation[];
  /** Number of frozen rows and columns; the rows are also repeated on every printed page. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly isHidden?: boolean;
  readonly isLandscape?: boolean;
  /** Only cells that are not locked can be changed: heads are locked, and cells with `isLocked`. There is no password. */
  readonly isProtected?: boolean;
  /** Of each printed page; the header is centred plain text, the footer has the codes of a spreadsheet (`&L`, `&P`). */
  readonly header?: string;
  readonly footer?: string;
}

/** A workbook. */
export interface Book {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
}
