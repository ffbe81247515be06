/**
 * DuckDB as commands use it: a connection of its own with what memory does not hold in a folder, and its errors as failures. DuckDB is not
 * part of this program: it is loaded from the project or the folder above it.
 */
import type { Connection, FileResult } from "@yardstick/sql";
import type { Context } from "../context.js";
import { Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import type { RunOptions } from "../command-options.js";
import { loadDriver } from "./optional-driver.js";
import { refusalsText } from "./sql.js";

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

/** Why nothing came of files. */
type EndedFiles = Exclude<FileResult, { readonly kind: "written" }>;

/** The failure of files that nothing came of. */
export function endedFailure(result: EndedFiles, path: string, context: Context): Failure {
  const { messages } = context;
  switch (result.kind) {
    case "refused":
      return new Failure(HAS_ERRORS, refusalsText(path, result.refusals, context));
    case "columns-missing":
      return new Failure(
        HAS_ERRORS,
        messages.duckdb.columnsMissing(result.file, result.missing.join(", "), result.found.join(", ")),
      );
    case "used-missing":
      return new Failure(WRONG_USAGE, messages.duckdb.usedMissing(result.alias));
    case "nested-rows":
      return new Failure(HAS_ERRORS, messages.duckdb.nestedRows(result.file, result.list));
    case "doubtful":
      return new Failure(HAS_ERRORS, messages.duckdb.doubtful[result.what](result.file, result.found));
    default:
      return result satisfies never;
  }
}

/** The first limit given that is not one of bytes, as it is written; null where there is none. */
export function otherLimit({ limit }: RunOptions): string | null {
  const other = limit.find((value) => !/^(?:bytes=\d+|none)$/u.test(value));
  return other === undefined ? null : `--limit ${other}`;
}

/** A connection. `folder`: where DuckDB puts what memory does not hold. */
export async function duckdbConnection(
  { limit }: RunOptions,
  folder: string,
  context: Context,
): Promise<Connection & { close(): void }> {
  const bytes = limit.flatMap((value) => /^bytes=(\d+)$/u.exec(value)?.[1] ?? []).at(-1);
  const { DuckDBInstance } = (await loadDriver(
    DRIVER,
    context.messages.duckdb.notInstalled(DRIVER),
    (error) => duckdbFailure(error, context),
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
export function duckdbFailure(error: unknown, { messages }: Context): Failure {
  const reason = reasonOf(error);
  return new Failure(reason.startsWith("IO Error: ") ? NO_FILE : HAS_ERRORS, messages.duckdb.failed(reason));
}

/** What the engine says went wrong, without its advice about options of its own. */
function reasonOf(error: unknown): string {
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\n\n|\nPossible /u);
  return reason.replace(/^Invalid Input Error: /u, "").replaceAll("\n", "; ");
}
