/**
 * Exact numbers as text on a score sheet. Points have at least two decimals and all that they need; periodic decimals are rounded to
 * four and marked with ≈. The minus is U+2212. The texts are not used for calculation.
 */
import { PUBLISHED_DECIMALS, rational, type RationalText, readableText, withMinusSign } from "@yardstick/exact";

/** Sheets of many subjects show the same figures; so many different ones are remembered by each function. */
const MOST_KNOWN = 4096;

function remembered(write: (exact: RationalText) => string): (exact: RationalText) => string {
  const known = new Map<RationalText, string>();
  return (exact) => {
    const found = known.get(exact);
    if (found !== undefined) return found;
    const text = write(exact);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(exact, text);
    return text;
  };
}

/** `2.00`, `12.272`, `−0.50`. */
export const points: (exact: RationalText) => string = remembered((exact) =>
  withMinusSign(readableText(rational(exact), PUBLISHED_DECIMALS)),
);

/** `+0.30`, `−0.10`, `0.00`. */
export const signedPoints: (exact: RationalText) => string = remembered((exact) =>
  isNegative(exact) || isZero(exact) ? points(exact) : points(exact).replace(/^≈?/u, "$&+"),
);

/** The absolute value, for points held back: `0.20`. */
export const size: (exact: RationalText) => string = remembered((exact) =>
  readableText(rational(exact).abs(), PUBLISHED_DECIMALS),
);

/** Without trailing zeros: `3`, `1.5`. */
export const plain: (exact: RationalText) => string = remembered((exact) =>
  withMinusSign(readableText(rational(exact))),
);

/** Whether an exact number is 0. */
export function isZero(exact: RationalText): boolean {
  return exact === "0";
}

/** Whether an exact number is negative. */
export function isNegative(exact: RationalText): boolean {
  return exact.startsWith("-");
}
