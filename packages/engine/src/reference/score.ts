/**
 * The score, in an order that is fixed: the parts added up, times the coefficients on the total, never limited again, rounded once; then
 * the vetoes.
 */
import type { Rational } from "@yardstick/exact";
import type { Total } from "@yardstick/language/core";
import type { Sum } from "./section-total.js";
import type { Owner } from "./scope.js";
import { withoutValue } from "./scope.js";
import { stepped, type StepContext, type StepOutcome } from "./step.js";
import type { Pending } from "../values/value.js";
import type { VetoOutcome } from "./veto.js";

export interface ScoreOutcome {
  /** Of the roots' contributions. */
  readonly sum: Sum;
  readonly exact: Rational | Pending;
  /** Before vetoes. */
  readonly rounded: Rational | Pending;
  readonly vetoes: readonly VetoOutcome[];
  /** After vetoes; pending with everything that the score or a veto awaits. */
  readonly published: Rational | Pending;
  /** From the sum to the published score; kept for a subject that is being explained, otherwise empty. */
  readonly steps: readonly StepOutcome[];
  readonly provisional: boolean;
}

/** The score that vetoes have yet to act on; what a veto's own condition reads as the score. */
export type RoundedScore = Pick<ScoreOutcome, "sum" | "exact" | "rounded" | "steps" | "provisional">;

/** `provisional`: whether the sum is. */
export function roundedScore(
  { steps, rounding }: Total,
  sum: Sum,
  provisional: boolean,
  owner: Owner,
  context: StepContext,
): RoundedScore {
  const exact = stepped(steps, sum.total ?? withoutValue(owner, "no-result"), context);
  const rounded = stepped([rounding], exact.value, context);
  return {
    sum,
    exact: exact.value,
    rounded: rounded.value,
    steps: [...exact.outcomes, ...rounded.outcomes],
    provisional: provisional || exact.provisional,
  };
}

export function scoreOutcome({ vetoes }: Total, before: RoundedScore, context: StepContext): ScoreOutcome {
  const { value, outcomes, provisional } = stepped(vetoes, before.rounded, context);
  return {
    ...before,
    vetoes: vetoes.map(({ veto }) => context.veto(veto)),
    published: value,
    steps: [...before.steps, ...outcomes],
    provisional: before.provisional || provisional,
  };
}
