/**
 * Units behind a number or in the brackets of a header, compared with the unit of the field. Gives the factor to the base unit of the
 * field, or null where the two do not fit; a unit is never guessed.
 */
import { rational, type Rational, rationalText, type RationalText, readableText } from "@yardstick/exact";
import type { Unit } from "@yardstick/language/program";
import { secondsOfUnit, secondsOfWord } from "./duration.js";

/** Longer words first, so that 万亿 is not read as 万. */
const MULTIPLIERS: readonly (readonly [string, RationalText])[] = [
  ["万亿", "1000000000000"],
  ["千万", "10000000"],
  ["百万", "1000000"],
  ["十万", "100000"],
  ["亿", "100000000"],
  ["万", "10000"],
  ["千", "1000"],
  ["百", "100"],
];

/** Measure words; a field without a unit accepts any of them. */
const COUNTING_WORDS = new Set("次件例项起个家人户名处张座篇期档天月年");

function multiplierOf(word: string): { readonly scale: RationalText; readonly rest: string } {
  for (const [name, scale] of MULTIPLIERS) {
    if (word.startsWith(name)) return { scale, rest: word.slice(name.length) };
  }
  return { scale: "1", rest: word };
}

/** The base unit as a word: 元 of 万元, 人 of 万人, `km` of `km`; null for a compound unit. */
function baseOf(unit: Unit): string | null {
  const bases = Object.entries(unit.dimension).filter(([, exponent]) => exponent !== 0);
  if (bases.length === 0) return multiplierOf(unit.name).rest || null;
  const [only] = bases;
  return bases.length === 1 && only !== undefined && only[1] === 1 ? only[0] : null;
}

/** Factor of a unit of time for a field that measures time: 60 for 小时 in a column of 分钟. */
function scaleOfTime(written: string, unit: Unit): RationalText | null {
  const perUnit = secondsOfUnit(unit);
  // In a field that measures time 分 means minutes, not points.
  const seconds = secondsOfWord(written === "分" ? "分钟" : written);
  return perUnit === null || seconds === null ? null : rationalText(rational(seconds).div(perUnit));
}

/** The factor from a folded unit (`万元`, `元`, `万`, `件`) to the base unit of the field; null where it does not fit. */
export function scaleOfWritten(written: string, unit: Unit | null): RationalText | null {
  if (unit !== null && written === unit.name) return unit.scale;
  const { scale, rest } = multiplierOf(written);
  if (unit === null) return rest === "" || COUNTING_WORDS.has(rest) ? scale : null;
  const ofTime = scaleOfTime(written, unit);
  if (ofTime !== null) return ofTime;
  const base = baseOf(unit);
  if (base === null) return null;
  return rest === base || (rest === "" && scale !== "1") ? scale : null;
}

/** Whether the unit is 元 without a multiplier, the meaning of a currency sign. */
export function isPlainYuan(unit: Unit | null): boolean {
  return unit !== null && unit.scale === "1" && baseOf(unit) === "元" && Object.keys(unit.dimension).length === 1;
}

/** A bound with its unit as text: `1 万元`, `60%`; empty for null. */
export function shownBound(bound: Rational | null, unit: Unit | null, percent: boolean): string {
  if (bound === null) return "";
  const text = readableText(bound.div(rational(percent ? "1/100" : (unit?.scale ?? "1"))));
  return percent ? `${text}%` : unit === null ? text : `${text} ${unit.name}`;
}
