/**
 * What was read from the tables of one rubric, kept by an application that reads them again after each edit, so that only
 * the rows that have changed are read again.
 */
import type { Cell } from "@yardstick/engine";
import { Decimal } from "@yardstick/exact";
import type { RawCell, RawRow } from "./raw-table.js";

/** The subject table as it was read. */
export interface SubjectsRemembered {
  /** Which columns were read for which fields, and how. */
  readonly layout: string;
  /** The cells of each row as written, by index in the table. */
  readonly written: readonly (readonly RawCell[])[];
  /** The cells as read, by field and row. */
  readonly columns: readonly (readonly Cell[])[];
  /** Indexes of the rows of which anything was reported; they are read again each time, to be reported again. */
  readonly reported: ReadonlySet<number>;
}

/**
 * The memory of one rubric's tables. It holds for programs that declare the same columns, and for rows that are never
 * changed in place: a row is recognised by its array of cells.
 */
export class ReadMemory {
  private subjects: SubjectsRemembered | null = null;
  private indexes = new Map<readonly RawCell[], number>();

  /** The subject table as last read, if its columns were the same; null otherwise. */
  remembered(layout: string): SubjectsRemembered | null {
    return this.subjects?.layout === layout ? this.subjects : null;
  }

  remember(subjects: SubjectsRemembered): void {
    const before = this.subjects?.written ?? [];
    const { written } = subjects;
    this.subjects = subjects;
    if (before.length !== written.length) {
      this.indexes = new Map(written.map((cells, index) => [cells, index]));
      return;
    }
    for (const [index, cells] of before.entries()) if (written[index] !== cells) this.indexes.delete(cells);
    for (const [index, cells] of written.entries()) if (before[index] !== cells) this.indexes.set(cells, index);
  }

  /** The index under which a row was read without any report; -1 where it has to be read. */
  indexOf({ cells, beyond, verdict }: RawRow): number {
    if (beyond.length > 0 || verdict !== undefined) return -1;
    const index = this.indexes.get(cells) ?? -1;
    return this.subjects === null || this.subjects.reported.has(index) ? -1 : index;
  }
}

/** Whether two cells of one field have the same value. */
export function isSameCell(a: Cell, b: Cell): boolean {
  return a === b || (a instanceof Decimal && b instanceof Decimal && a.units === b.units && a.scale === b.scale);
}
