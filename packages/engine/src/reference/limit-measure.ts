/**
 * Measures with a limit: how many times `per X under L` and its like count, in the unit of X.
 */
import type { LimitMeasure } from "@yardstick/language/program";
import type { Rational } from "./rational.js";
import { larger, ZERO } from "./rational.js";

export const againstLimit: Readonly<Record<LimitMeasure, (x: Rational, limit: Rational) => Rational>> = {
  under: (x, limit) => larger(ZERO, limit.sub(x)),
  over: (x, limit) => larger(ZERO, x.sub(limit)),
  from: (x, limit) => x.sub(limit),
};
