/**
 * Tables that were read from files put into a project: each takes the place of the table it is for, several for one table stand
 * one after the other. All others stay.
 */
import { findTable, sameName, type TableRole, type TableText } from "./project.js";

/** A table of a file, as far as it matters here. */
export interface Incoming {
  readonly role: TableRole;
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function joined(incoming: readonly Incoming[]): readonly TableText[] {
  const tables: TableText[] = [];
  for (const { role, name, header, rows } of incoming) {
    const before = findTable(tables, role, name);
    if (before === undefined) tables.push({ role, name, header, rows });
    else tables[tables.indexOf(before)] = below(before, { role, name, header, rows });
  }
  return tables;
}

export function withImported(tables: readonly TableText[], incoming: readonly Incoming[]): readonly TableText[] {
  const fresh = joined(incoming);
  const kept = tables.map((table) => findTable(fresh, table.role, table.name) ?? table);
  return [...kept, ...fresh.filter((table) => !kept.includes(table))];
}

/** The rows of `lower` under those of `upper`, each cell in the column of its name. */
function below(upper: TableText, lower: TableText): TableText {
  const more = lower.header.filter((name) => !upper.header.some((other) => sameName(other, name)));
  const header = [...upper.header, ...more];
  const from = header.map((name) => lower.header.findIndex((other) => sameName(other, name)));
  return {
    ...upper,
    header,
    rows: [...upper.rows, ...lower.rows.map((row) => from.map((at) => (at < 0 ? "" : (row[at] ?? ""))))],
  };
}
