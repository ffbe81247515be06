/**
 * A fast check of plain numbers, the most frequent cells, against the bounds of their field; numbers that it does not decide are
 * checked exactly.
 */
import type { Decimal, RationalText } from "@yardstick/exact";

/** The power of ten of a factor: 4 for 10000, -2 for 1/100; null where the factor is not a power of ten. */
export function shiftOf(scale: RationalText): number | null {
  const match = /^(1\/)?1(0{0,8})$/u.exec(scale);
  if (match === null) return null;
  const zeros = match[2]?.length ?? 0;
  return match[1] === undefined ? zeros : -zeros;
}

/**
 * Creates a check whether a number is certainly within `min .. max`. It returns false near a bound, where float division may be wrong.
 * Bounds are exact text; null is unbounded.
 */
export function surelyWithin(min: RationalText | null, max: RationalText | null): (value: Decimal) => boolean {
  const approximate = (exact: RationalText) => {
    const [numerator = "", denominator = "1"] = exact.split("/");
    return Number(numerator) / Number(denominator);
  };
  const lowest = min === null ? -Infinity : approximate(min);
  const highest = max === null ? Infinity : approximate(max);
  const isSure = (distance: number, bound: number) => distance > 1e-9 * Math.max(1, Math.abs(bound));
  return ({ units, scale }) => {
    const value = scale === 0 ? units : units / 10 ** scale;
    return (
      (lowest === -Infinity || isSure(value - lowest, lowest)) &&
      (highest === Infinity || isSure(highest - value, highest))
    );
  };
}
