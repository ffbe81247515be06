/**
 * Values beside the highest, the lowest or the number of all, which bound them: `highest(X) - X` is never below 0, and the divisor of
 * `X / highest(X)` is 0 only where every subject has 0. Names of intermediate values are looked through.
 */
import type { Cohort, Expression } from "../program/expression.js";
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

/** A function across subjects, also by the name of an intermediate value; null for anything else. */
export function cohortIn(checker: Checker, expression: Expression): Cohort | null {
  const found = behindLet(checker, expression);
  return found.kind === "cohort" ? found : null;
}

/** Whether `greater` is at least `less` for every subject: one of them is the extreme of a group to which the subject belongs. */
export function isBounded(checker: Checker, greater: Expression, less: Expression): boolean {
  const isOf = (name: Cohort["name"], all: Cohort | null, own: Expression): boolean =>
    all?.name === name &&
    all.where === null &&
    all.value !== null &&
    shapeOf(behindLet(checker, all.value)) === shapeOf(behindLet(checker, own));
  const [above, below] = [cohortIn(checker, greater), cohortIn(checker, less)];
  const isPlace = above?.name === "count" && below?.name === "rank" && above.within === below.within;
  return (
    isOf("highest", above, less) ||
    isOf("lowest", below, greater) ||
    (isPlace && above.where === null && below.where === null)
  );
}
