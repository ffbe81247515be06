/**
 * A problem of a table with the file it was found in: what the engine's `CellProblem` does not know, and whoever prints
 * a place needs.
 */
import type { CellProblem, ProblemSeverity } from "@yardstick/engine";
import type { CellNote, NoteReason } from "./cell/written.js";

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

/** Cells that a diagnostic about a column names. */
const MAX_NAMED = 3;

const NOTE_SEVERITY: Readonly<Record<NoteReason, ProblemSeverity>> = {
  "digits-not-shown": "note",
  "read-as-duration": "note",
  "day-of-utc": "warning",
};

/** Collects the problems of one table of one file. */
export class ProblemList {
  readonly found: LocatedProblem[] = [];
  /** Of notes about cells, one a column and reason: where it stands in `found`, and how many cells it is about. */
  private readonly notes = new Map<string, { readonly at: number; count: number }>();

  constructor(private readonly place: Place) {}

  /** An error where no severity is given. */
  add(problem: Omit<CellProblem, "table" | "severity"> & Partial<Pick<CellProblem, "severity">>): void {
    this.found.push({ severity: "error", ...this.place, ...problem });
  }

  /** One diagnostic a column and reason, which counts the cells and names the first of them: count, then row, text and value of each. */
  noteCell(column: string, row: number, shown: string, { reason, used }: CellNote): void {
    const key = `${reason}\n${column}`;
    const known = this.notes.get(key);
    if (known === undefined) {
      this.notes.set(key, { at: this.found.length, count: 1 });
      const expected = ["1", String(row), shown, used];
      this.add({ severity: NOTE_SEVERITY[reason], index: null, row: null, column, found: shown, reason, expected });
      return;
    }
    known.count++;
    const before = this.found[known.at];
    if (before === undefined) return;
    const [, ...named] = before.expected;
    const more = known.count <= MAX_NAMED ? [String(row), shown, used] : [];
    this.found[known.at] = { ...before, expected: [String(known.count), ...named, ...more] };
  }

  /** In the order of the file, those of one row in the order in which they were found. */
  inOrder(): readonly LocatedProblem[] {
    return [...this.found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
