/**
 * Published figures at other shares, for a view that shows them while a share moves: scores and places by row, the same as the
 * evaluator's; and what each criterion brings to single subjects, exactly.
 */
import { isRational, powerOfTen, rational, rationalText, type RationalText, ZERO } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { Session } from "../session/session.js";
import type { Dataset } from "../data/dataset.js";
import type { RunOptions } from "../data/run-options.js";
import { changedBy, evaluationOf } from "../run/evaluate.js";
import type { Evaluation } from "../reference/evaluation.js";
import { at } from "../values/internal-error.js";
import { known } from "../values/value.js";
import type { CriteriaGroup } from "./criteria.js";
import { criteriaGroups } from "./criteria.js";
import { contributionsOf } from "./decisive.js";
import { QuickPlaces } from "./quick-places.js";
import { factorTo, innerAt, keyAt, termsOf } from "./share-model.js";
import type { WeightStanding } from "./standing.js";

/** By row of the subject table. */
export interface Figures {
  /** 0 without a place. */
  readonly places: Int32Array;
  /** Published scores in units of the last decimal; NaN for a subject that is not ranked. */
  readonly scores: Float64Array;
  /** 1: in the ranking, with a place or barred from one. */
  readonly stands: Uint8Array;
}

/**
 * Figures at any shares of the group, from part scores by addition: quick enough for a thumb that moves. Null where they are not to
 * be had that way; what it gives is null at shares that need the evaluator.
 */
export function quickFigures(standing: WeightStanding): ((given: readonly RationalText[]) => Figures | null) | null {
  const { model, program, ranking, dataset, evaluation } = standing;
  const by = at(evaluation.program.rankings, ranking).orders[0]?.keys[0]?.value;
  if (model === null || by?.kind !== "reference" || by.to.kind !== "score") return null;
  const quick = new QuickPlaces(model);
  const written = new Uint32Array(quick.rows.length);
  const barred = model.subjects.filter((subject) => subject.barred);
  const unit = powerOfTen(program.scoreDecimals);
  // Of keys that do not move the quick places know the order alone.
  const fixed = model.subjects.flatMap((subject) => {
    const key = at(subject.keys, 0);
    if (subject.barred) return [];
    return [!("fixed" in key) ? null : isRational(key.fixed) ? key.fixed.mul(unit).toNumber() : NaN];
  });
  return (given) => {
    const shares = given.map(rational);
    const isKnown = quick.write(
      shares.map((share) => share.toNumber()),
      () => shares,
      written,
      0,
    );
    if (!isKnown) return null;
    const places = new Int32Array(dataset.subjects.rows);
    const stands = new Uint8Array(places.length);
    const scores = new Float64Array(places.length).fill(NaN);
    for (const [index, row] of quick.rows.entries()) {
      const units = fixed[index] ?? quick.unitsAt(index);
      if (!Number.isFinite(units)) return null;
      places[row] = written[index] ?? 0;
      scores[row] = units;
      stands[row] = 1;
    }
    for (const { row, terms, keys } of barred) {
      const inner = innerAt(terms, shares);
      const key = inner === null ? null : keyAt(at(keys, 0), inner);
      if (!isRational(key)) return null;
      scores[row] = key.mul(unit).toNumber();
      stands[row] = 1;
    }
    return { places, scores, stands };
  };
}

/** The points that the parts of a group contribute to a score. */
export interface Contributions {
  /** Parallel to the criteria of the group: points of the score before it is rounded. */
  readonly parts: readonly RationalText[];
  /** What is left of that score. */
  readonly rest: RationalText;
}

/** From the model of a standing, at other shares of its group: nothing is scored. Null where the model does not tell. */
export function contributionsFrom(
  standing: WeightStanding,
): (row: number, given: readonly RationalText[]) => Contributions | null {
  const byRow = new Map((standing.model?.subjects ?? []).map((subject) => [subject.row, subject]));
  const weighed = standing.weighing.shares.map(rational);
  return (row, given) => {
    const subject = byRow.get(row);
    const score = known(standing.evaluation.subjectAt(row).score().exact);
    if (subject === undefined || subject.toScore === null || score === null) return null;
    const { terms, toScore } = subject;
    const [before, now] = [weighed, given.map(rational)].map((shares) =>
      contributionsOf(terms, shares).map((value) => value.mul(toScore)),
    );
    const rest = (before ?? []).reduce((left, value) => left.sub(value), score);
    return { parts: (now ?? []).map(rationalText), rest: rationalText(rest) };
  };
}

/** A run of which single subjects can be read; no other subject is scored unless the rubric requires it. */
export function contributionsIn(
  program: Program,
  dataset: Dataset,
  options: RunOptions,
): (row: number, group: CriteriaGroup) => Contributions | null {
  const evaluation = evaluationOf(program, dataset, options, null);
  const changed = changedBy(program, options.scenario);
  return (row, group) => contributionsAt(evaluation, changed, row, group);
}

/** Of a session, as it stands; `row` counts the subjects of its period. Null where it has no columns, or the subject no score. */
export function contributionsOn(session: Session, row: number, group: CriteriaGroup): Contributions | null {
  const evaluation = session.singles();
  return evaluation === null ? null : contributionsAt(evaluation, session.program(), row, group);
}

/** Null where the subject has no score. The shares are those of the run, whatever those of the given group are. */
function contributionsAt(
  evaluation: Evaluation,
  program: Program,
  row: number,
  asked: CriteriaGroup,
): Contributions | null {
  const group = criteriaGroups(program).find(
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
  return { parts: parts.map(rationalText), rest: rationalText(rest) };
}
