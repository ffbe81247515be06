import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { format, formatParsed, parse } from "@yardstick/language";

const example = readFileSync(
  new URL("../../../../examples/community-2008/community-2008.rubric", import.meta.url),
  "utf8",
);

describe("the house style", () => {
  it.each([
    [
      "puts one space between words and none before signs",
      "条目  甲　5分{每 迟报 扣0.1分}",
      "条目 甲 5 分 { 每 迟报 扣 0.1 分 }\n",
    ],
    [
      "writes ASCII signs and digits, and keeps × ≥ 、 where they were",
      "设 甲＝（乙＋１０％）×２；设 丙 = 丁≥３",
      "设 甲 = (乙 + 10%) × 2\n设 丙 = 丁 ≥ 3\n",
    ],
    ["writes lists with a comma and a space", "加分 仅限 甲、乙，丙", "加分 仅限 甲、乙, 丙\n"],
    ["writes ranges with two dots", "奖励 先进 全街道 第 2～3名 1000元", "奖励 先进 全街道 第 2 .. 3 名 1000 元\n"],
    ["puts a sign next to its number", "设 甲 = 乙 - - 3", "设 甲 = 乙 - -3\n"],
    ["calls without a space", "处理 谈话 若 末位 ( 全街道 )", "处理 谈话 若 末位(全街道)\n"],
    [
      "writes dates as they were, in ASCII",
      '版本 "1" 施行 ２００８－１－３１ 至 2008年 12月 31日',
      '版本 "1" 施行 2008-1-31 .. 2008年12月31日\n',
    ],
    [
      "parts a phrase that was written in one",
      "条目 甲 5 分 适用若 乙 { 扣 1 分 }",
      "条目 甲 5 分 适用 若 乙 { 扣 1 分 }\n",
    ],
    [
      "leaves texts, quoted names and units alone",
      "条目 「甲 乙」 5 points 依据 “一　二” { 扣 2 个百分点 }",
      "条目 「甲 乙」 5 points 依据 “一　二” { 扣 2 个百分点 }\n",
    ],
    ["leaves an empty block without a space", "条目 甲 5 分 {\n\n}", "条目 甲 5 分 {}\n"],
    [
      "keeps one blank line of several, none at the ends of a block",
      "\n\n设 a = 1\n\n\n\n条目 甲 5 分 {\n\n扣 1 分\n\n}",
      "设 a = 1\n\n条目 甲 5 分 {\n  扣 1 分\n}\n",
    ],
    [
      "brings a body's brace and its `otherwise` up",
      "条目 甲 5 分\n{\n若 a\n{ 扣 1 分\n}\n否则\n{ 扣 2 分\n}\n}",
      "条目 甲 5 分 {\n  若 a {\n    扣 1 分\n  } 否则 {\n    扣 2 分\n  }\n}\n",
    ],
    [
      "keeps the author's line ends inside brackets and after operators",
      "处理 谈话 若 连续(\n末位(甲) 或\n末位(乙)\n) >= 2 且\n丙",
      "处理 谈话 若 连续(\n  末位(甲) 或\n  末位(乙)\n) >= 2 且\n  丙\n",
    ],
    ["gives an empty text back", " \n\t\n", ""],
  ])("%s", (_, source, formatted) => {
    expect(parse(source).findings).toEqual([]);
    expect(format(source)).toBe(formatted);
  });

  it("parts what stands on one line with the sign the block is written with", () => {
    expect(format('样例 "x" { 给定 { 甲: 1; 其余: 满分 }, 应得 { 乙: 2; 丙: 3 } }')).toBe(
      '样例 "x" { 给定 { 甲: 1, 其余: 满分 }; 应得 { 乙: 2, 丙: 3 } }\n',
    );
    expect(format("设 a = 按 b { < 1: 0, 其余: 1 }")).toBe("设 a = 按 b { < 1: 0; 其余: 1 }\n");
  });

  it("breaks a block that is wider than 100 columns, each element on its line", () => {
    const wide = `设 甲 = 按 乙 { ${Array.from({ length: 12 }, (_, i) => `${i} .. ${i + 1}: ${i}0%`).join("; ")} }`;
    const lines = format(wide).trimEnd().split("\n");
    expect(lines[0]).toBe("设 甲 = 按 乙 {");
    expect(lines[1]).toBe("  0 .. 1: 00%");
    expect(lines).toHaveLength(14);
  });

  it("counts a Chinese character as two columns", () => {
    const name = "名".repeat(44);
    expect(format(`条目 ${name} { }`)).toBe(`条目 ${name} {}\n`);
    expect(format(`条目 ${name} { 扣 1 }`)).toBe(`条目 ${name} {\n  扣 1\n}\n`);
    expect(format(`条目 ${"n".repeat(84)} { 扣 1 }`)).toBe(`条目 ${"n".repeat(84)} { 扣 1 }\n`);
  });

  it("writes rows of a test one a line once they are on several", () => {
    expect(format('样例 "x" { 给定 { 台账: [{ 事项: "a" }, { 事项: "b" },\n{ 事项: "c" },] } }')).toBe(
      '样例 "x" {\n  给定 {\n    台账: [\n      { 事项: "a" },\n      { 事项: "b" },\n      { 事项: "c" }\n    ]\n  }\n}\n',
    );
  });
});

