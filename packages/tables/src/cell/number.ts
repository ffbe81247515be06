/**
 * Reads numbers and counts: `1,234`, `１２．５`, `￥9,876.00`, `3万`, `12 件`; in JSON also `1.2e3`. Gives an exact rational in the base
 * unit, computed from the digits. A dash, a slash, 无 or 三次 is not a number, and in particular not zero.
 */
import {
  decimal,
  Decimal,
  decimalOfRational,
  parseScientific,
  type Rational,
  rational,
  type RationalText,
  rationalText,
  scanDecimal,
  ZERO,
} from "@yardstick/exact";
import type { FieldType, Unit } from "@yardstick/language/program";
import type { TimeCell } from "../raw-table.js";
import type { CellNote, CellReader, CellReading } from "./written.js";
import { shiftOf, surelyWithin } from "./quick-check.js";
import { foldWidth } from "./written.js";
import { looksLikeTime, secondsOfUnit, spanOf } from "./duration.js";
import { isPlainYuan, scaleOfWritten, shownBound } from "./unit.js";

/** The type of a number field. */
export type NumberType = Extract<FieldType, { readonly kind: "number" }>;

/** Longer than any genuine number; bounds the cost of a hostile cell. */
const MAX_DIGITS = 200;

const SIGN = /^[+-]?/u;
const DIGITS = /^(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![\d,.])/u;

/** The number at the front of a folded text, and the rest of the text. */
export interface Digits {
  readonly value: Rational;
  readonly currency: boolean;
  readonly rest: string;
}

/** Reads sign, currency sign and digits at the front of a folded text; null where it does not begin with a number. */
export function digitsAtFront(text: string): Digits | null {
  let rest = text;
  let negative = false;
  let currency = false;
  // The sign may precede or follow the currency sign: `-¥5`, `¥-5`.
  const sign = SIGN.exec(rest)?.[0] ?? "";
  rest = rest.slice(sign.length);
  negative = sign === "-";
  if (rest.startsWith("¥")) {
    currency = true;
    rest = rest.slice(1).trimStart();
    const inner = sign === "" ? (SIGN.exec(rest)?.[0] ?? "") : "";
    rest = rest.slice(inner.length);
    negative ||= inner === "-";
  }
  const digits = DIGITS.exec(rest)?.[0];
  if (digits === undefined || digits.length > MAX_DIGITS) return null;
  const value = decimal(digits.replaceAll(",", "").replace(/^\./u, "0."));
  return { value: negative ? value.neg() : value, currency, rest: rest.slice(digits.length).trimStart() };
}

/** The exact value of a JSON number; null where its exponent is unreasonably large. */
export function exactOfToken(token: string): Rational | null {
  return parseScientific(token, MAX_DIGITS);
}

const NOTHING = new Decimal(0, 0);

/** Creates the check of a number against form and range; a count must be whole and not negative. */
export function rangeCheck(type: NumberType, unit: Unit | null): (value: Rational) => CellReading {
  const percent = type.form === "percent";
  const min = type.min === null ? null : rational(type.min);
  const max = type.max === null ? null : rational(type.max);
  const lowest = type.form === "count" && (min === null || min.compare(0) < 0) ? ZERO : min;
  const outside: CellReading = {
    reason: "out-of-range",
    expected: [shownBound(lowest, unit, percent), shownBound(max, unit, percent)],
  };
  const notWhole: CellReading = { reason: "not-whole", expected: unit === null ? [] : [unit.name] };
  return (value) => {
    if (type.orZero === true && value.equals(0)) return { cell: NOTHING };
    if (lowest !== null && value.compare(lowest) < 0) return outside;
    if (max !== null && value.compare(max) > 0) return outside;
    if (type.form === "count" && !value.isWhole()) return notWhole;
    return { cell: decimalOfRational(value) ?? rationalText(value) };
  };
}

/** Creates a fast check whether a plain number is certainly valid; any other is checked exactly. */
export function plainCheck(type: NumberType): (value: Decimal) => boolean {
  const isWithin = surelyWithin(type.min, type.max);
  const isBounded = type.min !== null || type.max !== null;
  const isCount = type.form === "count";
  return (value) => (!isCount || (value.scale === 0 && value.units >= 0)) && (!isBounded || isWithin(value));
}

