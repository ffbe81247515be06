/**
 * Scores files in DuckDB, out of core: CSV, Parquet and JSON become views, the ranges of their numbers are measured, the query runs, and
 * its rows are written to a file.
 */
import type { Program } from "@yardstick/language/program";
import { duckdb } from "../dialects/duckdb.js";
import type { Tables } from "../inputs/tables.js";
import type { Connection } from "../statement/run.js";
import { toSql } from "../statement/to-sql.js";
import type { FileResult } from "./file-result.js";
import { type DataFiles, openTables } from "./open-tables.js";
import { endingOf } from "./source-files.js";

export type { FileDoubt, FileNote, FileResult } from "./file-result.js";

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
  const opened = await openTables(program, connection, files, options.constants);
  if ("kind" in opened) return opened;
  const { tables, notes } = opened;
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
  return { kind: "written", subjects: all, pending, provisional, failing, outside, notes, leftOut };
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
