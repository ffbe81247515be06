import { around, data, type Case } from "../marked.js";

const vetoes = Array.from(
  { length: 6 },
  (_, i) => `一票否决 ${i === 5 ? "|否6|" : `否${i + 1}`} 若 迟报 > ${i + 9} { 总分归零 }`,
).join("\n");

export const advice: readonly Case[] = [
  { says: "more than five vetoes are many", text: around(vetoes), codes: ["many-vetoes"] },
  {
    says: "where judgement moves more than 30% it is much",
    text: `满分 |10 分|\n${data}条目 乙 10 分 { 酌情 扣 松懈 0 .. 4 分 }`,
    codes: ["much-discretion"],
  },
  {
    says: "an item without an assessor is told where others have one",
    text: `${data}条目 乙 5 分 考核部门 "办" { 每 迟报 扣 0.1 分 }\n条目 |丙| 5 分 { 每 缺项 扣 0.1 分 }`,
    codes: ["item-without-assessor"],
  },
  { says: "where nobody has an assessor none is missed", text: around(""), codes: [], besides: ["unused"] },
  { says: "a bonus has a limit", text: around("加分项 |丙| { 每 缺项 加 1 分 }"), codes: ["bonus-without-limit"] },
  { says: "an item has rules", text: `${data}条目 |乙| 5 分 {}`, codes: ["item-without-lines"] },
  {
    says: "ratios are rounded before their mean",
    text: around("公布 子 = |平均(完成 / 任务)|\n公布 丑 = 平均(舍入(完成 / 任务, 4))"),
    codes: ["mean-of-ratios"],
  },
  {
    says: "beside an optional choice with a level called 无, it is said which word asks what",
    text: `${data.replace("选项(差 < 中 < 好)", "选项(无 < 中 < 好) 可空")}条目 乙 10 分 { 若 等级 = |无| 扣 1 分 }`,
    codes: ["none-is-a-level"],
  },
  {
    says: "in the first period there is none before",
    text: around("公布 子 = |上期(总分)|\n公布 丑 = 上期(得分(乙))").replace("丑 = 上期(得分(乙))", "丑 = 完成"),
    codes: ["first-period"],
  },
  {
    says: "who asks whether there is one has seen to it",
    text: `${data}条目 乙 10 分 { 若 上期(总分) ≠ 无 且 上期(总分) < 60 扣 1 分 }`,
    codes: [],
  },
  {
    says: "a ranking that a quota goes by parts ties",
    text: around("排名 |全街道| 按 总分 并列 同名次\n等次 年度 按 全街道 { 优秀: 名额 20%; 良好: 名额 2; 其余: 合格 }"),
    codes: ["quota-tie"],
  },
  {
    says: "where a second key parts ties, or no grade has a quota, nothing is said",
    text: around(
      "排名 全街道 按 总分 再按 完成\n等次 年度 按 全街道 { 优秀: 名额 20%; 其余: 合格 }\n等次 季度 { 优秀: 总分 >= 5; 其余: 合格 }",
    ),
    codes: [],
  },
  {
    says: "a ranking beside awards is used by something",
    text: around("排名 |全街道| 按 总分\n排名 专项 按 完成\n奖励 红旗 专项 第 1 名"),
    codes: ["ranking-unused"],
  },
];
