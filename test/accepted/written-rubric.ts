/**
 * Rubrics as an office would write them, at random, with data for them: fields, sections, items, lines and results that mean
 * something, so that the checker accepts most of them. Texts in Chinese or English keywords; rows with blanks, zeros, extremes.
 */
import * as fc from "fast-check";

interface Written {
  readonly text: string;
  readonly subjects: readonly Readonly<Record<string, unknown>>[];
}

type Draw = <T>(from: readonly T[]) => T;

const data = `数据 单位 {
  名称: 文本 主键
  片区: 文本 可空
  年度: 期别
  迟报: 计数 次
  检查: 计数 次
  完成: 数值 万元
  任务: 数值 万元
  满意率: 百分数
  事故: 是否
  在册: 是否 = 是
  档次: 选项(差 < 中 < 好)
  上报: 日期
  台账: 明细 { 事项: 文本, 数量: 计数, 日期: 日期 }
}`;

const conditions: readonly string[] = [
  "事故",
  "非 事故",
  "迟报 > 2",
  "完成 >= 任务",
  "满意率 < 60%",
  "档次 = 好",
  "档次 >= 中",
  "上报 > 2008-06-30",
  '有(台账 其中 事项 = "信访")',
  "个数(台账) > 1",
  "事故 且 非 在册",
  "迟报 = 0 或 检查 = 0",
];
const numbers: readonly string[] = [
  "迟报",
  "检查",
  "(迟报 + 检查)",
  "个数(台账)",
  "求和(台账.数量)",
  "较大(迟报, 检查)",
];
const ratios: readonly string[] = [
  "完成 / 任务",
  "满意率",
  "(完成 + 1 万元) / 较大(任务, 1 万元)",
  "完成 / (任务 - 完成)",
];
const across: readonly string[] = ["最高(完成)", "平均(迟报)", "合计(完成)", "最低(完成 其中 在册)"];
const points: readonly string[] = ["0.1 分", "0.5 分", "1 分", "5%", "20%", "满分"];
const suffixes: readonly string[] = ["", "", "", " 最多 1 分", " 除非 在册", ' 依据 "细则"'];

function deduction(draw: Draw): string {
  const points1 = draw(points);
  const body = draw([
    () => `每 ${draw(numbers)} 扣 ${points1}`,
    () => `每 ${draw(numbers)} 少于 4 扣 ${points1}`,
    () => `每 2 次 ${draw(["迟报", "检查"])} 超过 3 扣 ${points1}`,
    () => `每 迟报 介于 2 .. 5 扣 ${points1}`,
    () => `每 5% ${draw(ratios)} 少于 80% 扣 ${points1}`,
    () => `若 ${draw(conditions)} 扣 ${points1}`,
    () => `逐条 台账 其中 数量 > 1 扣 0.1 分`,
    () => `逐条 台账 扣 数量 * 0.1 分 最多 2 分 每 月份(日期)`,
    () => `酌情 扣 作风${draw(["甲", "乙", "丙", "丁", "戊"])} 0 .. 1 分`,
    () => `扣 按 迟报 { 0: 0; 1 .. 3: 0.5; 其余: 1 }`,
    () => `若 事故 每 迟报 扣 0.1 分`,
    () => `扣 1 分 * 迟报 / ${draw(["检查", "较大(检查, 1)"])}`,
    () => `若 ${draw(conditions)} { 扣 ${points1} } 否则 { 每 检查 扣 0.1 分 }`,
    () => `扣 按 名次(完成) { 1: 0; 2 .. 3: 10%; 其余: 30% }`,
    () => `每 检查 加 0.2 分 最多 1 分`,
    () => `扣 按 迟报 { <= 1: 0; 1 .. 3: 0.5; 3 .. 5: 0.8; ${draw([">", ">="])} 5: 1 }`,
    () => `若 完成 / 任务 < ${draw(["10", "100", "1.2"])} 扣 ${points1}`,
    () => `每 1 万元 完成 少于 ${draw(across.filter((value) => value.includes("完成")))} 扣 0.01 分`,
  ])();
  return body.includes("最多") || body.includes("{") ? body : body + draw(suffixes);
}

function earning(draw: Draw): string {
  return draw([
    () => `得 按比例 完成 / 任务`,
    () => `得 按比例 ${draw(ratios.filter((value) => value.includes(" / ")))} 低于 60% 得 0`,
    () => `得 按 档次 { 差: 0; 中: 60%; 好: 满分 }`,
    () => `得 按 满意率 { < 60%: 0; 60% .. 80%: 50%; >= 80%: 满分 }`,
    () => `得 按 满意率 { >= 100%: 满分; 90% .. 99%: 80%; 80% .. 89%: 60%; 其余: 0 }`,
    () => `得 按 完成 { < 20: 0; 20 .. 60: 50%; 60 .. 90: 80%; > 90: 满分 }`,
    () => `得 按 名次(完成) { 1: 满分; 2 .. 3: 80%; 其余: 40% }`,
    () => `若 ${draw(conditions)} 得 满分`,
    () => `得 均值(台账.数量) * 0.1 分`,
    () => `酌情 得`,
    () => `得 满分 * 完成 / ${draw(across.filter((value) => value.includes("完成")))}`,
  ])();
}

