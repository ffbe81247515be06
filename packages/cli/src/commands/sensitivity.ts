/** `yardstick sensitivity`: how far each weight can move before places change, its influence, and the distribution of places. */
import { hasErrors } from "@yardstick/engine";
import { nearestName } from "@yardstick/tables";
import { sensitivity as reportOf, weighablePart, weighableParts } from "yardstick";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { readInputs } from "../inputs.js";
import { jsonText } from "../json-pieces.js";
import { formatOf, publish } from "../output.js";
import { sensitivityText } from "../sensitivity-text.js";
import type { SensitivityOptions } from "../command-options.js";
import { weightMessagesOf } from "../weight-messages.js";

/** Runs the command. */
export async function sensitivity(path: string, options: SensitivityOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["table", "json"] as const, context);
  const messages = weightMessagesOf[context.lang];
  const [top, samples, seed] = [
    wholeNumber("--top", options.top, 1, context),
    wholeNumber("--samples", options.samples, 0, context),
    wholeNumber("--seed", options.seed, 0, context),
  ];
  const { scored, rubric, problems } = await readInputs(path, options, context);
  const { weight, scenario, period } = options;
  if (weight !== undefined && weighablePart(rubric.program, weight) === null) {
    throw new Failure(WRONG_USAGE, messages.unknownWeight(weight, nearestName(weight, weighableParts(rubric.program))));
  }
  const report = context.progress.busy(context.messages.progress.weighing, () =>
    reportOf(rubric, scored.dataset, { weight, top, samples, seed, scenario, period }),
  );
  if (report === null) throw new Failure(HAS_ERRORS, messages.nothingToWeigh);
  await publish(
    format === "json" ? jsonText(report) : sensitivityText(report, rubric.program, context),
    options.out,
    context,
  );
  return hasErrors(problems) ? HAS_ERRORS : DONE;
}

/** Parses the value of an option as a whole number of at least `least`. */
function wholeNumber(option: string, value: string | undefined, least: number, { lang }: Context): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,9}$/u.test(value) ? Number(value) : NaN;
  if (!(number >= least)) throw new Failure(WRONG_USAGE, weightMessagesOf[lang].wholeNumber(option, value, least));
  return number;
}
