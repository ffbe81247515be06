import { around, data, type Case } from "../marked.js";

const head = `满分 100 分\n${data}`;

export const points: readonly Case[] = [
  { says: "an item has points", text: `${data}条目 |乙| { 每 迟报 扣 0.1 分 }`, codes: ["item-points-missing"] },
  {
    says: "a section without points is what its items add up to",
    text: `${data}大类 甲 { 条目 乙 3 分 {} 条目 丙 4 分 {} }`,
    codes: [],
  },
  { says: "an empty section has nothing to add up", text: `${data}大类 |甲| {}`, codes: ["section-points-missing"] },
  { says: "weights need a total", text: `${data}条目 |乙| 权重 100% {}`, codes: ["total-missing"] },
  { says: "points are counted in points", text: `${data}条目 乙 |3 元| {}`, codes: ["points-unit"] },
  {
    says: "a bonus has a limit, not points",
    text: `${data}条目 乙 3 分 {}\n加分项 丙 |3 分| { 每 迟报 加 0.1 分 }`,
    codes: ["allowance-points"],
  },
  {
    says: "parts add up to their section",
    text: `${data}大类 甲 |18 分| { 条目 乙 10 分 {} 条目 丙 7 分 {} }`,
    codes: ["points-sum"],
  },
  {
    says: "a total needs something that adds up to it",
    text: `满分 |50 分|\n${data}扣分项 丁 最多 50 分 { 每 缺项 扣 1 分 }`,
    codes: ["points-sum"],
  },
  {
    says: "a total of nothing does not",
    text: `满分 0 分\n${data}扣分项 丁 最多 50 分 { 每 缺项 扣 1 分 }`,
    codes: [],
  },
  {
    says: "sections add up to the total",
    text: `满分 |100 分|\n${data}大类 甲 60 分 { 条目 乙 60 分 {} }\n大类 丙 41 分 { 条目 丁 41 分 {} }`,
    codes: ["points-sum"],
  },
  {
    says: "sums are exact",
    text: `${data}大类 甲 1 分 { 条目 乙 0.1 分 {} 条目 丙 0.2 分 {} 条目 丁 0.7 分 {} }`,
    codes: [],
  },
  {
    says: "bonuses and penalties are left out of the sum",
    text: `${data}大类 甲 3 分 { 条目 乙 3 分 {} 加分项 丙 最多 2 分 { 每 迟报 加 1 分 } 扣分项 丁 最多 2 分 { 每 缺项 扣 1 分 } }`,
    codes: [],
  },
  {
    says: "weights add up to one",
    text: `${head}大类 |甲| 权重 50% { 条目 乙 1 分 {} }\n大类 丙 权重 40% { 条目 丁 1 分 {} }`,
    codes: ["weights-sum"],
  },
  {
    says: "thirds add up to one",
    text: `${head}大类 甲 权重 1/3 { 条目 乙 1 分 {} }\n大类 丙 权重 2/3 { 条目 丁 权重 1 {} }`,
    codes: [],
  },
  {
    says: "weights and points do not mix side by side",
    text: `${head}大类 甲 权重 50% { 条目 乙 1 分 {} }\n大类 |丙| 50 分 { 条目 丁 50 分 {} }`,
    codes: ["weights-and-points"],
  },
  {
    says: "a weight is a share",
    text: `${head}条目 乙 权重 |25| {}\n条目 丙 权重 75% {}`,
    codes: ["weight-not-a-share"],
  },
  {
    says: "a weight lies within its bounds",
    text: `${head}条目 乙 权重 |30%| 限 20% .. 25% {}\n条目 丙 权重 70% {}`,
    codes: ["outside-bounds"],
  },
  {
    says: "points of a section lie within their bounds",
    text: `${data}大类 甲 |30 分| 限 20 .. 25 分 { 条目 乙 30 分 {} }`,
    codes: ["outside-bounds"],
  },
  {
    says: "each variant adds up by itself",
    text: `${data}大类 甲 |10 分| 按 类型 { 城 { 条目 乙 10 分 {} } 乡 { 条目 乙 9 分 {} } }`,
    codes: ["points-sum"],
  },
  {
    says: "variants take all levels, or the rest",
    text: `${data}大类 甲 10 分 按 |类型| { 城 { 条目 乙 10 分 {} } }`,
    codes: ["levels-missing"],
  },
  {
    says: "a bonus outside the allowed sections is found",
    text: around("加分项 |丙| 最多 2 分 { 每 缺项 加 1 分 }\n加分项 丁 最多 2 分 { 每 缺项 加 1 分 }\n加分 仅限 丁"),
    codes: ["bonus-not-allowed"],
  },
  { says: "a section without a bonus need not be named", text: around("加分 仅限 |甲|"), codes: ["no-bonus-there"] },
  {
    says: "a scenario keeps the sums",
    text: `${head}条目 乙 权重 60% {}\n条目 丙 权重 40% {}\n方案 "一" { 乙: 权重 50%; 丙: 权重 50% }\n方案 |"二"| { 乙: 权重 50% }`,
    codes: ["scenario-sum"],
  },
  {
    says: "a scenario keeps to the bounds",
    text: `${head}条目 乙 权重 60% 限 50% .. 70% {}\n条目 丙 权重 40% {}\n方案 "一" { 乙: 权重 |80%|; 丙: 权重 20% }`,
    codes: ["outside-bounds"],
  },
  {
    says: "a scenario changes a weight that is there",
    text: around('方案 "一" { |乙: 权重 50%| }'),
    codes: ["scenario-no-weight"],
  },
  {
    says: "a scenario changes points that are there",
    text: `${head}条目 乙 权重 60% {}\n条目 丙 权重 40% {}\n方案 "一" { |乙: 50 分| }`,
    codes: ["scenario-no-points"],
  },
];
