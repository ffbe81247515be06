/**
 * Puts the rows of several tables together: what one leaves blank another may fill in, as when each assessor returns a form of
 * their own. Where two say different things neither is used, and the problem names both places.
 */
import type { Cell } from "@yardstick/engine";
import { shownText } from "./cell/written.js";
import type { Place } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import type { RecordReader } from "./record-reader.js";

/** The cells of one field in some rows of one table. */
interface Put {
  readonly field: number;
  /** Of the field among those that the table may have. */
  readonly position: number;
  readonly cells: readonly Cell[];
  readonly rows: readonly RawRow[];
  /** Where each goes in the merged table. */
  readonly indexes: readonly number[];
  readonly reader: RecordReader;
  readonly place: Place;
  /** A field that names the row is the same by itself. */
  readonly isName: boolean;
}

/** Where a value came from. */
interface Origin {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly found: string;
}

export class MergedSubjects {
  /** By field, then by row; filled only where there is more than one table. */
  private readonly origins = new Map<number, Map<number, Origin>>();
  private readonly inConflict = new Set<string>();

  constructor(
    private readonly columns: readonly Cell[][],
    private readonly severalTables: boolean,
  ) {}

  put({ field, position, cells, rows, indexes, reader, place, isName }: Put): void {
    const column = this.columns[field];
    if (column === undefined) return;
    if (!this.severalTables) {
      for (const cell of cells) column.push(cell);
      return;
    }
    for (const [number, cell] of cells.entries()) {
      const row = rows[number];
      const into = indexes[number] ?? -1;
      if (cell === null || row === undefined) continue;
      if (isName) {
        column[into] ??= cell;
        continue;
      }
      const earlier = this.originsOf(field).get(into);
      const origin = {
        file: place.file,
        sheet: place.sheet,
        row: row.row,
        found: shownText(reader.raw(row, position)),
      };
      if (earlier === undefined) {
        column[into] = cell;
        this.originsOf(field).set(into, origin);
      } else if (column[into] !== cell && !this.inConflict.has(`${field}/${into}`)) {
        column[into] = null;
        this.inConflict.add(`${field}/${into}`);
        reader.problems.add({
          index: into,
          row: row.row,
          column: reader.fieldName(position),
          found: origin.found,
          reason: "conflict",
          expected: [earlier.found, earlier.file, String(earlier.row), earlier.sheet ?? ""],
        });
      }
    }
  }

  private originsOf(field: number): Map<number, Origin> {
    const known = this.origins.get(field) ?? new Map<number, Origin>();
    this.origins.set(field, known);
    return known;
  }
}
