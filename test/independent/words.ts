/**
 * The words of both vocabularies, as the language reference writes them, for generated rubrics.
 */
import type { Draw } from "./draw.js";

const pairs = {
  rubric: "考核",
  total: "满分",
  items: "条目",
  decimals: "位小数",
  data: "数据",
  text: "文本",
  number: "数值",
  count: "计数",
  percent: "百分数",
  flag: "是否",
  date: "日期",
  choice: "选项",
  period: "期别",
  list: "明细",
  key: "主键",
  optional: "可空",
  assessor: "考核部门",
  constant: "常量",
  section: "大类",
  item: "条目",
  bonus: "加分项",
  penalty: "扣分项",
  "up to": "最多",
  "at least": "至少",
  weight: "权重",
  within: "限",
  basis: "依据",
  "applies if": "适用 若",
  otherwise: "否则",
  rescale: "折算",
  full: "满分",
  per: "每",
  under: "少于",
  over: "超过",
  between: "介于",
  if: "若",
  each: "逐条",
  where: "其中",
  deduct: "扣",
  add: "加",
  earn: "得",
  "add or deduct": "加减",
  "in proportion": "按比例",
  below: "低于",
  else: "其余",
  "at discretion": "酌情",
  open: "待定",
  "highest per": "就高 每",
  "double if": "加倍 若",
  "halve if": "减半 若",
  unless: "除非",
  by: "按",
  interpolated: "插值",
  veto: "一票否决",
  "score 0": "总分归零",
  unranked: "不排名",
  "no place": "不占名次",
  "no awards": "不奖励",
  "grade at most": "等次不高于",
  coefficient: "系数",
  "applies to": "用于",
  ranking: "排名",
  "each section": "各大类",
  "lowest first": "低者在前",
  "highest first": "高者在前",
  same: "同",
  "ties share": "并列 同名次",
  "ties dense": "并列 不空名次",
  "ties average": "并列 平均名次",
  "then by": "再按",
  grades: "等次",
  quota: "名额",
  "rounds up": "进一",
  "rounds half up": "四舍五入",
  award: "奖励",
  pays: "发",
  consequence: "处理",
  let: "设",
  output: "公布",
  "rounds to": "保留",
  "rounds to multiples of": "取整到",
  "half up": "四舍五入",
  floor: "向下取整",
  ceiling: "向上取整",
  require: "要求",
  and: "且",
  or: "或",
  not: "非",
  yes: "是",
  no: "否",
  none: "无",
  drop: "去掉",
  keep: "取",
  highest: "最高",
  lowest: "最低",
  down: "舍去",
  up: "进一",
  "half even": "成双",
  to: "到",
  max: "较大",
  min: "较小",
  abs: "绝对值",
  round: "舍入",
  month: "月份",
  quarter: "季度",
  year: "年份",
  sum: "求和",
  average: "均值",
  rows: "个数",
  any: "有",
  all: "全",
  share: "占比",
  median: "中位数",
  mean: "平均",
  totalOf: "合计",
  rank: "名次",
  previous: "上期",
  running: "连续",
  last: "末位",
  score: "总分",
  scoreOf: "得分",
  pointsOf: "分值",
  points: "分",
  yuan: "元",
  times: "次",
  days: "天",
  place: "位次",
} as const;

export type Word = keyof typeof pairs;

/** English spellings where they differ from the name of the word. */
const english: Partial<Record<Word, string>> = {
  same: "within",
  rows: "count",
  totalOf: "total",
  scoreOf: "score",
  pointsOf: "points",
};

export type Vocabulary = "en" | "zh" | "mixed";

/** A function that writes words: in one vocabulary, or each in either. */
export function writer(draw: Draw, vocabulary: Vocabulary): (word: Word) => string {
  return (word) => {
    const isChinese = vocabulary === "zh" || (vocabulary === "mixed" && draw.chance(0.5));
    return isChinese ? pairs[word] : (english[word] ?? word);
  };
}

/** ` rounds to …`: decimals or a step in points, with a mode or none. */
export function drawnRounding(
  draw: Draw,
  word: (word: Word) => string,
  decimals: readonly string[],
  unit: string,
): string {
  const mode = draw.pick(["", "", "", "half up", "half even", "down", "up", "floor", "ceiling"] as const);
  const to = draw.chance(0.75)
    ? `${word("rounds to")} ${draw.pick(decimals)} ${word("decimals")}`
    : `${word("rounds to multiples of")} ${draw.pick(["0.5", "0.25", "2", "0.3"])} ${unit}`;
  return ` ${to}${mode === "" ? "" : ` ${word(mode)}`}`;
}
