/**
 * Tables of row objects: the rows of a JSON file, and those that a program passes. Both use this code, so the same rows give the same
 * cells and the same problems.
 */
import type { RawCell, RawRow, RawTable } from "./raw-table.js";
import type { Steps } from "./steps.js";
import { cellOfValue, isRecord } from "./value-cell.js";

/** The number of cells converted in one step. */
const BATCH = 8192;

/** A raw table; `nonObjects` are the numbers of the entries that are not objects, from 1. */
export interface EntriesTable extends RawTable {
  readonly nonObjects: readonly number[];
}

/** Converts row objects. Headers are the property names in order of first use; `row` is the number of the entry, from 1. */
export function* tableOfEntries(entries: readonly unknown[]): Steps<EntriesTable> {
  const columnOf = new Map<string, number>();
  const nonObjects: number[] = [];
  const rows: RawRow[] = [];
  let taken = 0;
  // An index, so that the empty slots of a sparse array are visited as well.
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    taken += 1;
    if (!isRecord(entry)) {
      nonObjects.push(index + 1);
      continue;
    }
    const cells: RawCell[] = Array.from({ length: columnOf.size }, () => null);
    for (const name of Object.keys(entry)) {
      let column = columnOf.get(name);
      if (column === undefined) {
        column = columnOf.size;
        columnOf.set(name, column);
      }
      cells[column] = cellOfValue(entry[name]);
    }
    rows.push({ row: index + 1, cells, beyond: [] });
    taken += cells.length;
    if (taken < BATCH) continue;
    taken = 0;
    yield;
  }
  return { headers: [...columnOf.keys()], rows, nonObjects };
}
