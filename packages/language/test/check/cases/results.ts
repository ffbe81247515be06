import { around, data, type Case } from "../marked.js";

export const results: readonly Case[] = [
  { says: "a let that reads itself is a circle", text: around("设 丁 = |丁| + 1"), codes: ["circle"] },
  {
    says: "two lets that read each other are one circle",
    text: around("设 丁 = |戊| + 1\n设 戊 = 丁 + 1"),
    codes: ["circle"],
  },
  { says: "lets may stand in any order", text: around("设 丁 = 戊 + 1\n设 戊 = 迟报 + 1"), codes: [] },
  {
    says: "a line cannot read the score it is part of",
    text: `${data}条目 乙 10 分 { 若 |总分| > 5 扣 1 分 }`,
    codes: ["circle"],
  },
  {
    says: "nor through a let, nor across subjects",
    text: `${data}条目 乙 10 分 { 若 |丁| > 5 扣 1 分 }\n设 丁 = 最高(总分) / 2 分`,
    codes: ["circle"],
  },
  {
    says: "a line may read what was scored before",
    text: `${data}条目 乙 10 分 { 若 上期(总分) > 5 扣 1 分 }`,
    codes: [],
    besides: ["first-period", "unused", "item-without-lines", "ranking-unused", "item-without-assessor"],
  },
  {
    says: "a veto that nulls the score may ask for the score it acts on",
    text: around("一票否决 丙 若 总分 < 6 { 总分归零 }"),
    codes: [],
  },
  {
    says: "a veto cannot ask for what is worked out from the result",
    text: around("一票否决 丙 若 |末位(全街道)| { 不奖励 }\n排名 全街道 按 总分\n奖励 丁 全街道 第 1 名"),
    codes: ["circle"],
  },
  {
    says: "a veto that takes the place away may ask for the score",
    text: around("一票否决 丙 若 总分 < 6 { 不占名次 }\n排名 全街道 按 总分"),
    codes: [],
  },
  {
    says: "a part may read its sister's score",
    text: `${data}条目 乙 5 分 { 每 迟报 扣 0.1 分 }\n条目 丙 5 分 { 若 得分(乙) < 3 扣 1 分 }`,
    codes: [],
  },
  {
    says: "variants go by a choice",
    text: `${data}大类 甲 10 分 按 |组别| { 其余 { 条目 乙 10 分 {} } }`,
    codes: ["variants-need-choice"],
  },
  { says: "a veto has effects", text: around("一票否决 |丙| 若 迟报 > 9 {}"), codes: ["veto-without-effect"] },
  {
    says: "without a ranking no place can be lost",
    text: around("一票否决 丙 若 迟报 > 9 { |不占名次| }"),
    codes: ["veto-without-effect"],
  },
  {
    says: "without an award none can be lost",
    text: around("一票否决 丙 若 迟报 > 9 { |不奖励| }"),
    codes: ["veto-without-effect"],
  },
  {
    says: "no grade is above the best",
    text: around("等次 年度 { 优秀: 总分 >= 9; 其余: 称职 }\n一票否决 丙 若 迟报 > 9 { |等次不高于 优秀| }"),
    codes: ["veto-without-effect"],
  },
  {
    says: "a veto fires for some",
    text: around("一票否决 丙 若 |迟报 < 0| { 总分归零 }"),
    codes: ["veto-without-effect"],
  },
  {
    says: "head to head takes the column of a ledger that names the other",
    text: around(
      "数据 社区 { 赛事: 明细 { 对手: 文本, 积分: 数值, 场次: 计数 } }\n排名 全街道 按 总分 再按 直接胜负 赛事.积分 对手为 |赛事.场次|",
    ),
    codes: ["head-to-head-opponent"],
  },
  {
    says: "head to head compares a number of each meeting",
    text: around(
      "数据 社区 { 赛事: 明细 { 对手: 文本, 积分: 数值, 场次: 计数 } }\n排名 全街道 按 总分 再按 直接胜负 |赛事.对手| 对手为 赛事.对手",
    ),
    codes: ["head-to-head-value"],
  },
  { says: "a ranking goes by something with an order", text: around("排名 全街道 按 |组别|"), codes: ["not-rankable"] },
  {
    says: "a quota is a share or a whole number",
    text: around("等次 年度 { 优秀: 名额 |2.5| 且 总分 >= 9; 其余: 称职 }"),
    codes: ["quota-kind"],
  },
  {
    says: "a grade moves by whole grades, fewer than there are",
    text: around("等次 年度 { 优秀: 总分 >= 9; 称职: 总分 >= 6; 其余: 差; 降 |3 档| 若 迟报 > 9 }"),
    codes: ["grade-steps"],
  },
  {
    says: "limiting a grade to the best has no effect",
    text: around("等次 年度 { 优秀: 总分 >= 9; 其余: 称职; 降至 |优秀| 若 迟报 > 9 }"),
    codes: ["grade-unmoved"],
  },
  {
    says: "raising a grade to the worst has no effect",
    text: around("等次 年度 { 优秀: 总分 >= 9; 其余: 称职; 升至 |称职| 若 迟报 > 9 }"),
    codes: ["grade-unmoved"],
  },
  {
    says: "quotas come to 100% at most",
    text: around("等次 |年度| { 优秀: 名额 60%; 称职: 名额 50%; 其余: 差 }"),
    codes: ["quota-over"],
  },
  {
    says: "a grade above the highest score is out of reach",
    text: around("等次 年度 { |优秀: 总分 >= 12|; 其余: 称职 }"),
    codes: ["grade-out-of-reach"],
  },
  {
    says: "a bonus brings a grade within reach",
    text: around("加分项 丙 最多 2 分 { 每 缺项 加 1 分 }\n等次 年度 { 优秀: 总分 >= 12; 其余: 称职 }"),
    codes: [],
  },
  {
    says: "a grade behind one that takes everybody is out of reach",
    text: around("等次 年度 { 优秀: 总分 >= 0; |称职: 总分 >= 6|; 差: 名额 10% }"),
    codes: ["grade-out-of-reach"],
  },
  {
    says: "an award that nobody gets is found",
    text: around("排名 全街道 按 总分\n奖励 红旗 全街道 第 1 名 若 |位次 < 1| 3000 元"),
    codes: ["award-out-of-reach"],
  },
  {
    says: "an award can pay by place",
    text: around("排名 全街道 按 总分\n奖励 红旗 全街道 第 1 .. 3 名 发 50000 元 - (位次 - 1) * 5000 元"),
    codes: [],
  },
  {
    says: "an award is paid in money",
    text: around("排名 全街道 按 总分\n奖励 红旗 全街道 第 1 名 发 |3 分|"),
    codes: ["unlike-units"],
  },
  {
    says: "an award goes by one list",
    text: around("排名 分线 按 各大类\n奖励 红旗 |分线| 第 1 名 3000 元"),
    codes: ["award-by-section"],
  },
  {
    says: "places are whole",
    text: around("排名 全街道 按 总分\n奖励 红旗 全街道 第 |0 名| 3000 元"),
    codes: ["place-not-whole"],
  },
  {
    says: "places begin with the better one",
    text: around("排名 全街道 按 总分\n奖励 红旗 全街道 |第 3 .. 2 名| 3000 元"),
    codes: ["range-reversed"],
  },
  {
    says: "a list is given as rows",
    text: around('样例 "一" { 给定 { 台账: |3| } 应得 { 乙: 1 } }'),
    codes: ["rows-expected"],
  },
  {
    says: "only a list is given as rows",
    text: around('样例 "一" { 给定 { 迟报: |[{ 事项: "三" }]| } 应得 { 乙: 1 } }'),
    codes: ["rows-misplaced"],
  },
  {
    says: "a test expects results of every kind",
    text: around(
      '系数 规模 按 人口 { < 1000: 0.9; 其余: 1 } 用于 总分\n排名 全街道 按 总分\n排名 分线 按 各大类\n等次 年度 { 优秀: 总分 >= 9; 其余: 称职 }\n奖励 红旗 全街道 第 1 名 3000 元\n处理 谈话 若 末位(全街道)\n公布 子 = 总分 * 2\n样例 "一" { 给定 { 迟报: 3 次, 台账: [{ 事项: "三", 登记: 2008-01-31 }], 其余: 满分 } 应得 { 总分: 9, 规模: 0.9, 全街道: 1, 分线.甲: 1, 年度: 优秀, 红旗: 3000, 谈话: 否, 子: 18, 甲.乙: 满分 } }',
    ),
    codes: [],
  },
  {
    says: "decimals of 万元 that leave more than a yuan are pointed out",
    text: around(
      "公布 子 = 10 万元 × 总分 / 10 分 保留 |2| 位小数\n公布 丑 = 完成 / 3 保留 4 位小数\n公布 寅 = 完成 / 3\n公布 卯 = 补贴 / 3 保留 0 位小数\n公布 辰 = 按 等级 { 好: 2 万元; 其余: 0.5 万元 } 保留 1 位小数",
    ),
    codes: ["decimals-of-unit"],
  },
  {
    says: "grades that leave scores between their rows are pointed out, with decimals or without",
    text: around(
      "等次 年度 { 优秀: 总分 >= 9; 良好: |总分 >= 7 且 8 >= 总分|; 称职: |总分 >= 5 且 总分 <= 6.9 且 非 不团结|; 其余: 不称职 }",
    ),
    codes: ["grade-gap", "grade-gap"],
  },
  {
    says: "rows that meet, or that are one-sided, leave no such gap",
    text: around(
      "等次 年度 { 优秀: 总分 >= 9; 良好: 总分 >= 7 且 总分 < 9; 称职: 总分 >= 5 且 总分 <= 6.99; 差: 总分 < 5 }\n等次 另评 { 红: 总分 >= 9; 黑: 总分 < 5; 其余: 白 }",
    ),
    codes: [],
  },
];
