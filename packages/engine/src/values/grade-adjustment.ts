/**
 * What raises or lowers a grade that the rows of a grading have given: so many grades up or down, taken together; then no less than
 * the levels that are guaranteed; then no more than those that are allowed, which outweigh everything else.
 */
import type { GradeAdjustment } from "@yardstick/language/core";

/** The level, worst first, from `given` and what holds; `top` is the best level. Steps beyond an end stop there. */
export function adjustedLevel(given: number, top: number, changes: readonly GradeAdjustment["change"][]): number {
  let steps = 0;
  let least = 0;
  let most = top;
  for (const change of changes) {
    if ("by" in change) steps += change.kind === "raise" ? change.by : -change.by;
    else if (change.kind === "raise-to") least = Math.max(least, change.level);
    else most = Math.min(most, change.level);
  }
  return Math.min(most, Math.max(least, Math.min(top, Math.max(0, given + steps))));
}

/** Whether it is in favour of a subject. */
export function isRaise({ kind }: GradeAdjustment["change"]): boolean {
  return kind === "raise" || kind === "raise-to";
}
