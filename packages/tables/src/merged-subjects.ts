/**
 * Merges the rows of several subject tables: a cell that is blank in one may be filled in another, as when each assessor returns a
 * form. Where two differ, neither is used, and the problem gives both locations.
 */
import type { Cell } from "@yardstick/engine";
import { shownText } from "./cell/written.js";
import type { TableLocation } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import type { RecordReader } from "./record-reader.js";

/** The cells of one field in some rows of one table. */
interface FieldCells {
  readonly field: number;
  /** Index of the field among those expected in the table. */
  readonly position: number;
  readonly cells: readonly Cell[];
  readonly rows: readonly RawRow[];
  /** Index of each row in the merged table. */
  readonly indexes: readonly number[];
  readonly reader: RecordReader;
  readonly location: TableLocation;
  /** The field is the key or the period, which is equal in all merged rows. */
  readonly isName: boolean;
}

/** The source of a value. */
interface Origin {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly found: string;
}

/** The columns of the merged subject table, with the source of each value. */
export class MergedSubjects {
  /** By field, then by row; filled only for more than one table. */
  private readonly origins = new Map<number, Map<number, Origin>>();
  private readonly conflicts = new Set<string>();

  constructor(
    private readonly columns: readonly Cell[][],
    private readonly severalTables: boolean,
  ) {}

  /** Adds the cells of one field in some rows. A cell that differs from an earlier table's becomes null and is reported. */
  put({ field, position, cells, rows, indexes, reader, location, isName }: FieldCells): void {
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
        file: location.file,
        sheet: location.sheet,
        row: row.row,
        found: shownText(reader.raw(row, position)),
      };
      if (earlier === undefined) {
        column[into] = cell;
        this.originsOf(field).set(into, origin);
      } else if (column[into] !== cell && !this.conflicts.has(`${field}/${into}`)) {
        column[into] = null;
        this.conflicts.add(`${field}/${into}`);
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
