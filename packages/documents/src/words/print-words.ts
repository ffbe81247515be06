/** Words of printed documents in both languages. */
import type { Lang } from "@yardstick/language";

const zh = {
  columns: { section: "类别", item: "指标", points: "分值", clause: "评分标准", assessor: "考核部门" },
  total: (points: string) => `满分${points}分。`,
  edition: (name: string, from: string | null, to: string | null) =>
    `版本：${name}${from === null && to === null ? "" : `（施行：${from ?? ""}${to === null ? "起" : ` 至 ${to}`}）`}。`,
  points: (points: string) => `（${points}分）`,
  none: "/",
  form: (name: string) => `（${name}）`,
  rule: (text: string) => `规则：${text}`,
  basis: (text: string) => `依据：${text}`,
  note: (text: string) => `注：${text}`,
  items: "考核内容",
  when: (levels: string) => `（${levels}）`,
  otherwise: "其余",
  scoring: "计分规定",
  results: "结果运用",
  definitions: "名词与取值",
  data: "考核数据",
  dataColumns: ["数据项", "数据种类", "缺省值", "填报单位", "释义"],
  choice: "选项",
  key: "主键",
  optional: "可空",
  heading: (number: number, text: string) => `${numeral(number)}、${text}`,
  subheading: (number: number, text: string) => `（${numeral(number)}）${text}`,
  number: (number: number) => `${String(number)}．`,
  mark: (number: number) => `（${String(number)}）`,
  assessor: (name: string) => `考核部门：${name}`,
  kinds: {
    rounding: "保留位数",
    use: "引用",
    "bonus-only": "加分范围",
    coefficient: "系数",
    veto: "一票否决",
    ranking: "排名",
    grades: "等次",
    award: "奖励",
    consequence: "处理",
    policy: "校核",
    requirement: "数据要求",
    scenario: "测算方案",
    constant: "常数",
    let: "中间值",
    output: "公布",
    "choice-declaration": "选项",
  },
  kind: (kind: string, name: string) => `${kind}${name === "" ? "" : `（${name}）`}。`,
};

const en: typeof zh = {
  columns: { section: "Section", item: "Item", points: "Points", clause: "Scoring rules", assessor: "Assessor" },
  total: (points) => `Total of ${points} points.`,
  edition: (name, from, to) =>
    `Edition ${name}${from === null && to === null ? "" : ` (in force ${from === null ? "" : `from ${from}`}${from !== null && to !== null ? " " : ""}${to === null ? "" : `to ${to}`})`}.`,
  points: (points) => ` (${points} ${points === "1" ? "point" : "points"})`,
  none: "/",
  form: (name) => ` (${name})`,
  rule: (text) => `Rule: ${text}`,
  basis: (text) => `Basis: ${text}`,
  note: (text) => `Note: ${text}`,
  items: "Items",
  when: (levels) => ` (${levels})`,
  otherwise: "all others",
  scoring: "How points are counted",
  results: "Results and their use",
  definitions: "Definitions",
  data: "Data",
  dataColumns: ["Field", "Type of data", "Default", "Filled in by", "Meaning"],
  choice: "choice",
  key: "key",
  optional: "optional",
  heading: (number, text) => `${String(number)}. ${text}`,
  subheading: (number, text) => `(${String(number)}) ${text}`,
  number: (number) => `${String(number)}. `,
  mark: (number) => `(${String(number)}) `,
  assessor: (name) => `Assessor: ${name}`,
  kinds: {
    rounding: "Rounding",
    use: "Used rubric",
    "bonus-only": "Where bonuses count",
    coefficient: "Coefficient",
    veto: "Veto",
    ranking: "Ranking",
    grades: "Grades",
    award: "Award",
    consequence: "Consequence",
    policy: "Policy",
    requirement: "Requirement of the data",
    scenario: "Scenario",
    constant: "Constant",
    let: "Definition",
    output: "Published figure",
    "choice-declaration": "Choice",
  },
  kind: (kind, name) => `${kind}${name === "" ? "" : ` “${name}”`}. `,
};

const DIGITS = "零一二三四五六七八九";

/** 1 to 99 as 一 to 九十九; larger ones in digits. */
function numeral(value: number): string {
  if (value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? "" : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十`;
  return `${head}${ones === 0 ? "" : (DIGITS[ones] ?? "")}`;
}

/** The words by language. */
export const printWords: Readonly<Record<Lang, typeof zh>> = { zh, en };
/** Words of one language. */
export type PrintWords = typeof zh;
