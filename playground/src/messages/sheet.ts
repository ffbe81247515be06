/** The messages of score sheets, apart from the others: they are loaded with the first sheet. */
import type { Lang } from "@yardstick/language";
import { chineseNumber } from "@yardstick/ui/chinese-number";
import { messages, type Messages } from "./messages.js";

const zh = {
  sheetOf: (subject: string) => `${subject} 评分表`,
  back: "返回",
  previous: "上一名",
  sheetView: "评分表内容",
  sheetViews: { changes: "失与得", items: "按条目", all: "全表" },
  noBalance: "总分尚未得出，或有条目不适用、分值由其他条目分担，不列失与得",
  sharedWith: (others: string) => `与${others}并列`,
  andOthers: (named: string, more: number) => `${named}及另外 ${more} 个`,
  lostOrGained: "失 / 得",
  rulesNotFired: (count: number) => `没有触发的规则 ${count} 条`,
  itemsInFull: (count: number) => `得满分的条目 ${count} 个`,
  ofWhichBonus: "其中加分",
  atMost: (points: string) => `最多 ${points}`,
  clause: "条款",
  rulesAndBasis: "规则与依据",
  count: "计数",
  effect: "扣 / 加",
  limitsHead: "封顶·豁免·舍入",
  discretion: "酌情：",
  notFired: "未触发：",
  pendingMark: "待定",
  fromSumToScore: "从合计到总分",
  resultKind: { grade: "等次", award: "奖励", consequence: "处理", output: "公布" },
  printSheet: "打印",
  sectionNumber: (number: number) => `${chineseNumber(number)}、`,
  full: "满分",
};

/** The messages of score sheets in one language: the keys and arguments are those of the Chinese ones. */
type SheetMessages = typeof zh;

const en: SheetMessages = {
  sheetOf: (subject) => `${subject}: score sheet`,
  back: "Back",
  previous: "Previous",
  sheetView: "Contents of the score sheet",
  sheetViews: { changes: "Changes", items: "Items", all: "All" },
  noBalance:
    "The score is pending, or an item does not apply and others take its points: losses and gains are not listed",
  sharedWith: (others) => `shared with ${others}`,
  andOthers: (named, more) => `${named} and ${more} more`,
  lostOrGained: "− / +",
  rulesNotFired: (count) => (count === 1 ? "1 rule without effect" : `${count} rules without effect`),
  itemsInFull: (count) => (count === 1 ? "1 item with full marks" : `${count} items with full marks`),
  ofWhichBonus: "bonus",
  atMost: (points) => `up to ${points}`,
  clause: "Clause",
  rulesAndBasis: "Rules and evidence",
  count: "Count",
  effect: "− / +",
  limitsHead: "Caps, waivers",
  discretion: "At discretion: ",
  notFired: "No effect: ",
  pendingMark: "pending",
  fromSumToScore: "From the sum to the score",
  resultKind: { grade: "Grade", award: "Award", consequence: "Consequence", output: "Output" },
  printSheet: "Print",
  sectionNumber: (number) => `${number} `,
  full: "Full",
};

/** All messages that score sheets use. */
export type SheetTexts = Messages & SheetMessages;

export const sheetTexts: Readonly<Record<Lang, SheetTexts>> = {
  zh: { ...messages.zh, ...zh },
  en: { ...messages.en, ...en },
};
