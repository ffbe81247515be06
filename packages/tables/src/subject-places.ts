/**
 * Gives each row of a subject table its place, by key and period, and reports rows that have none or may not be subjects.
 */
import type { Cell, Table } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { isBlank, shownText } from "./cell/written.js";
import { keyOfPeriod } from "./key-of-period.js";
import type { LocatedProblem } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import type { RecordReader } from "./record-reader.js";
import type { NestedEntries } from "./subject-fields.js";
import { SubjectIndex } from "./subject-index.js";

/** The subject table with its index, the nested side rows, and what is wrong with them. */
export interface Subjects {
  readonly table: Table;
  readonly index: SubjectIndex;
  readonly nested: readonly NestedEntries[];
  readonly problems: readonly LocatedProblem[];
}

/** The number of rows read column by column in one step; a block fits into the processor cache. */
export const BLOCK = 1024;

/** The places of the rows of one table. */
export class SubjectPlaces {
  readonly index = new SubjectIndex();
  /** Indexes of the rows of which only key and period are used. */
  readonly doubted = new Set<number>();
  private readonly keyName: string;

  /** `key` and `period` are positions among the fields of `reader`; -1 for none. */
  constructor(
    program: Program,
    private readonly reader: RecordReader,
    private readonly key: number,
    private readonly period: number,
  ) {
    this.keyName = program.fields[program.key]?.name ?? "";
  }

  /** Adds a row under the index `into`; `row` makes it where it is reported. Returns whether it has a place of its own. */
  add(into: number, key: Cell, period: Cell, row: () => RawRow): boolean {
    const { reader, doubted } = this;
    if (key === null) {
      reader.reportInvalidKey(row(), this.key, this.keyName);
      return false;
    }
    const earlier = this.index.add(key, period, into);
    if (earlier !== null) {
      const found = keyOfPeriod(shownText(reader.raw(row(), this.key)), period);
      this.report(row(), { index: earlier, found, reason: "duplicate-key" });
      doubted.add(earlier);
      return false;
    }
    if (period === null && this.period >= 0) this.checkPeriod(into, row());
    return true;
  }

  private checkPeriod(into: number, row: RawRow): void {
    const written = this.reader.raw(row, this.period);
    if (isBlank(written)) return;
    this.report(row, { index: into, found: shownText(written), reason: "unclear-period" });
    this.doubted.add(into);
  }

  private report(row: RawRow, problem: Pick<LocatedProblem, "index" | "found" | "reason">): void {
    this.reader.problems.add({ ...problem, row: row.row, column: null, expected: [] });
  }

  /** Reports a row that has more cells than headers, or may not be a subject. */
  check(into: number, key: Cell, row: RawRow): void {
    const { reader } = this;
    if (row.beyond.length > 0) reader.reportShiftedRow(row, into);
    if (row.verdict === undefined) return;
    reader.reportVerdict(row, into, String(key ?? ""), row.verdict);
    if (row.verdict.state === "doubted") this.doubted.add(into);
  }
}
