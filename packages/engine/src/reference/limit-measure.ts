/**
 * Measures with a limit: how many times `per X under L` and its like count, in the unit of X.
 */
import { larger, type Rational, ZERO } from "@yardstick/exact";
import type { LimitMeasure } from "@yardstick/language/core";

export const againstLimit: Readonly<Record<LimitMeasure, (x: Rational, limit: Rational) => Rational>> = {
  under: (x, limit) => larger(ZERO, limit.sub(x)),
  over: (x, limit) => larger(ZERO, x.sub(limit)),
  from: (x, limit) => x.sub(limit),
};
