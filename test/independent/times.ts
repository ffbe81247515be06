/**
 * Times in cells, as "Data" of the language reference and the rules of `docs/tables/how-people-write` give them.
 */
import { fraction, fractionOf, one, order, sumOf, times, zero, type Fraction } from "./fraction.js";

const ratio = (n: number, d = 1): Fraction => fraction(BigInt(n), BigInt(d));

/** The units of time, in seconds. */
const timeUnits: readonly (readonly [seconds: Fraction, words: readonly string[]])[] = [
  [ratio(86_400), ["天", "日", "day", "days"]],
  [ratio(3600), ["小时", "时", "hour", "hours", "h"]],
  [ratio(60), ["分钟", "分", "minute", "minutes", "min"]],
  [ratio(1, 1000), ["毫秒", "millisecond", "milliseconds", "ms"]],
  [ratio(1), ["秒", "second", "seconds", "s"]],
];

/** The seconds in a unit of time; null: the word is none. */
export const secondsOf = (word: string): Fraction | null =>
  timeUnits.find(([, words]) => words.includes(word))?.[0] ?? null;

/** A time in seconds; null: it is none, or it may be minutes and seconds as well as hours and minutes. */
export function secondsIn(text: string, isOfSeconds: boolean): Fraction | null {
  const clock = /^(\d+):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/u.exec(text);
  if (clock !== null) {
    const [, hours = "", minutes = "", seconds] = clock;
    if (seconds === undefined && (isOfSeconds || Number(hours) >= 24)) return null;
    return sumOf([
      ratio(Number(hours) * 3600),
      ratio(Number(minutes) * 60),
      seconds === undefined ? zero : (fractionOf(seconds) ?? zero),
    ]);
  }
  const signs = /^(\d+)['′](?:([0-5]?\d(?:\.\d+)?)["″])?$/u.exec(text);
  if (signs !== null) return sumOf([ratio(Number(signs[1]) * 60), fractionOf(signs[2] ?? "0") ?? zero]);
  return inWords(text);
}

/** `1小时5分`, `3分25秒6`: each unit smaller than the one before it; digits behind the seconds are their decimals. */
function inWords(text: string): Fraction | null {
  const decimals = /^(.*秒)(\d+)$/u.exec(text);
  const whole = decimals?.[1] ?? text;
  const terms = [...whole.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+|\p{Script=Han}+)\s*/gu)];
  const units = terms.map(([, , word = ""]) => secondsOf(word));
  const isWhole = terms.map(([part]) => part).join("") === whole;
  const areFalling = units.every((unit, at) => unit !== null && (at === 0 || order(unit, units[at - 1] ?? one) < 0));
  if (terms.length === 0 || !isWhole || !areFalling) return null;
  const parts = terms.map(([, number = ""], at) => times(fractionOf(number) ?? zero, units[at] ?? zero));
  return sumOf([...parts, decimals === null ? zero : (fractionOf(`0.${decimals[2] ?? ""}`) ?? zero)]);
}
