/**
 * Changes of tables sent to the Worker: only what changed since the last message is sent, so that typing in one cell
 * does not transfer ten thousand rows. Rows that are the same arrays as before are treated as unchanged.
 */
import type { TableText } from "../project/project.js";

/**
 * A table as a change of an earlier one: `rows` replace those from `from` (inclusive) to `to` (exclusive); all other
 * properties, including the decisions about rows, have their current values. Without a `base` the table is new.
 */
interface TableChange extends Omit<TableText, "rows"> {
  /** Index of the earlier table. */
  readonly base: number | null;
  readonly from: number;
  readonly to: number;
  readonly rows: TableText["rows"];
}

/** The tables after a change, each relative to an earlier one. */
export type TablesChange = readonly TableChange[];

/** The change from one list of tables to another. */
export function tablesChange(before: readonly TableText[], after: readonly TableText[]): TablesChange {
  return after.map(({ rows, ...table }) => {
    const base = before.findIndex(({ role, name }) => role === table.role && name === table.name);
    const old = before[base]?.rows;
    if (old === undefined) return { ...table, base: null, from: 0, to: 0, rows };
    const most = Math.min(old.length, rows.length);
    let from = 0;
    while (from < most && old[from] === rows[from]) from += 1;
    let same = 0;
    while (same < most - from && old.at(-1 - same) === rows.at(-1 - same)) same += 1;
    return { ...table, base, from, to: old.length - same, rows: rows.slice(from, rows.length - same) };
  });
}

/** Applies a change to the tables from which it was computed. */
export function changedTables(before: readonly TableText[], change: TablesChange): readonly TableText[] {
  return change.map(({ base, from, to, rows, ...table }) => {
    const old = base === null ? undefined : before[base]?.rows;
    return {
      ...table,
      rows: old === undefined ? rows : [...old.slice(0, from), ...rows, ...old.slice(to)],
    };
  });
}
