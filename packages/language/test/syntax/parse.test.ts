import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, render, vocabulary, type Role } from "@yardstick/language";

const example = readFileSync(
  new URL("../../../../examples/community-2008/community-2008.rubric", import.meta.url),
  "utf8",
);

/** The syntax tree without places: what two spellings of one rubric must share. */
function shape(source: string): unknown {
  const { rubric, findings } = parse(source);
  expect(findings.map((f) => render(f, "en").message)).toEqual([]);
  return JSON.parse(
    JSON.stringify(rubric, (key, value: unknown) => (key.toLowerCase().endsWith("span") ? undefined : value)),
  );
}

const chinese = `考核 "节选"
版本 "2008" 施行 2008-01-01 .. 2008-12-31
满分 20 分
总分 保留 2 位小数
数据 社区 {
  名称: 文本 主键
  迟报: 计数 次 0 .. 99 = 0 考核部门 "组织办"
  完成: 数值 万元
  任务: 数值 万元 1 ..
  台账: 明细 { 事项: 文本, 数量: 计数 }
  等级: 选项(差 "不好" < 好)
}
大类 党群 7 分 {
  条目 甲 4 分 依据 "细则" {
    每 迟报 扣 0.1 分 最多 0.5 分 除非 完成 > 任务
    若 迟报 > 3 且 非 (完成 < 任务) 扣 10%
    逐条 台账 其中 事项 = "迟报" 扣 0.1 分 最多 1 分 每 事项
  }
  条目 乙 3 分 {
    酌情 扣 收缴不力 0 .. 1 分
    每 迟报 少于 4 扣 0.1 分
    若 迟报 = 0 {
      每 2 次 迟报 超过 4 加 0.1 分
    } 否则 {
      扣 0.1 分
    }
  }
}
大类 经济 13 分 {
  条目 丙 13 分 { 得 按比例 完成 / 任务 低于 60% 得 0 }
  加分项 丁 最多 3 分 { 每 1% 完成 / 任务 超过 100% 加 0.1 分 }
}
加分 仅限 丁
一票否决 安全 若 迟报 > 9 { 总分归零; 不占名次 }
系数 规模 按 任务 { < 10: 0.9; 10 .. 50: 1; 其余: 1.1 } 用于 总分
排名 全部 按 总分 并列 同名次
等次 年度 { 优: 名额 20% 且 总分 >= 90; 其余: 良 }
奖励 红旗 全部 第 1 .. 3 名 3000 元
处理 谈话 若 末位(全部) 或 连续(末位(全部)) >= 2
公布 平均 = 均值(台账.数量 其中 事项 = "迟报" 去掉 最高 1 最低 1) 保留 1 位小数
`;

const english = `rubric "节选"
edition "2008" effective 2008-01-01 .. 2008-12-31
total 20 分
score rounds to 2 decimals
data 社区 {
  名称: text key
  迟报: count 次 0 .. 99 = 0 assessor "组织办"
  完成: number 万元
  任务: number 万元 1 ..
  台账: list { 事项: text, 数量: count }
  等级: choice(差 "不好" < 好)
}
section 党群 7 分 {
  item 甲 4 分 basis "细则" {
    per 迟报 deduct 0.1 分 up to 0.5 分 unless 完成 > 任务
    if 迟报 > 3 and not (完成 < 任务) deduct 10%
    each 台账 where 事项 = "迟报" deduct 0.1 分 up to 1 分 per 事项
  }
  item 乙 3 分 {
    at discretion deduct 收缴不力 0 .. 1 分
    per 迟报 under 4 deduct 0.1 分
    if 迟报 = 0 {
      per 2 次 迟报 over 4 add 0.1 分
    } otherwise {
      deduct 0.1 分
    }
  }
}
section 经济 13 分 {
  item 丙 13 分 { earn in proportion 完成 / 任务 below 60% earns 0 }
  bonus 丁 up to 3 分 { per 1% 完成 / 任务 over 100% add 0.1 分 }
}
bonus only in 丁
veto 安全 if 迟报 > 9 { score 0; no place }
coefficient 规模 by 任务 { < 10: 0.9; 10 .. 50: 1; else: 1.1 } applies to total
ranking 全部 by 总分 ties share
grades 年度 { 优: quota 20% and 总分 >= 90; else: 良 }
award 红旗 全部 place 1 .. 3 名 pays 3000 元
consequence 谈话 if 末位(全部) or 连续(末位(全部)) >= 2
output 平均 = 均值(台账.数量 where 事项 = "迟报" drop highest 1 lowest 1) rounds to 1 decimal
`;

