/**
 * For views, where a number that is absent takes no room. Nothing is scored, published or saved with these.
 */
import { parseNumber } from "./decimal-text.js";
import { type Rational, ZERO } from "./rational.js";

/** Reads a number in either form, decimal or rational; 0 for any other text and where there is none. */
export function numberOrZero(text: string | null | undefined): Rational {
  return parseNumber(text ?? "") ?? ZERO;
}

/** `part / whole`; 0 where the whole is 0. */
export function shareOrZero(part: Rational, whole: Rational): Rational {
  return whole.equals(0) ? ZERO : part.div(whole);
}
