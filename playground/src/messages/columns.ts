/** The messages of column headings, apart from the others: they are loaded with the data. */
import type { Lang } from "@yardstick/language";

const zh = {
  dot: "·",
  key: "主键",
  notInRubric: "规则中没有",
  andOthers: (name: string, count: number) => `${name}等 ${count} 个`,
  fieldType: {
    text: "文本",
    flag: "是否",
    date: "日期",
    period: "期别",
    number: "数值",
    count: "计数",
    percent: "%",
    level: "选项",
    list: "明细",
  },
  missingInColumn: (count: number) => `缺 ${count}`,
};

const en: typeof zh = {
  dot: ", ",
  key: "key",
  notInRubric: "not in the rubric",
  andOthers: (name, count) => `${name} +${count - 1}`,
  fieldType: {
    text: "text",
    flag: "yes/no",
    date: "date",
    period: "period",
    number: "number",
    count: "count",
    percent: "%",
    level: "choice",
    list: "list",
  },
  missingInColumn: (count) => `${count} missing`,
};

/** The messages of column headings by language: the keys and arguments are those of the Chinese ones. */
export const columnTexts: Readonly<Record<Lang, typeof zh>> = { zh, en };
