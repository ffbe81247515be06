/**
 * `yardstick score`: the ranking, or the whole result as JSON, CSV, a workbook or a notice. Cells that cannot be read do not stop it:
 * results that depend on them are omitted, the cells are listed on standard error, and the exit code is 1.
 */
import { hasErrors } from "@yardstick/engine";
import { resultCsvPieces, workbookPieces } from "@yardstick/tables";
import type { Rubric, Scored } from "yardstick";
import { hasInvalidSubjects, noticePage, resultMessages } from "yardstick";
import { appendResults, checkHistoryOptions } from "../append-history.js";
import { checkLines } from "../checks-text.js";
import type { StreamedContent } from "../atomic-file.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import { ENGINES, notTakenBy } from "../engine-options.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { readInputs } from "../inputs.js";
import { jsonPieces, ndjsonPieces } from "../json-pieces.js";
import { formatOf, oneOf, publish, publishFolder } from "../output.js";
import { resultText } from "../result-text.js";
import { resultWorkbook } from "../result-workbook.js";
import { archiveOf, onePage, pages, placeOfPages } from "../score-sheets.js";
import type { RunOptions } from "../command-options.js";

const FORMATS = ["table", "json", "ndjson", "csv", "xlsx", "html"] as const;
type Format = (typeof FORMATS)[number];

interface Writing {
  readonly format: Format;
  /** Whether score sheets follow the notice. */
  readonly sheets: boolean;
  readonly showsAllRules: boolean;
}

function written(
  scored: Scored,
  rubric: Rubric,
  { format, sheets, showsAllRules }: Writing,
  context: Context,
): StreamedContent {
  const { lang } = context;
  switch (format) {
    case "table":
      return resultText(scored, rubric, context);
    case "json":
      return jsonPieces(scored.toJsonStream());
    case "ndjson":
      return ndjsonPieces(headAndSubjects(scored));
    case "csv":
      return resultCsvPieces(scored.result, scored.program, resultMessages(scored, lang));
    case "xlsx":
      return workbookPieces(resultWorkbook(scored, rubric, context));
    case "html":
      return sheets
        ? onePage(scored, rubric, { showsAllRules }, context)
        : noticePage(scored, lang, [], { showsAllRules });
    default:
      return format satisfies never;
  }
}

/** The entries of NDJSON: the result without its subjects, then each subject. */
function* headAndSubjects(scored: Scored): Generator<object, void, void> {
  const { subjects, ...head } = scored.toJsonStream();
  yield head;
  yield* subjects;
}

/** Runs the command. */
export async function score(path: string, options: RunOptions, context: Context): Promise<ExitCode> {
  const engine = oneOf("--engine", options.engine ?? "memory", ENGINES, context);
  if (engine === "postgres") return (await import("./score-on-postgres.js")).scoreOnPostgres(path, options, context);
  if (engine === "duckdb") return (await import("./score-on-duckdb.js")).scoreOnDuckdb(path, options, context);
  const taken = notTakenBy(engine, options);
  if (taken !== null) throw new Failure(WRONG_USAGE, context.messages.postgres.onlyHere(taken));
  const format = formatOf(options.format, FORMATS, context);
  const writing = { format, sheets: options.sheets === true, showsAllRules: options.allRules === true };
  const place = placeOfPages(writing, options.out, context);
  checkHistoryOptions(options, context);
  const inputs = { ...options, mayLackHistory: options.appendHistory !== undefined };
  const { scored, rubric, problems, history } = await readInputs(path, inputs, context);
  context.progress.notify(context.messages.progress.composing);
  if (place === "folder") await publishFolder(pages(scored, rubric, writing, context), options.out ?? "", context);
  else if (place === "zip") await publish(archiveOf(scored, rubric, writing, context), options.out, context);
  else await publish(written(scored, rubric, writing, context), options.out, context);
  // The table includes them.
  if (format !== "table") {
    for (const line of checkLines(scored.result, rubric, context, context.err)) note(context, line);
  }
  const { requirements, policies } = scored.result;
  const hasProblems =
    hasErrors(problems) ||
    hasInvalidSubjects(scored.result) ||
    requirements.length > 0 ||
    policies.some(({ holds }) => holds === false);
  if (options.appendHistory !== undefined) {
    // Only correct results are published.
    if (hasProblems) note(context, context.messages.historyLeft(history));
    else await appendResults(scored, history, options, context);
  }
  return hasProblems ? HAS_ERRORS : DONE;
}
