/**
 * `yardstick score`: the ranking, or the whole result as JSON, CSV, a workbook or a notice. Cells that cannot be read do not stop it:
 * results that depend on them are omitted, the cells are listed on standard error, and the exit code is 1.
 */
import { hasErrors } from "@yardstick/engine";
import { resultCsv } from "@yardstick/tables";
import type { Rubric, Scored } from "yardstick";
import { noticePage, resultMessages } from "yardstick";
import { appendResults, checkHistoryOptions } from "../append-history.js";
import { checkLines } from "../checks-text.js";
import type { Content } from "../atomic-file.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, HAS_ERRORS } from "../exit.js";
import { readInputs } from "../inputs.js";
import { jsonPieces } from "../json-pieces.js";
import { formatOf, oneOf, publish } from "../output.js";
import { resultText } from "../result-text.js";
import { resultWorkbook } from "../result-workbook.js";
import { sheetsOf } from "../score-sheets.js";
import type { RunOptions } from "../usage.js";

const FORMATS = ["table", "json", "csv", "xlsx", "html"] as const;
type Format = (typeof FORMATS)[number];

interface Writing {
  readonly format: Format;
  /** Whether score sheets follow the notice. */
  readonly sheets: boolean;
  readonly showsAllRules: boolean;
}

async function written(
  scored: Scored,
  rubric: Rubric,
  { format, sheets, showsAllRules }: Writing,
  context: Context,
): Promise<Content> {
  const { lang } = context;
  switch (format) {
    case "table":
      return resultText(scored, rubric, context);
    case "json":
      return jsonPieces(scored);
    case "csv":
      return resultCsv(scored.result, scored.program, resultMessages(scored, lang));
    case "xlsx":
      return resultWorkbook(scored, rubric, context);
    case "html":
      return noticePage(scored, lang, sheets ? sheetsOf(scored, rubric.source, context) : [], { showsAllRules });
    default:
      return format satisfies never;
  }
}

/** Runs the command. */
export async function score(path: string, options: RunOptions, context: Context): Promise<ExitCode> {
  const engine = oneOf("--engine", options.engine ?? "memory", ["memory", "duckdb"] as const, context);
  if (engine === "duckdb") return (await import("./score-on-duckdb.js")).scoreOnDuckdb(path, options, context);
  const format = formatOf(options.format, FORMATS, context);
  checkHistoryOptions(options, context);
  const inputs = { ...options, mayLackHistory: options.appendHistory !== undefined };
  const { scored, rubric, problems, history } = await readInputs(path, inputs, context);
  context.progress.notify(context.messages.progress.composing);
  await publish(
    await written(
      scored,
      rubric,
      { format, sheets: options.sheets === true, showsAllRules: options.allRules === true },
      context,
    ),
    options.out,
    context,
  );
  // The table includes them.
  if (format !== "table") {
    for (const line of checkLines(scored.result, rubric, context, context.err)) note(context, line);
  }
  const { subjects, requirements, policies } = scored.result;
  const hasProblems =
    hasErrors(problems) ||
    subjects.some(({ status }) => status === "invalid") ||
    requirements.length > 0 ||
    policies.some(({ holds }) => holds === false);
  if (options.appendHistory !== undefined) {
    // Only correct results are published.
    if (hasProblems) note(context, context.messages.historyLeft(history));
    else await appendResults(scored, history, options, context);
  }
  return hasProblems ? HAS_ERRORS : DONE;
}
