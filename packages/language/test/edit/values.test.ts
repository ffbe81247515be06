import { describe, expect, it } from "vitest";
import { setNumber, setPoints, setText, setWeight } from "@yardstick/language";
import { after } from "./marked-source.js";

describe("a number", () => {
  it.each([
    ["条目 甲 |5 分| { 扣 1 分 }", "7.5", "条目 甲 7.5 分 { 扣 1 分 }"],
    ["条目 甲 5 分 { 每 乙 扣|０．１分| }", "0.2", "条目 甲 5 分 { 每 乙 扣0.2分 }"],
    ["大类 甲 权重 |25%| { }", "30", "大类 甲 权重 30% { }"],
    ["条目 甲 5 分 { 酌情 扣 乙 0 .. |1 分| } // 幅度", "2", "条目 甲 5 分 { 酌情 扣 乙 0 .. 2 分 } // 幅度"],
    ["奖励 甲 乙 第 |3 名|", "2", "奖励 甲 乙 第 2 名"],
    ["设 甲 = 按 乙 { |60| .. 80: 1 }", "65", "设 甲 = 按 乙 { 65 .. 80: 1 }"],
  ])("%s", (source, digits, expected) => {
    expect(after(source, ({ parsed, at }) => setNumber(parsed, at, digits))).toBe(expected);
  });

  it("that stays the same needs no edit", () => {
    expect(after("设 a = |1|", ({ parsed, at }) => setNumber(parsed, at, "1"))).toBe("设 a = 1");
  });

  it.each([
    ["a sign", "设 a = |1|", "-1"],
    ["no digits", "设 a = |1|", "x"],
    ["digits that would make a keyword of the word before", "条目 a 5 分 { 酌情 扣 score |1| .. 2 }", "0"],
    ["a place without a number", "设 a = |b|", "1"],
  ])("cannot be given %s", (_, source, digits) => {
    expect(after(source, ({ parsed, at }) => setNumber(parsed, at, digits))).toBeNull();
  });
});

describe("a text", () => {
  it.each([
    ['考核 |"旧"|', "新", '考核 "新"'],
    ['考核 |"旧"|', '甲 "乙" \\', '考核 "甲 \\"乙\\" \\\\"'],
    ["考核 |“旧”|", '甲 "乙"”', '考核 “甲 "乙"\\””'],
    ['条目 甲 5 分 依据 |"旧"| { 扣 1 分 }', "一\r\n二", '条目 甲 5 分 依据 "一\\n二" { 扣 1 分 }'],
  ])("%s → %j", (source, value, expected) => {
    expect(after(source, ({ parsed, at }) => setText(parsed, at, value))).toBe(expected);
  });

  it("cannot hold characters that are not seen", () => {
    expect(after('考核 |"旧"|', ({ parsed, at }) => setText(parsed, at, "a\u202eb"))).toBeNull();
  });
});

describe("points", () => {
  it.each([
    ["are changed where they stand", "|条目 甲 5分 { 扣 1 分 }|", "6", "条目 甲 6分 { 扣 1 分 }"],
    [
      "come after the name, in the unit of the others",
      '大类 乙 9 points {\n  |item 甲 basis "一" { deduct 1 points }|\n}',
      "6",
      '大类 乙 9 points {\n  item 甲 6 points basis "一" { deduct 1 points }\n}',
    ],
    ["of a rubric without any are 分", "|条目 甲 { 扣 1 分 }|", "6", "条目 甲 6 分 { 扣 1 分 }"],
    ["of an English one are points", "|item 甲 { deduct 1 }|", "6", "item 甲 6 points { deduct 1 }"],
    ["are taken away", '|条目 甲 5 分 /* 注 */ 依据 "一" { 扣 1 分 }|', null, '条目 甲 /* 注 */ 依据 "一" { 扣 1 分 }'],
    ["are the limit of a bonus", "|加分项 甲 最多 3 分 { 加 1 分 }|", "2", "加分项 甲 最多 2 分 { 加 1 分 }"],
    ["of a bonus without a limit make one", "|penalty 甲 { deduct 1 }|", "2", "penalty 甲 up to 2 points { deduct 1 }"],
    [
      "of a bonus are taken away with their keyword",
      "|加分项 甲 最多 3 分 { 加 1 分 }|",
      null,
      "加分项 甲 { 加 1 分 }",
    ],
  ] as const)("%s", (_, source, digits, expected) => {
    expect(after(source, ({ parsed, at }) => setPoints(parsed, at, digits))).toBe(expected);
  });
});

describe("a weight", () => {
  it.each([
    ["is changed where it stands", "|大类 甲 权重 25 % { }|", "30%", "大类 甲 权重 30 % { }"],
    ["may become a fraction", "|大类 甲 weight 25% 限 20% .. 40% { }|", "1/3", "大类 甲 weight 1/3 限 20% .. 40% { }"],
    ["comes after the name", "|大类 甲 { }|", "25%", "大类 甲 权重 25% { }"],
    [
      "comes after the points, in the vocabulary of the rest",
      "|section 甲 5 points { item 乙 5 points { deduct 1 } }|",
      "25%",
      "section 甲 5 points weight 25% { item 乙 5 points { deduct 1 } }",
    ],
    ["is taken away", "|大类 甲 权重 25% 限 20% .. 40% { }|", null, "大类 甲 限 20% .. 40% { }"],
  ] as const)("%s", (_, source, weight, expected) => {
    expect(after(source, ({ parsed, at }) => setWeight(parsed, at, weight))).toBe(expected);
  });

  it("must be one expression", () => {
    expect(after("|大类 甲 { }|", ({ parsed, at }) => setWeight(parsed, at, "25% 5 分"))).toBeNull();
    expect(after("|大类 甲 { }|", ({ parsed, at }) => setWeight(parsed, at, "25% { } 大类 乙"))).toBeNull();
  });
});
