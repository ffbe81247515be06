import { around, data, item, type Case } from "../marked.js";

export const kinds: readonly Case[] = [
  {
    says: "the mean of side rows has another name",
    text: item("得 |平均(票.分数)|\n得 |最高(票.分数)|"),
    codes: ["rows-not-subjects", "rows-not-subjects"],
  },
  {
    says: "a function is not asked of a list with a dot",
    text: item("扣 |台账.个数()| × 0.1 分"),
    codes: ["meaningless"],
  },
  { says: "money is not added to points", text: around("公布 子 = |总分 + 100 元|"), codes: ["unlike-operands"] },
  {
    says: "money times points over points is money",
    text: around("公布 子 = 补贴 * (总分 / 分值(甲)) + 100 元"),
    codes: [],
  },
  { says: "万元 and 元 are one unit", text: around("公布 子 = 完成 + 补贴 > 3000 元"), codes: [] },
  { says: "a bare number takes over the field's unit", text: item("若 完成 > 100 扣 1 分"), codes: [] },
  {
    says: "where two units are in use a bare number has none to take over",
    text: item("若 完成 + 补贴 > |100| 扣 1 分"),
    codes: ["unit-needed"],
  },
  { says: "a bare number is in the unit of a quotient", text: item("若 完成 / 人口 > 5 扣 1 分"), codes: [] },
  { says: "money cannot be deducted", text: item("扣 |3 元|"), codes: ["points-expected"] },
  { says: "a plain number of things is not points", text: item("得 |迟报|"), codes: ["points-expected"] },
  { says: "a share of the points may be a percentage", text: item("得 合格率\n若 迟报 > 3 扣 1 - 合格率"), codes: [] },
  {
    says: "a mistake below says nothing above",
    text: item("得 较大(|迟抱|, 1) * 0.1 分 + 求和(台账.数量) * 0.1 分"),
    codes: ["unknown-name"],
  },
  { says: "a number is no condition", text: item("若 |迟报| 扣 1 分"), codes: ["condition-expected"] },
  { says: "a text is no condition", text: item("若 |组别| 且 迟报 > 1 扣 1 分"), codes: ["condition-expected"] },
  { says: "text is not reckoned with", text: item("扣 |组别| * 0.1 分"), codes: ["number-expected"] },
  {
    says: "text does not fit a number",
    text: around('样例 "一" { 给定 { 迟报: |"三"| } 应得 { 乙: 1 } }'),
    codes: ["kind-mismatch"],
  },
  {
    says: "money does not fit where points are given",
    text: around('样例 "一" { 给定 { 完成: |3 分| } 应得 { 乙: 1 } }'),
    codes: ["unlike-units"],
  },
  { says: "a number is not compared with text", text: item('若 |迟报 = "三"| 扣 1 分'), codes: ["unlike-kinds"] },
  { says: "a level is not compared with text", text: item('若 |等级 = "好"| 扣 1 分'), codes: ["unlike-kinds"] },
  {
    says: "text stands in quotes",
    text: item("逐条 台账 其中 事项 = |材料迟报| 扣 1 分"),
    codes: ["text-without-quotes"],
  },
  { says: "an unordered choice has no order", text: item("若 |类型 > 城| 扣 1 分"), codes: ["not-ordered"] },
  {
    says: "an ordered choice has an order, from both sides",
    text: item("若 等级 >= 中 扣 1 分\n若 差 = 等级 扣 1 分"),
    codes: [],
  },
  {
    says: "a weight is fixed",
    text: `满分 10 分\n${data}大类 甲 权重 |合格率| { 条目 乙 1 分 {} }`,
    codes: ["not-constant"],
  },
  {
    says: "a default is fixed",
    text: `数据 社区 { 名称: 文本 主键\n迟报: 计数 = |缺项|\n缺项: 计数 }\n条目 乙 1 分 { 每 迟报 扣 0.1 分 }`,
    codes: ["not-constant"],
  },
  {
    says: "a default reads no constant, wherever that is declared",
    text: `常量 前: 数值 = 3\n数据 社区 { 名称: 文本 主键\n甲数: 数值 = |前|\n乙数: 数值 = 2 * |后|\n表: 明细 { 丙数: 数值 = |后| } }\n常量 后: 数值 = |前|\n条目 乙 1 分 { 若 甲数 > 乙数 扣 求和(表.丙数) * 0.1 分 }`,
    codes: ["not-constant", "not-constant", "not-constant", "not-constant"],
  },
  {
    says: "a count is whole",
    text: around('样例 "一" { 给定 { 迟报: |1.5| } 应得 { 乙: 1 } }'),
    codes: ["count-not-whole"],
  },
  {
    says: "given data lies within the field's range",
    text: around('样例 "一" { 给定 { 任务: |0.5 万元|, 合格率: |120%|, 乙: |11 分| } 应得 { 乙: 1 } }'),
    codes: ["outside-range", "outside-range", "outside-range"],
  },
  {
    says: "a range begins at its lower end",
    text: `数据 社区 { 名称: 文本 主键\n迟报: 计数 |9 .. 1| }\n条目 乙 1 分 { 每 迟报 扣 0.1 分 }`,
    codes: ["range-reversed"],
  },
  {
    says: "none is only asked for",
    text: item("若 整改 = 无 扣 1 分\n若 迟报 > |无| 扣 1 分"),
    codes: ["none-misplaced"],
  },
  { says: "full belongs to an item", text: around("公布 子 = |满分| / 2"), codes: ["full-outside-item"] },
  {
    says: "a policy has no subject at hand",
    text: around('政策 |迟报| > 3 "多"\n政策 合计(补贴) <= 250000 元 且 分值(乙) / 分值(甲) = 1'),
    codes: ["no-subject-at-hand"],
  },
  {
    says: "the past holds results, not data",
    text: around("公布 子 = 上期(|迟报|)\n公布 丑 = 上期(总分) + 上期(得分(甲))"),
    codes: ["not-in-history"],
  },
  {
    says: "a let over published results can be looked up in the past, one over data cannot",
    text: around("设 丁 = 总分 * 2\n设 戊 = 迟报 * 2\n公布 子 = 上期(丁)\n公布 丑 = 上期(|戊|)"),
    codes: ["not-in-history"],
  },
  { says: "an exponent is whole and small", text: around("公布 子 = 迟报 ^ |99|"), codes: ["exponent-not-whole"] },
  {
    says: "powers of powers come to an end",
    text: around("公布 子 = (|(((((9 ^ 16) ^ 16) ^ 16) ^ 16) ^ 16) ^ 16|) + 迟报"),
    codes: ["not-a-number"],
  },
  {
    says: "decimals are whole",
    text: around("公布 子 = 舍入(迟报, |2.5|)\n公布 丑 = 舍入(迟报, 到 0.5)"),
    codes: ["decimals-not-whole"],
  },
  { says: "a function takes so many arguments", text: around("公布 子 = |较大(迟报)|"), codes: ["call-arguments"] },
  {
    says: "a function takes the clauses it knows",
    text: around("公布 子 = 较大(迟报, 缺项 同 |组别|)"),
    codes: ["call-clause"],
  },
  { says: "rows are summed up from a list", text: item("扣 求和(|迟报|) * 0.1 分"), codes: ["list-needed"] },
  { says: "each goes through a list", text: item("逐条 |迟报| 扣 0.1 分"), codes: ["list-expected"] },
  { says: "what is summed is a number", text: item("扣 求和(|台账.事项|) * 0.1 分"), codes: ["column-expected"] },
  {
    says: "all rows meet a condition, not a number",
    text: item("若 全(|票.分数|) 扣 1 分\n若 全(票.分数 >= 60) 扣 1 分"),
    codes: ["row-condition-expected"],
  },
  {
    says: "how many are dropped is whole",
    text: item("扣 均值(票.分数 |去掉 最高 1.5|) / 100"),
    codes: ["drop-not-whole"],
  },
  {
    says: "dropped by share, less than all together",
    text: item("扣 均值(票.分数 去掉 最低 20%) / 100\n扣 均值(票.分数 |去掉 最高 50% 最低 50%|) / 100"),
    codes: ["drop-not-whole"],
  },
  {
    says: "how many are kept is whole and of one end, and nothing is dropped besides",
    text: item(
      "扣 求和(票.分数 取 最高 2) / 100\n扣 均值(票.分数 |取 最高 0|) / 100\n扣 均值(票.分数 |取 最高 1 最低 1|) / 100\n扣 均值(票.分数 去掉 最高 1 |取 最高 3|) / 100",
    ),
    codes: ["keep-not-whole", "keep-not-whole", "keep-with-drop"],
  },
  {
    says: "the middle of rows is a number, of which nothing is dropped",
    text: item("扣 中位数(票.分数 其中 档 = 优) / 100\n扣 中位数(|票.档|)\n扣 中位数(票.分数 |取 最高 3|) / 100"),
    codes: ["column-expected", "call-clause"],
  },
  {
    says: "a date goes with days, a date minus a date is days",
    text: item(
      "若 整改 > 整改 + 3 天 扣 1 分\n若 整改 - 2024-01-31 > 30 扣 1 分\n每 整改 超过 2024-01-31 扣 1 分\n若 |整改 + 迟报| > 整改 扣 1 分\n若 |整改 + 整改| > 0 扣 1 分\n若 |3 + 整改| > 整改 扣 1 分\n每 整改 超过 |3| 扣 1 分",
    ),
    codes: ["date-sum", "date-sum", "date-sum", "kind-mismatch"],
  },
  {
    says: "only sums and averages drop",
    text: item("若 有(票 其中 分数 < 60 |去掉 最高 1|) 扣 1 分"),
    codes: ["drop-misplaced"],
  },
  {
    says: "ballots are scored by their average",
    text: item("得 均值(按 票.档 { 优: 100%; 良: 80%; 其余: 0 } 去掉 最高 1 最低 1)"),
    codes: [],
  },
  {
    says: "functions across subjects read scores and groups",
    text: around(
      "公布 子 = 名次(总分 同 组别 其中 迟报 < 3)\n公布 丑 = 最高(完成) - 平均(完成) + 100 万元\n公布 寅 = 个数(社区 其中 总分 > 6) + 名次(乙)",
    ),
    codes: [],
  },
  {
    says: "a part that is no value stands where one is asked across subjects",
    text: around("排名 专项 按 乙 再按 完成"),
    codes: [],
  },
  {
    says: "a unit of the field can be written",
    text: item("若 面积 > 3 公里 扣 1 分"),
    codes: [],
  },
  {
    says: "a unit that only a comment speaks of is unknown",
    text: item("// 数值 斤\n若 迟报 > |3 斤| 扣 1 分"),
    codes: ["unknown-unit"],
  },
];
