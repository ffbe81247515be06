/**
 * The values of several tables for one cell. Blank cells are ignored.
 */
import { type Cell, cellIdentity } from "@yardstick/engine";
import type { RawRow } from "./raw-table.js";

/** The value of one table for a cell. */
export interface Figure {
  readonly value: Exclude<Cell, null>;
  /** Index of the table among the merged ones. */
  readonly table: number;
  /** The row of that table. */
  readonly row: RawRow;
}

/** The values of the tables for one cell: none, equal or different. */
export type CellState = "none" | "agreed" | "differing";

/**
 * The values of one field, by row of the merged table. Only the first value of each cell is kept; `read` reads the
 * values of all tables again where they are needed, since nearly all cells agree.
 */
export class FigureColumn {
  private readonly values: (Exclude<Cell, null> | undefined)[] = [];
  private readonly tables: number[] = [];
  private readonly rows: RawRow[] = [];
  private readonly differing = new Set<number>();
  /** By table: how many of its values repeat the first value of their cell. */
  readonly repeated: number[] = [];

  constructor(private readonly read: (row: number) => readonly Figure[]) {}

  put(into: number, value: Exclude<Cell, null>, table: number, row: RawRow): void {
    const first = this.values[into];
    if (first === undefined) {
      this.values[into] = value;
      this.tables[into] = table;
      this.rows[into] = row;
    } else if (first === value || cellIdentity(first) === cellIdentity(value)) {
      this.repeated[table] = (this.repeated[table] ?? 0) + 1;
    } else this.differing.add(into);
  }

  stateOf(row: number): CellState {
    if (this.differing.has(row)) return "differing";
    return this.values[row] === undefined ? "none" : "agreed";
  }

  /** The first value; null where there is none. */
  first(row: number): Figure | null {
    const [value, table, from] = [this.values[row], this.tables[row], this.rows[row]];
    return value === undefined || table === undefined || from === undefined ? null : { value, table, row: from };
  }

  /** The value on which all tables agree; null where there is none, or they do not agree. */
  agreed(row: number): Cell {
    return this.differing.has(row) ? null : (this.values[row] ?? null);
  }

  /** The values for a cell in the order of the tables; empty where none has one. */
  at(row: number): readonly Figure[] {
    return this.values[row] === undefined ? [] : this.read(row);
  }
}

/** Groups equal values, each group in the order of the tables. */
export function groupedByValue(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<ReturnType<typeof cellIdentity>, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(cellIdentity(figure.value));
    if (group === undefined) groups.set(cellIdentity(figure.value), [figure]);
    else group.push(figure);
  }
  return [...groups.values()];
}
