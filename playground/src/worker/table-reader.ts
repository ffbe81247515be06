/**
 * The tables of one file, from text to typed columns. Remembers what it read last: while only sentences of the rubric change,
 * ten thousand rows are not read again at every key.
 */
import type { Program } from "@yardstick/language/program";
import { readGrids, type TablesRead } from "@yardstick/tables";
import type { TableText } from "../project/project.js";

export class TableReader {
  #last: { readonly columns: string; readonly tables: readonly TableText[]; readonly data: TablesRead } | null = null;

  read(program: Program, tables: readonly TableText[]): TablesRead {
    const columns = columnsOf(program);
    if (this.#last?.columns === columns && this.#last.tables === tables) return this.#last.data;
    // The file name of a table is its number: problems bear it, and lead back by it.
    const grids = tables.map((table, number) => ({
      ...table,
      ...(table.role === "list" ? { name: table.name.normalize("NFC").trim() } : {}),
      file: String(number),
    }));
    const data = readGrids(program, grids);
    this.#last = { columns, tables, data };
    return data;
  }
}

/** All of a program that decides how tables are read, as text; where it stands in the rubric decides nothing. */
function columnsOf({ subject, fields, key, period, lists, constants, choices }: Program): string {
  return JSON.stringify({ subject, fields, key, period, lists, constants, choices }, (name, value: unknown) =>
    name === "span" || name === "documentation" ? undefined : value,
  );
}
