/**
 * A problem of a table with the file it was found in: what the engine's `CellProblem` does not know, and whoever prints
 * a place needs.
 */
import type { CellProblem } from "@yardstick/engine";

export interface LocatedProblem extends CellProblem {
  /** As the source named it. */
  readonly file: string;
  /** In a CSV file `row` is a line, in a workbook the row of the sheet, in a JSON file the number of the record. */
  readonly format: TableFormat;
  /** Of a workbook; null elsewhere. */
  readonly sheet: string | null;
}

export type TableFormat = "csv" | "json" | "xlsx";

/** Names that problems carry where a table belongs to no list: history and constants. */
export const HISTORY_TABLE = "history";
export const CONSTANTS_TABLE = "constants";

/** Where a problem is; the reader of one file fills in `file`, `format` and `table`. */
export interface Place {
  readonly table: string;
  readonly file: string;
  readonly format: TableFormat;
  readonly sheet: string | null;
}

/** Collects the problems of one table of one file. */
export class ProblemList {
  readonly found: LocatedProblem[] = [];

  constructor(private readonly place: Place) {}

  /** An error where no severity is given. */
  add(problem: Omit<CellProblem, "table" | "severity"> & Partial<Pick<CellProblem, "severity">>): void {
    this.found.push({ severity: "error", ...this.place, ...problem });
  }

  /** In the order of the file, those of one row in the order in which they were found. */
  inOrder(): readonly LocatedProblem[] {
    return [...this.found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
