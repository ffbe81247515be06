/**
 * How values spread: variance, exact square roots rounded to decimals, and the distance from the mean in deviations.
 */
import {
  absolute,
  fraction,
  minus,
  negated,
  order,
  over,
  sumOf,
  times,
  whole,
  zero,
  type Fraction,
} from "./fraction.js";

/** The greatest whole number whose square is at most `n`. */
function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + n / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/** The square root of `square`, rounded half up to a multiple of `step`. */
export function rootRounded(square: Fraction, step: Fraction): Fraction {
  const { n, d } = over(times(square, whole(4)), times(step, step));
  return times(fraction((wholeRoot(n / d) + 1n) / 2n), step);
}

/** The mean squared distance from the mean, divided by `less` fewer than there are; null where that is nothing. */
export function variance(values: readonly Fraction[], less: 0 | 1): Fraction | null {
  const by = values.length - less;
  if (by <= 0) return null;
  const mean = over(sumOf(values), whole(values.length));
  return over(sumOf(values.map((value) => times(minus(value, mean), minus(value, mean)))), whole(by));
}

/** By how many deviations a value is from the mean, rounded half away from 0; null where all are equal. */
export function standardScore(values: readonly Fraction[], own: Fraction, step: Fraction): Fraction | null {
  const square = variance(values, 0);
  if (square === null || order(square, zero) === 0) return null;
  const distance = minus(own, over(sumOf(values), whole(values.length)));
  const size = rootRounded(over(times(distance, distance), square), step);
  return order(distance, zero) < 0 ? negated(absolute(size)) : size;
}
