/**
 * `yardstick score --engine duckdb`: files that need not fit in memory are scored by a query in DuckDB, and the result is written to a
 * file.
 */
import type { Context } from "../context.js";
import { note } from "../context.js";
import { notTakenBy, otherFormat } from "../engine-options.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { runLimitsOf } from "../run-limits.js";
import type { RunOptions } from "../command-options.js";
import { duckdbConnection, duckdbFailure, endedFailure, otherLimit } from "./duckdb-connection.js";
import { duckdbTables } from "./duckdb-tables.js";
import { checkScenario, noteLeftOut, noteNotChecked } from "./sql.js";

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
    const connection = await duckdbConnection(options, folder, context);
    try {
      const scored = await scoreFiles(program, connection, files, part, { scenario: options.scenario, constants });
      if (scored.kind !== "written") throw endedFailure(scored, path, context);
      return scored;
    } catch (error) {
      throw error instanceof Failure ? error : duckdbFailure(error, context);
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

function checkOptions(options: RunOptions, formats: readonly string[], { messages }: Context): void {
  const { out = "" } = options;
  const taken = notTakenBy("duckdb", options) ?? otherFormat(options) ?? otherLimit(options);
  if (taken !== null) throw new Failure(WRONG_USAGE, messages.duckdb.notTaken(taken));
  if (!formats.some((each) => out.toLowerCase().endsWith(`.${each}`)))
    throw new Failure(WRONG_USAGE, messages.duckdb.needsOut(formats.map((each) => `.${each}`).join(", ")));
}