/**
 * The problem of a date or time in a number column. Where the field measures time, `expected` is its unit, and the message shows how to
 * write a duration; otherwise it shows how to declare one.
 */
export function isATime({ unit }: NumberType): CellReading {
  return { reason: "is-a-time", expected: unit === null || secondsOfUnit(unit) === null ? [] : [unit.name] };
}

const MINUTE = 60;
const HOURS_OF_DAY = 24;

/** Creates the reader of durations; it gives null where the text is no duration or the field does not measure time. */
function spanReader(type: NumberType): (folded: string) => CellReading | null {
  const perUnit = secondsOfUnit(type.unit);
  const check = rangeCheck(type, type.unit);
  if (perUnit === null) return () => null;
  return (folded) => {
    const span = folded.length > MAX_DIGITS ? null : spanOf(folded);
    if (span === null) return null;
    const value = span.seconds.div(perUnit);
    if (!span.isTwoParts) return check(value);
    // 25:30, or 3:25 in a column of seconds, is as likely minutes and seconds.
    if (perUnit.compare(MINUTE) < 0 || span.seconds.compare(HOURS_OF_DAY * 3600) >= 0) {
      return { reason: "unclear-time", expected: [] };
    }
    return noted(check(value), { reason: "read-as-duration", used: shownBound(value, type.unit, false) });
  };
}

const noted = (reading: CellReading, note: CellNote): CellReading =>
  "cell" in reading ? { ...reading, note } : reading;

/** Creates the reader of the times of a sheet, for fields that measure time. */
export function timeReader(type: NumberType): (time: TimeCell) => CellReading {
  const perUnit = secondsOfUnit(type.unit);
  const check = rangeCheck(type, type.unit);
  return ({ seconds, kept, isRounded, isClock }) => {
    if (perUnit === null || type.form === "percent") return isATime(type);
    if (seconds === null) return { reason: "shown-otherwise", expected: [kept] };
    const value = decimal(seconds).div(perUnit);
    if (isRounded) return noted(check(value), { reason: "digits-not-shown", used: kept });
    const used = shownBound(value, type.unit, false);
    return isClock ? noted(check(value), { reason: "read-as-duration", used }) : check(value);
  };
}

/** Creates the reader of a number field. `columnScale` is the factor of the unit in the header; null where it has none. */
export function numberReader(type: NumberType, columnScale: RationalText | null): CellReader {
  const { unit } = type;
  const check = rangeCheck(type, unit);
  const scale = rational(columnScale ?? unit?.scale ?? "1");
  const isUnscaled = scale.equals(1);
  const shift = shiftOf(columnScale ?? unit?.scale ?? "1");
  const isPlainlyRight = plainCheck(type);
  const notANumber: CellReading = { reason: "not-a-number", expected: unit === null ? [] : [unit.name] };
  const readSpan = spanReader(type);
  const otherwise = (folded: string): CellReading =>
    readSpan(folded) ?? (looksLikeTime(folded) ? isATime(type) : notANumber);

  return (written) => {
    if (typeof written === "boolean") return notANumber;
    if (typeof written !== "string") {
      const { token } = written;
      const plain = shift === null ? null : scanDecimal(token, token.length, shift);
      if (plain !== null && isPlainlyRight(plain)) return { cell: plain };
      const value = exactOfToken(token);
      return value === null ? notANumber : check(value.mul(scale));
    }
    const plain = shift === null ? null : scanDecimal(written, written.length, shift);
    if (plain !== null && isPlainlyRight(plain)) return { cell: plain };
    const folded = foldWidth(written);
    const digits = digitsAtFront(folded);
    if (digits === null) return otherwise(folded);
    // In a column of 万元 it is unclear whether `￥3` is three yuan or thirty thousand.
    if (digits.currency && (!isPlainYuan(unit) || !isUnscaled)) return notANumber;
    if (digits.rest === "") return check(digits.value.mul(scale));
    const ownScale = scaleOfWritten(digits.rest, unit);
    return ownScale === null ? otherwise(folded) : check(digits.value.mul(rational(ownScale)));
  };
}