const fullWidth = chinese
  .replaceAll(", ", "，")
  .replaceAll(":", "：")
  .replaceAll("{", "｛")
  .replaceAll("}", "｝")
  .replaceAll("(", "（")
  .replaceAll(")", "）")
  .replaceAll("%", "％")
  .replaceAll(" > ", " ＞ ")
  .replaceAll(" < ", " ＜ ")
  .replaceAll("=", "＝")
  .replaceAll(" / ", " ÷ ")
  .replaceAll(" .. ", " ～ ")
  .replaceAll(";", "；")
  .replaceAll("0.1", "０．１")
  .replaceAll('"', '"');

describe("one grammar for every spelling", () => {
  it("gives English keywords the tree of the Chinese ones", () => {
    expect(shape(english)).toEqual(shape(chinese));
  });

  it("gives full-width signs and digits the tree of their ASCII twins", () => {
    expect(fullWidth).not.toBe(chinese);
    expect(shape(fullWidth)).toEqual(shape(chinese));
  });

  it("spells every keyword in both vocabularies, and no spelling twice in one role", () => {
    for (const [name, { en, zh }] of Object.entries(vocabulary) as [string, Role][]) {
      const unspelled = name === "AsBase" ? zh : [...en, ...zh].slice(0, Math.min(en.length, zh.length));
      expect(unspelled).not.toEqual([]);
      expect(new Set([...en, ...zh]).size).toBe(en.length + zh.length);
    }
  });

  it("takes soft keywords as names, and hard ones between quotes or after a dot", () => {
    const { findings } = parse(
      "数据 项目 { 主键: 文本 主键, 日期: 日期, 满分: 计数, 权重: 数值 }\n条目 条目 5 分 { 每 权重 扣 1 分; 每 「满分」 扣 1 分 }",
    );
    expect(findings).toEqual([]);
  });
});

describe("the tree is lossless", () => {
  it("holds every character of the example in a token, a comment or the space between", () => {
    const { tree } = parse(example);
    const covered = new Uint8Array(example.length);
    for (const t of tree.tokens) covered.fill(1, t.startOffset, (t.endOffset as number) + 1);
    for (const c of tree.comments) covered.fill(1, c.start, c.end);
    const between = [...example].filter((_, i) => covered[i] === 0).join("");
    expect(between.trim()).toBe("");
  });

  it("keeps documentation comments with what they stand before", () => {
    const { rubric } = parse("/// 第一行\n/// 第二行\n条目 甲 5 分 { 扣 1 分 }");
    expect(rubric.declarations[0]).toMatchObject({ kind: "item", documentation: "第一行\n第二行" });
  });
});

describe("any text parses without throwing", () => {
  it("reads the example cut off after every 23rd character", () => {
    for (let end = 0; end <= example.length; end += 23) {
      const { findings } = parse(example.slice(0, end));
      expect(findings.length).toBeLessThan(6);
    }
  }, 60_000);

  it.each([
    ["a megabyte of opening brackets", `设 a = ${"(".repeat(1_000_000)}`, "nesting-too-deep"],
    ["5,000 wrong lines in one item", `条目 甲 5 分 {\n${"如果 a 大于 3 扣 1 分\n".repeat(5000)}}`, "other-wording"],
    ["a name of a megabyte", `设 ${"a".repeat(1_000_000)} = 1`, "name-too-long"],
    [
      "10,000 nested sections",
      Array.from({ length: 10_000 }, (_, i) => `大类 a${i} 1 分 {\n`).join(""),
      "nesting-too-deep",
    ],
    ["a number of 10,000 digits", `满分 ${"9".repeat(10_000)} 分`, "number-too-long"],
    ["a hundred thousand signs", `设 a = ${"-".repeat(100_000)}1`, "expression-too-long"],
  ])("answers %s with a message", (_, source, code) => {
    expect(parse(source).findings.map((f) => f.code)).toContain(code);
  });

  it("leaves Object.prototype alone", () => {
    parse('数据 x { __proto__: 文本 主键 }\n设 __proto__ = constructor.prototype\n方案 "a" { __proto__.polluted: 1 }');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