describe("comments", () => {
  it("stay where they stand, at line ends in a column", () => {
    const source = `// 开头

/// 说明
大类 甲 5 分 { // 行末
    // 在前

  条目 乙 5 分 /* 中 */ {
    扣 1 分 // 一
    扣 0.25 分     // 二

    扣 2 分 ; // 三
    /* 多行
       注释 */
  }
  // 最后
} // 末
`;
    expect(format(source)).toBe(`// 开头

/// 说明
大类 甲 5 分 {  // 行末
  // 在前

  条目 乙 5 分 /* 中 */ {
    扣 1 分     // 一
    扣 0.25 分  // 二

    扣 2 分  // 三
    /* 多行
       注释 */
  }
  // 最后
}  // 末
`);
  });

  it("before another at a line's end lead nothing on, so both stay there", () => {
    const rows = (written: string): string => format(`样例 "x" { 给定 { 台账: [${written}\n{}] } }`);
    for (const written of ["{} /* 甲 */, // 乙", "{}, /* 甲 */ // 乙"])
      expect(rows(written)).toContain("      {}, /* 甲 */  // 乙\n      {}\n");
    expect(rows("{}, /* 甲 */ /* 乙 */")).toContain("      {}, /* 甲 */ /* 乙 */\n      {}\n");
    expect(rows("{}, /* 甲 */ {},")).toContain("      {},\n      /* 甲 */ {},\n      {}\n");
  });

  it("are put after a phrase whose words they parted", () => {
    expect(format("加分项 甲 up /* c */ to 3 分 { 加 1 分 }")).toBe("加分项 甲 up to /* c */ 3 分 { 加 1 分 }\n");
  });

  it("that document nothing go on documenting nothing", () => {
    const source = "数据 甲 {\n  a: 文本 主键 /// 说明\n  , b: 文本\n}\n";
    expect(parse(format(source)).rubric).toMatchObject({ declarations: [{ fields: [{}, { documentation: null }] }] });
    expect(format(format(source))).toBe(format(source));
  });
});

describe("keywords in one vocabulary", () => {
  it.each([
    [
      "限 and 同 are both `within`",
      "条目 甲 权重 20% 限 10% .. 30% { 得 最高(乙 同 丙) }",
      "item 甲 weight 20% within 10% .. 30% { earn highest(乙 within 丙) }",
    ],
    [
      "为基 is written in Chinese alone",
      "条目 甲 5 分 { 每 乙 以 3 为基 加减 1 分 }",
      "item 甲 5 分 { per 乙 from 3 add or deduct 1 分 }",
    ],
    [
      "places",
      "奖励 红旗 全街道 第 1 .. 3 名 若 甲 发 3000 元",
      "award 红旗 全街道 place 1 .. 3 名 if 甲 pays 3000 元",
    ],
    ["the top places", "奖励 红旗 全街道 前 3 名 发 3000 元", "award 红旗 全街道 top 3 名 pays 3000 元"],
    ["English words agree in number and person", "条目 保留 1 位小数", "items round to 1 decimal"],
    ["of the score, too", "总分 保留 2 位小数", "score rounds to 2 decimals"],
    [
      "a floor earns",
      "条目 甲 5 分 { 得 按比例 乙 / 丙 低于 60% 得 0 }",
      "item 甲 5 分 { earn in proportion 乙 / 丙 below 60% earns 0 }",
    ],
    ["operators and flags", "设 甲 = 非 乙 且 丙 = 是 或 丁 = 无", "let 甲 = not 乙 and 丙 = yes or 丁 = none"],
    [
      "functions and the score",
      "处理 谈话 若 连续(末位(全街道)) >= 2 或 总分 < 60",
      "consequence 谈话 if running(last(全街道)) >= 2 or score < 60",
    ],
    [
      "the total of a coefficient",
      "系数 甲 按 乙 { < 1: 0.9; 其余: 1 } 用于 总分",
      "coefficient 甲 by 乙 { < 1: 0.9; else: 1 } applies to total",
    ],
  ])("%s", (_, zh, en) => {
    expect(format(zh, { keywords: "en" })).toBe(`${en}\n`);
    expect(format(en, { keywords: "zh" })).toBe(`${zh}\n`);
  });

  it("leaves names that are spelled like keywords alone", () => {
    expect(format("数据 条目 { 权重: 文本 主键; 总分: 数值 分 }\n设 扣 = 总分", { keywords: "en" })).toBe(
      "data 条目 { 权重: text key, 总分: number 分 }\nlet 扣 = 总分\n",
    );
  });

  it("puts a name between quotes where the other vocabulary would read it as a keyword", () => {
    const source = "veto 适用 if 甲 { unranked }";
    expect(format(source, { keywords: "zh" })).toBe("一票否决 「适用」 若 甲 { 不排名 }\n");
  });

  it("brings the example to English and back without a change", () => {
    const once = format(example);
    const english = format(example, { keywords: "en" });
    expect(english).not.toMatch(/^\s*(大类|条目|加分项|每|若|逐条|酌情|处理|样例|给定|应得) /m);
    expect(format(english, { keywords: "zh" })).toBe(once);
    expect(parse(english).findings).toEqual([]);
  });
});

describe("a text with errors", () => {
  it("comes back unchanged, and says so", () => {
    const source = "条目  甲 5 分 {\n 每 迟报 扣\n}";
    expect(format(source)).toBe(source);
    expect(formatParsed(parse(source))).toBeNull();
  });
});
