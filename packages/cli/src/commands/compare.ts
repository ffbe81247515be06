/** `yardstick compare`: the rubric as written and its scenarios side by side, on the same data. */
import { hasErrors } from "@yardstick/engine";
import { compareScenarios } from "yardstick";
import { compareText } from "../compare-text.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { readInputs } from "../inputs.js";
import { jsonPieces } from "../json-pieces.js";
import { formatOf, publish } from "../output.js";
import type { CompareOptions } from "../command-options.js";
import { weightMessagesOf } from "../weight-messages.js";

/** Runs the command; without names all scenarios are compared. */
export async function compare(path: string, options: CompareOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["table", "json"] as const, context);
  const { scored, rubric, problems } = await readInputs(path, { ...options, scenario: undefined }, context);
  const known = rubric.program.scenarios.map(({ name }) => name);
  const unknown = options.scenario.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Failure(WRONG_USAGE, weightMessagesOf[context.lang].unknownScenario(unknown, known));
  }
  const names = options.scenario.length > 0 ? options.scenario : known;
  const comparison = context.progress.busy(context.messages.progress.scoring, () =>
    compareScenarios(rubric, scored.dataset, names, { period: options.period }),
  );
  await publish(
    format === "json" ? jsonPieces(comparison) : compareText(comparison, rubric.program, context),
    options.out,
    context,
  );
  return hasErrors(problems) ? HAS_ERRORS : DONE;
}
