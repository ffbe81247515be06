import { around, item, type Case } from "../marked.js";

/** Data with marks without a unit, beside what the other cases have. */
const marks = (lines: string): string =>
  `数据 社区 { 名称: 文本 主键\n实际: 数值\n最高分: 数值 1 .. }\n条目 乙 40 分 {\n${lines}\n}\n`;

const besides = ["unused", "condition-decided", "band-unreachable", "possible-division-by-zero"];

export const numbers: readonly Case[] = [
  {
    says: "a bare number beside a percentage has no %",
    text: item("若 合格率 < |95| 扣 1 分"),
    codes: ["bare-beside-percent"],
    besides,
  },
  { says: "1 stands before a percentage for 100%", text: item("扣 1 - 合格率\n扣 1 + 合格率"), codes: [] },
  { says: "1 behind a percentage has no %", text: item("扣 合格率 - |1|"), codes: ["bare-beside-percent"] },
  { says: "0 goes with everything", text: item("扣 较大(0, 合格率 - 60%)\n若 完成 + 补贴 > 0 扣 1 分"), codes: [] },
  {
    says: "a bare number beside a percentage in a maximum",
    text: item("得 较大(合格率, |0.5|)"),
    codes: ["bare-beside-percent"],
  },
  { says: "a bare step of a percentage", text: item("得 舍入(合格率, 到 |0.5|)"), codes: ["bare-beside-percent"] },
  {
    says: "a range of percentages is written with %",
    text: `数据 社区 { 名称: 文本 主键\n率: 百分数 0 .. |1| }\n条目 乙 10 分 { 得 率 }`,
    codes: ["bare-beside-percent"],
  },
  {
    says: "a bare row beside percentages may be points, where the table is an amount",
    text: item("得 按 迟报 { 1: 100%; 2: |8|; 其余: 0 }"),
    codes: ["bare-beside-percent"],
  },
  {
    says: "points beside percentages in the table of an amount",
    text: item("得 按 迟报 { 1: 100%; 2: 8 分; 其余: 0 }"),
    codes: [],
  },
  {
    says: "points beside percentages in the table of a let",
    text: `${around("设 r = 按 迟报 { 1: 100%; 2: |8 分|; 其余: 0 }\n公布 子 = r")}`,
    codes: ["rows-differ"],
  },
  {
    says: "points beside a percentage in a sum",
    text: item("得 |合格率| + 2 分"),
    codes: ["number-beside-percent"],
  },
  {
    says: "points beside a percentage in a maximum",
    text: item("得 较大(合格率, |10 分|)"),
    codes: ["number-beside-percent"],
  },
  { says: "money beside a percentage", text: around("公布 子 = 补贴 + |5%|"), codes: ["number-beside-percent"] },
  {
    says: "a hundredfold beside a percentage",
    text: item("若 合格率 × 100 < |60%| 扣 1 分"),
    codes: ["number-beside-percent"],
    besides,
  },
  {
    says: "100 beside a ratio is 10000%",
    text: item("若 完成 / 任务 >= |100| 扣 1 分"),
    codes: ["ratio-beside-number"],
    besides,
  },
  {
    says: "so many times beside a ratio",
    text: item("若 完成 / 任务 >= 1.2 扣 1 分\n若 完成 / 任务 >= 80% 扣 1 分"),
    codes: [],
  },
  { says: "marks without a unit are no points", text: marks("得 |实际|"), codes: ["points-expected"], besides: [] },
  {
    says: "percentages of marks without a unit are no points",
    text: marks("得 |实际 × 10% + 最高分 × 90%|"),
    codes: ["points-expected"],
    besides: [],
  },
  {
    says: "a ratio of marks may be a share or points",
    text: marks("得 |实际 / 最高分|"),
    codes: ["points-expected"],
    besides: [],
  },
  { says: "a ratio of marks times 100% is a share", text: marks("得 实际 / 最高分 × 100%"), codes: [] },
  {
    says: "bare weights of percentages may be shares or points",
    text: item("得 |合格率 × 0.6 + 合格率 × 0.4|"),
    codes: ["points-expected"],
  },
  { says: "a hundredfold ratio may be points", text: item("得 |100 × 完成 / 任务|"), codes: ["points-expected"] },
  { says: "a percentage of a count is a count", text: item("得 |人口 × 80%|"), codes: ["points-expected"] },
  { says: "a ratio by a literal counts", text: item("得 |完成 / 1 万元|"), codes: ["points-expected"] },
  {
    says: "people a household are no share",
    text: item("得 |人口 / 缺项|"),
    codes: ["points-expected"],
    besides: ["unused", "possible-division-by-zero"],
  },
  {
    says: "a literal times a count is points",
    text: item("扣 0.1 × 迟报\n扣 10 + 2 × 缺项\n扣 (按 等级 { 差: 0.5; 中: 1; 好: 0 }) × 迟报"),
    codes: [],
  },
  {
    says: "money is paid by the point",
    text: around(
      "公布 子 = 补贴 + 总分 × 50 元\n排名 全 按 总分\n奖励 红旗 全 第 1 名 发 总分 × 30 元\n奖励 流动 全 第 2 名 发 900 - 100 × 位次",
    ),
    codes: [],
  },
];
