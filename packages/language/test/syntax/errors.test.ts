import { describe, expect, it } from "vitest";
import { parse, render } from "@yardstick/language";

/** Findings as `line:text`, code and messages in both languages. */
function findings(source: string): { code: string; line: number; text: string; zh: string; en: string }[] {
  return parse(source).findings.map((f) => ({
    code: f.code,
    line: source.slice(0, f.span[0]).split("\n").length,
    text: source.slice(...f.span),
    zh: render(f, "zh").message,
    en: render(f, "en").message,
  }));
}

const fiveMistakes = `考核 "五个错误"
满分 10 分
数据 社区 {
  名称: 文本 主键
  迟报次数: 计数 次
  班子不团结: 是否
}
大类 党群 10 分 {
  条目 甲 5 分 {
    每 迟报次数 扣 0.1 分
    若班子不团结扣 0.2 分
    每5次迟报次数 扣 0.1 分
    每 迟报次数 扣
  }
  条目 丙 5 分
    每 迟报次数 扣 0.1 分
  }
}
排名 全街道 总分
`;

describe("one mistake, one message", () => {
  it("gives five mistakes five messages, each at its place, in both languages", () => {
    expect(findings(fiveMistakes)).toEqual([
      {
        code: "joined-words",
        line: 11,
        text: "若班子不团结扣",
        zh: "「若班子不团结扣」连写，无法识别为规则。",
        en: '"若班子不团结扣" is written without spaces, so it is not recognised as a rule.',
      },
      {
        code: "number-touches-letters",
        line: 12,
        text: "5次迟报次数",
        zh: "「5次迟报次数」中，数与后面的字连写，无法识别单位。",
        en: 'In "5次迟报次数" the number runs into the letters after it, so its unit is not recognised.',
      },
      {
        code: "syntax-line",
        line: 13,
        text: "扣",
        zh: "计分规则：此处应为分值，但这一行已结束。",
        en: "Rule: expected an amount, found the end of the line.",
      },
      {
        code: "braces-missing",
        line: 15,
        text: "条目 丙 5 分",
        zh: "「丙」的内容没有写在「{」「}」里。",
        en: 'The content of "丙" is not enclosed in { and }.',
      },
      {
        code: "other-wording",
        line: 19,
        text: "总分",
        zh: "这里的「总分」读不出规则。",
        en: 'No rule can be read from "总分" here.',
      },
    ]);
  });

  it("blames the bracket that was never closed, not what stands behind it", () => {
    const found = findings(
      "大类 党群 10 分 {\n  条目 甲 5 分 {\n    每 a 扣 1 分\n  条目 乙 5 分 {\n    每 a 扣 1 分\n  }\n}\n排名 全部 按 总分\n",
    );
    expect(found.map((f) => [f.code, f.line, f.zh])).toEqual([["unclosed-brace", 2, "「甲」的「{」没有对应的「}」。"]]);
  });

  it.each([
    ["}", "stray-brace"],
    ["考核 社区", "other-wording"],
    ["考核 社区 街道", "syntax-head"],
    ["引用 班子", "syntax-use"],
    ["数据 { }", "syntax-data"],
    ["数据 社区 { 名称 文本 }", "other-wording"],
    ["数据 社区 { 名称: }", "syntax-field"],
    ["大类 { }", "syntax-section"],
    ["大类 党群 5 分 { 每 a 扣 1 分 }", "line-outside-item"],
    ["大类 党群 5 分 { 党建 5 分 }", "syntax-section"],
    ["每 迟报 扣 1 分", "line-outside-item"],
    ["# 党群", "hash-comment"],
    ["条目 甲 5 分 { 迟报 扣 1 分 }", "syntax-line"],
    ["条目 甲 5 分 { 每 迟报 1 分 }", "syntax-line"],
    ["加分项 甲 最多 { 加 1 分 }", "syntax-bonus"],
    ["条目 甲 5 分 适用 若 a 否则 b { 扣 1 分 }", "syntax-applies"],
    ["设 a = 按 b { 1 2 }", "other-wording"],
    ["设 a = 按 b { 1 2 3 }", "syntax-by"],
    ["设 a = 1 +", "syntax-value"],
    ["设 a = 求和(b", "unclosed-brace"],
    ["一票否决 安全 安全事故 > 0 { 不占名次 }", "other-wording"],
    ["一票否决 安全 若 a { 扣 1 分 }", "syntax-veto"],
    ["系数 规模 1.1", "syntax-coefficient"],
    ["等次 年度 { 优: }", "syntax-grades"],
    ["奖励 红旗 全街道 3000 元", "syntax-award"],
    ["处理 谈话 末位(全街道)", "other-wording"],
    ["处理 谈话 若", "syntax-value"],
    ["处理 若", "syntax-consequence"],
    ["公布 工资 总分", "syntax-output"],
    ["方案 甲 { }", "other-wording"],
    ["方案 { }", "syntax-scenario"],
    ['样例 "甲" { 甲: 1 }', "syntax-test"],
    ["你好", "syntax-declaration"],
    ["条目 甲 5 分 { 扣 1 分 扣 2 分 }", "missing-separator"],
    ["条目 甲 5 分 4 分 { 扣 1 分 }", "said-twice"],
    ["条目 甲 5 分 适用 若 a { 适用 若 b; 扣 1 分 }", "said-twice"],
    ["加分项 甲 最多 5 分 最多 4 分 { 加 1 分 }", "said-twice"],
    ["排名 a 按 总分 低者在前 低者在前", "said-twice"],
    ["设 a = 按 b { 其余: 1; 其余: 2 }", "said-twice"],
    ["设 a = 均值(b.c 去掉 最高 1 去掉 最低 1)", "said-twice"],
    ["设 a = 均值(b.c 去掉 最高 1 最高 2)", "said-twice"],
    ["设 a = 求和(b.c 取 最高 1 取 最高 2)", "said-twice"],
    ["设 a = 平均(b 其中 c 其中 d)", "said-twice"],
    ["设 a = 平均(b 同 c 同 d)", "said-twice"],
    ["设 a = 名次(b 并列 不空名次 并列 平均名次)", "said-twice"],
    ["条目 甲 5 分 { 扣 1 分; 每5次迟报 扣 0.1 分 }", "number-touches-letters"],
  ])("%s → %s", (source, code) => {
    expect(findings(source).map((f) => f.code)).toEqual([code]);
  });

  it("never leaves a hole in a message", () => {
    for (const source of [
      "大类",
      "条目 甲",
      "数据 社区 { 名称: 文本",
      "每",
      "排名 a 按",
      "等次 a {",
      '样例 "a" { 给定 {',
    ]) {
      for (const f of findings(source)) expect(f.zh + f.en).not.toMatch(/undefined|null|\[object/);
    }
  });
});
