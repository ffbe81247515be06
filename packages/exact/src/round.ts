/**
 * Rounding. There is one rule: half up, away from zero, so that -0.005 becomes -0.01 as 0.005 becomes 0.01.
 */
import { powerOfTen, Rational } from "./rational.js";

/** `numerator / denominator` as the nearest whole number; `denominator` is greater than 0. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const half = numerator < 0n ? -denominator : denominator;
  return (2n * numerator + half) / (2n * denominator);
}

/** The whole part, cut toward zero. */
export function truncated(value: Rational): Rational {
  return value.isWhole() ? value : Rational.of(value.numerator / value.denominator);
}

/** Half up, away from zero, to a multiple of `step`, which is greater than 0. */
export function roundedTo(value: Rational, step: Rational): Rational {
  const { numerator, denominator } = value.div(step);
  return Rational.of(nearest(numerator, denominator)).mul(step);
}

/** The nearest whole number of units, of which `10 ** decimals` make one: 1.005 in hundredths is 101. `decimals` is not negative. */
export function roundedUnits(value: Rational, decimals: number): bigint {
  return nearest(value.numerator * 10n ** BigInt(decimals), value.denominator);
}

/** Half up, away from zero, to so many decimals. Negative `decimals` round to tens, hundreds and so on. */
export function rounded(value: Rational, decimals: number): Rational {
  if (decimals < 0) return roundedTo(value, powerOfTen(-decimals));
  return value.isWhole() ? value : Rational.of(roundedUnits(value, decimals), 10n ** BigInt(decimals));
}
