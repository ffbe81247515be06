/** `yardstick impact`: what other readings of the rubric and its data would change: fixes of warnings, blanks, rows in doubt. */
import { hasErrors } from "@yardstick/engine";
import { alternatives, describeAlternative, describeImpact, impactOfAlternative, type ScoredReading } from "yardstick";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, HAS_ERRORS } from "../exit.js";
import { readInputs } from "../inputs.js";
import { jsonText } from "../json-pieces.js";
import { formatOf, publish } from "../output.js";
import type { RunOptions } from "../command-options.js";

/** Runs the command. */
export async function impact(path: string, options: RunOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["table", "json"] as const, context);
  const { lang, messages } = context;
  const { rubric, scored, problems, period, read } = await readInputs(path, options, context);
  const { program, source, file, diagnostics } = rubric;
  const reading: ScoredReading = {
    program,
    source,
    file,
    load: (used) => context.files.usedRubric(used),
    diagnostics,
    dataset: scored.dataset,
    result: scored.result,
    scenario: options.scenario ?? null,
    period: period ?? null,
    read,
  };
  const ranking = program.rankings.find(({ by }) => by !== "each-section")?.name ?? null;
  const found = context.progress.busy(messages.progress.scoring, () =>
    alternatives(reading).map((alternative) => {
      const changes = impactOfAlternative(alternative, reading);
      const text = describeImpact(changes, ranking, lang);
      return { alternative, condition: describeAlternative(alternative, lang), text, impact: changes };
    }),
  );
  const text =
    found.length === 0
      ? `${messages.noAlternatives}\n`
      : found.map(({ condition, text: changes }) => `${condition}${changes}\n`).join("");
  await publish(format === "json" ? jsonText(found) : text, options.out, context);
  return hasErrors(problems) ? HAS_ERRORS : DONE;
}
