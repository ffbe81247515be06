/** Which rows the grid displays, and in which order: filtered by the state of their cells and sorted by a column. */
import { cellId, type GridColumn, type GridView } from "../../store/grid-view.js";
import type { TableText } from "../../project/project.js";

/** Rows with a cell in this state; `all` is no filter. */
export type RowFilter = "all" | "missing" | "bad" | "changed";

/** The column that rows are sorted by; null for the order of the table. */
export type RowOrder = { readonly column: GridColumn; readonly isDescending: boolean } | null;

/** A number as it is written, for sorting only; null for any other text. */
function numberOf(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[,\s%]/gu, "")
    .replace(/^−/u, "-");
  return plain !== "" && /^[-+]?(?:\d+\.?\d*|\.\d+)\p{L}*$/u.test(plain) ? Number.parseFloat(plain) : null;
}

function compared(one: string, other: string): number {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (a !== null && b !== null) return a - b;
  if (a !== null || b !== null) return a === null ? 1 : -1;
  return one.localeCompare(other, "zh");
}

/**
 * Indexes of the table's rows in the order of display.
 *
 * @param before the table that changes are counted from; null: none
 * @param staying rows that are displayed also when the filter does not match them
 */
export function displayedRows(
  { table, columns, missing, invalid }: GridView,
  filter: RowFilter,
  order: RowOrder,
  before: TableText | null,
  staying: readonly number[] = [],
): readonly number[] {
  const all = Array.from({ length: table.rows.length }, (_, row) => row);
  const unchanged = new Set(before?.rows ?? []);
  const bad = new Set([...invalid.values()].map(({ row }) => row));
  const stays = new Set(staying);
  const isKept = (row: number): boolean => {
    if (stays.has(row)) return true;
    switch (filter) {
      case "all":
        return true;
      case "missing":
        return columns.some(({ header }) => missing.has(cellId(row, header)));
      case "bad":
        return bad.has(row);
      case "changed":
        return before !== null && !unchanged.has(table.rows[row] ?? []);
    }
  };
  const kept = filter === "all" ? all : all.filter(isKept);
  if (order === null) return kept;
  const textOf = (row: number) => table.rows[row]?.[order.column.at]?.trim() ?? "";
  // Blank cells come last in both directions.
  return [...kept].sort((a, b) => {
    const [one, other] = [textOf(a), textOf(b)];
    if (one === "" || other === "") return one === other ? 0 : one === "" ? 1 : -1;
    return order.isDescending ? compared(other, one) : compared(one, other);
  });
}
