/**
 * Rows of text as a table for terminals: columns aligned by what is seen, numbers on their decimal point. A table that is too
 * wide continues below, with its first columns repeated.
 */
import { padEnd, padStart, widthOf } from "./display-width.js";

export interface LayoutColumn {
  readonly header: string;
  /** `decimal` aligns on the point, `right` and `left` on an edge. */
  readonly align: "left" | "right" | "decimal";
}

export interface LayoutTable {
  readonly columns: readonly LayoutColumn[];
  /** Plain text, parallel to the columns; colours come by `paint`. */
  readonly rows: readonly (readonly string[])[];
  /** How many columns at the left are repeated where the table continues. */
  readonly fixed: number;
}

/** Colours a cell that has been padded already. */
export type Paint = (padded: string, row: number, column: number) => string;

const GAP = "  ";

/** Pads behind the decimal point, so that right alignment puts the points under each other. */
function onPoint(cells: readonly string[]): readonly string[] {
  const tails = cells.map((cell) => (/^[−+-]?≈?[−+-]?\d/u.test(cell) ? (/\.\d*$/u.exec(cell)?.[0].length ?? 0) : -1));
  const longest = Math.max(0, ...tails);
  return cells.map((cell, index) => {
    const tail = tails[index] ?? -1;
    return tail < 0 ? cell : cell + " ".repeat(longest - tail);
  });
}

interface SetColumn {
  readonly width: number;
  readonly header: string;
  readonly cells: readonly string[];
}

function setColumn({ header, align }: LayoutColumn, raw: readonly string[]): SetColumn {
  const cells = align === "decimal" ? onPoint(raw) : raw;
  const width = Math.max(widthOf(header), ...cells.map(widthOf));
  const pad = align === "left" ? padEnd : padStart;
  return { width, header: pad(header, width), cells: cells.map((cell) => pad(cell, width)) };
}

/** Splits columns so that each stretch, with the fixed ones before it, fits the width; a lone wide column stands alone. */
function stretches(columns: readonly SetColumn[], fixed: number, width: number): readonly (readonly number[])[] {
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

/** Lines without line ends; a blank line between stretches. */
export function layoutTable(table: LayoutTable, width: number, paint: Paint = (padded) => padded): readonly string[] {
  const columns = table.columns.map((column, index) =>
    setColumn(
      column,
      table.rows.map((row) => row[index] ?? ""),
    ),
  );
  return stretches(columns, table.fixed, width).flatMap((stretch, number) => {
    const line = (row: number) =>
      stretch
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
