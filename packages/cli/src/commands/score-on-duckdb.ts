/**
 * `yardstick score --engine duckdb`: files that need not fit in memory are scored by a query in DuckDB, and the result is written to a
 * file. DuckDB is not part of this program: it is loaded from the project or the folder above it.
 */
import { renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { randomUUID } from "node:crypto";
import type { Connection, FileResult } from "@yardstick/sql";
import { targetOf } from "../atomic-file.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { errorCode } from "../files.js";
import { compiledRubric } from "../inputs.js";
import { runLimitsOf } from "../run-limits.js";
import type { RunOptions } from "../usage.js";
import { duckdbTables } from "./duckdb-tables.js";
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
  const out = targetOf(resolve(context.files.folder, options.out ?? ""));
  const part = join(dirname(out), `.${randomUUID()}.${basename(out)}`);
  const connection = await connected(options, context);
  try {
    const result = await scoreFiles(program, connection, files, part, { scenario: options.scenario, constants });
    const code = ended(result, path, () => renameSync(part, out), options, context);
    noteNotChecked(program, context);
    return code;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(HAS_ERRORS, messages.duckdb.failed(reasonOf(error)));
  } finally {
    rmSync(part, { force: true });
    connection.close();
  }
}

function ended(
  result: FileResult,
  path: string,
  publish: () => void,
  { out = "" }: RunOptions,
  context: Context,
): ExitCode {
  const { messages } = context;
  switch (result.kind) {
    case "refused":
      throw new Failure(HAS_ERRORS, refusalsText(path, result.refusals, context));
    case "columns-missing":
      throw new Failure(
        HAS_ERRORS,
        messages.duckdb.columnsMissing(result.file, result.missing.join(", "), result.found.join(", ")),
      );
    case "nested-rows":
      throw new Failure(HAS_ERRORS, messages.duckdb.nestedRows(result.file, result.list));
    case "doubtful":
      throw new Failure(HAS_ERRORS, messages.duckdb.doubtful[result.what](result.file, result.found));
    case "written":
      publish();
      for (const { file, what, names } of result.notes) note(context, messages.duckdb.notes[what](file, names));
      note(context, messages.duckdb.written(out, result));
      noteLeftOut(result.leftOut, context);
      return result.failing > 0 || result.outside > 0 ? HAS_ERRORS : DONE;
    default:
      return result satisfies never;
  }
}

/** The format of results on standard output, which none is asked for by. */
const TABLE = "table";

/** Options that act on what this program reads or writes itself. */
const OWN = ["appendHistory", "sheets", "allRules", "period", "history", "sheet", "encoding"] as const;

function checkOptions(options: RunOptions, formats: readonly string[], { messages }: Context): void {
  const { format, limit, out = "" } = options;
  const flag = (name: string) => `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  const taken = [
    ...OWN.filter((name) => options[name] !== undefined && options[name] !== false).map(flag),
    ...(options.keepRow.length > 0 ? ["--keep-row"] : []),
    ...(options.leaveRow.length > 0 ? ["--leave-row"] : []),
    // The format is that of the file.
    ...(format !== TABLE && !out.toLowerCase().endsWith(`.${format}`) ? [`--format ${format}`] : []),
    ...limit.filter((value) => !/^(?:bytes=\d+|none)$/u.test(value)).map((value) => `--limit ${value}`),
  ];
  const [first] = taken;
  if (first !== undefined) throw new Failure(WRONG_USAGE, messages.duckdb.notTaken(first));
  if (!formats.some((each) => out.toLowerCase().endsWith(`.${each}`)))
    throw new Failure(WRONG_USAGE, messages.duckdb.needsOut(formats.map((each) => `.${each}`).join(", ")));
}

async function connected({ limit }: RunOptions, context: Context): Promise<Connection & { close(): void }> {
  const bytes = limit.flatMap((value) => /^bytes=(\d+)$/u.exec(value)?.[1] ?? []).at(-1);
  const { DuckDBInstance } = await driver(context);
  const instance = await DuckDBInstance.create(":memory:", bytes === undefined ? {} : { memory_limit: `${bytes}B` });
  const connection = await instance.connect();
  return {
    rows: async (text) => (await connection.runAndReadAll(text)).getRowsJson(),
    close: () => connection.closeSync(),
  };
}

/** The driver as installed where the command runs, else where this program is. One that is installed and cannot be loaded says why. */
async function driver({ files, messages }: Context): Promise<Driver> {
  for (const from of [join(files.folder, "package.json"), import.meta.filename]) {
    const path = pathOfDriver(from);
    if (path === null) continue;
    try {
      return (await import(pathToFileURL(path).href)) as Driver;
    } catch (error) {
      throw new Failure(HAS_ERRORS, messages.duckdb.failed(reasonOf(error)));
    }
  }
  throw new Failure(WRONG_USAGE, messages.duckdb.notInstalled(DRIVER));
}

/** Null where it is not installed. */
function pathOfDriver(from: string): string | null {
  try {
    return createRequire(from).resolve(DRIVER);
  } catch (error) {
    if (errorCode(error) === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** What the engine says went wrong, without its advice about options of its own. */
function reasonOf(error: unknown): string {
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\n\n|\nPossible /u);
  return reason.replace(/^Invalid Input Error: /u, "").replaceAll("\n", "; ");
}
