/** Rows of a table added, taken out, and filled from what was copied in a spreadsheet. Pure, like all that changes tables. */
import { findTable, withCell, type CellPlace, type TableText } from "./project.js";

/** With an empty row under `row`; at the end where there is none. */
export function withRow(tables: readonly TableText[], { role, name, row }: CellPlace): readonly TableText[] {
  const table = findTable(tables, role, name);
  if (table === undefined) return tables;
  const at = Math.min(table.rows.length, row + 1);
  const rows = [...table.rows.slice(0, at), table.header.map(() => ""), ...table.rows.slice(at)];
  return tables.map((other) => (other === table ? { ...table, rows } : other));
}

export function withoutRow(tables: readonly TableText[], { role, name, row }: CellPlace): readonly TableText[] {
  const table = findTable(tables, role, name);
  if (table === undefined || table.rows[row] === undefined) return tables;
  const rows = table.rows.filter((_, at) => at !== row);
  return tables.map((other) => (other === table ? { ...table, rows } : other));
}

/** What a spreadsheet puts on the clipboard: cells between tabs, quoted where they hold tabs or lines. */
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
 * The tables with a block of cells put in from a place on, rightwards along `columns` and down; rows that are not there yet are
 * added. Cells beyond the last column are left out.
 */
export function withBlock(
  tables: readonly TableText[],
  place: CellPlace,
  columns: readonly string[],
  block: readonly (readonly string[])[],
): readonly TableText[] {
  const from = columns.indexOf(place.column);
  let changed = tables;
  for (const [down, cells] of block.entries())
    for (const [right, text] of cells.entries()) {
      const column = columns[from + right];
      if (column !== undefined) changed = withCell(changed, { ...place, row: place.row + down, column }, text.trim());
    }
  return changed;
}
