/**
 * The tables of one file, from text to typed columns. Remembers what it read last: while only sentences of the rubric change,
 * ten thousand rows are not read again at every key.
 */
import type { Program } from "@yardstick/language/program";
import { csvOfGrid, readTables, type TableSource, type TablesRead } from "@yardstick/tables";
import type { TableText } from "../store/project.js";

export interface GivenTable {
  readonly table: TableText;
  /** The line of the source that each row of the table begins on. */
  readonly lines: readonly number[];
}

interface Read {
  readonly data: TablesRead;
  readonly given: readonly GivenTable[];
}

export class TableReader {
  #last: {
    readonly columns: string;
    readonly tables: readonly TableText[];
    readonly texts: string;
    readonly read: Read;
  } | null = null;

  read(program: Program, tables: readonly TableText[]): Read {
    const columns = columnsOf(program);
    const last = this.#last;
    if (last !== null && last.columns === columns && last.tables === tables) return last.read;
    const sources = tables.map(sourceOf);
    const texts = sources.map(({ source }) => `${source.role} ${source.name ?? ""}\n${source.text}`).join("\n\n");
    if (last !== null && last.columns === columns && last.texts === texts) {
      this.#last = { ...last, tables };
      return last.read;
    }
    const data = readTables(
      program,
      sources.map(({ source }) => source),
    );
    const read = { data, given: sources };
    this.#last = { columns, tables, texts, read };
    return read;
  }
}

/** All of a program that decides how tables are read, as text; where it stands in the rubric decides nothing. */
function columnsOf({ subject, fields, key, period, lists, constants, choices }: Program): string {
  return JSON.stringify({ subject, fields, key, period, lists, constants, choices }, (name, value: unknown) =>
    name === "span" || name === "documentation" ? undefined : value,
  );
}

/** The file name of a source is the table's number: problems bear it, and lead back by it. */
function sourceOf(table: TableText, number: number): GivenTable & { readonly source: TableSource & { text: string } } {
  const { text, lines } = csvOfGrid(table);
  const named = table.role === "list" ? { name: table.name.normalize("NFC").trim() } : {};
  return { table, lines, source: { role: table.role, ...named, file: String(number), format: "csv", text } };
}
