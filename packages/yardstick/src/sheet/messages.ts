/**
 * The texts of score sheets in both languages. Typed, so that a missing entry does not compile. Numbers are passed as displayed; names
 * are those of the rubric.
 */
import type { Awaited } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { stepMessages, type StepMessages, type StepText } from "./step-messages.js";
import type { NoteKind, Sheet, SheetBalance } from "./sheet.js";

type VetoEffectKind = "score-zero" | "unranked" | "no-place" | "no-awards" | "grade-at-most";

/** The texts in one language. */
export interface SheetMessages {
  readonly heading: string;
  readonly status: Readonly<Record<Sheet["status"], string>>;
  /** The labels of what is noted beside steps. */
  readonly notes: Readonly<Record<NoteKind, string>>;
  readonly step: Readonly<Record<StepText, StepMessages>>;
  /** The sentence of the balance; without losses or gains these are left out. */
  readonly balance: (
    of: Pick<SheetBalance, "full" | "lost" | "gained" | "sum">,
    hasLosses: boolean,
    hasGains: boolean,
  ) => string;
  readonly yes: string;
  readonly no: string;
  readonly score: string;
  readonly sum: string;
  readonly comma: string;
  readonly list: string;
  readonly steps: (count: string) => string;
  readonly notApplicable: Readonly<Record<"full" | "zero" | "rescale", string>>;
  /** `how` is `roundingText`. */
  readonly judgedBy: (assessor: string) => string;
  readonly awaits: (names: string) => string;
  readonly reason: (reason: Awaited["reason"], found: string) => string;
  /** The whole row of a subject is doubtful, with the reason. */
  readonly rowInDoubt: (why: string) => string;
  /** What a used result awaits in its own rubric, in the period named. */
  readonly usedAwaits: (period: string | null, awaited: string) => string;
  readonly awaited: (field: string, assessor: string | null, reason: Awaited["reason"], found: string) => string;
  readonly total: string;
  readonly vetoEffects: (kind: VetoEffectKind, grade: string) => string;
  readonly vetoesQuiet: (names: readonly string[]) => string;
  readonly vetoPending: (name: string, undecided: string) => string;
  readonly tookScore: (was: string) => string;
  readonly tookPlace: (ranking: string, was: number) => string;
  readonly tookAward: (name: string) => string;
  readonly tookGrade: (name: string, was: string) => string;
  readonly place: (place: number, of: number, group: string | null, tiedWith: string) => string;
  /** What those who tied had against each other. */
  readonly headToHead: (values: readonly { readonly key: string; readonly value: string | null }[]) => string;
  readonly noPlace: string;
  readonly grade: (grade: string | null, note: "quota" | "cut-tie" | "veto" | null) => string;
  /** The grade before the rules that raised or lowered it, and these rules. */
  readonly gradeMoved: (drawn: string, rules: string) => string;
  readonly awardHeld: (pays: string | null) => string;
  readonly awardOverruled: (vetoes: string) => string;
  readonly notHeld: string;
  readonly undecided: string;
  /** Undecided, with the reason. */
  readonly undecidedBy: (reason: string) => string;
  readonly undecidedFor: (fields: string) => string;
  /** A result that is provisional. */
  readonly provisional: (text: string) => string;
  readonly consequence: string;
  readonly movedUp: (ranking: string, without: number, place: number, ahead: string) => string;
  readonly vetoedBy: (key: string, veto: string) => string;
  readonly firedOnYou: (vetoes: string) => string;
  readonly waiting: (fields: string) => string;
  readonly placed: (ranking: string, text: string) => string;
}

const reasonsZh: Readonly<Record<Awaited["reason"], (found: string) => string>> = {
  blank: () => "待填",
  unreadable: (found) => (found === "" ? "填写有误" : `填写有误（“${found}”）`),
  "division-by-zero": () => "除数为 0，无法计算",
  "best-is-zero": () => "最高为 0，无法按其折算",
  "history-gap": () => "往期结果缺期",
  "no-history": () => "没有上期结果：放在 history.csv（score --append-history 可生成），或用 上期(…) ≠ 无 排除",
  "no-band": () => "没有对应的档",
  "no-calendar": () => "规则没有列出该年度的节假日，工作日数不能确定",
  "out-of-range": (found) => (found === "" ? "超出范围" : `超出范围（“${found}”）`),
  "no-result": () => "没有可用的结果",
  "no-used-row": () => "所引用的规则中没有这一行",
  "used-pending": () => "所引用的规则中有这一行，该项没有结果",
  "open-clause": () => "条款尚未写成规则",
};

