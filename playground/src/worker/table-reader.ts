/**
 * Reads the tables of one file from text into typed columns. The last result is kept: while only sentences of the
 * rubric change, ten thousand rows are not read again at every edit, and after an edit of a cell those rows of the
 * subjects are not that have not changed.
 */
import type { Program } from "@yardstick/language/program";
import { readGrids, ReadMemory, readParts, type ReadParts, type TablesRead } from "@yardstick/tables";
import type { TableText } from "../project/project.js";

/** The tables as they are read. A table's index serves as its file name: problems carry it, and are located by it. */
export function gridsOf(tables: readonly TableText[]) {
  return tables.map((table, number) => ({
    ...table,
    ...(table.role === "list" ? { name: table.name.normalize("NFC").trim() } : {}),
    file: String(number),
  }));
}

/** Reads the tables of one file. */
export class TableReader {
  #memory = new ReadMemory();
  #last: { readonly parts: ReadParts; readonly tables: readonly TableText[]; readonly data: TablesRead } | null = null;

  read(program: Program, tables: readonly TableText[]): TablesRead {
    const parts = readParts(program);
    if (this.#last?.parts.tables === parts.tables && this.#last.tables === tables) return this.#last.data;
    const grids = gridsOf(tables);
    if (this.#last?.parts.cells !== parts.cells) this.#memory = new ReadMemory();
    const read = readGrids(program, grids, {}, this.#memory);
    // Decisions about rows that have since been deleted or renamed are obsolete.
    const data = { ...read, problems: read.problems.filter(({ reason }) => reason !== "unknown-row") };
    this.#last = { parts, tables, data };
    return data;
  }
}
