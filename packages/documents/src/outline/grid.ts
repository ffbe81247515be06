/** A table as a grid: which cell covers each place, with its corner. Spans beyond the table end with it. */
import { cellText, type Cell, type Location, type Table } from "../blocks/block.js";

/** A cell with the place of its corner and the span that lies within the table. */
export interface Placed {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

/** A table by rows and columns. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  at(row: number, column: number): Placed | null;
  /** Cells whose corner is in a row. */
  corners(row: number): readonly Placed[];
}

const MOST_COLUMNS = 500;

/** The grid of a table. */
export function gridOf(table: Table): Grid {
  const height = table.rows.length;
  const places: (Placed | null)[][] = Array.from({ length: height }, () => []);
  let width = 0;
  for (const [row, cells] of table.rows.entries()) {
    const line = places[row] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (line[column] != null) column++;
      if (column >= MOST_COLUMNS) break;
      const placed: Placed = {
        cell,
        row,
        column,
        rows: Math.min(cell.rows, height - row),
        columns: Math.min(cell.columns, MOST_COLUMNS - column),
        text: cellText(cell).trim(),
      };
      for (let r = row; r < row + placed.rows; r++) {
        const covered = places[r] ?? [];
        for (let c = column; c < column + placed.columns; c++) covered[c] ??= placed;
      }
      column += placed.columns;
      width = Math.max(width, column);
    }
  }
  return {
    width,
    height,
    at: (row, column) => places[row]?.[column] ?? null,
    corners: (row) => [
      ...new Set((places[row] ?? []).filter((placed): placed is Placed => placed != null && placed.row === row)),
    ],
  };
}

/** The place of a cell in the document, whose table is `block`. */
export const locate = (block: number, { row, column, text }: Placed): Location => ({
  block,
  row,
  column,
  from: 0,
  to: text.length,
});
