/**
 * Numbers as a section of a number format shows them, computed exactly: placeholders, thousands, percentages, scaled and scientific
 * numbers, fractions, and literals.
 */
import {
  decimalText,
  fixedText,
  percentText,
  powerOfTen,
  type Rational,
  rounded,
  truncated,
  ZERO,
} from "@yardstick/exact";
import { digitwise, inChinese } from "./chinese-numerals.js";
import type { Piece, Section } from "./format-code.js";

/** The absolute value of a number as a section shows it. */
export interface ShownNumber {
  readonly text: string;
  /** Literals before the first digit and after the last. */
  readonly before: string;
  readonly behind: string;
  /** The number with all stored digits, with a percent sign where the section has one; null where the section shows a different number. */
  readonly exact: string | null;
  /** Whether stored digits are not shown. */
  readonly isRounded: boolean;
}

const isDigit = (piece: Piece | undefined): boolean => piece?.kind === "digit";

const isOfNumber = (piece: Piece): boolean => isDigit(piece) || piece.kind === "point" || piece.kind === "percent";

/** Index of the last matching piece; -1 where there is none. */
function lastIndex(pieces: readonly Piece[], is: (piece: Piece) => boolean): number {
  return pieces.reduce((last, piece, at) => (is(piece) ? at : last), -1);
}

const fillOf = (piece: Piece): string =>
  piece.kind === "digit" && piece.text === "0" ? "0" : piece.kind === "digit" && piece.text === "?" ? " " : "";

/** Whole digits without leading zeros; empty for 0. `value` is not negative. */
const wholeOf = (value: Rational): string => truncated(value).toString().replace(/^0$/u, "");

/** The given number of decimal digits. */
const fractionOf = (value: Rational, decimals: number): string =>
  decimals === 0 ? "" : fixedText(value, decimals).slice(-decimals);

/** A number with finite decimals, with all its digits. */
const digitsOf = (value: Rational): string => decimalText(value, 0);

/** The power of ten of the first nonzero digit; 0 for 0. `value` is not negative. */
function magnitudeOf(value: Rational): number {
  if (value.equals(0)) return 0;
  const [whole = "", fraction = ""] = digitsOf(value).split(".");
  return whole === "0" ? -1 - fraction.search(/[1-9]/u) : whole.length - 1;
}

/** The text of each placeholder of the whole part, filled from the right; the first takes all remaining digits. */
function wholeTexts(placeholders: readonly Piece[], digits: string, isGrouped: boolean): readonly string[] {
  const count = placeholders.length;
  return placeholders.map((piece, at) => {
    const fromRight = count - 1 - at;
    const own = digits[digits.length - 1 - fromRight] ?? fillOf(piece);
    const left = at === 0 && digits.length > count ? digits.slice(0, digits.length - count) + own : own;
    if (!isGrouped) return left;
    const firstZero = placeholders.findIndex((each) => fillOf(each) === "0");
    const length = Math.max(digits.length, firstZero < 0 ? 0 : count - firstZero);
    return [...left]
      .map((digit, index) => {
        const position = fromRight + left.length - 1 - index;
        const isFirst = position >= length - 1 || digit === " ";
        return position % 3 === 2 && !isFirst ? `,${digit}` : digit;
      })
      .join("");
  });
}

/** The text of each placeholder after the point; trailing zeros for `#` and `?` are omitted. */
function fractionTexts(placeholders: readonly Piece[], fraction: string): readonly string[] {
  const last = fraction.replace(/0+$/u, "").length - 1;
  return placeholders.map((piece, at) => (at <= last ? (fraction[at] ?? "0") : fillOf(piece)));
}

