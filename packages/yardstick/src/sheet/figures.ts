/**
 * Exact numbers as a person reads them on a sheet. Points show at least two decimals and as many as they have; what repeats
 * for ever is cut at four and says so with ≈. The minus is U+2212. Nothing here is computed with.
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

/** Without a sign, for what was held back: `0.20`. */
export function size(exact: RationalText): string {
  return readableText(rational(exact).abs(), PUBLISHED_DECIMALS);
}

/** As short as it can be: `3`, `1.5`. */
export function plain(exact: RationalText): string {
  return withMinusSign(readableText(rational(exact)));
}

export function isZero(exact: RationalText): boolean {
  return exact === "0";
}

export function isNegative(exact: RationalText): boolean {
  return exact.startsWith("-");
}
