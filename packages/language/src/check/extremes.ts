/**
 * Values beside the highest or the lowest of all, which bound them: `highest(X) - X` is never below 0, and the divisor of
 * `X / highest(X)` is 0 only where every subject has 0. Names of intermediate values are looked through.
 */
import type { Expression } from "../program/expression.js";
import type { Checker } from "./checker.js";
import { shapeOf } from "./expression-range.js";

/** What the name of an intermediate value is computed as; anything else is itself. */
export function behindLet({ draft }: Checker, expression: Expression): Expression {
  let found = expression;
  while (found.kind === "reference" && found.to.kind === "let") {
    const value = draft.lets[found.to.index]?.value?.node;
    if (value === undefined) return found;
    found = value;
  }
  return found;
}

/** Whether `greater` is at least `less` for every subject: one of them is the extreme of a group to which the subject belongs. */
export function isBounded(checker: Checker, greater: Expression, less: Expression): boolean {
  const isOf = (name: string, extreme: Expression, own: Expression): boolean => {
    const all = behindLet(checker, extreme);
    if (all.kind !== "cohort" || all.name !== name || all.where !== null || all.value === null) return false;
    return shapeOf(behindLet(checker, all.value)) === shapeOf(behindLet(checker, own));
  };
  return isOf("highest", greater, less) || isOf("lowest", less, greater);
}
