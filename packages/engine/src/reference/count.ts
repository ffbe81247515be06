/**
 * `per [STEP] X [MEASURE]`: how many times a line counts.
 */
import { larger, rational, type Rational, smaller, truncated, ZERO } from "@yardstick/exact";
import type { Per } from "@yardstick/language/core";
import { number } from "./expression.js";
import { againstLimit } from "./limit-measure.js";
import type { Scope } from "./scope.js";
import type { Pending } from "../values/value.js";
import { isPending, lift } from "../values/value.js";

/**
 * The measure of X in steps. With a STEP as written only whole steps count, toward zero. A field that may stay blank and
 * does counts as nothing, whatever the measure.
 */
export function count(per: Per, scope: Scope): Rational | Pending {
  const of = number(per.of, scope);
  if (isPending(of) && of.isNone) return ZERO;
  return lift([measured(per.measure, of, scope)], (measure) => {
    const steps = measure.div(rational(per.step));
    return per.whole ? truncated(steps) : steps;
  });
}

function measured(measure: Per["measure"], of: Rational | Pending, scope: Scope): Rational | Pending {
  switch (measure.kind) {
    case "all":
      // As it stands: a negative number counts the other way.
      return of;
    case "between": {
      // The part of X inside: a scale that is open below begins at 0.
      const from = measure.from === null ? ZERO : number(measure.from, scope);
      const to = measure.to === null ? of : number(measure.to, scope);
      return lift([of, from, to], (x, low, high) => larger(ZERO, smaller(x, high).sub(low)));
    }
    default:
      return lift([of, number(measure.limit, scope)], againstLimit[measure.kind]);
  }
}
