/**
 * Square roots that are rounded. The root of a rational number has in general no end, but which multiple of a step is nearest to it is
 * decided by whole numbers alone.
 */
import { Rational } from "./rational.js";

/** The greatest whole number whose square is not above `value`, which is not negative (Newton's method, from above). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << (BigInt(value.toString(2).length + 1) / 2n);
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * The root of `value`, half up to a multiple of `step`, which is greater than 0; of a negative value the negative of the root of its
 * size.
 */
export function roundedRoot(value: Rational, step: Rational): Rational {
  // Half up: the root in half steps, cut, plus one, halved.
  const { numerator, denominator } = value.abs().div(step).div(step).mul(4);
  const size = Rational.of((wholeRoot(numerator / denominator) + 1n) / 2n).mul(step);
  return value.numerator < 0n ? size.neg() : size;
}