const reasonsEn: Readonly<Record<Awaited["reason"], (found: string) => string>> = {
  blank: () => "missing",
  unreadable: (found) => (found === "" ? "cannot be read" : `cannot be read (“${found}”)`),
  "division-by-zero": () => "cannot be calculated: division by 0",
  "best-is-zero": () => "the best value is 0, so it cannot be used as the reference",
  "history-gap": () => "a period is missing in the history",
  "no-history": () =>
    "no earlier results: add them to history.csv (score --append-history writes it), or test with previous(…) ≠ none",
  "no-band": () => "no band fits",
  "no-calendar": () => "the rubric lists no holidays of that year, so working days are not known",
  "out-of-range": (found) => (found === "" ? "out of range" : `out of range (“${found}”)`),
  "no-result": () => "no usable result",
  "no-used-row": () => "the used rubric has no such row",
  "used-pending": () => "the used rubric has the row, but no such result",
  "open-clause": () => "not yet a rule",
};

const zh: SheetMessages = {
  heading: "评分表",
  status: { scored: "已评分", pending: "待定", invalid: "数据有误" },
  notes: {
    "not-applicable": "不适用",
    discretion: "酌情",
    "not-fired": "未触发",
    pending: "待定",
  },
  step: stepMessages.zh,
  balance: ({ full, lost, gained, sum }, hasLosses, hasGains) =>
    `满分 ${full}，${hasLosses ? `失 ${lost}` : "没有失分"}${hasGains ? `，加 ${gained}` : ""}，合计 ${sum}。`,
  yes: "是",
  no: "否",
  score: "总分",
  sum: "合计",
  comma: "，",
  list: "、",
  steps: (count) => `${count} 步`,
  notApplicable: { full: "按满分计", zero: "计 0 分", rescale: "分值折算给同级的其他部分" },
  judgedBy: (assessor) => `由${assessor}评定`,
  awaits: (names) => `待 ${names}`,
  reason: (reason, found) => reasonsZh[reason](found),
  rowInDoubt: (why) => `整行数据的核实（${why}）`,
  usedAwaits: (period, awaited) =>
    `${period === null ? "" : `${period}，`}所引用的规则中待定${awaited === "" ? "" : `，尚待 ${awaited}`}`,
  awaited: (field, assessor, reason, found) =>
    `${field}（${reasonsZh[reason](found)}${assessor === null ? "" : `，${assessor}`}）`,
  total: "总分",
  vetoEffects: (kind, grade) =>
    ({
      "score-zero": "总分归零",
      unranked: "不排名",
      "no-place": "不占名次",
      "no-awards": "不奖励",
      "grade-at-most": `等次不高于${grade}`,
    })[kind],
  vetoesQuiet: (names) => `${names.join("、")}：${names.length > 1 ? "均" : ""}未触发`,
  vetoPending: (name, undecided) => `${name}：${undecided}`,
  tookScore: (was) => `原为 ${was} 分`,
  tookPlace: (ranking, was) => `${ranking}原为第 ${was} 名`,
  tookAward: (name) => `取消${name}`,
  tookGrade: (name, was) => `${name}原为${was}`,
  place: (place, of, group, tiedWith) =>
    `第 ${place} 名（${group === null ? "" : `${group}，`}参排 ${of} 个）${tiedWith === "" ? "" : `，与${tiedWith}并列`}`,
  headToHead: (values) =>
    `；并列对象之间直接胜负：${values.map(({ key, value }) => `${key} ${value ?? "待定"}`).join("、")}`,
  noPlace: "不在名次之内",
  grade: (grade, note) =>
    (grade ?? "待定") +
    (note === null
      ? ""
      : `（${{ quota: "在名额以外", "cut-tie": "在名额线上同分，未取", veto: "因一票否决受限" }[note]}）`),
  gradeMoved: (drawn, rules) => `（原为${drawn}；${rules}）`,
  awardHeld: (pays) => (pays === null ? "获得" : `获得，${pays}`),
  awardOverruled: (vetoes) => `因${vetoes}一票否决，不予奖励`,
  notHeld: "未达到",
  undecided: "待定",
  undecidedBy: (reason) => `待定（${reason}）`,
  undecidedFor: (fields) => `待定，尚待 ${fields}`,
  provisional: (text) => `${text}（暂定）`,
  consequence: "予以处理",
  movedUp: (ranking, without, place, ahead) => `${ranking}按得分列第 ${without}；${ahead}，递补为第 ${place} 名。`,
  vetoedBy: (key, veto) => `${key}因“${veto}”一票否决不占名次`,
  firedOnYou: (vetoes) => `${vetoes}一票否决触发。`,
  waiting: (fields) => `总分待定，尚待：${fields}。`,
  placed: (ranking, text) => `${ranking}：${text}。`,
};

