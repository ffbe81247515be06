/**
 * Exact arithmetic on the decimal and rational texts of results, for sums that a view shows next to them. No published
 * number passes through a binary float on its way to the screen.
 */

export interface Rational {
  readonly n: bigint;
  /** Denominator; always positive. */
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };

/** Parses `"12.5"`, `"-3"`, `"1/3"`. Any other text gives zero; results contain no other text. */
export function rational(text: string | null | undefined): Rational {
  const match = /^([+-]?\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(text ?? "");
  if (match === null) return zero;
  const [, whole = "0", fraction = "", divisor] = match;
  const d = 10n ** BigInt(fraction.length) * BigInt(divisor ?? "1");
  return d === 0n ? zero : { n: BigInt(whole + fraction), d };
}

export function add(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** Returns zero when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) return zero;
  const sign = b.n < 0n ? -1n : 1n;
  return { n: a.n * b.d * sign, d: a.d * b.n * sign };
}

export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A binary float, only for widths on the screen. */
export function approximate(a: Rational): number {
  return Number((a.n * 1_000_000n) / a.d) / 1_000_000;
}

/** Decimal text with exactly `decimals` places, rounded half away from zero. */
export function decimalText(a: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const magnitude = a.n < 0n ? -a.n : a.n;
  const rounded = (magnitude * scale * 2n + a.d) / (a.d * 2n);
  const digits = rounded.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = a.n < 0n && rounded !== 0n ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}
