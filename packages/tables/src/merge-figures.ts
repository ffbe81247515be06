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

const NONE: readonly Figure[] = [];

/** The values of one field, by row of the merged table. */
export class FigureColumn {
  private readonly first: (Figure | undefined)[] = [];
  private readonly more = new Map<number, Figure[]>();

  put(into: number, figure: Figure): void {
    if (this.first[into] === undefined) this.first[into] = figure;
    else {
      const others = this.more.get(into);
      if (others === undefined) this.more.set(into, [figure]);
      else others.push(figure);
    }
  }

  /** The values for a cell in the order of the tables; empty where none has one. */
  at(row: number): readonly Figure[] {
    const first = this.first[row];
    if (first === undefined) return NONE;
    const others = this.more.get(row);
    return others === undefined ? [first] : [first, ...others];
  }

  /** The value on which all tables agree; null where there is none, `differing` where they do not agree. */
  agreed(row: number): { readonly value: Cell } | "differing" {
    const first = this.first[row];
    if (first === undefined) return { value: null };
    const others = this.more.get(row);
    if (others !== undefined && others.some(({ value }) => cellIdentity(value) !== cellIdentity(first.value)))
      return "differing";
    return { value: first.value };
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