const en: SheetMessages = {
  heading: "Score sheet",
  status: { scored: "scored", pending: "pending", invalid: "data in error" },
  notes: {
    "not-applicable": "not applicable",
    discretion: "discretion",
    "not-fired": "did not fire",
    pending: "pending",
  },
  step: stepMessages.en,
  balance: ({ full, lost, gained, sum }, hasLosses, hasGains) =>
    `Full marks ${full}, ${hasLosses ? `lost ${lost}` : "nothing lost"}${hasGains ? `, gained ${gained}` : ""}: ${sum}.`,
  yes: "yes",
  no: "no",
  score: "Score",
  sum: "Sum",
  comma: ", ",
  list: ", ",
  steps: (count) => `${count} ${count === "1" ? "step" : "steps"}`,
  notApplicable: { full: "counts in full", zero: "counts 0", rescale: "its share goes to its siblings" },
  judgedBy: (assessor) => `judged by ${assessor}`,
  awaits: (names) => `waiting for ${names}`,
  reason: (reason, found) => reasonsEn[reason](found),
  rowInDoubt: (why) => `a decision about its whole row (${why})`,
  usedAwaits: (period, awaited) =>
    `${period === null ? "" : `${period}, `}pending in the used rubric${awaited === "" ? "" : `, waiting for ${awaited}`}`,
  awaited: (field, assessor, reason, found) =>
    `${field} (${reasonsEn[reason](found)}${assessor === null ? "" : `, from ${assessor}`})`,
  total: "the total",
  vetoEffects: (kind, grade) =>
    ({
      "score-zero": "score 0",
      unranked: "unranked",
      "no-place": "takes no place",
      "no-awards": "no awards",
      "grade-at-most": `grade at most ${grade}`,
    })[kind],
  vetoesQuiet: (names) => `${names.join(", ")}: did not fire`,
  vetoPending: (name, undecided) => `${name}: ${undecided}`,
  tookScore: (was) => `it was ${was}`,
  tookPlace: (ranking, was) => `place ${was} in ${ranking} is lost`,
  tookAward: (name) => `${name} is withheld`,
  tookGrade: (name, was) => `${name} was ${was}`,
  place: (place, of, group, tiedWith) =>
    `place ${place} of ${of}${group === null ? "" : ` in ${group}`}${tiedWith === "" ? "" : `, tied with ${tiedWith}`}`,
  headToHead: (values) =>
    `; head to head of those who tied: ${values.map(({ key, value }) => `${key} ${value ?? "pending"}`).join(", ")}`,
  noPlace: "no place",
  grade: (grade, note) =>
    (grade ?? "pending") +
    (note === null
      ? ""
      : ` (${{ quota: "beyond the quota", "cut-tie": "tied at the cut, not granted", veto: "limited by a veto" }[note]})`),
  gradeMoved: (drawn, rules) => ` (before: ${drawn}; ${rules})`,
  awardHeld: (pays) => (pays === null ? "won" : `won, ${pays}`),
  awardOverruled: (vetoes) => `withheld by the veto ${vetoes}`,
  notHeld: "not reached",
  undecided: "pending",
  undecidedBy: (reason) => `pending (${reason})`,
  undecidedFor: (fields) => `pending, waiting for ${fields}`,
  provisional: (text) => `${text} (provisional)`,
  consequence: "applies",
  movedUp: (ranking, without, place, ahead) =>
    `By points it would be place ${without} in ${ranking}; ${ahead}, so it moves up to place ${place}.`,
  vetoedBy: (key, veto) => `${key} takes no place (veto “${veto}”)`,
  firedOnYou: (vetoes) => `Veto: ${vetoes}.`,
  waiting: (fields) => `The score is pending and waiting for ${fields}.`,
  placed: (ranking, text) => `${ranking}: ${text}.`,
};

/** The texts by language. */
export const sheetMessages: Readonly<Record<Lang, SheetMessages>> = { zh, en };