function item(draw: Draw, number: number, worth: string): string {
  const lines =
    draw([0, 1, 2]) === 0 ? [earning(draw)] : Array.from({ length: draw([1, 1, 2, 3]) }, () => deduction(draw));
  const applies = draw(["", "", "", " 适用 若 在册", " 适用 若 非 事故 否则 满分", " 适用 若 档次 >= 中 否则 折算"]);
  const rounds = draw(["", "", "", " 保留 1 位小数"]);
  return `条目 事项${number} ${worth}${applies}${rounds} {\n${lines.map((line) => `    ${line}\n`).join("")}  }`;
}

function results(draw: Draw): string[] {
  const by = draw(["总分", "得分(大类0)", "完成"]);
  const ranking = `排名 总排名 按 ${by}${draw(["", " 低者在前"])}${draw(["", " 同 片区"])}${draw(["", " 并列 同名次", " 再按 满意率, 完成", " 再按 上报 低者在前, 完成 高者在前"])}`;
  const rest = [
    `排名 分项 按 各大类`,
    `奖励 红旗 总排名 第 1 .. ${draw(["1", "3"])} 名${draw(["", " 若 总分 >= 60"])} 发 ${draw(["3000 元", "1000 元 * (4 - 位次)"])}`,
    `处理 约谈 若 ${draw(["末位(总排名)", "总分 < 60", "连续(总分 < 60) >= 2", "连续(末位(总排名)) >= 2", "上期(总分) > 总分"])}`,
    `公布 增幅 = ${draw(["总分 - 上期(总分)", "完成 / 任务", "总分 / 最高(总分)", "名次(总分)", "完成 / 合计(完成)"])}`,
    `设 折后 = ${draw(numbers)} * 2\n公布 折算 = 折后 / 检查 保留 1 位小数`,
    `等次 评定${draw(["", " 按 总排名"])} { 优秀: 名额 ${draw(["20%", "1", "40%"])} 且 总分 >= 60; 合格: 总分 >= 30; 其余: 不合格 }`,
    `一票否决 安全 若 ${draw(conditions)} { ${draw(["总分归零", "不排名", "不占名次", "不奖励"])} }`,
    `系数 规模系数 按 检查 { < 2: 0.9; 2 .. 5: 1; > 5: 1.1 } 用于 总分`,
    `要求 迟报 <= 100 "迟报太多"`,
    `政策 ${draw(["平均(总分) >= 0", "最高(总分) <= 200", "合计(迟报) < 50"])} "总体"`,
  ].filter(() => draw([true, false, false]));
  return draw([true, true, false]) || rest.some((line) => line.includes("总排名") || line.includes("奖励"))
    ? [ranking, ...rest]
    : rest;
}

function text(draw: Draw): string {
  const sections = draw([1, 2]);
  let number = 0;
  const isWeighted = draw([true, false, false]);
  const parts = Array.from({ length: sections }, (_, section) => {
    const worths = draw([[10], [4, 6], [2, 3, 5]]);
    const share = isWeighted ? `权重 ${sections === 1 ? "100%" : "50%"}` : "10 分";
    const bonus = draw(["", "", `\n  加分项 奖${section} 最多 2 分 { 每 检查 加 0.1 分 }`]);
    return `大类 大类${section} ${share} {\n  ${worths.map((worth) => item(draw, (number += 1), `${worth} 分`)).join("\n  ")}${bonus}\n}`;
  });
  const total = isWeighted ? 100 : sections * 10;
  return ['考核 "方案"', `满分 ${total} 分`, data, ...parts, ...results(draw), ""].join("\n");
}

function subject(draw: Draw, index: number): Readonly<Record<string, unknown>> {
  const count = () => draw([null, 0, 0, 1, 2, 3, 5, 12, 1000000]);
  return {
    名称: `社区${index >> 1}`,
    年度: index % 2 === 0 ? "2007" : "2008",
    片区: draw([null, "东", "西"]),
    迟报: count(),
    检查: count(),
    完成: draw([null, "0", "60", "90", "450", "450.25", "-3", "0.0001"]),
    任务: draw([null, "0", "500", "450.25", "1"]),
    满意率: draw([null, "0%", "59.99%", "80%", "99.5%", "100%", "120%"]),
    事故: draw([null, true, false, false]),
    在册: draw([null, true, false]),
    档次: draw([null, "差", "中", "好", "好"]),
    上报: draw([null, "2008-01-01", "2008-07-01", "20081301"]),
    台账: Array.from({ length: draw([0, 0, 1, 3]) }, () => ({
      事项: draw([null, "信访", "材料"]),
      数量: draw([null, 0, 1, 2, 40]),
      日期: draw([null, "2008-01-31", "2008-02-29"]),
    })),
  };
}

/** A tape of numbers makes every choice; where it is used up, the first of the choices is taken, so a shorter tape is a simpler case. */
export const written: fc.Arbitrary<Written> = fc
  .array(fc.nat({ max: 5039 }), { minLength: 40, maxLength: 160, size: "max" })
  .map((tape) => {
    let at = 0;
    const draw: Draw = (from) => from[(tape[at++] ?? 0) % from.length]!;
    const rubric = text(draw);
    const subjects = Array.from({ length: draw([2, 3, 4, 6]) }, (_, index) => subject(draw, index));
    return { text: rubric, subjects };
  });
