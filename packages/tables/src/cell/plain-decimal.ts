/**
 * A fast path for cells of plain digits such as `-12.50`, the most frequent ones: computed with integers below 2^53, for which floating
 * point is exact. All other cells take the general path.
 */
import type { RationalText } from "@yardstick/exact";

const MAX_DIGITS = 15;

/** The power of ten of a factor: 4 for 10000, -2 for 1/100; null where the factor is no power of ten. */
export function shiftOf(scale: RationalText): number | null {
  const match = /^(1\/)?1(0{0,8})$/u.exec(scale);
  if (match === null) return null;
  const zeros = match[2]?.length ?? 0;
  return match[1] === undefined ? zeros : -zeros;
}

/** The number `units / 10 ** scale`. */
export interface PlainDecimal {
  readonly units: number;
  readonly scale: number;
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Reads `text` up to `end` and multiplies by `10 ** shift`; null where the text is not plain. */
export function plainDecimal(text: string, end: number, shift: number): PlainDecimal | null {
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
  let scale = (point < 0 ? 0 : end - 1 - point) - shift;
  while (scale < 0) {
    units *= 10;
    scale++;
  }
  if (units > Number.MAX_SAFE_INTEGER) return null;
  while (scale > 0 && units % 10 === 0) {
    units /= 10;
    scale--;
    if (units === 0) scale = 0;
  }
  return { units: isNegative && units !== 0 ? -units : units, scale };
}

/** The exact text in lowest terms. */
export function exactOfPlain({ units, scale }: PlainDecimal): RationalText {
  if (scale === 0) return String(units);
  let numerator = units;
  let denominator = 1;
  let twos = scale;
  for (; twos > 0 && numerator % 2 === 0; twos--) numerator /= 2;
  let fives = scale;
  for (; fives > 0 && numerator % 5 === 0; fives--) numerator /= 5;
  for (; twos > 0; twos--) denominator *= 2;
  for (; fives > 0; fives--) denominator *= 5;
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

/**
 * Creates a check whether a number is certainly within `min .. max`. Near a bound, where float division may be wrong, it gives false.
 * Bounds are exact text; null is unbounded.
 */
export function surelyWithin(min: RationalText | null, max: RationalText | null): (value: PlainDecimal) => boolean {
  const approximate = (exact: RationalText) => {
    const [numerator = "", denominator = "1"] = exact.split("/");
    return Number(numerator) / Number(denominator);
  };
  const lowest = min === null ? -Infinity : approximate(min);
  const highest = max === null ? Infinity : approximate(max);
  const isSure = (distance: number, bound: number) => distance > 1e-9 * Math.max(1, Math.abs(bound));
  return ({ units, scale }) => {
    const value = scale === 0 ? units : units / 10 ** scale;
    return (
      (lowest === -Infinity || isSure(value - lowest, lowest)) &&
      (highest === Infinity || isSure(highest - value, highest))
    );
  };
}
