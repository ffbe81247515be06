/**
 * Which criterion decides most: for each, how much of the differences between the scores it makes. That is its covariance with the
 * score over the score's variance, which adds up to one over all criteria and the rest; a weight says what a criterion may count,
 * this what it does count. Exact.
 */
import { rational, type Rational, rationalText, type RationalText, rounded, sum, whole, ZERO } from "@yardstick/exact";
import { at } from "../values/internal-error.js";
import { known } from "../values/value.js";
import type { Term } from "./share-model.js";
import type { WeightStanding } from "./standing.js";

/** The influence of a part on the differences between scores. */
export interface Decisive {
  /** Index in `Program.parts`; null: everything outside the group. */
  readonly part: number | null;
  /** Of the variance of the scores; negative where a criterion evens out what others make. */
  readonly decides: RationalText;
}

/** Decimals that contributions are rounded to first: variances of unlike fractions would grow without bound. */
const DECIMALS = 6;

/** Empty where all scores are equal, where no subject is scored, or where scores are not linear in the shares. */
export function decisiveCriteria(standing: WeightStanding): readonly Decisive[] {
  const { model, group, weighing, evaluation } = standing;
  if (model === null) return [];
  const shares = weighing.shares.map(rational);
  const rows = model.subjects.flatMap(({ row, terms, toScore }) => {
    const score = known(evaluation.subjectAt(row).score().exact);
    if (toScore === null || score === null) return [];
    const brought = contributionsOf(terms, shares).map((value) => rounded(toScore.mul(value), DECIMALS));
    const rest = brought.reduce((left, value) => left.sub(value), rounded(score, DECIMALS));
    return [[...brought, rest]];
  });
  const size = whole(rows.length);
  if (rows.length < 2) return [];
  const totals = rows.map((row) => sum(row));
  const mean = sum(totals).div(size);
  const away = totals.map((total) => total.sub(mean));
  const variance = sum(away.map((each) => each.mul(each)));
  if (variance.equals(0)) return [];
  // The mean of a part need not be taken off: deviations of the total add up to nothing.
  const decides = (column: number) => sum(rows.map((row, index) => at(row, column).mul(at(away, index)))).div(variance);
  const parts = [...group.criteria.map(({ part }) => part as number | null), null];
  return parts.map((part, column) => ({ part, decides: rationalText(decides(column)) }));
}

/** What each criterion adds to the sum of the group, with the shares it got from those that do not apply. */
export function contributionsOf(terms: readonly Term[], shares: readonly Rational[]): readonly Rational[] {
  const total = (kind: Term["kind"]) =>
    sum(terms.map((term, index) => (term.kind === kind ? at(shares, index) : ZERO)));
  const bringing = total("brings");
  const isHandedOver = terms.some(({ kind }) => kind === "dropped") && !bringing.equals(0);
  const factor = isHandedOver ? bringing.add(total("dropped")).div(bringing) : whole(1);
  return terms.map(({ kind, rate }, index) => {
    const own = rate.mul(at(shares, index));
    return kind === "brings" ? own.mul(factor) : own;
  });
}
