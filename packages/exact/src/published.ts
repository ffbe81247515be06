/**
 * The one rule for numbers that are published: to the decimals that the rubric says; where it says none, to two. A number that ends
 * by itself and that nothing rounds (the score of an item without decimals, an amount of money) is published with all its digits.
 */
import { decimalsOf, decimalText, fixedText } from "./decimal-text.js";
import type { Rational } from "./rational.js";
import { rounded } from "./round.js";

/** Decimals of a published number where the rubric says none. */
export const PUBLISHED_DECIMALS = 2;

/**
 * A number as published: with `decimals`, all of them written; with null, the shortest text that is exact, rounded to two decimals
 * where the number repeats for ever.
 */
export function publishedNumberText(value: Rational, decimals: number | null): string {
  return decimals === null ? decimalText(value, PUBLISHED_DECIMALS) : fixedText(value, decimals);
}

/** The number that `publishedNumberText` writes. What reads a published result (a ranking, a rubric that uses it) reads this one. */
export function publishedNumber(value: Rational, decimals: number | null): Rational {
  if (decimals === null && decimalsOf(value) !== null) return value;
  return rounded(value, decimals ?? PUBLISHED_DECIMALS);
}
