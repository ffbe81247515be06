/** Messages of the page of the help about a field; fetched with the palette. */
import type { Lang } from "@yardstick/language";

const zh = {
  field: "字段",
  columnOf: (list: string) => `“${list}”的列`,
  type: "类型",
  types: {
    text: "文本",
    flag: "是否",
    date: "日期",
    period: "期别",
    number: "数值",
    count: "计数",
    percent: "百分数",
    level: "选项",
    list: "明细",
    judged: "酌情",
  },
  unit: "单位",
  range: "范围",
  levels: "取值",
  isOrdered: "由差到好",
  columns: "各列",
  assessor: "考核部门",
  noAssessor: "没有写考核部门",
  missing: "未填时",
  isKey: "主键，每个考核对象一个，不得为空",
  isOptional: "可以不填，按无计",
  isDefault: (value: string) => `按 ${value} 计`,
  isNone: "该列由考核部门酌情填写，不填则不计",
  isAwaited: "待补，用到它的得分暂不确定",
  uses: (count: number) => `用到它的规则和样例（${count}）`,
  unused: "没有规则用到它",
  declared: "声明",
  toDeclaration: "前往声明",
};

type FieldHelpMessages = typeof zh;

const en: FieldHelpMessages = {
  field: "Field",
  columnOf: (list) => `Column of “${list}”`,
  type: "type",
  types: {
    text: "text",
    flag: "yes or no",
    date: "date",
    period: "period",
    number: "number",
    count: "count",
    percent: "percentage",
    level: "choice",
    list: "list",
    judged: "at discretion",
  },
  unit: "unit",
  range: "range",
  levels: "values",
  isOrdered: "worst first",
  columns: "columns",
  assessor: "assessor",
  noAssessor: "no assessor is stated",
  missing: "when blank",
  isKey: "key: one for each subject, never blank",
  isOptional: "may be blank, and is none then",
  isDefault: (value) => `counts as ${value}`,
  isNone: "filled in at the discretion of the assessor; without effect when blank",
  isAwaited: "missing: scores that depend on it are not final",
  uses: (count) => `Rules and tests that use it (${count})`,
  unused: "no rule uses it",
  declared: "declaration",
  toDeclaration: "Go to the declaration",
};

/** The texts by language. */
export const fieldHelpMessages: Readonly<Record<Lang, FieldHelpMessages>> = { zh, en };
