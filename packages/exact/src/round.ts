/**
 * Rounding. Where nothing is said it is half up, away from zero, so that -0.005 becomes -0.01 as 0.005 becomes 0.01; a rubric may ask
 * for another mode by name.
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

/**
 * `down` is toward zero, `up` away from it, `floor` to the lower neighbour, `ceiling` to the greater one; `half-up` takes the nearest, of
 * two that are equally near the one away from zero, `half-even` the even one.
 */
export type RoundingMode = "half-up" | "half-even" | "down" | "up" | "floor" | "ceiling";

/** To a multiple of `step`, which is greater than 0, by a mode. */
export function roundedBy(mode: RoundingMode, value: Rational, step: Rational): Rational {
  const steps = value.div(step);
  const whole = truncated(steps);
  if (steps.equals(whole)) return value;
  if (mode === "down") return whole.mul(step);
  if (mode === "floor") return steps.floor().mul(step);
  if (mode === "ceiling") return steps.ceil().mul(step);
  const beyond = Rational.of(steps.numerator < 0n ? -1n : 1n);
  if (mode === "up") return whole.add(beyond).mul(step);
  const isHalf = steps.sub(whole).abs().mul(2).equals(1);
  if (mode === "half-even" && isHalf && whole.numerator % 2n === 0n) return whole.mul(step);
  return roundedTo(value, step);
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
