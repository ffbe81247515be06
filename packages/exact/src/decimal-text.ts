/**
 * Decimal text: how people and files write numbers, parsed and printed. Nothing passes through a binary float.
 */
import { powerOfTen, Rational, rational, rationalText, ZERO } from "./rational.js";
import { rounded, roundedUnits } from "./round.js";

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/u;

/**
 * Reads plain decimal text, `12`, `-12.50`, `+0.5`; null for anything else: no exponent, no separators, no blanks, a digit on both
 * sides of the point.
 */
export function parseDecimal(text: string): Rational | null {
  const match = PLAIN.exec(text);
  if (match === null) return null;
  const [, sign, digits = "", decimals = ""] = match;
  const units = BigInt(digits + decimals);
  return Rational.of(sign === "-" ? -units : units, 10n ** BigInt(decimals.length));
}

const SCIENTIFIC = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/u;

/**
 * Reads a number as files of programs write it: as `parseDecimal` does, also with an exponent, `1.2e-3`, and without digits on one
 * side of the point, `.5`. Null for anything else, and where the digits or the zeros of the exponent are more than `maxDigits`.
 */
export function parseScientific(text: string, maxDigits: number): Rational | null {
  const match = SCIENTIFIC.exec(text);
  if (match === null) return null;
  const [, sign, whole = "", fraction = "", exponentText = "0"] = match;
  const digits = whole + fraction;
  const exponent = Number.parseInt(exponentText, 10);
  if (digits === "" || digits.length > maxDigits || Math.abs(fraction.length - exponent) > maxDigits) return null;
  const units = BigInt(sign === "-" ? `-${digits}` : digits);
  return Rational.of(units).mul(powerOfTen(exponent - fraction.length));
}

/** As `parseDecimal`, for text that is known to be decimal: a literal of a rubric, a published score. Throws a `SyntaxError` for any other. */
export function decimal(text: string): Rational {
  const value = parseDecimal(text);
  if (value === null) throw new SyntaxError(`${JSON.stringify(text)} is not a decimal number`);
  return value;
}

/** Reads a number in either form, decimal `-12.5` or rational `-25/2`; null for anything else. */
export function parseNumber(text: string): Rational | null {
  if (!text.includes("/")) return parseDecimal(text);
  return /^-?\d+\/0*[1-9]\d*$/u.test(text) ? rational(text) : null;
}

/**
 * How many decimals write all numbers of this denominator exactly: 0 of 1, 2 of 4, 1 of 5; null where they repeat for ever, as thirds
 * do.
 */
export function decimalsOfDenominator(denominator: bigint): number | null {
  let rest = denominator;
  let [tens, twos, fives] = [0, 0, 0];
  for (; rest % 10n === 0n && rest !== 0n; rest /= 10n) tens += 1;
  for (; rest % 2n === 0n && rest !== 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n && rest !== 0n; rest /= 5n) fives += 1;
  return rest === 1n ? tens + Math.max(twos, fives) : null;
}

/** How many decimals write the number exactly; null where it repeats for ever. */
export function decimalsOf(value: Rational): number | null {
  return decimalsOfDenominator(value.denominator);
}

/** `units / 10 ** decimals` with all its decimals written: `unitsText(-5n, 2)` is `-0.05`. There is no `-0`. */
export function unitsText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units < 0n ? `-${text}` : text;
}

/** Rounded half up, away from zero, to so many decimals (not negative), all of them written: `97.80`, `0.00`, `-0.01`. */
export function fixedText(value: Rational, decimals: number): string {
  return unitsText(roundedUnits(value, decimals), decimals);
}

/** The shortest decimal text that is exact; a number that repeats for ever is rounded to `decimalsIfRepeating`, all of them written. */
export function decimalText(value: Rational, decimalsIfRepeating: number): string {
  return fixedText(value, decimalsOf(value) ?? decimalsIfRepeating);
}

/** A number with more decimals is easier to read as a quotient. */
const MAX_DECIMALS = 20;

/** The shortest decimal text that is exact; a number that does not end within twenty decimals stays a quotient: `0.25`, `1/3`. */
export function decimalOrQuotient(value: Rational): string {
  const decimals = decimalsOf(value);
  return decimals === null || decimals > MAX_DECIMALS ? rationalText(value) : fixedText(value, decimals);
}

/** As a percentage, exact: `25%`, `100/3%`. */
export function percentText(value: Rational): string {
  return `${decimalOrQuotient(value.mul(100))}%`;
}

/** Rounded to at most so many decimals, without zeros at the end: `20`, `21.5`, `33.3`. */
export function shortText(value: Rational, maxDecimals: number): string {
  return decimalText(rounded(value, maxDecimals), maxDecimals);
}

/** Beyond so many decimals a reader no longer compares digits. */
const MAX_READABLE = 8;
/** Decimals of a number that is not shown whole. */
const CUT = 4;

/**
 * For reading: all decimals where there are at most eight, otherwise `≈` and four of them; never fewer than `minDecimals`. `2.00`,
 * `12.272`, `≈0.3333`, `≈-0.3333`.
 */
export function readableText(value: Rational, minDecimals = 0): string {
  const decimals = decimalsOf(value);
  const isWhole = decimals !== null && decimals <= MAX_READABLE;
  const text = fixedText(value, Math.max(isWhole ? decimals : CUT, minDecimals));
  return isWhole ? text : `≈${text}`;
}

/** Decimal text as it is shown: with the minus U+2212 in place of the hyphen, which other programs read. `≈` may stand before it. */
export function withMinusSign(text: string): string {
  return text.includes("-") ? text.replace(/^(≈?)-/u, "$1−") : text;
}

/** Reads a number in either form, decimal or rational; 0 for any other text and where there is none. For views alone. */
export function numberOrZero(text: string | null | undefined): Rational {
  return parseNumber(text ?? "") ?? ZERO;
}
