/**
 * Tables of row objects: the rows of a JSON file, and those that a program hands over. Both go this way, so that the same rows give
 * the same cells and the same problems.
 */
import type { RawCell, RawRow, RawTable } from "./raw-table.js";
import type { Steps } from "./steps.js";
import { cellOfValue, isRecord } from "./value-cell.js";

/** Cells that are taken up between two steps. */
const BATCH = 8192;

/** The numbers of entries that are no objects are `strays`. */
export interface EntriesTable extends RawTable {
  readonly strays: readonly number[];
}

/** Headers are the property names in order of first use; a row is numbered by its entry, from 1. */
export function* tableOfEntries(entries: readonly unknown[]): Steps<EntriesTable> {
  const columnOf = new Map<string, number>();
  const strays: number[] = [];
  const rows: RawRow[] = [];
  let taken = 0;
  // An index and not an iterator: an array may have params, which are entries too.
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    taken += 1;
    if (!isRecord(entry)) {
      strays.push(index + 1);
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
  return { headers: [...columnOf.keys()], rows, strays };
}
