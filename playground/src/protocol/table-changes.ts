/**
 * Changes of tables sent to the Worker: only what changed since the last message is sent, so that typing in one cell
 * does not transfer ten thousand rows. Rows that are the same arrays as before are treated as unchanged.
 */
import type { TableRole, TableText } from "../project/project.js";

/**
 * A table as a change of an earlier one: `rows` replace those from `from` (inclusive) to `to` (exclusive). Without a
 * `base` the table is new.
 */
interface TableChange {
  readonly role: TableRole;
  readonly name: string;
  readonly header: readonly string[];
  /** Index of the earlier table. */
  readonly base: number | null;
  readonly from: number;
  readonly to: number;
  readonly rows: TableText["rows"];
}

export type TablesChange = readonly TableChange[];

export function tablesChange(before: readonly TableText[], after: readonly TableText[]): TablesChange {
  return after.map(({ role, name, header, rows }) => {
    const base = before.findIndex((table) => table.role === role && table.name === name);
    const old = before[base]?.rows;
    if (old === undefined) return { role, name, header, base: null, from: 0, to: 0, rows };
    const most = Math.min(old.length, rows.length);
    let from = 0;
    while (from < most && old[from] === rows[from]) from += 1;
    let same = 0;
    while (same < most - from && old.at(-1 - same) === rows.at(-1 - same)) same += 1;
    return { role, name, header, base, from, to: old.length - same, rows: rows.slice(from, rows.length - same) };
  });
}

export function changedTables(before: readonly TableText[], change: TablesChange): readonly TableText[] {
  return change.map(({ role, name, header, base, from, to, rows }) => {
    const old = base === null ? undefined : before[base]?.rows;
    return {
      role,
      name,
      header,
      rows: old === undefined ? rows : [...old.slice(0, from), ...rows, ...old.slice(to)],
    };
  });
}
