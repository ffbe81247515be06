import { describe, expect, it } from "vitest";
import { analyse, applyEdits, parse, setName, type ast, type Span } from "@yardstick/language";
import { after } from "./marked-source.js";

/** Every kind of name, each used wherever it can be. */
const sample = `考核 "改名"
选项 档次 (差 < 中 < 好)
常量 上限: 数值 分 = 2
数据 社区 {
  名称: 文本 主键
  年度: 期别
  片区: 文本
  类别: 选项(城区, 农村)
  服务: 档次
  态度: 档次
  迟报: 计数 次
  完成: 数值 万元
  任务: 数值 万元 1 ..
  台账: 明细 { 事项: 文本, 日期: 日期, 数量: 计数 = 1 }
}
设 完成率 = 完成 / 任务
大类 党群 10 分 {
  数据 社区 { 缺席: 计数 次 }
  条目 会风 6 分 考核部门 "组织办" {
    每 迟报 扣 0.1 分 最多 上限
    每 缺席 扣 0.1 分 除非 类别 = 农村
    逐条 台账 其中 事项 = "迟报" 扣 0.1 分 * 数量 最多 1 分 每 月份(日期)
    酌情 扣 纪律松懈 0 .. 1 分
  }
  条目 作风 4 分 考核部门 "组织办" { 得 按 服务 { 好: 满分; 中: 50%; 差: 0 } }
}
大类 经济 10 分 按 类别 {
  城区 { 条目 招商 10 分 考核部门 "经发办" { 得 按比例 完成 / 任务 } }
  农村 { 条目 农业 10 分 考核部门 "农办" { 若 态度 = 差 扣 1 分; 每 求和(台账.数量 其中 事项 = "缺") 扣 0.1 分 } }
}
加分项 超额 最多 1 分 考核部门 "经发办" { 每 1% 完成率 超过 100% 加 0.1 分 }
加分 仅限 超额
系数 规模 按 迟报 { < 10: 1; 其余: 0.9 } 用于 经济
一票否决 党群 若 缺席 > 9 { 等次不高于 称职; 不占名次 }
排名 总榜 按 总分 同 片区 再按 缺席 并列 同名次
排名 分线 按 各大类 并列 同名次
等次 年度等次 按 总榜 { 优秀: 名额 20% 且 总分 >= 19; 称职: 总分 >= 15; 其余: 不称职 }
奖励 红旗 总榜 第 1 名 若 年度等次 = 优秀 发 上限 * 500 元 / 1 分
处理 谈话 若 末位(总榜) 或 连续(末位(分线)) >= 2 或 党群 = 是
公布 均分 = 平均(得分(党群) 同 片区) 保留 1 位小数
要求 完成 >= 0 "不为负"
政策 分值(党群.会风) / 分值(经济) >= 0.1 "不低于一成"
方案 "放宽" { 上限: 3 分; 党群.会风: 7 分; 作风: 3 分 }
样例 "会风" {
  给定 { 类别: 城区, 服务: 好, 缺席: 2 次, 台账: [{ 事项: "迟报", 日期: 2024-01-02 }], 纪律松懈: 0.5 分, 其余: 满分 }
  应得 { 会风: 5.2, 党群.会风: 5.2, 党群: 9.2, 均分: 9.2, 年度等次: 优秀 }
}
`;

const parsed = parse(sample);
const before = analyse(sample);

/** Every place where a name of the text stands, by what the name is. */
function places(): Map<string, Span[]> {
  const found = new Map<string, Span[]>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ((node as ast.Name).kind === "name") {
      const { text, span } = node as ast.Name;
      found.set(text, [...(found.get(text) ?? []), span]);
    } else Object.values(node).forEach(visit);
  };
  visit(parsed.rubric);
  return found;
}

function programOf(source: string): string {
  const { program, findings } = analyse(source);
  expect(findings).toEqual([]);
  return JSON.stringify(program, (key, value: unknown) => (/span$/i.test(key) ? undefined : value));
}

