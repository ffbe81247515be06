/** The cells that the grid displays: reads them by displayed row, and writes blocks of them as one step of undo. */
import { findTable, sameName, type CellPlace, type TableText } from "../../project/project.js";
import { containsText, withBlock, withReplaced } from "../../project/table-rows.js";
import type { GridView } from "../../store/grid-view.js";
import { displayedRows, type RowFilter, type RowOrder } from "./grid-order.js";
import { blockOf, edgeFrom, type Place, type Range } from "./grid-range.js";

/** The store as far as the cells need it. */
interface Tables {
  readonly tablesBefore: readonly TableText[] | null;
  editCell(place: CellPlace, text: string): void;
  editTables(change: (tables: readonly TableText[]) => readonly TableText[], place: CellPlace): void;
}

type Block = readonly (readonly string[])[];

/** The displayed cells of one table. */
export class DisplayedCells {
  /** Rows of the table in the order of display. */
  rows: readonly number[] = [];
  view: GridView | null = null;
  #filter: RowFilter = "all";
  #order: RowOrder = null;

  constructor(private readonly store: () => Tables) {}

  get count(): number {
    return this.rows.length;
  }

  /** Whether every row is displayed in the order of the table. */
  get isWhole(): boolean {
    return this.#filter === "all" && this.#order === null;
  }

  /**
   * Shows another state of the table, or another table. Rows stay while they are edited, also when they no longer match the filter; rows
   * that match it now are added, since what is missing is known only when the result has come.
   */
  show(view: GridView): void {
    const before = this.view;
    this.view = view;
    const isOther = before === null || before.role !== view.role || !sameName(before.name, view.name);
    if (isOther) this.arrange("all", null);
    else if (before.table.rows.length !== view.table.rows.length) this.arrange();
    else if (this.#filter !== "all") {
      const rows = this.#arranged(view, this.rows);
      if (rows.length !== this.rows.length) this.rows = rows;
    }
  }

  /** Filters and sorts the rows. */
  arrange(filter = this.#filter, order = this.#order): void {
    const { view } = this;
    if (view === null) return;
    this.#filter = filter;
    this.#order = order;
    this.rows = this.#arranged(view, []);
  }

  #arranged(view: GridView, staying: readonly number[]): readonly number[] {
    const tables = this.store().tablesBefore;
    const before = tables === null ? null : (findTable(tables, view.role, view.name) ?? null);
    return displayedRows(view, this.#filter, this.#order, before, staying);
  }

  /** The displayed row of a row of the table; all rows are displayed when it is not among them. */
  rowOf(tableRow: number): number {
    if (this.isWhole) return tableRow;
    const found = this.rows.indexOf(tableRow);
    if (found >= 0) return found;
    this.arrange("all", null);
    return tableRow;
  }

  /** The row of the table that is displayed in a row; rows below the last one continue the table. */
  tableRow(row: number): number {
    return this.rows[row] ?? (this.view?.table.rows.length ?? 0) + row - this.count;
  }

  /** The text of a cell by its displayed row. */
  textAt(row: number, at: number): string {
    const { view } = this;
    return view?.table.rows[this.rows[row] ?? -1]?.[view.columns[at]?.at ?? -1] ?? "";
  }

  /** The cell at the edge of the filled ones, from a cell along its row or column. */
  edgeFrom({ row, at }: Place, axis: "row" | "column", step: 1 | -1): Place {
    const isFilled = (place: Place) => this.textAt(place.row, place.at).trim() !== "";
    if (axis === "row") return { row: edgeFrom(row, step, this.count, (each) => isFilled({ row: each, at })), at };
    const width = this.view?.columns.length ?? 0;
    return { row, at: edgeFrom(at, step, width, (each) => isFilled({ row, at: each })) };
  }

  /** The place of a cell in the table. */
  placeOf({ row, at }: Place): CellPlace | null {
    const { view } = this;
    const column = view?.columns[at];
    if (view === null || column === undefined) return null;
    return { role: view.role, name: view.name, row: this.tableRow(row), column: column.header };
  }

  /** Writes one cell. */
  write(place: Place, text: string): void {
    const to = this.count === 0 ? null : this.placeOf(place);
    if (to !== null) this.store().editCell(to, text.trim());
  }

  /** Writes a block from the top left of a range on. */
  put({ top, left }: Pick<Range, "top" | "left">, block: Block): void {
    const place = this.placeOf({ row: top, at: left });
    const headers = this.view?.columns.map(({ header }) => header) ?? [];
    if (place === null) return;
    const rowOf = (down: number) => this.tableRow(top + down);
    this.store().editTables((tables) => withBlock(tables, place, headers, block, rowOf), place);
  }

  /** Writes the same text into every cell of a range. */
  fillWith(range: Range, text: string): void {
    this.put(
      range,
      blockOf(range, () => text),
    );
  }

  /** Fills a range with its first row or column; one that is a single row or column with the one before it. */
  fillFrom(range: Range, side: "top" | "left"): void {
    const isTop = side === "top";
    const [from, to] = isTop ? [range.top, range.bottom] : [range.left, range.right];
    const first = from === to ? from - 1 : from;
    if (first < 0) return;
    this.put(
      range,
      blockOf(range, (row, at) => (isTop ? this.textAt(first, at) : this.textAt(row, first))),
    );
  }

  /** The next cell after `here` that contains a text, or the previous one, and how many contain it. */
  find(text: string, step: 1 | -1, here: Place): { readonly place: Place | null; readonly count: number } {
    const columns = this.view?.columns ?? [];
    const width = columns.length;
    const found = this.rows.flatMap((_, row) =>
      columns.flatMap((__, at) => (containsText(this.textAt(row, at), text) ? [row * width + at] : [])),
    );
    const from = here.row * width + here.at;
    const later = found.find((each) => each > from);
    const earlier = found.filter((each) => each < from).at(-1);
    const next = step === 1 ? (later ?? found[0]) : (earlier ?? found.at(-1));
    const place = next === undefined ? null : { row: Math.floor(next / width), at: next % width };
    return { place, count: found.length };
  }

  /** Replaces a text in one cell, or in all displayed ones; returns in how many. */
  replace(text: string, by: string, here: Place, isEverywhere: boolean): number {
    const place = this.placeOf(here);
    const { view } = this;
    if (place === null || view === null) return 0;
    const columns = isEverywhere ? view.columns : view.columns.slice(here.at, here.at + 1);
    const rows = isEverywhere ? this.rows : this.rows.slice(here.row, here.row + 1);
    const what = { rows, columns: columns.flatMap(({ at }) => (at < 0 ? [] : [at])), text, by };
    let count = 0;
    this.store().editTables((tables) => {
      const replaced = withReplaced(tables, view, what);
      ({ count } = replaced);
      return replaced.tables;
    }, place);
    return count;
  }
}
