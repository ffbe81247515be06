/**
 * Measures with a limit: how many times `per X under L` and its like can count, in the unit of X, before any data is there.
 */
import { larger, ZERO } from "@yardstick/exact";
import type { LimitMeasure } from "../program/program.js";
import { closed, everything, type Interval, negated, plus } from "./interval.js";

/** Of all values that X and the limit can have; a count below 0 moves the other way and is taken by its size. */
export const againstLimit: Readonly<Record<LimitMeasure, (of: Interval, limit: Interval) => Interval>> = {
  under: (of, limit) => upward(difference(limit, of)),
  over: (of, limit) => upward(difference(of, limit)),
  from: (of, limit) => sized(difference(of, limit)),
};

function difference(a: Interval, b: Interval): Interval {
  return plus(a, negated(b));
}

function upward({ max }: Interval): Interval {
  return closed(ZERO, max === null ? null : larger(max, ZERO));
}

function sized({ min, max }: Interval): Interval {
  return min === null || max === null ? everything : closed(ZERO, larger(min.abs(), max.abs()));
}
