// A keyword with one letter wrong, or a near synonym, gets the keyword proposed where the grammar expects it: each suffix, verb, kind of item
// and declaration in both vocabularies, and the synonyms of a list.

import { itemWords, type Lang, parse, type RoleName, suffixes, verbs, vocabulary } from "@yardstick/language";
import { describe, expect, it } from "vitest";

type Spelt = Readonly<Record<Lang, string>>;

const data: Spelt = {
  en: 'rubric "r"\ntotal 10 points\ndata c { name: text key, n: count times, log: list { day: date } }\n',
  zh: '考核 "r"\n满分 10 分\n数据 c { 名称: 文本 主键, n: 计数 次, 台账: 明细 { 日期: 日期 } }\n',
};
const keyword = (role: RoleName, lang: Lang): string => vocabulary[role][lang][0] ?? "";

/** A line behind the verb of which a suffix stands. */
const line: Spelt = { en: "per n deduct 1 point", zh: "每 n 扣 1 分" };
const operands: Readonly<Record<string, Spelt>> = {
  points: { en: "3 points", zh: "3 分" },
  group: { en: "month(day)", zh: "月份(日期)" },
  condition: { en: "n > 3", zh: "n > 3" },
  text: { en: '"1.2"', zh: '"1.2"' },
};
const item = (lang: Lang, inside: string): string =>
  lang === "en" ? `${data.en}item a 10 points {\n${inside}\n}\n` : `${data.zh}条目 a 10 分 {\n${inside}\n}\n`;
const beside = (lang: Lang, declaration: string): string => `${item(lang, line[lang])}${declaration}\n`;

interface Place {
  readonly word: string;
  readonly lang: Lang;
  readonly text: (word: string) => string;
}

const langs = ["en", "zh"] as const;

const declarations: readonly (readonly [RoleName, Spelt])[] = [
  [
    "Section",
    { en: "s 3 points { item b 3 points { per n deduct 1 point } }", zh: "s 3 分 { 条目 b 3 分 { 每 n 扣 1 分 } }" },
  ],
  ["Item", { en: "b 3 points { per n deduct 1 point }", zh: "b 3 分 { 每 n 扣 1 分 }" }],
  ["Ranking", { en: "r by score", zh: "r 按 总分" }],
  ["Award", { en: "w r place 1 .. 3", zh: "w r 第 1 .. 3 名" }],
  ["Consequence", { en: "w if score < 60 points", zh: "w 若 总分 < 60 分" }],
  ["Veto", { en: "v if n > 3 { score 0 }", zh: "v 若 n > 3 { 总分归零 }" }],
  ["Output", { en: "o = n", zh: "o = n" }],
  ["Require", { en: "n < 100", zh: "n < 100" }],
];

const places: readonly Place[] = langs.flatMap((lang) => [
  ...suffixes.map(({ word, takes }): Place => ({
    word: keyword(word, lang),
    lang,
    text: (found) => item(lang, `${line[lang]} ${found} ${operands[takes]?.[lang] ?? ""}`),
  })),
  ...verbs.map(({ name: word }): Place => ({
    word: keyword(word, lang),
    lang,
    text: (found) => item(lang, lang === "en" ? `per n ${found} 1 point` : `每 n ${found} 1 分`),
  })),
  ...itemWords.map(({ word }): Place => ({
    word: keyword(word, lang),
    lang,
    text: (found) =>
      beside(
        lang,
        lang === "en" ? `${found} b up to 3 points { per n deduct 1 point }` : `${found} b 最多 3 分 { 每 n 扣 1 分 }`,
      ),
  })),
  ...declarations.map(([role, rest]): Place => ({
    word: keyword(role, lang),
    lang,
    text: (found) => beside(lang, `${found} ${rest[lang]}`),
  })),
]);

/** The word with one letter wrong, by its position; Chinese words of one character have none that could be recognised. */
function misspelt(word: string): readonly string[] {
  const letters = [...word];
  if (/\p{Script=Han}/u.test(word) ? letters.length < 2 : letters.length < 3) return [];
  const wrong = /\p{Script=Han}/u.test(word) ? "甾" : "z";
  return letters.flatMap((letter, at) =>
    letter === " " ? [] : [[...letters.slice(0, at), wrong, ...letters.slice(at + 1)].join("")],
  );
}

/** `per n add zr` is a rule of its own, so that a new line is proposed behind it. */
const ofTwoRules: ReadonlySet<string> = new Set(["add zr deduct", "add oz deduct"]);

const proposed = (text: string): readonly string[] =>
  parse(text).findings.flatMap(({ fixes }) =>
    fixes.map(({ edits }) =>
      edits
        .toReversed()
        .reduce((now, { span, text: written }) => now.slice(0, span[0]) + written + now.slice(span[1]), text),
    ),
  );

describe.each(places.map((place) => ({ ...place, name: `${place.lang} ${place.word}` })))("$name", ({ word, text }) => {
  it("is proposed where one letter is wrong", () => {
    const missing = misspelt(word)
      .filter((wrong) => !ofTwoRules.has(wrong))
      .filter((wrong) => !proposed(text(wrong)).some((fixed) => fixed.includes(text(word).trim())));
    expect(missing).toEqual([]);
  });
});

it.each([
  ["zh", "每 n 扣 1 分 最少 1 分", "至少"],
  ["zh", "每 n 扣 1 分 起码 1 分", "至少"],
  ["zh", "每 n 扣 1 分 除外 n > 3", "除非"],
  ["zh", "每 n 扣 1 分 双倍 若 n > 3", "加倍 若"],
  ["en", "per n deduct 1 point at lest 1 point", "at least"],
  ["en", "per n deduct 1 point minimum 1 point", "at least"],
  ["en", "per n deduct 1 point at most 3 points", "up to"],
  ["en", "per n deduct 1 point except n > 3", "unless"],
  ["en", "per n deduct 1 point twice if n > 3", "double if"],
] as const)("%s: %s means %s", (lang, inside, word) => {
  expect(proposed(item(lang, inside)).some((fixed) => fixed.includes(` ${word} `))).toBe(true);
});
