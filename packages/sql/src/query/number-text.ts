/**
 * Numbers as they are published: decimals for people, or the exact fraction for programs.
 */
import { decimalsOfDenominator, PUBLISHED_DECIMALS } from "@yardstick/exact";
import { divisorOf, type NumberValue } from "../expression/value.js";
import type { Arithmetic, Whole } from "../expression/whole.js";
import { refuse } from "../refusals/refusals.js";

/** Decimals up to which a quotient that ends is written exactly. */
const EXACT_DECIMALS = 6;

/** `n`, or `n/d` where the divisor is not 1. */
export function fractionText(value: NumberValue, arithmetic: Arithmetic): string {
  const { varchar } = arithmetic.dialect;
  const text = (of: Whole) => `CAST(${of.text} AS ${varchar})`;
  const divisor = divisorOf(value, arithmetic);
  return divisor.literal === 1n ? text(value.top) : `${text(value.top)} || '/' || ${text(divisor)}`;
}

/** A decimal of so many decimals, rounded half up; null: exact where it ends, else rounded as results without decimals are. */
export function decimalColumn(value: NumberValue, decimals: number | null, arithmetic: Arithmetic): string {
  const { top, den, divisors } = value;
  const ends = divisors.length === 0 ? decimalsOfDenominator(den) : null;
  if (ends !== null && (decimals === null || ends <= decimals)) {
    const digits = decimals ?? ends;
    return decimal(arithmetic.by(top, 10n ** BigInt(digits) / den), digits, arithmetic);
  }
  const divisor = divisorOf(value, arithmetic);
  const places = decimals ?? PUBLISHED_DECIMALS;
  const rounded = arithmetic.rounded(arithmetic.by(top, 10n ** BigInt(places)), divisor);
  if (decimals !== null) return decimal(rounded, places, arithmetic);
  const scaled = arithmetic.by(top, 10n ** BigInt(EXACT_DECIMALS));
  const isExact = `${arithmetic.dialect.remainder(arithmetic.widened(scaled, divisor.most).text, divisor.text)} = 0`;
  const exact = arithmetic.divided(scaled, divisor);
  const padded = arithmetic.by(rounded, 10n ** BigInt(EXACT_DECIMALS - places));
  return decimal(arithmetic.choose(isExact, exact, padded), EXACT_DECIMALS, arithmetic);
}

function decimal(value: Whole, decimals: number, { dialect }: Arithmetic): string {
  const digits = Math.max(`${value.most}`.length, decimals + 1);
  if (digits > dialect.mostDigits) refuse("sql-too-wide", { field: null, engine: dialect.title });
  const whole = `CAST(${value.text} AS ${dialect.decimal(digits, 0)})`;
  return decimals === 0 ? whole : `${whole} * 0.${"0".repeat(decimals - 1)}1`;
}
