/**
 * Lays out rows of text as a table for terminals, with numbers aligned on the decimal point. A table that is too wide is continued
 * below, with its first columns repeated.
 */
import { padEnd, padStart, widthOf } from "./display-width.js";

/** A column of a table. */
export interface LayoutColumn {
  readonly header: string;
  /** `decimal` aligns on the point, `right` and `left` on an edge. */
  readonly align: "left" | "right" | "decimal";
}

/** A table of text. */
export interface LayoutTable {
  readonly columns: readonly LayoutColumn[];
  /** Plain text, parallel to the columns; colours are added by `paint`. */
  readonly rows: readonly (readonly string[])[];
  /** The number of columns at the left that are repeated. */
  readonly fixed: number;
}

/** Colours a padded cell. The header is row -1. */
export type Paint = (padded: string, row: number, column: number) => string;

const GAP = "  ";

/** Pads numbers after the decimal point, so that right alignment aligns the points. */
export function onPoint(cells: readonly string[]): readonly string[] {
  const tails = cells.map((cell) => (/^[−+-]?≈?[−+-]?\d/u.test(cell) ? (/\.\d*$/u.exec(cell)?.[0].length ?? 0) : -1));
  const longest = Math.max(0, ...tails);
  return cells.map((cell, index) => {
    const tail = tails[index] ?? -1;
    return tail < 0 ? cell : cell + " ".repeat(longest - tail);
  });
}

interface PaddedColumn {
  readonly width: number;
  readonly header: string;
  readonly cells: readonly string[];
}

function padColumn({ header, align }: LayoutColumn, raw: readonly string[]): PaddedColumn {
  const cells = align === "decimal" ? onPoint(raw) : raw;
  const width = Math.max(widthOf(header), ...cells.map(widthOf));
  const pad = align === "left" ? padEnd : padStart;
  return { width, header: pad(header, width), cells: cells.map((cell) => pad(cell, width)) };
}

/** Splits the columns into blocks that fit the width together with the fixed columns; a block has at least one column. */
function blocksOf(columns: readonly PaddedColumn[], fixed: number, width: number): readonly (readonly number[])[] {
  const head = columns.slice(0, fixed).map((_, index) => index);
  const room = width - head.reduce((sum, index) => sum + (columns[index]?.width ?? 0) + GAP.length, 0);
  const parts: number[][] = [];
  let used = Infinity;
  for (const [index, column] of columns.entries()) {
    if (index < fixed) continue;
    const need = column.width + GAP.length;
    if (used + need > room + GAP.length) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(index);
    used += need;
  }
  return parts.length === 0 ? [head] : parts.map((part) => [...head, ...part]);
}

/** The lines without line ends, with a blank line between blocks. */
export function layoutTable(table: LayoutTable, width: number, paint: Paint = (padded) => padded): readonly string[] {
  const columns = table.columns.map((column, index) =>
    padColumn(
      column,
      table.rows.map((row) => row[index] ?? ""),
    ),
  );
  return blocksOf(columns, table.fixed, width).flatMap((block, number) => {
    const line = (row: number) =>
      block
        .map((column) => {
          const cell = row < 0 ? columns[column]?.header : columns[column]?.cells[row];
          return paint(cell ?? "", row, column);
        })
        .join(GAP)
        .trimEnd();
    const lines = [line(-1), ...table.rows.map((_, row) => line(row))];
    return number === 0 ? lines : ["", ...lines];
  });
}
