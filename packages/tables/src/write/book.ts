/**
 * A workbook to be written, as plain data: what its sheets hold and how they look, without a word about the file format.
 */
import type { SheetName } from "../sheet-name.js";

/** Numbers are decimal text; those with more digits than a spreadsheet keeps (15) are written as text, to the last digit. */
export type BookValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly decimal: string }
  | { readonly kind: "date"; readonly iso: string }
  | { readonly kind: "flag"; readonly holds: boolean };

export type BookStyle =
  "title" | "subtitle" | "head" | "cell" | "strong" | "faint" | "section" | "item" | "line" | "quiet" | "sum";

/** What a cell shows its number as; `percent` expects 0.5 for 50%, `points` shows the decimals that are written. */
export type BookFormat = "general" | "text" | "percent" | "date" | "points";

export interface BookCell {
  readonly value: BookValue | null;
  readonly style?: BookStyle;
  readonly format?: BookFormat;
  /** Shown when the pointer rests on the cell. */
  readonly note?: string;
}

/** What may be entered; ranges are inclusive decimal text, null where open. */
export type BookRule =
  | { readonly kind: "levels"; readonly levels: readonly string[] }
  /** Levels that stand in cells elsewhere, as `'选项'!$A$1:$A$5`. */
  | { readonly kind: "reference"; readonly range: string }
  | { readonly kind: "number" | "whole"; readonly min: string | null; readonly max: string | null }
  | { readonly kind: "date" }
  | { readonly kind: "any" };

export interface BookValidation {
  /** Columns and rows from 0, both ends inclusive. */
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly rule: BookRule;
  /** Shown while the cell is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when something else is entered. */
  readonly complaint?: { readonly title: string; readonly text: string };
}

export interface BookColumn {
  /** In characters of the default size; a Chinese character is two. */
  readonly width: number;
  /** Of cells that are still blank. */
  readonly format?: BookFormat;
}

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
  /** Rows and columns that stay while the rest scrolls; the rows are printed on every page. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly isHidden?: boolean;
  readonly isLandscape?: boolean;
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
}
