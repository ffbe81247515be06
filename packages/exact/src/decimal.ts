/**
 * Decimals of a few digits, as nearly all numbers of a table are: an integer and a scale, read from text once and computed with as
 * integers below 2^53, for which binary floats are exact. The columnar evaluator takes them as they are.
 */
import { decimalsOf } from "./decimal-text.js";
import { Rational, type RationalText } from "./rational.js";

const POWERS: readonly bigint[] = Array.from({ length: 24 }, (_, exponent) => 10n ** BigInt(exponent));

/**
 * The number `units / 10 ** scale`; `units` is a safe integer and `scale` not negative. There is one `Decimal` of each number: units
 * of a scale above 0 do not end in 0, and there is no -0. Prints, and is written in JSON, as `RationalText`.
 */
export class Decimal {
  constructor(
    readonly units: number,
    readonly scale: number,
  ) {}

  /** The same number. */
  toRational(): Rational {
    return Rational.of(this.units, POWERS[this.scale] ?? 10n ** BigInt(this.scale));
  }

  /** In lowest terms: `"3"`, `"-25/2"`. */
  toString(): RationalText {
    if (this.scale === 0) return String(this.units);
    let numerator = this.units;
    let denominator = 1;
    let twos = this.scale;
    for (; twos > 0 && numerator % 2 === 0; twos--) numerator /= 2;
    let fives = this.scale;
    for (; fives > 0 && numerator % 5 === 0; fives--) numerator /= 5;
    for (; twos > 0; twos--) denominator *= 2;
    for (; fives > 0; fives--) denominator *= 5;
    return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
  }

  /** As `toString`, so that a dataset is the same JSON whichever way its numbers are held. */
  toJSON(): RationalText {
    return this.toString();
  }

  /** Whether both are the same number. */
  equals({ units, scale }: Decimal): boolean {
    return this.units === units && this.scale === scale;
  }
}

const MAX_DIGITS = 15;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/**
 * Reads the first `end` characters of `text`, plain decimal text of at most 15 digits, times `10 ** shift`; null where they are anything
 * else, or the number does not fit.
 */
export function scanDecimal(text: string, end: number, shift: number): Decimal | null {
  let at = text.charCodeAt(0) === MINUS ? 1 : 0;
  const isNegative = at === 1;
  if (at === end || end - at > MAX_DIGITS) return null;
  let units = 0;
  let point = -1;
  const first = at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT) {
      if (point >= 0 || at === first || at === end - 1) return null;
      point = at;
    } else if (code < ZERO || code > ZERO + 9) {
      return null;
    } else {
      units = units * 10 + (code - ZERO);
    }
  }
  return reduced(isNegative ? -units : units, (point < 0 ? 0 : end - 1 - point) - shift);
}

/** The number as a `Decimal`; null where it repeats for ever or has too many digits. */
export function decimalOfRational(value: Rational): Decimal | null {
  const scale = decimalsOf(value);
  if (scale === null || scale > MAX_DIGITS) return null;
  const units = (value.numerator * (POWERS[scale] ?? 1n)) / value.denominator;
  return Number.isSafeInteger(Number(units)) ? new Decimal(Number(units), scale) : null;
}

function reduced(units: number, scale: number): Decimal | null {
  let [n, s] = [units, scale];
  for (; s < 0; s++) n *= 10;
  if (!Number.isSafeInteger(n)) return null;
  for (; s > 0 && n % 10 === 0; s--) {
    n /= 10;
    if (n === 0) return new Decimal(0, 0);
  }
  return new Decimal(n === 0 ? 0 : n, s);
}
