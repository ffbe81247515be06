/**
 * Changes of tables between the page and the Worker: only rows that the other side does not have are sent, so that
 * typing in one cell, or collecting a hundred of them, does not transfer ten thousand rows. Rows that are the same arrays
 * as before are treated as unchanged.
 */
import type { TableText } from "../project/project.js";

type Rows = TableText["rows"];

/** Rows of the earlier table from `from` (inclusive) to `to` (exclusive), or new rows. */
type Piece = { readonly from: number; readonly to: number } | { readonly rows: Rows };

/**
 * A table as a change of an earlier one: its rows are those of `pieces`; all other properties, including the decisions
 * about rows, have their current values. Without a `base` the table is new.
 */
interface TableChange extends Omit<TableText, "rows"> {
  /** Index of the earlier table. */
  readonly base: number | null;
  readonly pieces: readonly Piece[];
}

/** The tables after a change, each relative to an earlier one. */
export type TablesChange = readonly TableChange[];

/** The change from one list of tables to another. */
export function tablesChange(before: readonly TableText[], after: readonly TableText[]): TablesChange {
  return after.map(({ rows, ...table }) => {
    const base = before.findIndex(({ role, name }) => role === table.role && name === table.name);
    const old = before[base]?.rows;
    return old === undefined
      ? { ...table, base: null, pieces: [{ rows }] }
      : { ...table, base, pieces: pieces(old, rows) };
  });
}

function pieces(old: Rows, rows: Rows): readonly Piece[] {
  const most = Math.min(old.length, rows.length);
  let from = 0;
  while (from < most && old[from] === rows[from]) from += 1;
  let same = 0;
  while (same < most - from && old.at(-1 - same) === rows.at(-1 - same)) same += 1;
  const places = new Map<Rows[number], number>();
  for (let at = from; at < old.length - same; at += 1) places.set(old[at]!, at);
  const found: ({ from: number; to: number } | { rows: Rows[number][] })[] = [{ from: 0, to: from }];
  for (const row of rows.slice(from, rows.length - same)) {
    const at = places.get(row);
    const last = found.at(-1)!;
    if (at === undefined) {
      if ("rows" in last) last.rows.push(row);
      else found.push({ rows: [row] });
    } else if ("to" in last && last.to === at) last.to += 1;
    else found.push({ from: at, to: at + 1 });
  }
  return [...found, { from: old.length - same, to: old.length }].filter(
    (piece) => "rows" in piece || piece.from < piece.to,
  );
}

/** Applies a change to the tables from which it was computed. */
export function changedTables(before: readonly TableText[], change: TablesChange): readonly TableText[] {
  return change.map(({ base, pieces: parts, ...table }) => {
    const old = (base === null ? undefined : before[base]?.rows) ?? [];
    return {
      ...table,
      rows: parts.flatMap((piece) => ("rows" in piece ? piece.rows : old.slice(piece.from, piece.to))),
    };
  });
}
