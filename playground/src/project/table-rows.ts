/** Adds and removes rows of a table, and fills them with cells pasted from a spreadsheet. Pure functions. */
import { columnAt, findTable, type CellPlace, type TableText } from "./project.js";

/** The tables with an empty row inserted under `row`; at the end when there is no such row. */
export function withRow(tables: readonly TableText[], { role, name, row }: CellPlace): readonly TableText[] {
  const table = findTable(tables, role, name);
  if (table === undefined) return tables;
  const at = Math.min(table.rows.length, row + 1);
  const rows = [...table.rows.slice(0, at), table.header.map(() => ""), ...table.rows.slice(at)];
  return tables.map((other) => (other === table ? { ...table, rows } : other));
}

/** The tables without a row; unchanged when there is no such row. */
export function withoutRow(tables: readonly TableText[], { role, name, row }: CellPlace): readonly TableText[] {
  const table = findTable(tables, role, name);
  if (table === undefined || table.rows[row] === undefined) return tables;
  const rows = table.rows.filter((_, at) => at !== row);
  return tables.map((other) => (other === table ? { ...table, rows } : other));
}

/**
 * Parses what a spreadsheet puts on the clipboard: cells separated by tabs, quoted where they contain tabs or line
 * breaks.
 */
export function copiedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const match = cell.exec(source);
    if (match === null) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\t") continue;
    rows.push(row);
    row = [];
    if (match[3] === "" || cell.lastIndex > source.length) break;
  }
  return rows;
}

/**
 * The tables with a block of cells written from a position on, to the right along `columns` and down; missing rows and
 * columns are added. Cells beyond the last column are dropped; `leftOut` counts their columns. `rowOf` is the row of the
 * table for each row of the block, where only some rows are displayed.
 */
export function withBlock(
  tables: readonly TableText[],
  { role, name, row: top, column }: CellPlace,
  columns: readonly string[],
  block: readonly (readonly string[])[],
  rowOf: (down: number) => number = (down) => top + down,
): readonly TableText[] {
  const found = findTable(tables, role, name);
  const table = found ?? { role, name, header: [], rows: [] };
  if (top > table.rows.length) return tables;
  const header = [...table.header];
  const targets = columns.slice(columns.indexOf(column)).map((target, right) => {
    const at = columnAt(table, target);
    if (at >= 0 || block.every((cells) => (cells[right] ?? "").trim() === "")) return at;
    return header.push(target) - 1;
  });
  const rows = [...table.rows];
  let isChanged = false;
  for (const [down, cells] of block.entries()) {
    const to = rowOf(down);
    const row = [...(rows[to] ?? [])];
    isChanged ||= rows[to] === undefined;
    let isRowChanged = rows[to] === undefined;
    for (const [right, at] of targets.entries()) {
      const text = cells[right]?.trim();
      if (text === undefined || at < 0 || (row[at] ?? "") === text) continue;
      while (row.length < at) row.push("");
      row[at] = text;
      isChanged = true;
      isRowChanged = true;
    }
    if (isRowChanged) rows[to] = row;
  }
  if (!isChanged) return tables;
  const changed = { ...table, header, rows };
  return found === undefined ? [...tables, changed] : tables.map((other) => (other === found ? changed : other));
}

/** Number of columns with text beyond the first `room` columns of a block; zero or negative when all fit. */
export function leftOut(block: readonly (readonly string[])[], room: number): number {
  const widest = block.reduce((most, cells) => {
    const width = cells.reduce((last, text, at) => (text.trim() === "" ? last : at + 1), 0);
    return Math.max(most, width);
  }, 0);
  return widest - room;
}

/** Texts as they are found: width and case are ignored. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Whether a cell contains a text, regardless of width and case. */
export function containsText(cell: string, text: string): boolean {
  return folded(cell).includes(folded(text));
}

/** A cell with every occurrence of a text replaced. */
function withText(cell: string, text: string, by: string): string {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
  const exact = cell.replace(new RegExp(escaped, "giu"), () => by);
  // A text of another width is found but not part of the cell as it is written.
  return exact !== cell || !containsText(cell, text)
    ? exact
    : cell.normalize("NFKC").replace(new RegExp(escaped.normalize("NFKC"), "giu"), () => by);
}

/** The tables with a text replaced in some rows and columns, and in how many cells. */
export function withReplaced(
  tables: readonly TableText[],
  { role, name }: Pick<CellPlace, "role" | "name">,
  {
    rows,
    columns,
    text,
    by,
  }: {
    readonly rows: readonly number[];
    readonly columns: readonly number[];
    readonly text: string;
    readonly by: string;
  },
): { readonly tables: readonly TableText[]; readonly count: number } {
  const table = findTable(tables, role, name);
  if (table === undefined || text === "") return { tables, count: 0 };
  const changed = [...table.rows];
  let count = 0;
  for (const row of rows) {
    const cells = table.rows[row];
    if (cells === undefined) continue;
    let own: string[] | null = null;
    for (const at of columns) {
      const cell = cells[at] ?? "";
      const next = containsText(cell, text) ? withText(cell, text, by).trim() : cell;
      if (next === cell) continue;
      own ??= [...cells];
      own[at] = next;
      count += 1;
    }
    if (own !== null) changed[row] = own;
  }
  if (count === 0) return { tables, count };
  return { tables: tables.map((other) => (other === table ? { ...table, rows: changed } : other)), count };
}
