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
  readonly keep?: readonly string[];
  readonly leave?: readonly string[];
}

export function joined(incoming: readonly Incoming[]): readonly TableText[] {
  const tables: TableText[] = [];
  for (const { role, name, header, rows, keep, leave } of incoming) {
    const choices = { ...(keep === undefined ? {} : { keep }), ...(leave === undefined ? {} : { leave }) };
    const table = { role, name, header, rows, ...choices };
    const before = findTable(tables, role, name);
    if (before === undefined) tables.push(table);
    else tables[tables.indexOf(before)] = below(before, table);
  }
  return tables;
}

export function withImported(tables: readonly TableText[], incoming: readonly Incoming[]): readonly TableText[] {
  const fresh = joined(incoming);
  const kept = tables.map((table) => findTable(fresh, table.role, table.name) ?? table);
  return [...kept, ...fresh.filter((table) => !kept.includes(table))];
}

/** The tables with a person's word about a row of the subjects: that it is one, or none. */
export function withRowChoice(tables: readonly TableText[], as: "keep" | "leave", key: string): readonly TableText[] {
  const other = as === "keep" ? "leave" : "keep";
  return tables.map((table) => {
    if (table.role !== "subjects") return table;
    const without = (keys: readonly string[] = []) => keys.filter((each) => each !== key);
    return { ...table, [as]: [...without(table[as]), key], [other]: without(table[other]) };
  });
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
