/**
 * `yardstick score --engine duckdb`: files that need not fit in memory are scored by a query in DuckDB, and the result is written to a
 * file. DuckDB is not part of this program: it is loaded from the project or the folder above it.
 */
import { existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { randomUUID } from "node:crypto";
import type { Program } from "@yardstick/language/program";
import type { Connection, DataFiles, FileResult } from "@yardstick/sql";
import { targetOf } from "../atomic-file.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { runLimitsOf } from "../run-limits.js";
import type { RunOptions } from "../usage.js";
import { checkScenario, noteLeftOut, refusalsText } from "./sql.js";

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
  const { program } = await compiledRubric(path, context, runLimitsOf(options.limit, context));
  checkScenario(program, options.scenario, context);
  const { fileFormats, scoreFiles } = await import("@yardstick/sql");
  checkOptions(options, fileFormats, context);
  const folder = dirname(resolve(context.files.folder, path));
  const files = filesOf(program, options, folder, fileFormats, context);
  const out = targetOf(resolve(context.files.folder, options.out ?? ""));
  const part = join(dirname(out), `.${randomUUID()}.${basename(out)}`);
  const connection = await connected(options, context);
  try {
    const result = await scoreFiles(program, connection, files, part, { scenario: options.scenario });
    return ended(result, path, () => renameSync(part, out), options, context);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(HAS_ERRORS, messages.duckdb.failed(firstLine(error)));
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
    case "written":
      publish();
      note(context, messages.duckdb.written(out, result));
      noteLeftOut(result.leftOut, context);
      return result.failing > 0 ? HAS_ERRORS : DONE;
    default:
      return result satisfies never;
  }
}

/** Options that act on what this program reads or writes itself. */
const OWN = ["appendHistory", "sheets", "allRules", "period", "history", "sheet", "encoding"] as const;

function checkOptions(options: RunOptions, formats: readonly string[], { messages }: Context): void {
  const taken = [
    ...OWN.filter((name) => options[name] !== undefined && options[name] !== false),
    ...(options.keepRow.length > 0 ? ["keepRow"] : []),
    ...(options.leaveRow.length > 0 ? ["leaveRow"] : []),
  ];
  const [first] = taken;
  const flag = (name: string) => `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  if (first !== undefined) throw new Failure(WRONG_USAGE, messages.duckdb.notTaken(flag(first)));
  if (!formats.some((format) => options.out?.toLowerCase().endsWith(`.${format}`) === true))
    throw new Failure(WRONG_USAGE, messages.duckdb.needsOut(formats.map((format) => `.${format}`).join(", ")));
}

function filesOf(
  program: Program,
  { data, table }: RunOptions,
  folder: string,
  formats: readonly string[],
  { files, messages }: Context,
): DataFiles {
  const named = new Map(
    table.map((value) => {
      const [, list = "", file = ""] = /^([^=]+)=(.+)$/su.exec(value) ?? [];
      const known = program.lists.map(({ name }) => name);
      if (!known.includes(list)) throw new Failure(WRONG_USAGE, messages.badList("--table", value, known.join(", ")));
      return [list, resolve(files.folder, file)] as const;
    }),
  );
  const beside = (name: string) =>
    formats.map((format) => join(folder, `${name}.${format}`)).find((file) => existsSync(file));
  const [first, second] = data;
  if (second !== undefined) throw new Failure(WRONG_USAGE, messages.duckdb.oneFile);
  const subjects = first === undefined ? beside("data") : resolve(files.folder, first);
  if (subjects === undefined) throw new Failure(NO_FILE, messages.duckdb.noData(join(folder, "data.parquet")));
  const lists = program.lists.flatMap(({ name }) => {
    const file = named.get(name) ?? beside(name);
    return file === undefined ? [] : [[name, file] as const];
  });
  return { subjects, lists: Object.fromEntries(lists) };
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

/** The driver as installed where the command runs, else where this program is. */
async function driver({ files, messages }: Context): Promise<Driver> {
  for (const from of [join(files.folder, "package.json"), import.meta.filename]) {
    try {
      return (await import(pathToFileURL(createRequire(from).resolve(DRIVER)).href)) as Driver;
    } catch {
      // Not installed there.
    }
  }
  throw new Failure(WRONG_USAGE, messages.duckdb.notInstalled(DRIVER));
}

function firstLine(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.replace(/^Invalid Input Error: /u, "");
}
