/**
 * Exact numbers as a person reads them on a sheet. Points show at least two decimals and as many as they have; what repeats
 * for ever is cut at four and says so with ≈. The minus is U+2212. Nothing here is computed with.
 */
import type { Exact } from "@yardstick/language/program";
import { Fraction } from "fraction.js";

const MAX_DECIMALS = 8;
const CUT = 4;

/** How many decimals a number has; null where they never end. */
function decimalsOf(value: Fraction): number | null {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Digits of `|value|` with a fixed number of decimals, half up. */
function fixed(value: Fraction, decimals: number): string {
  const power = 10n ** BigInt(decimals);
  const scaled = (value.n * power * 2n + value.d) / (value.d * 2n);
  const digits = scaled.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function shown(exact: Exact, least: number, sign: "always" | "negative"): string {
  const value = new Fraction(exact);
  const decimals = decimalsOf(value);
  const isWhole = decimals !== null && decimals <= MAX_DECIMALS;
  const digits = fixed(value, isWhole ? Math.max(decimals, least) : Math.max(CUT, least));
  const front = value.compare(0) < 0 ? "−" : sign === "always" && value.compare(0) > 0 ? "+" : "";
  return `${isWhole ? "" : "≈"}${front}${digits}`;
}

/** `2.00`, `12.272`, `−0.50`. */
export function points(exact: Exact): string {
  return shown(exact, 2, "negative");
}

/** `+0.30`, `−0.10`, `0.00`. */
export function signedPoints(exact: Exact): string {
  return shown(exact, 2, "always");
}

/** Without a sign, for what was held back: `0.20`. */
export function size(exact: Exact): string {
  return shown(new Fraction(exact).abs().toFraction(), 2, "negative");
}

/** As short as it can be: `3`, `1.5`. */
export function plain(exact: Exact): string {
  return shown(exact, 0, "negative");
}

export function isZero(exact: Exact): boolean {
  return exact === "0";
}

export function isNegative(exact: Exact): boolean {
  return exact.startsWith("-");
}

/** Decimal text of a result with the minus that is shown: `-3.00` to `−3.00`. */
export function displayed(decimal: string): string {
  return decimal.replace(/^-/u, "−");
}
