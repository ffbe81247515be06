/**
 * Units as people write them behind a number or in the brackets of a header, against the unit of the field.
 * Gives the factor that leads to the field's base unit, or null where the two do not fit: a unit is never guessed.
 */
import type { Exact, Unit } from "@yardstick/language/program";
import { Fraction } from "fraction.js";
import { secondsOfUnit, secondsOfWord } from "./duration.js";

/** Greater words first, so that 万亿 is not read as 万. */
const MULTIPLIERS: readonly (readonly [string, Exact])[] = [
  ["万亿", "1000000000000"],
  ["千万", "10000000"],
  ["百万", "1000000"],
  ["十万", "100000"],
  ["亿", "100000000"],
  ["万", "10000"],
  ["千", "1000"],
  ["百", "100"],
];

/** Words that count without measuring: a field that declares no unit takes any of them. */
const COUNTING_WORDS = new Set("次件例项起个家人户名处张座篇期天月年");

function multiplierOf(word: string): { readonly scale: Exact; readonly rest: string } {
  for (const [name, scale] of MULTIPLIERS) {
    if (word.startsWith(name)) return { scale, rest: word.slice(name.length) };
  }
  return { scale: "1", rest: word };
}

/** The word of the base unit: 元 of 万元, 人 of 万人, `km` of `km`; null where the unit is made of several. */
function baseOf(unit: Unit): string | null {
  const bases = Object.entries(unit.dimension).filter(([, exponent]) => exponent !== 0);
  if (bases.length === 0) return multiplierOf(unit.name).rest || null;
  const [only] = bases;
  return bases.length === 1 && only !== undefined && only[1] === 1 ? only[0] : null;
}

/** Factor of another unit of time for a field that counts time: 60 for 小时 in a column of 分钟. */
function scaleOfTime(written: string, unit: Unit): Exact | null {
  const perUnit = secondsOfUnit(unit);
  // Beside a unit of time 分 are minutes and not points.
  const seconds = secondsOfWord(written === "分" ? "分钟" : written);
  return perUnit === null || seconds === null ? null : new Fraction(seconds).div(perUnit).toFraction();
}

/** `written` is folded text: `万元`, `元`, `万`, `件`. */
export function scaleOfWritten(written: string, unit: Unit | null): Exact | null {
  if (unit !== null && written === unit.name) return unit.scale;
  const { scale, rest } = multiplierOf(written);
  if (unit === null) return rest === "" || COUNTING_WORDS.has(rest) ? scale : null;
  const ofTime = scaleOfTime(written, unit);
  if (ofTime !== null) return ofTime;
  const base = baseOf(unit);
  if (base === null) return null;
  return rest === base || (rest === "" && scale !== "1") ? scale : null;
}

/** Whether the unit is plain 元, so that a currency sign says nothing else than the unit does. */
export function isPlainYuan(unit: Unit | null): boolean {
  return unit !== null && unit.scale === "1" && baseOf(unit) === "元" && Object.keys(unit.dimension).length === 1;
}

/** A bound as a person would write it: `1 万元`, `60%`. */
export function shownBound(bound: Exact | null, unit: Unit | null, percent: boolean): string {
  if (bound === null) return "";
  const scale = percent ? "1/100" : (unit?.scale ?? "1");
  const text = new Fraction(bound).div(scale).toString(4);
  return percent ? `${text}%` : unit === null ? text : `${text} ${unit.name}`;
}
