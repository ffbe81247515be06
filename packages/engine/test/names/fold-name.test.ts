import { describe, expect, test } from "vitest";
import { foldHeader, foldName, foldPeriod, hasShortYear, plainPeriod } from "../../src/index.js";

/** Each row holds spellings of one name; no two rows fold together. */
const NAMES: readonly (readonly string[])[] = [
  ["张三丰", "张 三丰", "张　三　丰", " 张三丰\u00a0", "张\u200b三丰", "\ufeff张三丰", "张\u2009三丰"],
  ["张三峰"],
  ["第1组", "第１组", "第 1 组", "第1组 ", "第①组", "第 １ 组"],
  ["第11组", "第１1组"],
  ["第1 1组"],
  ["城关镇(东)", "城关镇（东）", "城关镇【东】", "城关镇〔东〕", "城关镇 ( 东 )", "城关镇[东]", "城关镇［东］"],
  ["A-1组", "A－1组", "A–1组", "A—1组", "Ａ‐1 组", "A − 1组", "A——1组"],
  ["Team 1", "Ｔｅａｍ　１", " Team  1 ", "Team\u00a01"],
  ["Team1"],
  ["team 1"],
  ["阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽・买买提", "阿依古丽‧买买提", "阿依古丽 · 买买提"],
  ["ＡＢＣ公司", "ABC公司", "ABC 公司"],
  ["O'Brien", "O’Brien", "O`Brien"],
  ["“红旗”村", '"红旗"村', "「红旗」村"],
  ["__proto__"],
  ["constructor"],
  ["Émile", "E\u0301mile"],
];

const PERIODS: readonly (readonly string[])[] = [
  [
    "2008",
    "2008年",
    "2008年度",
    "２００８年",
    "2008 年",
    "2008全年",
    "二〇〇八年",
    "二○○八年",
    "二零零八年",
    "FY2008",
    "2008.0",
    "2008.00",
    "2,008",
  ],
  [
    "2024年上半年",
    "2024上半年",
    "2024 H1",
    "2024H1",
    "2024-H1",
    "H1 2024",
    "２０２４年上半年",
    "2024年度上半年",
    "2024上",
  ],
  ["2024年下半年", "2024下", "2024 h2"],
  ["2024年第1季度", "2024年一季度", "2024Q1", "2024 Q1", "Q1 2024", "2024年第一季度", "2024年1季度"],
  ["1月", "１月份", "1月份", "01月", " 1 月"],
  ["2026年1月", "2026年01月", "2026-01", "2026.1", "2026/1", "2026年１月份", "202601"],
  ["2026年11月", "2026-11"],
  ["2023-2024学年", "2023—2024学年度", "2023-2024", "2023～2024学年"],
  ["2023-2024学年第一学期", "2023—2024 学年第1学期", "2023-2024学年度上学期"],
  ["第9期"],
  ["第10期"],
  ["2024年春季", "2024 年春季"],
];

const HEADERS: readonly (readonly string[])[] = [
  ["得分", "得  分", "得　分", "得\n分", "得\u200b分"],
  ["Name", "NAME", "name", " ｎａｍｅ "],
  ["Late times", "late  times", "Late\nTimes"],
];

describe("spellings of one name", () => {
  test.each([
    ["names", NAMES, foldName],
    ["periods", PERIODS, foldPeriod],
    ["headers", HEADERS, foldHeader],
  ] as const)("%s fold together, and different ones stay apart", (_, table, fold) => {
    const folded = table.map((spellings) => new Set(spellings.map(fold)));
    expect(folded.map((forms) => [...forms])).toEqual(folded.map((forms) => [[...forms][0]]));
    expect(new Set(folded.flatMap((forms) => [...forms])).size).toBe(table.length);
  });

  test("folding twice is folding once", () => {
    for (const name of [...NAMES, ...PERIODS, ...HEADERS].flat()) {
      expect(foldName(foldName(name))).toBe(foldName(name));
      expect(foldPeriod(foldPeriod(name))).toBe(foldPeriod(name));
    }
  });

  test("a year of two digits is not guessed", () => {
    expect(
      ["24年", "２４年", "24年度", "24年上半年", "'24", "FY24", "23-24学年"].filter((text) => !hasShortYear(text)),
    ).toEqual([]);
    expect(["2024年", "24", "第24期", "24年期", "1月", "2023-2024学年"].filter(hasShortYear)).toEqual([]);
  });

  test("a year is published as its digits, any other period as it is written", () => {
    expect(["2008年", "２００８", "2024年上半年", "1月份"].map(plainPeriod)).toEqual([
      "2008",
      "2008",
      "2024年上半年",
      "1月份",
    ]);
  });
});
