/**
 * Reads durations: `1小时5分`, `3分25秒6`, `1:05:30`, `12'35"`, and the times of sheets, in the unit of a column of minutes, hours,
 * seconds or days. `0:40` is read as hours and minutes, as a spreadsheet shows it, with a note; where minutes and seconds are equally
 * likely it is refused.
 */
import { decimal, rational, type Rational, type RationalText } from "@yardstick/exact";
import type { Unit } from "@yardstick/language/program";

/** Seconds of each unit of time, by the words that a rubric may declare. */
const SECONDS: ReadonlyMap<string, RationalText> = new Map(
  (
    [
      ["毫秒 ms millisecond milliseconds", "1/1000"],
      ["秒 秒钟 s sec secs second seconds", "1"],
      ["分钟 min mins minute minutes", "60"],
      ["小时 个小时 时 钟头 h hr hrs hour hours", "3600"],
      ["天 日 d day days", "86400"],
    ] as const
  ).flatMap(([words, seconds]) => words.split(" ").map((word): [string, RationalText] => [word, seconds])),
);

/** Seconds of a unit of time by its word; null for any other word. */
export function secondsOfWord(word: string): RationalText | null {
  return SECONDS.get(word.toLowerCase()) ?? null;
}

/** Seconds of the base unit of a field that measures time; null for any other unit. */
export function secondsOfUnit(unit: Unit | null): Rational | null {
  if (unit === null) return null;
  const seconds = secondsOfWord(unit.name);
  const bases = Object.values(unit.dimension).filter((exponent) => exponent !== 0);
  return seconds === null || bases.length !== 1 || bases[0] !== 1 ? null : rational(seconds).div(rational(unit.scale));
}

/** A duration read from text. */
export interface Span {
  readonly seconds: Rational;
  /** Two parts such as `3:25`, which may be hours and minutes or minutes and seconds. */
  readonly isTwoParts: boolean;
}

const CLOCK = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d(?:\.\d{1,6})?)|(\.\d{1,6}))?$/u;
const NUMBER = String.raw`(\d{1,9}(?:\.\d{1,6})?)`;
const PARTS = [
  ["天|日|days?|d", 86_400],
  ["个?小时|钟头|时|hours?|hrs?|hr|h", 3600],
  ["分钟?|minutes?|mins?|min|m(?!s)|′|’|'(?!')", 60],
  ["秒钟?|seconds?|secs?|sec|s|″|”|\"|''", 1],
] as const;
const WORDS = new RegExp(
  `^${PARTS.map(([words]) => String.raw`(?:${NUMBER}\s*(?:${words})\s*)?`).join("")}(\\d{1,3})?(?:${NUMBER}\\s*(?:毫秒|ms))?$`,
  "u",
);

const LONGEST = 60;

/** Reads a folded text as a duration; null where it is none. */
export function spanOf(text: string): Span | null {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [, first = "0", second = "0", third, decimals] = clock;
    // Decimals after two parts belong to seconds: 3:25.6.
    const [hours, minutes, seconds] =
      decimals !== undefined ? ["0", first, second + decimals] : [first, second, third ?? "0"];
    return {
      seconds: decimal(hours).mul(3600).add(decimal(minutes).mul(60)).add(decimal(seconds)),
      isTwoParts: third === undefined && decimals === undefined,
    };
  }
  const words = WORDS.exec(text.toLowerCase());
  if (words === null || text === "") return null;
  const [, ...found] = words;
  const milliseconds = found.pop();
  const tenths = found.pop();
  // 3分25秒6 is 25.6 seconds; digits after any other unit have no meaning.
  if (tenths !== undefined && (found[3] === undefined || found[3].includes("."))) return null;
  let seconds = decimal(milliseconds ?? "0")
    .div(1000)
    .add(decimal(`0.${tenths ?? "0"}`));
  let isFirst = true;
  for (const [at, number] of found.entries()) {
    if (number === undefined) continue;
    // Each part is less than one unit of the part before, and only the last may have decimals.
    const isLast = found.slice(at + 1).every((other) => other === undefined);
    const most = at === 1 ? 24 : at === 0 ? Infinity : 60;
    if ((!isFirst && Number(number) >= most) || (!isLast && number.includes("."))) return null;
    seconds = seconds.add(decimal(number).mul(PARTS[at]?.[1] ?? 1));
    isFirst = false;
  }
  return { seconds, isTwoParts: false };
}

/** Text that is clearly a time or a date and not a number. */
const TIME_OR_DAY =
  /^(?:[上下]午\s*)?\d{1,4}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?(?:\s*[ap]m)?$|^\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[\sT].*)?$|^\d{4}\s*年\s*\d{1,2}\s*月/iu;

/** Words that are only units of time; 5分 may also be points. */
const UNIT_OF_TIME = /小时|钟|秒|hour|hr|min|sec/iu;

/** Whether a folded text is a time, a date or a duration rather than a number. */
export function looksLikeTime(text: string): boolean {
  return TIME_OR_DAY.test(text) || (UNIT_OF_TIME.test(text) && text.length <= LONGEST && spanOf(text) !== null);
}
