/** The messages of the screen for periods, apart from the others: they are loaded with that screen. */
import type { Lang } from "@yardstick/language";

/** The messages in one language. */
export interface PeriodMessages {
  readonly title: string;
  readonly close: string;
  readonly fix: string;
  readonly fixAbout: string;
  readonly periodOfResults: string;
  readonly fixAct: string;
  readonly open: (count: number) => string;
  readonly provisional: (count: number) => string;
  readonly undecided: (count: number) => string;
  readonly noResult: string;
  readonly problem: Readonly<Record<"unreadable" | "no-period", string>>;
  readonly done: (period: string, added: number, replaced: number) => string;
  readonly fixed: string;
  readonly fixedRow: (period: string, time: string, scored: number, open: number) => string;
  readonly receipt: (rubric: string, data: string, engine: string) => string;
  readonly same: string;
  readonly differs: string;
  readonly next: string;
  readonly nextAbout: string;
  readonly nextPeriod: string;
  readonly kept: string;
  readonly nextAct: (period: string) => string;
  readonly notFixed: string;
  readonly compare: (period: string) => string;
  readonly subject: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
  readonly place: string;
  readonly nothingBefore: string;
}

const zh: PeriodMessages = {
  title: "定稿和下一期",
  close: "关闭",
  fix: "本期定稿",
  fixAbout:
    "把已出的结果记入往期结果，并留下收据；同一对象同一期只有一行，重新定稿时替换。可以撤销，定稿前的内容保留为版本。",
  periodOfResults: "期别",
  fixAct: "定稿",
  open: (count) => `还有 ${count} 个对象没有得分，定稿只记已有得分的。`,
  provisional: (count) =>
    `${count} 个对象的名次、等次等为暂定或未定，数据补齐后可能改变；请补齐后再定稿，或届时重新定稿。`,
  undecided: (count) => `有 ${count} 处并列占用名额，规则无法确定，定稿不作决定。`,
  noResult: "规则或数据有误，尚无结果，不能定稿。",
  problem: {
    unreadable: "往期结果的表头无法识别，没有写入；请先核对“往期结果”表。",
    "no-period": "数据中没有期别，请填写期别。",
  },
  done: (period, added, replaced) => `${period} 已定稿：新增 ${added} 行，替换 ${replaced} 行。`,
  fixed: "已定稿的各期",
  fixedRow: (period, time, scored, open) =>
    `${period}：${time} 定稿，${scored} 个对象有得分${open === 0 ? "" : `，${open} 个没有`}`,
  receipt: (rubric, data, engine) => `收据：规则 ${rubric}，数据 ${data}，版本 ${engine}`,
  same: "现在的结果与定稿时相同。",
  differs: "定稿后规则或数据有过改动，现在的结果可能与定稿时不同。",
  next: "开始下一期",
  nextAbout:
    "保留考核对象，期别改为新的一期，明细清空，常量和往期结果不变；选定的列保留，其余各列留空待填。可以撤销，本期数据保留为版本。",
  nextPeriod: "新的期别",
  kept: "保留内容的列",
  nextAct: (period) => `开始 ${period}`,
  notFixed: "本期尚未定稿，开始下一期后，本期结果不在往期结果中。",
  compare: (period) => `与上一期（${period}）对比`,
  subject: "名称",
  before: "上一期",
  now: "本期",
  change: "增减",
  place: "名次",
  nothingBefore: "往期结果中没有更早的一期，暂无对比。",
};

const en: PeriodMessages = {
  title: "Fix results, next period",
  close: "Close",
  fix: "Fix the results of this period",
  fixAbout:
    "Adds the results to the earlier results, with a receipt; a subject has one row a period, which is replaced when results are fixed again. It can be undone, and the state before is kept as a revision.",
  periodOfResults: "Period",
  fixAct: "Fix",
  open: (count) =>
    `${count === 1 ? "1 subject has" : `${count} subjects have`} no score yet; only those with one are recorded.`,
  provisional: (count) =>
    `Places, grades or the like of ${count === 1 ? "one subject" : `${count} subjects`} are provisional or undecided and may change when the data is complete; fix the results then, or again then.`,
  undecided: (count) =>
    `${count === 1 ? "A tie" : `${count} ties`} at a quota cannot be decided by the rules; fixing the results decides nothing.`,
  noResult: "The rubric or the data has errors and there is no result to fix.",
  problem: {
    unreadable:
      "The headers of the earlier results are not recognised, so nothing was written; check that table first.",
    "no-period": "The data has no period; enter one.",
  },
  done: (period, added, replaced) => `${period} is fixed: ${added} rows added, ${replaced} replaced.`,
  fixed: "Fixed periods",
  fixedRow: (period, time, scored, open) =>
    `${period}: fixed ${time}, ${scored} subjects with a score${open === 0 ? "" : `, ${open} without`}`,
  receipt: (rubric, data, engine) => `Receipt: rubric ${rubric}, data ${data}, version ${engine}`,
  same: "The present results are those that were fixed.",
  differs: "The rubric or the data has changed since; the present results may differ from the fixed ones.",
  next: "Begin the next period",
  nextAbout:
    "Keeps the subjects with the new period; lists are emptied, constants and earlier results stay; the chosen columns keep their content, all others are blank. It can be undone, and the data of this period is kept as a revision.",
  nextPeriod: "New period",
  kept: "Columns that keep their content",
  nextAct: (period) => `Begin ${period}`,
  notFixed: "This period is not fixed; its results will not be among the earlier results.",
  compare: (period) => `Compared with the period before (${period})`,
  subject: "Name",
  before: "Before",
  now: "Now",
  change: "Change",
  place: "Place",
  nothingBefore: "The earlier results have no period before this one, so there is nothing to compare.",
};

/** The messages by language. */
export const periodMessages: Readonly<Record<Lang, PeriodMessages>> = { zh, en };