describe("a name is changed wherever it stands", () => {
  it("in a rubric that has every kind of them", () => {
    expect(before.findings).toEqual([]);
    expect(before.program).not.toBeNull();
  });

  it.each([
    ["a field", "完成", 4],
    ["a field that groups", "片区", 3],
    ["a list", "台账", 4],
    ["a column of a list", "事项", 4],
    ["a column read in an amount", "数量", 3],
    ["a constant", "上限", 4],
    ["a choice", "档次", 3],
    ["a level of a choice", "好", 3],
    ["a level that a section is parted by", "农村", 3],
    ["a value", "完成率", 2],
    ["a section", "经济", 3],
    ["an item", "会风", 5],
    ["a bonus", "超额", 2],
    ["a judgement", "纪律松懈", 2],
    ["the table of subjects", "社区", 2],
    ["a ranking", "总榜", 4],
    ["a ranking by section", "分线", 2],
    ["grades", "年度等次", 3],
    ["a grade", "优秀", 3],
    ["an output", "均分", 2],
  ] as const)("%s", (_, name, times) => {
    const spans = places().get(name) ?? [];
    for (const span of spans) {
      const edits = setName(parsed, { span }, "甲乙丙丁");
      expect(edits).toHaveLength(times);
      const renamed = applyEdits(sample, edits ?? []);
      expect(programOf(renamed).replaceAll("甲乙丙丁", name)).toBe(programOf(sample));
    }
  });

  it("and nothing else that is spelled so", () => {
    const section = places().get("党群") ?? [];
    const veto = sample.indexOf("党群 若 缺席");
    const isVeto = (span: Span): boolean => span[0] === veto || sample.slice(span[1]).startsWith(" = 是");
    for (const span of section) {
      const edits = setName(parsed, { span }, "甲乙丙丁") ?? [];
      expect(edits.map((e) => e.span)).toEqual(section.filter((other) => isVeto(other) === isVeto(span)));
    }
  });

  it("gives the text back when it is changed back", () => {
    const there = applyEdits(sample, setName(parsed, { span: places().get("台账")![0]! }, "流水") ?? []);
    const name = analyse(there).facts.declared.find((d) => d.name === "流水");
    expect(applyEdits(there, setName(parse(there), name!, "台账") ?? [])).toBe(sample);
  });
});

const small =
  '数据 社区 { 名称: 文本 主键, |迟报|: 计数 次, 缺席: 计数 次 }\n条目 甲 5 分 考核部门 "乙" { 每 迟报 扣 1 分; 每 缺席 扣 1 分 }\n';
const renamed = (to: string, source = small): string | null => after(source, ({ parsed: p, at }) => setName(p, at, to));

describe("a new name", () => {
  it.each([
    ["stands as it is where it can", "迟报次数", "每 迟报次数 扣"],
    ["may be a soft keyword", "权重", "每 权重 扣"],
    ["stands between quotes where it is no identifier", "迟报 次数", "每 「迟报 次数」 扣"],
    ["stands between quotes where it is a hard keyword", "每", "每 「每」 扣"],
    ["stands between quotes where it would be read as something else", "是", "每 「是」 扣"],
    ["stands between other quotes where it has the usual ones", "迟「报」", "每 `迟「报」` 扣"],
  ])("%s", (_, to, expected) => {
    expect(renamed(to)).toContain(expected);
  });

  it.each([
    ["empty", " "],
    ["taken", "缺席"],
    ["one with quotes of both kinds", "a`b」c"],
    ["one of several lines", "a\nb"],
  ])("cannot be %s", (_, to) => {
    expect(renamed(to)).toBeNull();
  });

  it("that is the old one needs no edit", () => {
    expect(renamed("迟报")).toBe(small.replaceAll("|", ""));
  });

  it("cannot be given to a function or a unit", () => {
    expect(renamed("甲", "公布 甲 = |绝对值|(1)")).toBeNull();
    expect(renamed("甲", "数据 社区 { 名称: 文本 主键, 迟报: 计数 |次| }")).toBeNull();
  });
});
