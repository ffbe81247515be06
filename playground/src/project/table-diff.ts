/**
 * Counts the cells that differ between two states of a project's tables, table by table. Rows are compared by index.
 */
import { findTable, sameName, type TableText } from "./project.js";

/** A table with the number of its cells that differ. */
export interface TableDifference {
  readonly role: TableText["role"];
  readonly name: string;
  readonly cells: number;
}

/** The tables that differ between two states. */
export function tableDifferences(
  before: readonly TableText[],
  after: readonly TableText[],
): readonly TableDifference[] {
  const all = [...before, ...after.filter(({ role, name }) => findTable(before, role, name) === undefined)];
  return all.flatMap(({ role, name }) => {
    const cells = differing(findTable(before, role, name) ?? EMPTY, findTable(after, role, name) ?? EMPTY);
    return cells === 0 ? [] : [{ role, name, cells }];
  });
}

const EMPTY: TableText = { role: "subjects", name: "", header: [], rows: [] };

function differing(a: TableText, b: TableText): number {
  const headers = [...a.header, ...b.header.filter((name) => !a.header.some((other) => sameName(other, name)))];
  let count = 0;
  for (const header of headers) {
    const [from, to] = [a, b].map((table) => table.header.findIndex((name) => sameName(name, header)));
    for (let row = 0; row < Math.max(a.rows.length, b.rows.length); row++)
      if ((a.rows[row]?.[from ?? -1] ?? "") !== (b.rows[row]?.[to ?? -1] ?? "")) count += 1;
  }
  return count;
}
