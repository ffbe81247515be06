/**
 * `yardstick explain --engine`: one subject of files in DuckDB, or of tables in PostgreSQL, is explained without reading all rows.
 */
import type { Program } from "@yardstick/language/program";
import type { ExplainedRow } from "@yardstick/sql";
import { nearestName } from "@yardstick/tables";
import { describeFailure, fingerprint, noteTexts, type Rubric, renderExplanation, sheetPage } from "yardstick";
import { withTemporaryFolder } from "../atomic-file.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import { notTakenBy } from "../engine-options.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { jsonText } from "../json-pieces.js";
import { formatOf, publish } from "../output.js";
import { runLimitsOf } from "../run-limits.js";
import { sheetText } from "../sheet-text.js";
import type { RunOptions } from "../command-options.js";
import { duckdbConnection, duckdbFailure, endedFailure, otherLimit } from "./duckdb-connection.js";
import { duckdbTables } from "./duckdb-tables.js";
import { postgresConnection, postgresTables, tablesFound } from "./score-on-postgres.js";
import { checkScenario, refusalsText } from "./sql.js";

type Explained = Extract<ExplainedRow, { readonly kind: "explained" }>;

/** What an engine is asked for. */
interface Request {
  readonly rubric: Rubric;
  /** The path of the rubric as it was given. */
  readonly path: string;
  readonly key: string;
  readonly options: RunOptions;
  readonly context: Context;
}

/** Runs the command. */
export async function explainInDatabase(
  path: string,
  key: string,
  engine: "duckdb" | "postgres",
  options: RunOptions,
  context: Context,
): Promise<ExitCode> {
  const { messages } = context;
  const format = formatOf(options.format, ["text", "json", "html"] as const, context);
  const taken =
    notTakenBy(engine, options, ["allRules", "period"]) ?? (engine === "duckdb" ? otherLimit(options) : null);
  if (taken !== null) throw new Failure(WRONG_USAGE, messages[engine].notTaken(taken));
  const rubric = await compiledRubric(path, context, runLimitsOf(engine === "duckdb" ? options.limit : [], context));
  const { program, source } = rubric;
  checkScenario(program, options.scenario, context);
  const named = key.trim().normalize("NFC");
  const found = await (engine === "duckdb" ? onDuckdb : onPostgres)({ rubric, path, key: named, options, context });
  if (found.kind === "refused") throw new Failure(HAS_ERRORS, refusalsText(path, found.refusals, context));
  if (found.kind === "unknown-period")
    throw new Failure(WRONG_USAGE, describeFailure({ ...found, name: options.period ?? "" }, context.lang));
  if (found.kind === "unknown-key")
    throw new Failure(WRONG_USAGE, messages.unknownKey(key, nearestName(key, found.known)));
  if (found.amongAll) note(context, messages.duckdb.readAll);
  const { explanation } = found;
  const showsAllRules = options.allRules === true;
  const sheet = () => sheetOf(found, program, source, context);
  const receipt = { rubric: fingerprint(source), edition: program.edition?.name ?? null, data: null };
  const content =
    format === "json"
      ? jsonText(explanation)
      : format === "html"
        ? sheetPage({ receipt }, sheet(), { showsAllRules })
        : sheetText(sheet(), { showsAllRules }, context);
  await publish(content, options.out, context);
  return found.result.problems.some(({ severity }) => severity === "error") || explanation.status === "invalid"
    ? HAS_ERRORS
    : DONE;
}

function sheetOf({ explanation, result }: Explained, program: Program, source: string, { lang }: Context) {
  return renderExplanation(
    explanation,
    program,
    source,
    lang,
    noteTexts({ result, program }, lang).onSheet(explanation),
  );
}

async function onDuckdb({ rubric, path, key, options, context }: Request): Promise<ExplainedRow> {
  const { program, file } = rubric;
  const { explainFiles, fileFormats } = await import("@yardstick/sql");
  const { files, constants } = await duckdbTables(program, file ?? path, options, fileFormats, context);
  return withTemporaryFolder(async (folder) => {
    const connection = await duckdbConnection(options, folder, context);
    try {
      const { scenario, period } = options;
      const found = await explainFiles(program, connection, files, key, { scenario, period, constants });
      if (!("notes" in found)) throw endedFailure(found, path, context);
      for (const { file: of, what, names } of found.notes)
        note(context, context.messages.duckdb.notes[what](of, names));
      return found;
    } catch (error) {
      throw error instanceof Failure ? error : duckdbFailure(error, context);
    } finally {
      connection.close();
    }
  });
}

/** In one transaction that reads one state of the data. */
async function onPostgres({ rubric, path, key, options, context }: Request): Promise<ExplainedRow> {
  const { program, file } = rubric;
  const tables = await postgresTables(program, file ?? path, options, context);
  const session = await postgresConnection(context);
  try {
    await session.rows("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { describeTables, explain } = await import("@yardstick/sql");
    const described = tablesFound(await describeTables(program, session, tables), context);
    for (const { table, names } of described.fractions)
      note(context, context.messages.duckdb.notes.fractions(table, names));
    const { scenario, period } = options;
    return await explain(program, session, key, { dialect: "postgres", scenario, period, tables: described.tables });
  } finally {
    await session.end();
  }
}
