/** The messages of the tabs beside the ranking, apart from the others: they are loaded with the first of these tabs. */
import type { Lang } from "@yardstick/language";
import { messages, type Messages } from "./messages.js";

const zh = {
  severity: { error: "错误：", warning: "警告：", advice: "建议：" },
  nothingWrong: "规则没有错误，数据中没有无法读取的单元格，各项要求均已满足。",
  help: "查看说明",
  /** Precedes what a fix, or another reading of a row, would change. */
  impact: "影响",
  requirements: "数据要求",
  policies: "政策要求",
  noTests: "规则中尚无样例。写入「样例 … 给定 … 应得 …」后，此处逐一核对。",
  passed: "通过",
  failed: "不符",
  result: "结果项",
  expected: "应得",
  distributionOf: (name: string) => `${name}的分布`,
  median: "中位数",
  mean: "平均",
  spread: "最低至最高",
  scoreFrom: (from: string, to: string) => `${from} 至 ${to}`,
  bySection: "各大类",
  noScores: "尚无得分，不能显示分布。",
  line: (line: number) => `第 ${line} 行`,
};

/** The messages of the tabs in one language: the keys and arguments are those of the Chinese ones. */
type TabMessages = typeof zh;

const en: TabMessages = {
  severity: { error: "Error: ", warning: "Warning: ", advice: "Advice: " },
  nothingWrong: "No errors in the rubric, no unreadable cells, and all requirements are met.",
  help: "Explain this message",
  impact: "Effect",
  requirements: "Requirements",
  policies: "Policies",
  noTests: "The rubric has no tests yet. Write test … given … expect …; the tests are then checked here.",
  passed: "passed",
  failed: "differs",
  result: "Result",
  expected: "Expected",
  distributionOf: (name) => `Distribution of ${name}`,
  median: "Median",
  mean: "Mean",
  spread: "Lowest to highest",
  scoreFrom: (from, to) => `${from} to ${to}`,
  bySection: "By section",
  noScores: "No subject has a score yet, so there is nothing to show.",
  line: (line) => `line ${line}`,
};

/** All messages that the tabs use. */
export type TabTexts = Messages & TabMessages;

export const tabTexts: Readonly<Record<Lang, TabTexts>> = {
  zh: { ...messages.zh, ...zh },
  en: { ...messages.en, ...en },
};
