/**
 * The score, in an order that is fixed: the parts added up, times the coefficients on the total, never capped again,
 * rounded once; then the vetoes.
 */
import { type Rational, ZERO } from "@yardstick/exact";
import { type Program, roundedAsStated } from "@yardstick/language/program";
import type { Sum } from "./section-total.js";
import type { CoefficientOutcome } from "./coefficient.js";
import type { Owner } from "./scope.js";
import { withoutValue } from "./scope.js";
import type { Pending } from "../values/value.js";
import { awaitedBy, lift } from "../values/value.js";
import type { VetoOutcome } from "./veto.js";

export interface ScoreOutcome {
  /** Of the roots' contributions. */
  readonly sum: Sum;
  readonly coefficients: readonly {
    readonly coefficient: CoefficientOutcome;
    readonly before: Rational | Pending;
    readonly after: Rational | Pending;
  }[];
  readonly exact: Rational | Pending;
  /** Rounded, before vetoes. */
  readonly rounded: Rational | Pending;
  readonly vetoes: readonly VetoOutcome[];
  /** After vetoes; pending with everything that the score or a veto awaits. */
  readonly published: Rational | Pending;
  readonly provisional: boolean;
}

/** The score that vetoes have yet to act on; what a veto's own condition reads as the score. */
export type RoundedScore = Pick<ScoreOutcome, "sum" | "coefficients" | "exact" | "rounded" | "provisional">;

/** `coefficients`: those on the total, in the order of the text. */
export function roundedScore(
  { scoreDecimals, scoreRounding }: Pick<Program, "scoreDecimals" | "scoreRounding">,
  sum: Sum,
  coefficients: readonly CoefficientOutcome[],
  provisional: boolean,
  owner: Owner,
): RoundedScore {
  let exact = sum.total ?? withoutValue(owner, "no-result");
  const steps = coefficients.map((coefficient) => {
    const before = exact;
    exact = lift([before, coefficient.value], (value, factor) => value.mul(factor));
    return { coefficient, before, after: exact };
  });
  const once = lift([exact], (value) => roundedAsStated(value, scoreDecimals, scoreRounding));
  return { sum, coefficients: steps, exact, rounded: once, provisional };
}

export function scoreOutcome(before: RoundedScore, vetoes: readonly VetoOutcome[]): ScoreOutcome {
  const isZeroed = vetoes.some(
    ({ veto, holds }) => holds === true && veto.effects.some(({ kind }) => kind === "score-zero"),
  );
  const published =
    awaitedBy([before.rounded, ...vetoes.map(({ holds }) => holds)]) ?? (isZeroed ? ZERO : before.rounded);
  const provisional = before.provisional || vetoes.some(({ trace }) => trace.provisional);
  return { ...before, vetoes, published, provisional };
}
