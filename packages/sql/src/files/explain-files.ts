/**
 * Explains one subject of files in DuckDB, out of core: the files are read as `scoreFiles` reads them.
 */
import type { Program } from "@yardstick/language/program";
import { explain, type ExplainedRow } from "../explain/explain.js";
import type { Connection } from "../statement/run.js";
import type { FileNote } from "./file-result.js";
import { type DataFiles, openTables } from "./open-tables.js";
import type { FileOptions } from "./score-files.js";
import type { Ended } from "./tables-of-files.js";

/** Options of `explainFiles`. */
export interface ExplainFilesOptions extends FileOptions {
  /** The period of the subject. Default: the latest of its key. */
  readonly period?: string | null | undefined;
}

/** What became of the files. */
export type ExplainedFiles = Ended | (ExplainedRow & { readonly notes: readonly FileNote[] });

/** Explains a subject of files. `connection` is one of DuckDB, of a database that nothing else uses. */
export async function explainFiles(
  program: Program,
  connection: Connection,
  files: DataFiles,
  key: string,
  { scenario, constants, period }: ExplainFilesOptions = {},
): Promise<ExplainedFiles> {
  const opened = await openTables(program, connection, files, constants, true);
  if ("kind" in opened) return opened;
  const { tables, notes } = opened;
  return { ...(await explain(program, connection, key, { dialect: "duckdb", scenario, tables, period })), notes };
}
