/**
 * `yardstick score --engine duckdb`: files that need not fit in memory are scored by a query in DuckDB, and the result is written to a
 * file. DuckDB is not part of this program: it is loaded from the project or the folder above it.
 */
import type { Connection, FileResult } from "@yardstick/sql";
import type { Context } from "../context.js";
import { note } from "../context.js";
import { notTakenBy, otherFormat } from "../engine-options.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { runLimitsOf } from "../run-limits.js";
import type { RunOptions } from "../usage.js";
import { duckdbTables } from "./duckdb-tables.js";
import { loadDriver } from "./optional-driver.js";
import { checkScenario, noteLeftOut, noteNotChecked, refusalsText } from "./sql.js";

const DRIVER = "@duckdb/node-api";

/** The part of DuckDB's interface that is used. */
interface Driver {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{
      connect(): Promise<{
        runAndReadAll(text: string): Promise<{ getRowsJson(): (readonly unknown[])[] }>;
        closeSync(): void;
      }>;
    }>;
  };
}

/** Runs the command. */
export async function scoreOnDuckdb(path: string, options: RunOptions, context: Context): Promise<ExitCode> {
  const { messages } = context;
  const { program, file } = await compiledRubric(path, context, runLimitsOf(options.limit, context));
  checkScenario(program, options.scenario, context);
  const { fileFormats, scoreFiles } = await import("@yardstick/sql");
  checkOptions(options, fileFormats, context);
  const { files, constants } = await duckdbTables(program, file ?? path, options, fileFormats, context);
  const { out = "" } = options;
  const result = await context.files.writeByOther(out, async ({ part, folder }) => {
    const connection = await connected(options, folder, context);
    try {
      const scored = await scoreFiles(program, connection, files, part, { scenario: options.scenario, constants });
      return writtenOf(scored, path, context);
    } catch (error) {
      throw error instanceof Failure ? error : failureOf(error, context);
    } finally {
      connection.close();
    }
  });
  for (const { file: of, what, names } of result.notes) note(context, messages.duckdb.notes[what](of, names));
  note(context, messages.duckdb.written(out, result));
  noteLeftOut(result.leftOut, context);
  noteNotChecked(program, context);
  return result.failing > 0 || result.outside > 0 ? HAS_ERRORS : DONE;
}

/** What was written. Throws a `Failure` where nothing was. */
function writtenOf(
  result: FileResult,
  path: string,
  context: Context,
): Extract<FileResult, { readonly kind: "written" }> {
  const { messages } = context;
  switch (result.kind) {
    case "refused":
      throw new Failure(HAS_ERRORS, refusalsText(path, result.refusals, context));
    case "columns-missing":
      throw new Failure(
        HAS_ERRORS,
        messages.duckdb.columnsMissing(result.file, result.missing.join(", "), result.found.join(", ")),
      );
    case "used-missing":
      throw new Failure(WRONG_USAGE, messages.duckdb.usedMissing(result.alias));
    case "nested-rows":
      throw new Failure(HAS_ERRORS, messages.duckdb.nestedRows(result.file, result.list));
    case "doubtful":
      throw new Failure(HAS_ERRORS, messages.duckdb.doubtful[result.what](result.file, result.found));
    case "written":
      return result;
    default:
      return result satisfies never;
  }
}

function checkOptions(options: RunOptions, formats: readonly string[], { messages }: Context): void {
  const { limit, out = "" } = options;
  const other = limit.find((value) => !/^(?:bytes=\d+|none)$/u.test(value));
  const taken =
    notTakenBy("duckdb", options) ?? otherFormat(options) ?? (other === undefined ? null : `--limit ${other}`);
  if (taken !== null) throw new Failure(WRONG_USAGE, messages.duckdb.notTaken(taken));
  if (!formats.some((each) => out.toLowerCase().endsWith(`.${each}`)))
    throw new Failure(WRONG_USAGE, messages.duckdb.needsOut(formats.map((each) => `.${each}`).join(", ")));
}

/** `folder`: where DuckDB puts what memory does not hold. */
async function connected(
  { limit }: RunOptions,
  folder: string,
  context: Context,
): Promise<Connection & { close(): void }> {
  const bytes = limit.flatMap((value) => /^bytes=(\d+)$/u.exec(value)?.[1] ?? []).at(-1);
  const { DuckDBInstance } = (await loadDriver(
    DRIVER,
    context.messages.duckdb.notInstalled(DRIVER),
    (error) => failureOf(error, context),
    context,
  )) as Driver;
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: folder,
    ...(bytes === undefined ? {} : { memory_limit: `${bytes}B` }),
  });
  const connection = await instance.connect();
  return {
    rows: async (text) => (await connection.runAndReadAll(text)).getRowsJson(),
    close: () => connection.closeSync(),
  };
}

/** An error of the engine. Of files that it cannot read or write its message begins with `IO Error`. */
function failureOf(error: unknown, { messages }: Context): Failure {
  const reason = reasonOf(error);
  return new Failure(reason.startsWith("IO Error: ") ? NO_FILE : HAS_ERRORS, messages.duckdb.failed(reason));
}

/** What the engine says went wrong, without its advice about options of its own. */
function reasonOf(error: unknown): string {
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\n\n|\nPossible /u);
  return reason.replace(/^Invalid Input Error: /u, "").replaceAll("\n", "; ");
}
