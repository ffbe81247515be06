// What was reported of percentages, ratios and units, with the values that are right: in both evaluators.

import * as engine from "@yardstick/engine";
import { readTables } from "@yardstick/tables";
import { describe, expect, it } from "vitest";
import { compile, type Rubric } from "yardstick";

type Row = Readonly<Record<string, string>>;

function compiled(text: string): Rubric {
  const { rubric, diagnostics } = compile(text);
  if (rubric === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return rubric;
}

/** Of each subject, in the order of the rows; both evaluators agree. */
function scored(text: string, rows: readonly Row[]): readonly engine.SubjectResult[] {
  const { program } = compiled(text);
  const dataset = readTables(program, [
    { role: "subjects", file: "d.json", format: "json", text: JSON.stringify(rows) },
  ]);
  const found = engine.evaluate(program, dataset).subjects;
  expect(JSON.stringify(engine.evaluateColumns(program, dataset).subjects)).toBe(JSON.stringify(found));
  return found;
}

const diagnosticsOf = (text: string) => compile(text).diagnostics.filter(({ severity }) => severity !== "advice");
const codesOf = (text: string): readonly string[] => diagnosticsOf(text).map(({ code }) => code);

describe("three appraisals weighted in percent", () => {
  const rubric = (type: string): string => `考核 "三评一定"
满分 100 分
数据 干部 { 姓名: 文本 主键, 自评: ${type} 0 .. 100, 目标: ${type} 0 .. 100, 组织: ${type} 0 .. 100 }
条目 三评 100 分 { 得 自评 × 10% + 目标 × 50% + 组织 × 40% }
`;
  const rows = [
    { 姓名: "甲", 自评: "90", 目标: "80", 组织: "70" },
    { 姓名: "乙", 自评: "10", 目标: "5", 组织: "3" },
    { 姓名: "丙", 自评: "1", 目标: "1", 组织: "1" },
  ];

  it("over marks without a unit are refused, and the fix gives the right scores", () => {
    const text = rubric("数值");
    const [error, ...others] = diagnosticsOf(text);
    expect([error?.code, others]).toEqual(["points-expected", []]);
    expect(error?.help).toContain("「自评」、「目标」、「组织」没有单位");
    const fixed = [...(error?.fixes[0]?.edits ?? [])]
      .sort((a, b) => b.span[0] - a.span[0])
      .reduce((sofar, { span, text: put }) => sofar.slice(0, span[0]) + put + sofar.slice(span[1]), text);
    expect(fixed).toBe(rubric("数值 分"));
  });

  it("over marks in points give 77, 4.7 and 1", () => {
    expect(scored(rubric("数值 分"), rows).map(({ score }) => score)).toEqual(["77.00", "4.70", "1.00"]);
  });
});

it("a percentage of a number is such a number: 3693 × 120% rounds to 4432, 80% of 125 people are 100", () => {
  const [first] = scored(
    `考核 "绩效工资"
满分 100 分
数据 干部 { 姓名: 文本 主键, 迟报: 计数 次, 基数: 数值, 应到: 计数 人 }
条目 日常 100 分 { 每 迟报 扣 1 分 }
公布 工资 = 基数 × 120% 保留 0 位小数
公布 应到八成 = 应到 × 80%
公布 工资2 = 基数 × 1.2 保留 0 位小数
`,
    [{ 姓名: "甲", 迟报: "3", 基数: "3693", 应到: "125" }],
  );
  expect(first?.outputs).toEqual({ 工资: "4432", 应到八成: "100.00", 工资2: "4432" });
});

it("a percentage of a count is a limit like any other: one person short is 0.1 points", () => {
  const text = `考核 "绩效"
满分 10 分
数据 干部 { 姓名: 文本 主键, 应到: 计数 人, 实到: 计数 人 }
条目 出席 10 分 { 每 实到 少于 应到 × 80% 扣 0.1 分 }
`;
  expect(codesOf(text)).toEqual([]);
  expect(scored(text, [{ 姓名: "甲", 应到: "100", 实到: "79" }])[0]?.score).toBe("9.90");
});

it("marks mixed in percent are compared with a mark, and no message doubts it", () => {
  const text = `考核 "折算"
满分 10 分
数据 干部 { 姓名: 文本 主键, 测评: 数值 0 .. 100, 到会: 数值 0 .. 100 }
条目 甲 10 分 { 若 测评 × 60% + 到会 × 40% < 60 扣 5 分 }
`;
  expect(codesOf(text)).toEqual([]);
  const rows = [
    { 姓名: "甲", 测评: "90", 到会: "90" },
    { 姓名: "乙", 测评: "50", 到会: "50" },
  ];
  expect(scored(text, rows).map(({ score }) => score)).toEqual(["10.00", "5.00"]);
});

describe("figures and money by the point", () => {
  const data =
    "data team { name: text key, wage: number yuan, spots: count, grade: choice(light, severe, grave) }\n".replace(
      " spots_found",
      "",
    );
  const row = { name: "A", wage: "3000", spots: "4", grade: "grave" };

  it("wage + score * 50 yuan is yuan", () => {
    const [first] = scored(
      `total 10 points\n${data}item a 10 points { per spots deduct 1 point }\noutput pay = wage + score * 50 yuan\n`,
      [row],
    );
    expect(first?.outputs).toEqual({ pay: "3300.00" });
  });

  it("900 - 100 * place is yuan where money is due", () => {
    const text = `total 10 points\n${data}item a 10 points { per spots deduct 1 point }\nranking all by score\naward flag all place 1 .. 3 pays 900 - 100 * place\n`;
    expect(scored(text, [row])[0]?.awards).toEqual([{ name: "flag", pays: "800" }]);
  });

  it("a table of bare numbers times a count is points", () => {
    const text = `total 10 points\n${data}item a 10 points { deduct (by grade { light: 0.5; severe: 1; grave: 2 }) * spots }\n`;
    expect(scored(text, [row])[0]?.score).toBe("2.00");
  });

  it("a pot is shared out by points", () => {
    const text = `total 10 points\n${data}constant pot: number yuan = 1000 yuan\nitem a 10 points { per spots deduct 1 point }\noutput part = pot * score / total(score)\n`;
    expect(compiled(text).program.outputs[0]?.value.type).toMatchObject({ dimension: { 元: 1 } });
    expect(scored(text, [row, { ...row, name: "B", spots: "6" }]).map(({ outputs }) => outputs["part"])).toEqual([
      "600.00",
      "400.00",
    ]);
  });
});

it("1 - rate is 100% - rate, written in place or named before", () => {
  const text = `考核 "差错率"
满分 160 分
数据 科室 { 名称: 文本 主键, 差错率: 百分数 }
设 准确率 = 1 - 差错率
条目 直接写 40 分 { 得 1 - 差错率 }
条目 先命名 40 分 { 得 准确率 }
条目 乘满分 40 分 { 得 满分 * (1 - 差错率) }
条目 百分 40 分 { 得 100% - 差错率 }
`;
  const found = scored(text, [{ 名称: "甲", 差错率: "5%" }])[0]?.parts;
  expect(found).toEqual({ 直接写: "38", 先命名: "38", 乘满分: "38", 百分: "38" });
});

it("deducting 1 - rate deducts that share", () => {
  const text = `满分 100 分
数据 村 { 名称: 文本 主键, 满意率: 百分数 }
条目 扣差额 100 分 { 扣 1 - 满意率 }
`;
  const rows = [
    { 名称: "甲", 满意率: "95%" },
    { 名称: "乙", 满意率: "85%" },
  ];
  expect(scored(text, rows).map(({ score }) => score)).toEqual(["95.00", "85.00"]);
});

it("a percentage is rounded behind its hundredths, in place, through a let and as published", () => {
  const text = `total 80 points
data v { name: text key, sat: percent }
let r = round(sat, 1)
item inlined 40 points { earn round(sat, 1) }
item named 40 points { earn r }
output shown = sat rounds to 1 decimals
output fn = round(sat, 1) rounds to 4 decimals
output whole = round(sat, 0) rounds to 4 decimals
output published = sat rounds to 0 decimals
`;
  const rows = [
    { name: "A", sat: "92.46%" },
    { name: "B", sat: "44.9%" },
    { name: "C", sat: "50.5%" },
    { name: "D", sat: "0.5%" },
  ];
  const found = scored(text, rows).map(({ parts, outputs }) => ({ ...parts, ...outputs }));
  expect(found).toEqual([
    { inlined: "37", named: "37", shown: "92.5%", fn: "92.5000%", whole: "92.0000%", published: "92%" },
    { inlined: "17.96", named: "17.96", shown: "44.9%", fn: "44.9000%", whole: "45.0000%", published: "45%" },
    { inlined: "20.2", named: "20.2", shown: "50.5%", fn: "50.5000%", whole: "51.0000%", published: "51%" },
    { inlined: "0.2", named: "0.2", shown: "0.5%", fn: "0.5000%", whole: "1.0000%", published: "1%" },
  ]);
});

it("what is in 万元 is rounded in 万元, in place and as published, and published in yuan", () => {
  const text = `total 1 point
data s { name: text key, e: number 万元, y: number yuan }
item a 1 point { earn full }
output fn = round(e, 1) rounds to 4 decimals
output published = e rounds to 1 decimals
output silent = e
output half = round(y * 50%, 0)
`;
  const [first] = scored(text, [{ name: "A", e: "12.3456", y: "9.8" }]);
  expect(first?.outputs).toEqual({ fn: "123000", published: "123000", silent: "123456.00", half: "5.00" });
  expect(
    compiled(text)
      .score([{ name: "A", e: "12.3456", y: "9.8" }])
      .toJSON().units,
  ).toEqual({ fn: "元", published: "元", silent: "元", half: "元" });
});

it("a percentage times 100 is a number", () => {
  const text = `满分 1 分
数据 部门 { 名称: 文本 主键, 完成率: 百分数 }
公布 得分值 = 完成率 * 100
条目 甲 1 分 { 得 完成率 }
`;
  const [first] = scored(text, [{ 名称: "甲", 完成率: "95%" }]);
  expect(first?.outputs).toEqual({ 得分值: "95.00" });
});
