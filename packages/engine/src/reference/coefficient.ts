/**
 * A coefficient on one subject: a factor on the total, or on what named parts contribute. The product is never capped again.
 */
import { ONE, type Rational } from "@yardstick/exact";
import type { Coefficient } from "@yardstick/language/core";
import { number } from "./expression.js";
import type { Scope } from "./scope.js";
import type { Trace } from "./trace.js";
import type { Pending } from "../values/value.js";
import { isPending } from "../values/value.js";

export interface CoefficientOutcome {
  readonly coefficient: Coefficient;
  readonly value: Rational | Pending;
  readonly trace: Trace;
}

/** `lenient`, in a test with `else: full`: a coefficient that is pending changes nothing. */
export function coefficientOutcome(coefficient: Coefficient, scope: Scope, lenient: boolean): CoefficientOutcome {
  const value = number(coefficient.value, scope);
  return { coefficient, value: lenient && isPending(value) ? ONE : value, trace: scope.trace };
}
