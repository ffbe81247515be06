/**
 * Exact numbers as text on a score sheet. Points have at least two decimals and all that they need; periodic decimals are rounded to
 * four and marked with ≈. The minus is U+2212. The texts are not used for calculation.
 */
import { PUBLISHED_DECIMALS, rational, type RationalText, readableText, withMinusSign } from "@yardstick/exact";

/** `2.00`, `12.272`, `−0.50`. */
export function points(exact: RationalText): string {
  return withMinusSign(readableText(rational(exact), PUBLISHED_DECIMALS));
}

/** `+0.30`, `−0.10`, `0.00`. */
export function signedPoints(exact: RationalText): string {
  const value = rational(exact);
  const text = withMinusSign(readableText(value, PUBLISHED_DECIMALS));
  return value.compare(0) > 0 ? text.replace(/^≈?/u, "$&+") : text;
}

/** The absolute value, for points held back: `0.20`. */
export function size(exact: RationalText): string {
  return readableText(rational(exact).abs(), PUBLISHED_DECIMALS);
}

/** Without trailing zeros: `3`, `1.5`. */
export function plain(exact: RationalText): string {
  return withMinusSign(readableText(rational(exact)));
}

/** Whether an exact number is 0. */
export function isZero(exact: RationalText): boolean {
  return exact === "0";
}

/** Whether an exact number is negative. */
export function isNegative(exact: RationalText): boolean {
  return exact.startsWith("-");
}