function plainNumber(pieces: readonly Piece[], value: Rational): ShownNumber {
  const first = pieces.findIndex(isOfNumber);
  const last = lastIndex(pieces, isOfNumber);
  const point = pieces.findIndex(({ kind }) => kind === "point");
  const end = point < 0 ? pieces.length : point;
  const whole = pieces.slice(0, end).filter(isDigit);
  const behindPoint = pieces.slice(end).filter(isDigit);
  const percents = pieces.filter(({ kind }) => kind === "percent").length;
  let scaling = 0;
  let isGrouped = false;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== "comma") continue;
    const isWithin = pieces.slice(at + 1, end).some(isDigit);
    if (isWithin && at < end && pieces.slice(0, at).some(isDigit)) isGrouped = true;
    else if (!isWithin && pieces.slice(0, at).some(isDigit)) scaling++;
  }
  const scaled = value.mul(powerOfTen(2 * percents - 3 * scaling));
  const shown = rounded(scaled, behindPoint.length);
  const wholes = wholeTexts(whole, wholeOf(shown), isGrouped);
  const fractions = fractionTexts(behindPoint, fractionOf(shown, behindPoint.length));
  let wholeAt = 0;
  let fractionAt = 0;
  const texts = pieces.map((piece, at): string => {
    switch (piece.kind) {
      case "digit":
        return (at < end ? wholes[wholeAt++] : fractions[fractionAt++]) ?? "";
      case "point":
        return at === point ? `${whole.length === 0 ? wholeOf(shown) : ""}.` : ".";
      case "percent":
        return "%";
      case "literal":
        return piece.text;
      case "slash":
        return "/";
      default:
        return "";
    }
  });
  const between = pieces.slice(first, last + 1);
  const isInterrupted = between.some(
    (piece) => (piece.kind === "literal" && piece.text.trim() !== "") || piece.kind === "slash",
  );
  const isOther = isInterrupted || scaling > 0 || percents > 1;
  return {
    text: texts.join(""),
    before: literalsOf(pieces.slice(0, first)),
    behind: literalsOf(pieces.slice(last + 1)),
    exact: isOther ? null : percents === 1 ? percentText(value) : digitsOf(value),
    isRounded: !scaled.equals(shown),
  };
}

function literalsOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "literal" ? piece.text : piece.kind === "slash" ? "/" : ""))
    .join("")
    .trim();
}

/** `0.00E+00`, and `##0.0E+0`, whose exponent is a multiple of the number of digits before the point. */
function scientificNumber(pieces: readonly Piece[], value: Rational): ShownNumber {
  const at = pieces.findIndex(({ kind }) => kind === "exponent");
  const mantissa = pieces.slice(0, at);
  const rest = pieces.slice(at + 1);
  const lastDigit = lastIndex(rest, isDigit);
  const point = mantissa.findIndex(({ kind }) => kind === "point");
  const steps = mantissa.slice(0, point < 0 ? mantissa.length : point).filter(isDigit).length || 1;
  const decimals = point < 0 ? 0 : mantissa.slice(point).filter(isDigit).length;
  let exponent = Math.floor(magnitudeOf(value) / steps) * steps;
  let shown = rounded(value.mul(powerOfTen(-exponent)), decimals);
  if (wholeOf(shown).length > steps) {
    exponent += steps;
    shown = rounded(value.mul(powerOfTen(-exponent)), decimals);
  }
  const front = plainNumber(mantissa, shown);
  const sign = pieces[at];
  const plus = sign?.kind === "exponent" && sign.text.endsWith("+") ? "+" : "";
  const digits = String(Math.abs(exponent)).padStart(rest.filter(isDigit).length, "0");
  const behind = literalsOf(rest.slice(lastDigit + 1));
  return {
    text: `${front.text}E${exponent < 0 ? "-" : plus}${digits}${behind}`,
    before: front.before,
    behind,
    exact: digitsOf(value),
    isRounded: !shown.equals(value.mul(powerOfTen(-exponent))),
  };
}

const MAX_DENOMINATOR = 999n;

/** A fraction as shown, not necessarily in lowest terms: `8/16`. */
interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction nearest to `value` whose denominator is at most `most`, or exactly `fixed`. */
function nearestRatio({ numerator, denominator }: Rational, most: bigint, fixed: bigint | null): Ratio {
  const roundTo = (q: bigint) => (numerator * q * 2n + denominator) / (denominator * 2n);
  if (fixed !== null) return { numerator: roundTo(fixed), denominator: fixed };
  let best: Ratio = { numerator: roundTo(1n), denominator: 1n };
  const distance = ({ numerator: p, denominator: q }: Ratio) => {
    const cross = numerator * q - p * denominator;
    return cross < 0n ? -cross : cross;
  };
  for (let q = 2n; q <= most; q++) {
    const other = { numerator: roundTo(q), denominator: q };
    if (distance(other) * best.denominator < distance(best) * q) best = other;
  }
  return best;
}

