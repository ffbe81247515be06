/**
 * Which criterion decides most: for each, how much of the differences between the scores it makes. That is its covariance with the
 * score over the score's variance, which adds up to one over all criteria and the rest; a weight says what a criterion may count,
 * this what it does count. Exact.
 */
import {
  rational,
  type Rational,
  rationalText,
  type RationalText,
  roundedUnits,
  sum,
  whole,
  ZERO,
} from "@yardstick/exact";
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
  const totals: bigint[] = [];
  // Whole numbers of the last decimal.
  const rows = model.subjects.flatMap(({ row, terms, toScore }) => {
    const score = known(evaluation.subjectAt(row).score().exact);
    if (toScore === null || score === null) return [];
    const brought = contributionsOf(terms, shares).map((value) => roundedUnits(toScore.mul(value), DECIMALS));
    const total = roundedUnits(score, DECIMALS);
    totals.push(total);
    return [[...brought, brought.reduce((left, value) => left - value, total)]];
  });
  if (rows.length < 2) return [];
  const size = BigInt(rows.length);
  const all = added(totals);
  // Of a total from the mean, times the number of all, so that it is whole.
  const away = totals.map((total) => total * size - all);
  const variance = added(away.map((each) => each * each));
  if (variance === 0n) return [];
  // The mean of a part need not be taken off: deviations of the total add up to nothing.
  const decides = (column: number) =>
    whole(added(rows.map((row, index) => at(row, column) * at(away, index))) * size).div(variance);
  const parts = [...group.criteria.map(({ part }) => part as number | null), null];
  return parts.map((part, column) => ({ part, decides: rationalText(decides(column)) }));
}

function added(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** What each criterion adds to the sum of the group, with the shares it got from those that do not apply. */
export function contributionsOf(terms: readonly Term[], shares: readonly Rational[]): readonly Rational[] {
  const own = terms.map(({ rate }, index) => rate.mul(at(shares, index)));
  if (!terms.some(({ kind }) => kind === "dropped")) return own;
  const total = (kind: Term["kind"]) =>
    sum(terms.map((term, index) => (term.kind === kind ? at(shares, index) : ZERO)));
  const bringing = total("brings");
  if (bringing.equals(0)) return own;
  const factor = bringing.add(total("dropped")).div(bringing);
  return own.map((value, index) => (at(terms, index).kind === "brings" ? value.mul(factor) : value));
}
