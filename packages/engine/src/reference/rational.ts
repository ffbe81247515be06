/**
 * Exact numbers: how they come in from text, how they are rounded and how they go out as decimal text.
 * Every number between a cell and a score is one of these; `/` does not round, and nothing passes through a binary float.
 */
import type { Exact } from "@yardstick/language/program";
import { Fraction } from "fraction.js";

export type Rational = Fraction;

export const ZERO: Rational = new Fraction(0);
export const ONE: Rational = new Fraction(1);

export function isRational(value: unknown): value is Rational {
  return value instanceof Fraction;
}

/** The same few numbers come in again and again, so they are read once; this many are kept. */
const REMEMBERED = 10_000;
const read = new Map<Exact, Rational>();

/** Reads an exact number as programs and columns hold it, `"-1/3"`. Throws a `SyntaxError` on any other text. */
export function rational(exact: Exact): Rational {
  const known = read.get(exact);
  if (known !== undefined) return known;
  const slash = exact.indexOf("/");
  const value =
    slash < 0
      ? new Fraction(BigInt(exact), 1n)
      : new Fraction(BigInt(exact.slice(0, slash)), BigInt(exact.slice(slash + 1)));
  if (read.size >= REMEMBERED) read.clear();
  read.set(exact, value);
  return value;
}

/** Plain decimal text, `-12.50`, as people write it; null where it is not that. */
export function rationalOfDecimal(text: string): Rational | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/u.exec(text);
  if (match === null) return null;
  const [, sign, digits = "", decimals = ""] = match;
  const value = new Fraction(BigInt(digits + decimals), 10n ** BigInt(decimals.length));
  return sign === "-" ? value.neg() : value;
}

export function whole(value: number | bigint): Rational {
  return new Fraction(BigInt(value), 1n);
}

/** In lowest terms: `"3"`, `"-1/3"`. */
export function exactText(value: Rational): Exact {
  return value.toFraction();
}

export function larger(a: Rational, b: Rational): Rational {
  return a.compare(b) < 0 ? b : a;
}

export function smaller(a: Rational, b: Rational): Rational {
  return a.compare(b) > 0 ? b : a;
}

/** `value` held between two ends; null is open. */
export function heldTo(value: Rational, min: Rational | null, max: Rational | null): Rational {
  const raised = min === null ? value : larger(value, min);
  return max === null ? raised : smaller(raised, max);
}

/** Toward zero, to a whole number. */
export function truncated(value: Rational): Rational {
  return new Fraction(value.s * (value.n / value.d), 1n);
}

/** Half up, away from zero, to a multiple of `step`: -0.005 becomes -0.01. `step` is greater than 0. */
export function roundedTo(value: Rational, step: Rational): Rational {
  const steps = value.div(step);
  return new Fraction(steps.s * ((2n * steps.n + steps.d) / (2n * steps.d)), 1n).mul(step);
}

/** Half up, away from zero. Negative `decimals` round to tens, hundreds and so on. */
export function rounded(value: Rational, decimals: number): Rational {
  const unit = 10n ** BigInt(Math.abs(decimals));
  return roundedTo(value, decimals < 0 ? new Fraction(unit, 1n) : new Fraction(1n, unit));
}

/** `base` to a whole exponent. The checker keeps exponents within reason, so a large one is a bug. Null: 0 to a negative one. */
export function power(base: Rational, exponent: Rational): Rational | null {
  if (exponent.d !== 1n || exponent.n > 1000n)
    throw new RangeError(`exponent ${exactText(exponent)} is not a whole number up to 1000`);
  const numerator = (base.s * base.n) ** exponent.n;
  const denominator = base.d ** exponent.n;
  if (exponent.s > 0n) return new Fraction(numerator, denominator);
  return numerator === 0n ? null : new Fraction(denominator, numerator);
}

/** How many decimals write the number exactly; null where it repeats for ever. */
function decimalsOf(value: Rational): number | null {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Rounded half up to so many decimals, all of them written: `97.80`, `0.00`, `-0.01`. */
export function fixedText(value: Rational, decimals: number): string {
  const units = rounded(value, decimals).mul(new Fraction(10n ** BigInt(decimals), 1n));
  const digits = units.n.toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units.s < 0n && units.n !== 0n ? `-${text}` : text;
}

/** The shortest decimal text that is exact; a repeating number is rounded half up to `decimalsIfRepeating`. */
export function decimalText(value: Rational, decimalsIfRepeating: number): string {
  if (value.d === 1n) return exactText(value);
  return fixedText(value, decimalsOf(value) ?? decimalsIfRepeating);
}
