/**
 * Puts tables read from files into a project: each replaces the table it is for; several for one table are
 * concatenated. Other tables are kept.
 */
import { findTable, sameName, type TableRole, type TableText } from "./project.js";

/** The properties of an imported table that are used here. */
export interface Incoming {
  readonly role: TableRole;
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly keep?: readonly string[];
  readonly leave?: readonly string[];
}

/** Concatenates the tables that are for the same table of the project. */
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

/** The tables of the project after the import. */
export function withImported(tables: readonly TableText[], incoming: readonly Incoming[]): readonly TableText[] {
  const fresh = joined(incoming);
  const kept = tables.map((table) => findTable(fresh, table.role, table.name) ?? table);
  return [...kept, ...fresh.filter((table) => !kept.includes(table))];
}

/** The tables with the user's decision about one row of the subjects: that it is a subject, or that it is not. */
export function withRowChoice(tables: readonly TableText[], as: "keep" | "leave", key: string): readonly TableText[] {
  const other = as === "keep" ? "leave" : "keep";
  return tables.map((table) => {
    if (table.role !== "subjects") return table;
    const without = (keys: readonly string[] = []) => keys.filter((each) => each !== key);
    return { ...table, [as]: [...without(table[as]), key], [other]: without(table[other]) };
  });
}

/** The rows of `lower` appended to those of `upper`; each cell goes to the column of the same name. */
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
