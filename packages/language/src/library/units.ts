/**
 * What a literal's unit means: the closed list of unit words, Chinese and English, each with its base and scale.
 * Counting words (次, 件, 人 …) are pure numbers; a unit that only a field declares is a base of its own.
 */
import type { Unit } from "../program/expression.js";
import type { Lang } from "../vocabulary/bilingual.js";
import { days, money, points, pure } from "./dimension.js";

/** A unit word as understood. `percent`: the number is written in hundredths or thousandths. */
export interface LiteralUnit extends Unit {
  readonly percent: boolean;
}

const countingWords =
  "次 件 例 项 起 个 家 人 户 名 处 张 座 篇 期 档 " +
  "time times case cases item items piece pieces incident incidents household households person people place places issue issues";

/** English words in pairs of singular and plural: `cases` are counted as `case`. */
const counted: ReadonlyMap<string, string> = new Map(
  countingWords.split(" ").map((word) => [word, word.replace(/^people$/, "person").replace(/(?<=[a-z])s$/, "")]),
);

const list: readonly (readonly [words: string, scale: string, dimension: Unit["dimension"], percent?: boolean])[] = [
  ["分 point points", "1", points],
  ["元 yuan", "1", money],
  ["万元", "10000", money],
  ["亿元", "100000000", money],
  ["万", "10000", pure],
  ["亿", "100000000", pure],
  ["% 百分点 个百分点 percent", "1/100", pure, true],
  ["‰", "1/1000", pure, true],
  ["天 day days", "1", { 天: 1 }],
  ["月 month months", "1", { 月: 1 }],
  ["年 year years", "1", { 年: 1 }],
  [countingWords, "1", pure],
];

const known: ReadonlyMap<string, LiteralUnit> = new Map(
  list.flatMap(([words, scale, dimension, percent = false]) =>
    words.split(" ").map((name) => [name, { name, scale, dimension, percent }] as const),
  ),
);

/** The unit that a word denotes in the closed list. */
export function knownUnit(word: string): LiteralUnit | undefined {
  return known.get(word);
}

/** The word of the same unit in `lang` for `digits` of it (`分`: `points`, `1 point`); a word without one there is unchanged. */
export function unitWordIn(lang: Lang, word: string, digits: string): string {
  const isOf = (each: string): boolean => (lang === "zh" ? /^\p{Script=Han}/u : /^[a-z]/u).test(each);
  if (isOf(word)) return word;
  const [words = ""] = list.find(([each]) => each !== countingWords && each.split(" ").includes(word)) ?? [];
  const twins = words.split(" ").filter(isOf);
  return (lang === "en" && digits !== "1" ? twins.at(-1) : twins[0]) ?? word;
}

/** The unit that a field's word denotes: one of the list, or a base of its own (公里, 亩). */
export function declaredUnit(word: string): LiteralUnit {
  return known.get(word) ?? { name: word, scale: "1", dimension: { [word]: 1 }, percent: false };
}

/** What a counting word counts, one name for all its forms (`case`, `cases`); null for words that count nothing of their own (万). */
export function countingWord(word: string): string | null {
  return counted.get(word) ?? null;
}

/** The unit of what lies between two dates. */
export const dayUnit: Unit = { name: "天", scale: "1", dimension: days };

/** The unit of whole months between two dates. */
export const monthUnit: Unit = { name: "月", scale: "1", dimension: { 月: 1 } };

/** The unit judgements and points are written in. */
export const pointUnit: Unit = { name: "分", scale: "1", dimension: points };

/** The unit money is published in. */
export const moneyUnit: Unit = { name: "元", scale: "1", dimension: money };

export function isPointsUnit(word: string): boolean {
  return known.get(word)?.dimension === points;
}
