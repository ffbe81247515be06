/**
 * Fractions of BigInt and their decimal text, for the independent evaluator alone. Written without the package `exact`, so that an error
 * in one is not shared by the other. Always in lowest terms with a positive denominator.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));

/** The fraction `n / d`; `d` is not 0. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError("a fraction over 0");
  const by = divisor(n, d) * (d < 0n ? -1n : 1n);
  return by === 1n ? { n, d } : { n: n / by, d: d / by };
}

export const zero = fraction(0n);
export const one = fraction(1n);

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const negated = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
export const absolute = (a: Fraction): Fraction => (a.n < 0n ? negated(a) : a);
export const whole = (n: number): Fraction => fraction(BigInt(n));

/** Negative, 0 or positive, as `a` is less than, equal to or greater than `b`. */
export function order(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const least = (a: Fraction, b: Fraction): Fraction => (order(a, b) <= 0 ? a : b);
export const greatest = (a: Fraction, b: Fraction): Fraction => (order(a, b) >= 0 ? a : b);
export const sumOf = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero);

/** The ways of rounding to a whole number that the language has. */
export type Rounding = "half-up" | "down" | "up" | "half-even" | "floor" | "ceiling";

/** The nearest multiple of `step`, in the given way. */
export function rounded(a: Fraction, step: Fraction, way: Rounding = "half-up"): Fraction {
  if (way === "floor" || way === "ceiling") {
    return rounded(a, step, (way === "floor") === a.n < 0n ? "up" : "down");
  }
  const { n, d } = over(absolute(a), step);
  const floor = n / d;
  const twice = (n % d) * 2n;
  const up =
    way === "up"
      ? n % d > 0n
      : way === "down"
        ? false
        : twice > d || (twice === d && (way === "half-up" || floor % 2n === 1n));
  const size = times(fraction(floor + (up ? 1n : 0n)), step);
  return a.n < 0n ? negated(size) : size;
}

/** `10^-decimals`. */
export const unitOf = (decimals: number): Fraction => fraction(1n, 10n ** BigInt(decimals));

/** The greatest whole number not above `a` in size: toward 0. */
export const wholeTowardZero = (a: Fraction): Fraction => fraction(a.n / a.d);

/** The fraction that a plain decimal denotes; null for any other text. */
export function fractionOf(text: string): Fraction | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/u.exec(text);
  if (match === null) return null;
  const [, sign, digits = "", decimals = ""] = match;
  const size = fraction(BigInt(digits + decimals), 10n ** BigInt(decimals.length));
  return sign === "-" ? negated(size) : size;
}

/** With exactly so many decimals, rounded half away from 0. */
export function fixed(a: Fraction, decimals: number): string {
  const { n } = times(rounded(a, unitOf(decimals)), fraction(10n ** BigInt(decimals)));
  const digits = (n < 0n ? -n : n).toString().padStart(decimals + 1, "0");
  const at = digits.length - decimals;
  return `${n < 0n ? "-" : ""}${digits.slice(0, at)}${decimals === 0 ? "" : `.${digits.slice(at)}`}`;
}

/** The shortest decimal; a recurring one is rounded to so many decimals. */
export function shortest(a: Fraction, ofRecurring = 2): string {
  let [decimals, rest] = [0, a.d];
  for (const prime of [2n, 5n]) {
    let count = 0;
    for (; rest % prime === 0n; rest /= prime) count += 1;
    decimals = Math.max(decimals, count);
  }
  return fixed(a, rest === 1n ? decimals : ofRecurring);
}