/** A number as a fraction: `# ?/?`, `# ??/16`. */
function fractionNumber(pieces: readonly Piece[], value: Rational): ShownNumber {
  const slash = pieces.findIndex(({ kind }) => kind === "slash");
  let numeratorAt = slash;
  while (isDigit(pieces[numeratorAt - 1])) numeratorAt--;
  const hasWhole = pieces.slice(0, numeratorAt).some(isDigit);
  let denominatorEnd = slash + 1;
  while (isDigit(pieces[denominatorEnd])) denominatorEnd++;
  const following = pieces[denominatorEnd];
  const fixedText = following?.kind === "literal" ? (/^\d+/u.exec(following.text.trimStart())?.[0] ?? "") : "";
  const places = denominatorEnd - slash - 1;
  const fixed = fixedText === "" ? null : BigInt(fixedText + "0".repeat(places));
  const most = places >= 3 ? MAX_DENOMINATOR : 10n ** BigInt(Math.max(1, places)) - 1n;

  const whole = hasWhole ? truncated(value) : ZERO;
  const expected = value.sub(whole);
  const found = nearestRatio(expected, most, fixed);
  const isCarried = hasWhole && found.numerator === found.denominator;
  const shownWhole = whole.numerator + (isCarried ? 1n : 0n);
  const numerator = isCarried ? 0n : found.numerator;
  const ratio = hasWhole && numerator === 0n ? "" : `${numerator}/${found.denominator}`;
  const wholeText = hasWhole && (shownWhole > 0n || ratio === "") ? String(shownWhole) : "";
  const first = pieces.findIndex(isDigit);
  const before = literalsOf(pieces.slice(0, first));
  const tail = following?.kind === "literal" ? following.text.trimStart().slice(fixedText.length) : "";
  const behind = (tail + literalsOf(pieces.slice(denominatorEnd + 1))).trim();
  return {
    text: `${before}${[wholeText, ratio].filter((text) => text !== "").join(" ")}${behind}`,
    before,
    behind,
    exact: digitsOf(value),
    isRounded: found.numerator * expected.denominator !== expected.numerator * found.denominator,
  };
}

/** The absolute value of a number as the section shows it. */
export function shownNumber({ pieces, numerals }: Section, value: Rational): ShownNumber {
  const size = value.abs();
  const slash = pieces.findIndex(({ kind }) => kind === "slash");
  const next = pieces[slash + 1];
  const isFraction =
    slash > 0 &&
    isDigit(pieces[slash - 1]) &&
    (isDigit(next) || (next?.kind === "literal" && /^\s*\d/u.test(next.text)));
  const shown = pieces.some(({ kind }) => kind === "general")
    ? generalNumber(pieces, size)
    : pieces.some(({ kind }) => kind === "exponent")
      ? scientificNumber(pieces, size)
      : isFraction
        ? fractionNumber(pieces, size)
        : plainNumber(pieces, size);
  if (numerals === null) return shown;
  const isSpoken = pieces.some(({ kind }) => kind === "general");
  const spelt = (digits: string) => (isSpoken ? inChinese(digits, numerals) : digitwise(digits, numerals));
  return { ...shown, text: shown.text.replace(/\d+(?:\.\d+)?/gu, spelt) };
}

function generalNumber(pieces: readonly Piece[], value: Rational): ShownNumber {
  const at = pieces.findIndex(({ kind }) => kind === "general");
  const text = digitsOf(value);
  const whole = pieces
    .map((piece) => (piece.kind === "general" ? text : piece.kind === "literal" ? piece.text : ""))
    .join("");
  return {
    text: whole,
    before: literalsOf(pieces.slice(0, at)),
    behind: literalsOf(pieces.slice(at + 1)),
    exact: text,
    isRounded: false,
  };
}
