/**
 * Why one subject has its score: the same evaluation as `evaluate`, with everything noted that was read for this subject.
 */
import { fixedText, rationalText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { Dataset } from "../data/dataset.js";
import type { RunOptions } from "../data/run-options.js";
import { foldName } from "../names/fold-name.js";
import type { Explanation } from "../data/explanation.js";
import { explainParts } from "./explain-parts.js";
import { explainResults } from "./explain-results.js";
import { exactOrNull, explainStep, explainSteps } from "./explain-steps.js";
import type { Evaluation } from "../reference/evaluation.js";
import { at } from "../values/internal-error.js";
import { comparePeriods } from "../values/period-order.js";
import { openOutcomes, statusOf, scoreText } from "../reference/publish.js";
import type { ScoreOutcome } from "../reference/score.js";
import type { StepOutcome } from "../reference/step.js";
import type { Subject } from "../reference/subject.js";
import { changedBy, evaluationOf } from "../run/evaluate.js";
import { isPending, known } from "../values/value.js";

/** Null: no such subject. Without a period, of several rows of one key, that of the latest period. */
export function explain(program: Program, dataset: Dataset, key: string, options: RunOptions = {}): Explanation | null {
  const row = rowOf(evaluationOf(program, dataset, options, null), key);
  if (row === null) return null;
  const evaluation = evaluationOf(program, dataset, options, row);
  return explanationOf(evaluation.subjectAt(row), evaluation, changedBy(program, options.scenario));
}

function rowOf(evaluation: Evaluation, key: string): number | null {
  return latestOf(evaluation.subjects, key)?.row ?? null;
}

/** The row of a key, however it is spelt, of several that of the latest period; null where there is none. */
export function latestOf<T extends { readonly key: string; readonly period: string | null }>(
  subjects: readonly T[],
  key: string,
): T | null {
  const exact = subjects.filter((subject) => subject.key === key);
  const folded = foldName(key);
  const [first, ...others] = exact.length > 0 ? exact : subjects.filter((subject) => foldName(subject.key) === folded);
  if (first === undefined) return null;
  return others.reduce(
    (latest, each) => (comparePeriods(each.period ?? "", latest.period ?? "") > 0 ? each : latest),
    first,
  );
}

/** `program` is the checked rubric behind the evaluation, under its scenario. */
export function explanationOf(subject: Subject, evaluation: Evaluation, program: Program): Explanation {
  const score = subject.score();
  const { undecided, provisional } = openOutcomes(subject, evaluation);
  return {
    key: subject.key,
    period: subject.period,
    ...statusOf(score.published),
    parts: explainParts(program.roots, score.sum, subject, program),
    sum: score.sum.total === null ? null : exactOrNull(known(score.sum.total)),
    steps: explainSteps(score.steps, subject),
    coefficients: explainCoefficients(score, subject),
    rounding:
      isPending(score.exact) || isPending(score.rounded)
        ? null
        : {
            before: rationalText(score.exact),
            after: fixedText(score.rounded, program.scoreDecimals),
            decimals: program.scoreDecimals,
            stated: program.scoreRounding,
          },
    score: scoreText(score.published, program.scoreDecimals),
    ...explainResults(subject, evaluation),
    undecided,
    provisional,
  };
}

/** On single parts in the order of the parts, then on the total: the order in which they act. */
function explainCoefficients(score: ScoreOutcome, subject: Subject): Explanation["coefficients"] {
  const onParts = (sum: ScoreOutcome["sum"]): Explanation["coefficients"] =>
    sum.contributions.flatMap(({ part, steps }) => {
      const below = subject.part(part).section?.sum;
      const target = at(subject.program.parts, part).path;
      return [...(below === undefined ? [] : onParts(below)), ...coefficientsIn(steps, target, subject)];
    });
  return [...onParts(score.sum), ...coefficientsIn(score.steps, "total", subject)];
}

/** The properties that an explanation has for coefficients, beside the lists of all steps. */
function coefficientsIn(steps: readonly StepOutcome[], target: string, subject: Subject): Explanation["coefficients"] {
  return steps.flatMap((outcome) => {
    if (outcome.step.op !== "multiply") return [];
    const { name, limit, reads, before, after } = explainStep(outcome, subject);
    return [{ name: name ?? "", span: outcome.step.span, value: limit, reads, target, before, after }];
  });
}
