/**
 * What becomes of files that are scored.
 */
import type { SqlRefusal } from "../refusals/refusals.js";
import type { LeftOut } from "../statement/to-sql.js";
import type { RowDoubt } from "./examine-rows.js";

/**
 * What is in doubt. `header`: a header, and the field that it resembles; `column-twice`: a field with two columns; `json-number`: a number
 * with more digits than DuckDB keeps; `rows`: keys of rows that may be no subjects; `alike`: spellings of one name; `period`: periods
 * that are not plainly written.
 */
export type FileDoubt = "header" | "column-twice" | "json-number" | RowDoubt;

/**
 * What is said of a file that was read. `unused`: columns that the rubric does not have; `fractions`: percentages stored as numbers, with
 * the greatest; `agreeing`: keys of subjects whose figures happen to add up; `not-examined`: the table has too many rows to look for
 * totals and for spellings of one name.
 */
export interface FileNote {
  readonly file: string;
  readonly what: "unused" | "fractions" | "agreeing" | "not-examined";
  readonly names: readonly string[];
}

/** What became of the files. */
export type FileResult =
  | { readonly kind: "refused"; readonly refusals: readonly SqlRefusal[] }
  /** Columns that the rubric needs and the file does not have. */
  | {
      readonly kind: "columns-missing";
      readonly file: string;
      readonly missing: readonly string[];
      readonly found: readonly string[];
    }
  /** A used rubric without a file of its results. */
  | { readonly kind: "used-missing"; readonly alias: string }
  /** The rows of the subjects contain those of a list. */
  | { readonly kind: "nested-rows"; readonly file: string; readonly list: string }
  /** What a query would count, and `yardstick score` might not: nothing was scored. */
  | { readonly kind: "doubtful"; readonly file: string; readonly what: FileDoubt; readonly found: readonly string[] }
  | {
      readonly kind: "written";
      readonly subjects: number;
      readonly pending: number;
      readonly provisional: number;
      /** Subjects with a cell beyond the range that the rubric declares. */
      readonly outside: number;
      readonly notes: readonly FileNote[];
      /** Results that no query gives exactly: the file does not have them. */
      readonly leftOut: readonly LeftOut[];
      /** Subjects of whom a requirement does not hold. */
      readonly failing: number;
    };
