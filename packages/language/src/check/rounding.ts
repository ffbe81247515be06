/**
 * `rounds to 2 decimals down`, `rounds to multiples of 0.5 points`: decimals as published, and the mode and step where one is named.
 */
import { decimalsOf as decimalsOfNumber, powerOfTen, type Rational, rationalText } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import { type Rounding, roundingFunctions } from "../program/rounding.js";
import type * as ast from "../syntax/ast.js";
import { wholeNumber } from "./check-as.js";
import type { Checker, Expectation } from "./checker.js";
import { constantNumber } from "./range.js";
import { type NumberType, numberValue } from "./value.js";

const mostDecimals = 20;

/** What a rubric says of rounding: `decimals` are published, `rounding` is null where they say it all. */
export interface RoundingDraft {
  readonly decimals: number;
  readonly rounding: Rounding | null;
}

/** Of a number in the base of what is expected; null after a diagnostic. */
export function roundingOf(checker: Checker, node: ast.RoundsTo, want: Expectation): RoundingDraft | null {
  const mode = node.mode ?? "half-up";
  if (!node.isStep) {
    const decimals = decimalsOf(checker, node.number);
    if (decimals === null) return null;
    const step = rationalText(powerOfTen(-decimals));
    return { decimals, rounding: mode === "half-up" ? null : { step, mode } };
  }
  const step = constantNumber(checker, node.number, want);
  if (step === null) return null;
  if (step.compare(0) <= 0) {
    checker.report(diagnostic("step-not-positive", node.number.span, {}));
    return null;
  }
  return { decimals: decimalsOfStep(step), rounding: { step: rationalText(step), mode } };
}

/** The decimals that multiples of a step are written with; a written step has finitely many. */
export function decimalsOfStep(step: Rational): number {
  return decimalsOfNumber(step) ?? mostDecimals;
}

/** A number that is rounded as stated. */
export function roundedExpression(value: Expression, { decimals, rounding }: RoundingDraft): Expression {
  const { type, span } = value;
  const { step, mode } = rounding ?? { step: rationalText(powerOfTen(-decimals)), mode: "half-up" };
  const args = [value, numberValue(step, type as NumberType, span)];
  return { kind: "apply", name: roundingFunctions[mode], args, type, span };
}

/** A number of decimals; null after a diagnostic. */
export function decimalsOf(checker: Checker, node: ast.NumberLiteral): number | null {
  const decimals = wholeNumber(node, 0, mostDecimals);
  if (decimals === null) checker.report(diagnostic("decimals-not-whole", node.span, { most: mostDecimals }));
  return decimals;
}
