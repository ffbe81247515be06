/**
 * Scores files in DuckDB, out of core: CSV, Parquet and JSON become views, the ranges of their numbers are measured, the query runs, and
 * its rows are written to a file.
 */
import { type CoreProgram, coreOf, type Field, ownEntry } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { duckdb } from "../dialects/duckdb.js";
import type { TableDescription, Tables } from "../inputs/tables.js";
import { looksBack, periodsQuery } from "../lookups/periods-query.js";
import { recordProgram } from "../lookups/record-inputs.js";
import { recordedField, resultsOfHistory, resultsOfUse } from "../lookups/recorded-fields.js";
import type { Connection } from "../statement/run.js";
import { toSql } from "../statement/to-sql.js";
import { comparedIn } from "./examine-rows.js";
import type { FileResult } from "./file-result.js";
import { endingOf } from "./source-files.js";
import { type Ended, ORDER, TablesOfFiles } from "./tables-of-files.js";

export type { FileDoubt, FileNote, FileResult } from "./file-result.js";

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

/** Options of `scoreFiles`. */
export interface FileOptions {
  readonly scenario?: string | null | undefined;
  /** Constants that the rubric leaves to the data. */
  readonly constants?: Tables["constants"];
}

/** Formats by the ending of a file's name. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ["csv", "FORMAT csv, HEADER"],
  ["parquet", "FORMAT parquet"],
  ["json", "FORMAT json, ARRAY true"],
  ["ndjson", "FORMAT json"],
]);

/** Endings of the files that are read and written. */
export const fileFormats: readonly string[] = [...FORMATS.keys()];

const RESULT = duckdb.identifier("yardstick result");
const HISTORY = "history";

/**
 * Scores files and writes the result to `out`, in the format of its ending. `connection` is one of DuckDB, of a database that nothing else
 * uses. The promise is rejected with the engine's error, of a cell among them; then nothing is written.
 */
export async function scoreFiles(
  program: Program,
  connection: Connection,
  files: DataFiles,
  out: string,
  options: FileOptions = {},
): Promise<FileResult> {
  const core = coreOf(program);
  const made = new TablesOfFiles(core, comparedIn(program), connection);
  const subjects = await made.table(-1, core.subject, core.fields, files.subjects);
  if ("kind" in subjects) return subjects;
  const lists = new Map<string, TableDescription>();
  for (const [index, { name, columns }] of core.lists.entries()) {
    const file = ownEntry(files.lists, name) ?? null;
    const list = await made.table(index, name, [...made.keys, ...columns], file);
    if ("kind" in list) return list;
    lists.set(name, { ...list, order: ORDER });
  }
  const results = await resultTables(core, made, connection, files);
  if ("kind" in results) return results;
  const tables: Tables = { subjects, lists: Object.fromEntries(lists), constants: options.constants, ...results };
  const { text, columns, leftOut, refusals } = toSql(program, {
    dialect: "duckdb",
    scenario: options.scenario,
    tables,
  });
  if (text === null) return { kind: "refused", refusals };
  await connection.rows(`CREATE OR REPLACE TEMP TABLE ${RESULT} AS ${text}`);
  const nameOf = (of: string) => duckdb.identifier(columns.find(({ meaning }) => meaning.of === of)?.name ?? of);
  const countOf = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  const counted = [
    "count(*)",
    countOf(`${nameOf("status")} = 'pending'`),
    countOf(nameOf("provisional")),
    countOf(`len(${nameOf("requirements")}) > 0`),
    countOf(`len(${nameOf("outside")}) > 0`),
  ];
  const [counts = []] = await connection.rows(`SELECT ${counted.join(", ")} FROM ${RESULT}`);
  const ending = endingOf(out);
  const replaced = ending === "csv" ? ` REPLACE (${(await csvColumns(connection)).join(", ")})` : "";
  await connection.rows(
    `COPY (SELECT *${replaced} FROM ${RESULT}) TO ${duckdb.text(out)} (${FORMATS.get(ending) ?? "FORMAT csv"})`,
  );
  const [all = 0, pending = 0, provisional = 0, failing = 0, outside = 0] = [...counts].map(Number);
  return { kind: "written", subjects: all, pending, provisional, failing, outside, notes: made.notes, leftOut };
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

/** Columns of texts as CSV holds them: names one after the other, and an apostrophe before what a spreadsheet would run as a formula. */
async function csvColumns(connection: Connection): Promise<readonly string[]> {
  const columns = await connection.rows(`DESCRIBE SELECT * FROM ${RESULT}`);
  return [...columns].flatMap(([column, type]) => {
    if (type !== "VARCHAR" && type !== "VARCHAR[]") return [];
    const own = duckdb.identifier(String(column));
    const text = type === "VARCHAR" ? own : `nullif(array_to_string(${own}, '; '), '')`;
    const isFormula = `regexp_matches(${text}, ${duckdb.text("^'*[=+@\\t\\r-]")})`;
    return [`CASE WHEN ${isFormula} THEN ${duckdb.text("'")} || ${text} ELSE ${text} END AS ${own}`];
  });
}
