/**
 * Reads the tables of one file from text into typed columns. The last result is kept: while only sentences of the
 * rubric change, ten thousand rows are not read again at every edit, and after an edit of a cell only its row is.
 */
import type { Program } from "@yardstick/language/program";
import { readGrids, ReadMemory, type TablesRead } from "@yardstick/tables";
import type { TableText } from "../project/project.js";

/** Reads the tables of one file. */
export class TableReader {
  #memory = new ReadMemory();
  #last: { readonly columns: string; readonly tables: readonly TableText[]; readonly data: TablesRead } | null = null;

  read(program: Program, tables: readonly TableText[]): TablesRead {
    const columns = columnsOf(program);
    if (this.#last?.columns === columns && this.#last.tables === tables) return this.#last.data;
    // A table's index serves as its file name: problems carry it, and are located by it.
    const grids = tables.map((table, number) => ({
      ...table,
      ...(table.role === "list" ? { name: table.name.normalize("NFC").trim() } : {}),
      file: String(number),
    }));
    if (this.#last?.columns !== columns) this.#memory = new ReadMemory();
    const read = readGrids(program, grids, {}, this.#memory);
    // Decisions about rows that have since been deleted or renamed are obsolete.
    const data = { ...read, problems: read.problems.filter(({ reason }) => reason !== "unknown-row") };
    this.#last = { columns, tables, data };
    return data;
  }
}

/** The part of a program that determines how tables are read, as text; positions in the rubric are irrelevant. */
function columnsOf({ subject, fields, key, period, lists, constants, choices }: Program): string {
  return JSON.stringify({ subject, fields, key, period, lists, constants, choices }, (name, value: unknown) =>
    name === "span" || name === "documentation" ? undefined : value,
  );
}
