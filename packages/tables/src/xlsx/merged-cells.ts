/**
 * What merged cells of a sheet mean for the table in it.
 */
import { figureOf } from "@yardstick/engine";
import { isBlank } from "../cell/written.js";
import type { GridRow, RawCell, RawRow } from "../raw-table.js";
import { textOfRaw } from "../raw-table.js";

const isMerged = (cell: RawCell | undefined, isDown: boolean) =>
  typeof cell === "object" && cell?.kind === "merged" && cell.down === isDown;

/**
 * The rows without the columns that only continue the one to their left, as where header and figures are each merged over the same two
 * columns. A line of one text, such as a remark, stays merged over all of them.
 */
export function withoutContinuedColumns<Row extends GridRow>(rows: readonly Row[]): readonly Row[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const continued = Array.from({ length: width }, () => false);
  for (const { cells } of rows) for (const [at, cell] of cells.entries()) continued[at] ||= isMerged(cell, false);
  for (const { cells } of rows)
    for (const [at, cell] of cells.entries()) continued[at] &&= isMerged(cell, false) || isBlank(textOfRaw(cell));
  if (!continued.includes(true)) return rows;
  return rows.map((row) => {
    const own = row.cells.filter((cell) => !isMerged(cell, false) && !isBlank(textOfRaw(cell)));
    if (own.length < 2) return row;
    return { ...row, cells: row.cells.map((cell, at) => (continued[at] === true ? "" : cell)) };
  });
}

/**
 * The rows of a table with its key in column `key`, where a number merged over the rows of several keys is as doubtful in the first of them
 * as in the others: it may be that of each or of all together.
 */
export function withDoubtfulNumbers(rows: readonly RawRow[], key: number): readonly RawRow[] {
  return rows.map((row, at) => {
    const below = rows[at + 1]?.cells ?? [];
    if (isMerged(below[key], true) || !below.some((cell) => isMerged(cell, true))) return row;
    const cells = row.cells.map((cell, column): RawCell => {
      const next = below[column];
      const isFirst = typeof next === "object" && next?.kind === "merged" && next.down && next.content === cell;
      return isFirst && figureOf(textOfRaw(cell)) !== null ? { kind: "merged", content: cell, down: true } : cell;
    });
    return { ...row, cells };
  });
}
