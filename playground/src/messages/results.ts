/** The messages of the bar over the results and of what is shown below the ranking, apart from the others: they are loaded with these. */
import type { Lang } from "@yardstick/language";
import type { SubjectState } from "../store/shown-results.js";

/** The messages in one language. */
export interface ResultsMessages {
  readonly find: (subject: string) => string;
  readonly findAbout: string;
  /** The filter of a property when nothing is filtered. */
  readonly any: (property: string) => string;
  readonly period: string;
  readonly state: Readonly<Record<SubjectState, string>>;
  readonly stateAbout: Readonly<Record<SubjectState, string>>;
  readonly group: string;
  readonly notGrouped: string;
  readonly groupedBy: (property: string) => string;
  readonly compare: (period: string) => string;
  readonly shown: (shown: number, total: number) => string;
  readonly clear: string;
  readonly working: string;
  readonly notRanked: (count: number) => string;
  readonly fillIn: string;
  readonly provisionalWhy: string;
  readonly notes: (count: number) => string;
  readonly sectionsOf: (subject: string) => string;
  /** Subjects that a list does not show. */
  readonly beyond: (count: number) => string;
}

const zh: ResultsMessages = {
  find: (subject) => `查找${subject}`,
  findAbout: "名称中的字，或拼音首字母",
  any: (property) => `${property}：全部`,
  period: "期别",
  state: { pending: "待补", vetoed: "有否决", tied: "并列未定", undecided: "未定", provisional: "暂定" },
  stateAbout: {
    pending: "只看待补数据、未排名的",
    vetoed: "只看被一票否决的",
    tied: "只看在名额线上同分、未取等次的",
    undecided: "只看有结果尚不能确定的",
    provisional: "只看数据补齐后可能变化的",
  },
  group: "分组",
  notGrouped: "不分组",
  groupedBy: (property) => `按${property}分组`,
  compare: (period) => `对比 ${period}`,
  shown: (shown, total) => `显示 ${shown} / ${total}`,
  clear: "清除筛选",
  working: "正在计算…",
  notRanked: (count) => `未排名：待补数据 ${count}`,
  fillIn: "填写",
  provisionalWhy: "名次和奖惩暂定，数据补齐后可能变化",
  notes: (count) => `附注 ${count} 条`,
  sectionsOf: (name) => `${name} 各大类得分`,
  beyond: (count) => `另有 ${count} 个，可按名称查找`,
};

const en: ResultsMessages = {
  find: (subject) => `Find ${subject}`,
  findAbout: "Part of the name, or Pinyin initials",
  any: (property) => `${property}: all`,
  period: "Period",
  state: {
    pending: "Awaiting data",
    vetoed: "Vetoed",
    tied: "Tied at quota",
    undecided: "Undecided",
    provisional: "Provisional",
  },
  stateAbout: {
    pending: "Only those that await data and have no place",
    vetoed: "Only those with a veto",
    tied: "Only those that tie at a quota and did not get the grade",
    undecided: "Only those with an outcome that cannot be decided yet",
    provisional: "Only those that may change when missing data arrives",
  },
  group: "Grouping",
  notGrouped: "Not grouped",
  groupedBy: (property) => `By ${property}`,
  compare: (period) => `Compare with ${period}`,
  shown: (shown, total) => `${shown} of ${total} shown`,
  clear: "Clear filters",
  working: "Working…",
  notRanked: (count) => `Not ranked: ${count} awaiting data`,
  fillIn: "Fill in",
  provisionalWhy: "Places and outcomes are provisional until then",
  notes: (count) => (count === 1 ? "1 note" : `${count} notes`),
  sectionsOf: (name) => `${name}: points by section`,
  beyond: (count) => `${count} more: find them by name`,
};

export const resultsMessages: Readonly<Record<Lang, ResultsMessages>> = { zh, en };
