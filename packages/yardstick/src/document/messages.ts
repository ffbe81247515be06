/**
 * The texts of notices and printed score sheets in both languages, besides those of the score sheet itself.
 */
import type { Lang } from "@yardstick/language";
import type { Ranking } from "@yardstick/language/program";

/** The texts in one language. */
export interface DocumentMessages {
  readonly htmlLang: string;
  readonly comma: string;
  readonly list: string;
  readonly semicolon: string;
  readonly score: string;
  readonly total: string;
  readonly place: string;
  readonly full: string;
  readonly rule: string;
  readonly count: string;
  readonly effect: string;
  readonly pointsOrEffect: string;
  readonly remarks: string;
  readonly item: string;
  /** Items in which no rule had an effect, with their scores. */
  readonly folded: (items: string) => string;
  /** The items with the greatest losses, or gains, and how many more there are. */
  readonly mostLost: (items: string, more: number) => string;
  readonly mostGained: (items: string, more: number) => string;
  /** Rules without effect that are not listed. */
  readonly notShown: (count: number) => string;
  /** The texts before and after the number of a page within a score sheet. */
  readonly pageOfSheet: readonly [before: string, after: string];
  readonly section: string;
  readonly outcome: string;
  readonly gradeAndOutcome: string;
  readonly outputs: string;
  readonly vetoSeal: string;
  readonly veto: (names: string) => string;
  readonly noticeTitle: (rubric: string, period: string | null) => string;
  readonly to: string;
  readonly intro: (rubric: string, count: number, subject: string) => string;
  readonly vetoed: (key: string, vetoes: string, effects: string) => string;
  readonly movesUp: string;
  readonly pending: (key: string, fields: string) => string;
  readonly pendingMany: (count: number) => string;
  readonly pendingTail: string;
  /** What a part's score adds to its parent, and at full marks. */
  readonly counted: (contribution: string, worth: string) => string;
  /** `how` is `roundingText`. */
  readonly rounding: (how: string) => string;
  readonly ties: Readonly<Record<Ranking["ties"], string>>;
  readonly period: string;
  readonly contact: string;
  readonly signature: string;
  readonly day: string;
  /** `data` is null where the data have no fingerprint. */
  readonly receipt: (rubric: string, data: string | null, edition: string | null) => string;
  readonly recompute: string;
  /** Beside a receipt without the data. */
  readonly onlyOwnData: string;
  readonly nothing: string;
  readonly signs: readonly string[];
  /** Options before printing. */
  readonly options: Readonly<
    Record<"face" | "official" | "sans" | "columns" | "allSections" | "onlyTotal" | "notFired", string>
  >;
}

const zh: DocumentMessages = {
  htmlLang: "zh-CN",
  comma: "，",
  list: "、",
  semicolon: "；",
  score: "得分",
  total: "总分",
  place: "名次",
  full: "满分",
  rule: "规则与依据",
  count: "计数",
  effect: "扣 / 加",
  pointsOrEffect: "满分 / 扣加",
  remarks: "封顶、豁免、舍入与依据",
  item: "条目",
  folded: (items) => `其余条目没有规则起作用：${items}`,
  mostLost: (items, more) => `失分：${items}${more === 0 ? "" : `，另有 ${more} 项`}。`,
  mostGained: (items, more) => `加分：${items}${more === 0 ? "" : `，另有 ${more} 项`}。`,
  notShown: (count) => `没有起作用的规则 ${count} 条，未列出。`,
  pageOfSheet: ["第 ", " 页"],
  section: "大类",
  outcome: "奖惩",
  gradeAndOutcome: "等次、奖惩",
  outputs: "其他结果",
  vetoSeal: "否",
  veto: (names) => `${names}一票否决`,
  noticeTitle: (rubric, period) =>
    period === null || /^\d{4}$/u.test(period)
      ? `关于${period === null ? "" : `${period}年度`}${rubric}结果的公示`
      : `关于${rubric}（${period}）结果的公示`,
  to: "各有关单位：",
  intro: (rubric, count, subject) => `依据《${rubric}》，对${count}个${subject}进行了量化考核。现将结果公示如下：`,
  vetoed: (key, vetoes, effects) => `${key}触发“${vetoes}”一票否决${effects === "" ? "" : `，${effects}`}`,
  movesUp: "其后依次递补",
  pending: (key, fields) => `${key}尚待 ${fields}`,
  pendingMany: (count) => `另有${count}个对象数据待补`,
  pendingTail: "补齐后另行公示。",
  counted: (contribution, worth) => `计入 ${contribution}（满分 ${worth}）`,
  rounding: (how) => `总分${how.replaceAll(" ", "")}。`,
  ties: { gap: "同分并列同名次。", dense: "同分并列同名次，其后名次不空。" },
  period:
    "公示期为＿＿＿＿年＿＿月＿＿日至＿＿月＿＿日，共＿＿个工作日。对结果有异议的，请在公示期内以书面形式反映，可申请查阅本单位评分表。",
  contact: "联系人：＿＿＿＿＿＿　　电话：＿＿＿＿＿＿＿＿",
  signature: "（单位名称）",
  day: "＿＿＿＿年＿＿月＿＿日",
  receipt: (rubric, data, edition) =>
    `规则 ${rubric}${data === null ? "" : `　数据 ${data}`}${edition === null ? "" : `　版本 ${edition}`}`,
  onlyOwnData: "只读取了与本对象有关的数据，故数据没有编号",
  recompute: "凭此两段编号，可用相同的规则和数据重新计算本表",
  nothing: "没有可公示的名次：所有对象的数据均未齐备。",
  signs: ["制表", "复核", "被考核单位", "日期"],
  options: {
    face: "字体",
    official: "公文",
    sans: "黑体",
    columns: "列",
    allSections: "全部大类",
    onlyTotal: "仅总分",
    notFired: "列出没有起作用的规则",
  },
};

