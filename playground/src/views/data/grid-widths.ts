/**
 * Column widths of a grid, estimated from the number of characters and not measured, so that they do not change while
 * scrolling.
 */
import type { GridColumn, GridView } from "../../store/grid-view.js";

const FULL = 13.2;
const HALF = 7.6;
const PADDING = 18;
const NARROWEST = 52;
const WIDEST = 280;
/** Number of rows that are considered; longer texts further down are cut with an ellipsis. */
const MAX_ROWS = 300;

/** @param under the text in small print under a column's name */
export function columnWidths(view: GridView, under: (column: GridColumn) => string): readonly number[] {
  const rows = view.table.rows.slice(0, MAX_ROWS).map(widthsOf);
  return view.columns.map((column) => {
    const at = view.table.header.indexOf(column.header);
    const widest = at < 0 ? 0 : rows.reduce((width, cells) => Math.max(width, cells[at] ?? 0), 0);
    const head = Math.max(widthOf(column.header), widthOf(under(column)) * 0.86);
    return Math.ceil(Math.min(WIDEST, Math.max(NARROWEST, PADDING + Math.max(head, widest))));
  });
}

/** Widths of the cells of a row, kept while the row is unchanged: they are looked at after every edit. */
const known = new WeakMap<readonly string[], readonly number[]>();

function widthsOf(row: readonly string[]): readonly number[] {
  const before = known.get(row);
  if (before !== undefined) return before;
  const widths = row.map(widthOf);
  known.set(row, widths);
  return widths;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > "\u2e7f" || character === "·" ? FULL : HALF;
  return width;
}
