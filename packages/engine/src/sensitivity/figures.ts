/**
 * Published figures at other shares, for whoever shows them while a share moves: scores as text and places by row, the same as the
 * evaluator's; and what each criterion brings to single subjects, exactly.
 */
import type { Exact, Program } from "@yardstick/language/program";
import type { Dataset } from "../dataset.js";
import type { RunOptions } from "../evaluate.js";
import { evaluationOf } from "../evaluate.js";
import type { Evaluation } from "../reference/evaluation.js";
import { at } from "../reference/internal-error.js";
import { exactText, fixedText, isRational, rational, ZERO } from "../reference/rational.js";
import { known } from "../reference/value.js";
import type { CriteriaGroup } from "./criteria.js";
import { criteriaGroups } from "./criteria.js";
import { contributionsOf } from "./decisive.js";
import { factorTo, innerAt, keyAt, termsOf } from "./share-model.js";
import type { Places, WeightStanding } from "./standing.js";

export interface Figures {
  readonly places: Places;
  /** By row: the published score of whoever is in the ranking. */
  readonly scores: ReadonlyMap<number, string>;
}

/** Null where the figures of these shares need the evaluator. */
export function figuresWith(standing: WeightStanding, given: readonly Exact[]): Figures | null {
  const { model, program, ranking } = standing;
  const { by } = at(program.rankings, ranking);
  if (model === null || by === "each-section" || by.kind !== "reference" || by.to.kind !== "score") return null;
  const shares = given.map(rational);
  const scores = new Map<number, string>();
  for (const { row, terms, keys } of model.subjects) {
    const inner = innerAt(terms, shares);
    const key = inner === null ? null : keyAt(at(keys, 0), inner);
    if (!isRational(key)) return null;
    scores.set(row, fixedText(key, program.scoreDecimals));
  }
  return { places: standing.placesWith(shares), scores };
}

export interface Contributions {
  /** Parallel to the criteria of the group: points of the score before it is rounded. */
  readonly parts: readonly Exact[];
  /** What is left of that score. */
  readonly rest: Exact;
}

/** A run at which single subjects can be looked at; nobody else is scored unless the rubric asks for it. */
export function contributionsIn(
  program: Program,
  dataset: Dataset,
  options: RunOptions,
): (row: number, group: CriteriaGroup) => Contributions | null {
  const evaluation = evaluationOf(program, dataset, options, null);
  return (row, group) => contributionsAt(evaluation, row, group);
}

/** Null where the subject has no score. The shares are those of the run, whatever those of the given group are. */
function contributionsAt(evaluation: Evaluation, row: number, asked: CriteriaGroup): Contributions | null {
  const group = criteriaGroups(evaluation.program).find(
    ({ parent, variant }) => parent === asked.parent && variant === asked.variant,
  );
  if (group === undefined) return null;
  const subject = evaluation.subjectAt(row);
  const score = known(subject.score().exact);
  if (score === null) return null;
  const terms = termsOf(subject, group);
  const factor = terms === null ? ZERO : (factorTo(subject, group.parent, null) ?? ZERO);
  const shares = group.criteria.map(({ share }) => rational(share));
  const parts = (terms === null ? shares.map(() => ZERO) : contributionsOf(terms, shares)).map((value) =>
    value.mul(factor),
  );
  const rest = parts.reduce((left, value) => left.sub(value), score);
  return { parts: parts.map(exactText), rest: exactText(rest) };
}
