/**
 * The messages of `yardstick read`, in both languages.
 */
import type { ClauseState } from "@yardstick/documents";
import type { Lang } from "@yardstick/language";

/** The messages in one language. */
export interface ReadingMessages {
  readonly states: Readonly<Record<ClauseState, string>>;
  readonly comma: string;
  readonly unread: (text: string) => string;
  readonly answered: (question: string, answer: string) => string;
  readonly given: (question: string, answer: string, because: string, id: string) => string;
  readonly ledger: (clauses: number, states: string) => string;
  readonly totalDiffers: (stated: string, found: string) => string;
  readonly sectionDiffers: (name: string, stated: string, found: string) => string;
  readonly unknownColumn: (name: string) => string;
  readonly unknownQuestion: (id: string) => string;
  readonly badAnswers: (file: string) => string;
  readonly tableFormat: (file: string) => string;
}

/** The messages by language. */
export const readingMessages: Readonly<Record<Lang, ReadingMessages>> = {
  zh: {
    states: { read: "已读出", asks: "待确认", judged: "酌情评定", "not-a-rule": "非规则", "not-read": "未读出" },
    comma: "，",
    unread: (text) => `未读出：${text}`,
    answered: (question, answer) => `已回答：${question} ${answer}`,
    given: (question, answer, because, id) => `原文可定：${question} ${answer}（${because}）  ${id}`,
    ledger: (clauses, states) => `共 ${String(clauses)} 条：${states}。`,
    totalDiffers: (stated, found) => `原文满分 ${stated} 分，各条目合计 ${found} 分。`,
    sectionDiffers: (name, stated, found) => `“${name}”写明 ${stated} 分，所列条目合计 ${found} 分。`,
    unknownColumn: (name) => `“${name}”列的含义不明，其内容已逐条列出。`,
    unknownQuestion: (id) => `不存在编号为 ${id} 的提问；编号见 yardstick read 的输出。`,
    badAnswers: (file) => `${file} 应是一个 JSON 对象，由提问的编号对应选项的序号（从 1 起），如 {"7:over-full": 1}。`,
    tableFormat: (file) => `对照表的文件名应以 .docx 或 .xlsx 结尾，读到 ${file}。`,
  },
  en: {
    states: {
      read: "read",
      asks: "open question",
      judged: "for judgement",
      "not-a-rule": "not a rule",
      "not-read": "not read",
    },
    comma: ", ",
    unread: (text) => `not read: ${text}`,
    answered: (question, answer) => `answered: ${question} ${answer}`,
    given: (question, answer, because, id) => `answered by the document: ${question} ${answer} (${because})  ${id}`,
    ledger: (clauses, states) => `${String(clauses)} ${clauses === 1 ? "clause" : "clauses"}: ${states}.`,
    totalDiffers: (stated, found) => `The document states a total of ${stated} points; its items add up to ${found}.`,
    sectionDiffers: (name, stated, found) => `“${name}” states ${stated} points; its items add up to ${found}.`,
    unknownColumn: (name) => `The meaning of the column “${name}” is unknown; its cells are listed as clauses.`,
    unknownQuestion: (id) => `There is no question ${id}, or it has no such option; yardstick read prints both.`,
    badAnswers: (file) =>
      `${file} must be a JSON object with the number of an option, from 1, for each question, such as {"7:over-full": 1}.`,
    tableFormat: (file) => `The name of the table must end in .docx or .xlsx, not ${file}.`,
  },
};
