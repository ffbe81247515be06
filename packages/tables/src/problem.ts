/**
 * A problem of a table together with the file it was found in, which the engine's `CellProblem` does not contain.
 */
import type { CellProblem, ProblemSeverity } from "@yardstick/engine";
import type { CellNote, NoteReason } from "./cell/written.js";

/** A problem of the data with its file. */
export interface LocatedProblem extends CellProblem {
  /** Name of the file as the source gives it. */
  readonly file: string;
  /** In a CSV file `row` is a line, in a workbook the row of the sheet, in a JSON file the number of the record. */
  readonly format: TableFormat;
  /** Name of the sheet; null outside workbooks. */
  readonly sheet: string | null;
}

/** Formats of table files. */
export type TableFormat = "csv" | "json" | "xlsx";

/** The table, file and sheet of a problem. */
export interface TableLocation {
  readonly table: string;
  readonly file: string;
  readonly format: TableFormat;
  readonly sheet: string | null;
}

/** The number of cells that a note about a column names at most. */
const MAX_NAMED = 3;

const NOTE_SEVERITY: Readonly<Record<NoteReason, ProblemSeverity>> = {
  "digits-not-shown": "note",
  "read-as-duration": "note",
  "day-of-utc": "warning",
};

/** Collects the problems of one table of one file. */
export class ProblemList {
  readonly found: LocatedProblem[] = [];
  /** The notes about cells by column and reason: index in `found`, and number of cells. */
  private readonly notes = new Map<string, { readonly at: number; count: number }>();

  constructor(private readonly location: TableLocation) {}

  /** Adds a problem; without a severity it is an error. */
  add(problem: Omit<CellProblem, "table" | "severity"> & Partial<Pick<CellProblem, "severity">>): void {
    this.found.push({ severity: "error", ...this.location, ...problem });
  }

  /** Adds a cell to the note of its column and reason. `expected` of the note is the number of cells, then row, text and value of the first. */
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

  /** The problems by row, those of one row in the order in which they were added. */
  inOrder(): readonly LocatedProblem[] {
    return [...this.found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
