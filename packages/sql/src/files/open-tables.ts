/**
 * The files of a rubric as tables of DuckDB: views with typed columns, and what is known of them.
 */
import { type CoreProgram, coreOf, type Field, ownEntry } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { duckdb } from "../dialects/duckdb.js";
import type { TableDescription, Tables } from "../inputs/tables.js";
import { looksBack, periodsQuery } from "../lookups/periods-query.js";
import { recordProgram } from "../lookups/record-inputs.js";
import { recordedField, resultsOfHistory, resultsOfUse } from "../lookups/recorded-fields.js";
import type { Connection } from "../statement/run.js";
import { comparedIn } from "./examine-rows.js";
import type { FileNote } from "./file-result.js";
import { type Ended, ORDER, TablesOfFiles } from "./tables-of-files.js";

/** The files of a rubric: paths, or patterns such as `2024/*.parquet`. */
export interface DataFiles {
  readonly subjects: string;
  /** By name of the list. A list without a file has no rows. */
  readonly lists: Readonly<Record<string, string>>;
  /** Results of earlier periods; without a file there are none. */
  readonly history?: string | null | undefined;
  /** Results of used rubrics by alias, as `scoreFiles` writes them. */
  readonly uses?: Readonly<Record<string, string>> | undefined;
}

/** Tables that were made of files. */
export interface OpenedTables {
  readonly tables: Tables;
  readonly notes: readonly FileNote[];
}

const HISTORY = "history";
/** Rows of files are numbered from here. */
const FIRST_ROW = 1;

/** Makes the tables. `numbersSubjects`: whether the rows of the subjects are numbered. */
export async function openTables(
  program: Program,
  connection: Connection,
  files: DataFiles,
  constants: Tables["constants"],
  numbersSubjects = false,
): Promise<OpenedTables | Ended> {
  const core = coreOf(program);
  const made = new TablesOfFiles(core, comparedIn(program), connection, numbersSubjects);
  const subjects = await made.table(-1, core.subject, core.fields, files.subjects);
  if ("kind" in subjects) return subjects;
  const lists = new Map<string, TableDescription>();
  for (const [index, { name, columns }] of core.lists.entries()) {
    const file = ownEntry(files.lists, name) ?? null;
    const list = await made.table(index, name, [...made.keys, ...columns], file);
    if ("kind" in list) return list;
    lists.set(name, { ...list, order: ORDER, firstRow: FIRST_ROW });
  }
  const results = await resultTables(core, made, connection, files);
  if ("kind" in results) return results;
  const own = numbersSubjects ? { ...subjects, order: ORDER, firstRow: FIRST_ROW } : subjects;
  return { tables: { subjects: own, lists: Object.fromEntries(lists), constants, ...results }, notes: made.notes };
}

/** The tables of earlier periods and of used rubrics, where the rubric reads them. */
async function resultTables(
  core: CoreProgram,
  made: TablesOfFiles,
  connection: Connection,
  files: DataFiles,
): Promise<Pick<Tables, "history" | "uses" | "periods"> | Ended> {
  const [key, period] = made.keys;
  const uses = new Map<string, TableDescription>();
  for (const [index, { alias, by, span }] of core.uses.entries()) {
    const file = ownEntry(files.uses ?? {}, alias);
    if (file === undefined) return { kind: "used-missing", alias };
    const [own, of] = ["key", "period"].map((name) => recordedField(name, { kind: "text" }, { span }));
    if (own === undefined || of === undefined) throw new RangeError("a table without keys");
    const read = resultsOfUse(core, index);
    const score = recordedField("score", { kind: "number", dimension: {}, percent: false }, { span });
    const table = await made.results(alias, [own], [of, score, ...read], file);
    if ("kind" in table) return table;
    const column = core.fields[by]?.name ?? "";
    const alike = await made.alike(file, { view: alias, column: own.name }, { view: core.subject, column }, "name");
    if (alike !== null) return alike;
    uses.set(alias, table);
  }
  if (!looksBack(core)) return { uses: Object.fromEntries(uses) };
  const history = await historyTable(core, made, connection, files.history ?? null, [key, period]);
  if ("kind" in history) return history;
  const tables = { subjects: {}, history, uses: Object.fromEntries(uses) };
  const periods = await connection.rows(periodsQuery(core, tables, duckdb));
  return { history, uses: tables.uses, periods: Array.from(periods, ([each]) => String(each)) };
}

async function historyTable(
  core: CoreProgram,
  made: TablesOfFiles,
  connection: Connection,
  file: string | null,
  [key, period]: readonly (Field | undefined)[],
): Promise<TableDescription | Ended> {
  const records = recordProgram(core);
  const keys = [records.key, records.period ?? 0].flatMap((index) => records.fields[index] ?? []);
  if (file === null) {
    const columns = keys.map(({ name }) => `CAST(NULL AS VARCHAR) AS ${duckdb.identifier(name)}`);
    await connection.rows(
      `CREATE OR REPLACE TEMP VIEW ${duckdb.identifier(HISTORY)} AS SELECT ${columns.join(", ")} WHERE false`,
    );
    return { columns: Object.fromEntries(keys.map(({ name }) => [name, { name }])), isComplete: true };
  }
  const sectioned = core.rankings.map(({ name }) => name);
  const table = await made.results(HISTORY, keys, resultsOfHistory(core), file, sectioned);
  if ("kind" in table) return table;
  for (const [field, fold] of [
    [key, "name"],
    [period, "period"],
  ] as const) {
    if (field === undefined) continue;
    const own = { view: core.subject, column: field.name };
    const alike = await made.alike(file, { ...own, view: HISTORY }, own, fold);
    if (alike !== null) return alike;
  }
  return table;
}