const en: DocumentMessages = {
  htmlLang: "en",
  comma: ", ",
  list: ", ",
  semicolon: "; ",
  score: "Score",
  total: "Total",
  place: "Place",
  full: "Full",
  rule: "Rule and basis",
  count: "Count",
  effect: "Effect",
  pointsOrEffect: "Full / effect",
  remarks: "Caps, waivers, rounding, basis",
  item: "Item",
  folded: (items) => `No rule acted in: ${items}`,
  mostLost: (items, more) => `Lost in ${items}${more === 0 ? "" : ` and ${more} more`}.`,
  mostGained: (items, more) => `Gained in ${items}${more === 0 ? "" : ` and ${more} more`}.`,
  notShown: (count) => `${count} ${count === 1 ? "rule" : "rules"} without effect not shown.`,
  pageOfSheet: ["page ", ""],
  section: "Section",
  outcome: "Outcome",
  gradeAndOutcome: "Grade, outcome",
  outputs: "Other results",
  vetoSeal: "×",
  veto: (names) => `veto: ${names}`,
  noticeTitle: (rubric, period) => `Results of ${rubric}${period === null ? "" : `, ${period}`}`,
  to: "To all concerned:",
  intro: (rubric, count, subject) =>
    `Under “${rubric}”, ${count} subjects (${subject}) were appraised. The results are published below.`,
  vetoed: (key, vetoes, effects) => `${key}: veto “${vetoes}”${effects === "" ? "" : ` (${effects})`}`,
  movesUp: "those ranked below move up",
  pending: (key, fields) => `${key} is waiting for ${fields}`,
  pendingMany: (count) => `${count} more ${count === 1 ? "subject is" : "subjects are"} waiting for data`,
  pendingTail: "their results will be published when the data is complete.",
  counted: (contribution, worth) => `counts ${contribution} of ${worth}`,
  rounding: (how) => `The score is rounded ${how}. `,
  ties: {
    gap: "Equal scores share a place.",
    dense: "Equal scores share a place, and no place after them is skipped.",
  },
  period:
    "Published from ________ to ________ (____ working days). Objections may be submitted in writing during this time; every subject may request its own score sheet.",
  contact: "Contact: ____________  Telephone: ____________",
  signature: "(name of the office)",
  day: "Date: ____________",
  receipt: (rubric, data, edition) =>
    `rubric ${rubric}${data === null ? "" : `  data ${data}`}${edition === null ? "" : `  edition ${edition}`}`,
  onlyOwnData: "only data about this subject was read, so the data has no number",
  recompute: "these two numbers identify the rubric and the data from which this table can be recomputed",
  nothing: "There are no places to publish: the data of every subject is incomplete.",
  signs: ["Prepared by", "Checked by", "For the subject", "Date"],
  options: {
    face: "Typeface",
    official: "official (serif)",
    sans: "sans-serif",
    columns: "Columns",
    allSections: "all sections",
    onlyTotal: "total only",
    notFired: "show rules without effect",
  },
};

/** The texts by language. */
export const documentMessages: Readonly<Record<Lang, DocumentMessages>> = { zh, en };
