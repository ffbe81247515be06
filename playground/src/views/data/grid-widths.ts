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
  return view.columns.map((column) => {
    const at = view.table.header.indexOf(column.header);
    const texts = at < 0 ? [] : view.table.rows.slice(0, MAX_ROWS).map((row) => row[at] ?? "");
    const widest = texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);
    const head = Math.max(widthOf(column.header), widthOf(under(column)) * 0.86);
    return Math.ceil(Math.min(WIDEST, Math.max(NARROWEST, PADDING + Math.max(head, widest))));
  });
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > "\u2e7f" || character === "·" ? FULL : HALF;
  return width;
}
