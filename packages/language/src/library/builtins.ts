/**
 * The functions of the language, each declared once: its name in both vocabularies, what it takes, and what it says of itself.
 * The checker resolves calls by this table, editors show it, evaluators hold their kernels against `BuiltinName`.
 */
import type { Bilingual } from "../vocabulary/bilingual.js";

/** What a function ranges over. `count` ranges over side rows or over subjects, by its argument. */
export type BuiltinFamily = "value" | "rows" | "rows-or-subjects" | "subjects" | "spread" | "time" | "result";

/** A built-in function. */
export interface Builtin {
  readonly zh: string;
  readonly family: BuiltinFamily;
  /** How many arguments it takes; `max` null: any number. */
  readonly min: number;
  readonly max: number | null;
  readonly form: Bilingual;
  readonly documentation: Bilingual;
}

function builtin(
  zh: string,
  family: BuiltinFamily,
  [min, max]: readonly [number, number | null],
  form: readonly [zh: string, en: string],
  documentation: readonly [zh: string, en: string],
): Builtin {
  return {
    zh,
    family,
    min,
    max,
    form: { zh: form[0], en: form[1] },
    documentation: { zh: documentation[0], en: documentation[1] },
  };
}

/** All built-in functions by English name. */
export const builtins = {
  sum: builtin(
    "求和",
    "rows",
    [1, 1],
    ["求和(明细.列 其中 条件)", "sum(list.column where condition)"],
    ["明细各行的数值之和，没有行时为 0。", "The sum over side rows; 0 where there are none."],
  ),
  average: builtin(
    "均值",
    "rows",
    [1, 1],
    ["均值(明细.列 其中 条件)", "average(list.column where condition)"],
    [
      "明细各行的平均数；可以去掉几个最高、最低。",
      "The average over side rows; some of the highest and lowest may be dropped.",
    ],
  ),
  median: builtin(
    "中位数",
    "rows-or-subjects",
    [1, 1],
    ["中位数(明细.列 其中 条件)", "median(list.column where condition)"],
    [
      "明细各行或各参评对象居中的数；为偶数个时取中间两个的平均数。",
      "The middle value over side rows or over the subjects; of an even number of them the mean of the two in the middle.",
    ],
  ),
  count: builtin(
    "个数",
    "rows-or-subjects",
    [0, 1],
    ["个数(明细 其中 条件)", "count(list where condition)"],
    ["明细的行数，或参评对象的个数。", "How many side rows there are, or how many subjects."],
  ),
  any: builtin(
    "有",
    "rows",
    [1, 1],
    ["有(明细 其中 条件)", "any(list where condition)"],
    ["明细里有没有一行符合条件。", "Whether some side row meets the condition."],
  ),
  all: builtin(
    "全",
    "rows",
    [1, 1],
    ["全(明细.列 >= 60)", "all(list.column >= 60)"],
    [
      "明细是否每一行都符合条件；没有行时为是。",
      "Whether every side row meets the condition; yes where there are none.",
    ],
  ),
  share: builtin(
    "占比",
    "rows",
    [1, 1],
    ["占比(明细 其中 条件)", "share(list where condition)"],
    ["符合条件的行在明细里所占的比例。", "The fraction of side rows that meet the condition."],
  ),
  highest: builtin(
    "最高",
    "subjects",
    [1, 1],
    ["最高(指标 同 组别)", "highest(value within group)"],
    ["各参评对象中的最高值。", "The highest value among the subjects."],
  ),
  lowest: builtin(
    "最低",
    "subjects",
    [1, 1],
    ["最低(指标 同 组别)", "lowest(value within group)"],
    ["各参评对象中的最低值。", "The lowest value among the subjects."],
  ),
  mean: builtin(
    "平均",
    "subjects",
    [1, 1],
    ["平均(指标 同 组别)", "mean(value within group)"],
    ["各参评对象的平均值。", "The mean over the subjects."],
  ),
  total: builtin(
    "合计",
    "subjects",
    [1, 1],
    ["合计(指标 同 组别)", "total(value within group)"],
    ["各参评对象的合计。", "The sum over the subjects."],
  ),
  deviation: builtin(
    "标准差",
    "spread",
    [2, 2],
    ["标准差(指标, 2 同 组别)", "deviation(value, 2 within group)"],
    [
      "各参评对象或明细各行的标准差（除以个数），四舍五入到几位小数。",
      "The standard deviation over the subjects or over side rows, of the whole population, rounded half up to so many decimals.",
    ],
  ),
  sample_deviation: builtin(
    "样本标准差",
    "spread",
    [2, 2],
    ["样本标准差(指标, 2 同 组别)", "sample_deviation(value, 2 within group)"],
    [
      "样本标准差（除以个数减 1），四舍五入到几位小数。",
      "The standard deviation of a sample, divided by one less than their number, rounded half up to so many decimals.",
    ],
  ),
  zscore: builtin(
    "标准分",
    "spread",
    [2, 2],
    ["标准分(指标, 2 同 组别)", "zscore(value, 2 within group)"],
    [
      "与平均值相差几个标准差，四舍五入到几位小数；低于平均值的为负。",
      "By how many standard deviations a value is above the mean, below 0 where it is below, rounded half up to so many decimals.",
    ],
  ),
  percentile: builtin(
    "百分位",
    "subjects",
    [1, 1],
    ["百分位(指标 同 组别)", "percentile(value within group)"],
    [
      "在其他参评对象中，比它低的占多少：最低的为 0%，独占最高的为 100%。",
      "Which share of the other subjects has a lower value: 0% for the lowest, 100% for the one above all others.",
    ],
  ),
  rank: builtin(
    "名次",
    "subjects",
    [1, 1],
    ["名次(指标 同 组别)", "rank(value within group)"],
    [
      "该值在各参评对象中从高到低的名次，相同的取靠前的名次；写「并列 不空名次」的后面不空名次，写「并列 平均名次」的取平均名次。",
      "The place of the value among the subjects, highest first; equal values share the higher place, with `ties dense` the next place follows on, with `ties average` they have the mean of their places.",
    ],
  ),
  max: builtin(
    "较大",
    "value",
    [2, null],
    ["较大(甲, 乙)", "max(a, b)"],
    ["几个数中最大的。", "The greatest of several numbers."],
  ),
  min: builtin(
    "较小",
    "value",
    [2, null],
    ["较小(甲, 乙)", "min(a, b)"],
    ["几个数中最小的。", "The least of several numbers."],
  ),
  round: builtin(
    "舍入",
    "value",
    [2, 2],
    ["舍入(数, 2) 或 舍入(数, 到 0.5)", "round(value, 2) or round(value, to 0.5)"],
    [
      "四舍五入到几位小数，或到某个单位的整数倍。",
      "Rounds half up, away from zero, to so many decimals or to a multiple of a step.",
    ],
  ),
  abs: builtin(
    "绝对值",
    "value",
    [1, 1],
    ["绝对值(数)", "abs(value)"],
    ["去掉正负号。", "The number without its sign."],
  ),
  month: builtin(
    "月份",
    "value",
    [1, 1],
    ["月份(日期)", "month(date)"],
    ["日期的月份，1 到 12。", "The month of a date, 1 to 12."],
  ),
  quarter: builtin(
    "季度",
    "value",
    [1, 1],
    ["季度(日期)", "quarter(date)"],
    ["日期的季度，1 到 4。", "The quarter of a date, 1 to 4."],
  ),
  year: builtin("年份", "value", [1, 1], ["年份(日期)", "year(date)"], ["日期的年份。", "The year of a date."]),
  weekday: builtin(
    "星期",
    "value",
    [1, 1],
    ["星期(日期)", "weekday(date)"],
    ["日期是星期几，星期一为 1，星期日为 7。", "The day of the week, 1 for Monday to 7 for Sunday."],
  ),
  months: builtin(
    "月数",
    "value",
    [2, 2],
    ["月数(起, 止)", "months(from, to)"],
    [
      "从一个日期到另一个日期满几个月；不足一个月的不计。",
      "How many whole months lie between two dates; what is short of a month does not count.",
    ],
  ),
  workdays: builtin(
    "工作日",
    "value",
    [2, null],
    ["工作日(起, 止, 2026-10-01, 2026-10-10)", "workdays(from, to, 2026-10-01, 2026-10-10)"],
    [
      "起日之后到止日为止有几个工作日。周六、周日休息；后面列出的日期相反：列出的周一至周五放假，列出的周六、周日上班。",
      "How many working days there are after the first date up to the second. Saturdays and Sundays are off; the dates listed behind are the other way round: a listed weekday is a holiday, a listed Saturday or Sunday is worked.",
    ],
  ),
  previous: builtin(
    "上期",
    "time",
    [1, 1],
    ["上期(总分)", "previous(score)"],
    ["上一期公布的结果。", "What was published for the period before."],
  ),
  running: builtin(
    "连续",
    "time",
    [1, 1],
    ["连续(末位(全街道))", "running(last(overall))"],
    ["到本期为止，条件连续成立了几期。", "For how many periods up to this one the condition has held without a break."],
  ),
  last: builtin(
    "末位",
    "result",
    [1, 1],
    ["末位(全街道)", "last(overall)"],
    [
      "是否在这个排名中居末位；按各大类排的，任一大类居末位即是。",
      "Whether the subject is last in a ranking, or in any section of it.",
    ],
  ),
  points: builtin(
    "分值",
    "result",
    [1, 1],
    ["分值(党建)", "points(party)"],
    ["规则给这一部分定的分值。", "The points the rubric gives a part."],
  ),
  score: builtin(
    "得分",
    "result",
    [1, 1],
    ["得分(党建)", "score(party)"],
    ["这一部分的得分。", "What the subject scored in a part."],
  ),
  place: builtin(
    "位次",
    "result",
    [1, 1],
    ["位次(全街道)", "place(overall)"],
    ["在这个排名中的位次。", "The subject's place in a ranking."],
  ),
} as const satisfies Record<string, Builtin>;

/** The English name of a built-in function. */
export type BuiltinName = keyof typeof builtins;

const builtinNames = Object.keys(builtins) as BuiltinName[];

const bySpelling: ReadonlyMap<string, BuiltinName> = new Map(
  builtinNames.flatMap((name) => [[name, name] as const, [builtins[name].zh, name] as const]),
);

/** The function a word names in either vocabulary. */
export function builtinNamed(word: string): BuiltinName | undefined {
  return bySpelling.get(word);
}

/** All spellings, for near names and completion. */
export const builtinSpellings: readonly string[] = [...bySpelling.keys()];

/** Functions that read the published score, or a subject's place in the ranking an award is based on. */
export const scoreWords: readonly string[] = ["score", "总分"];
export const placeWords: readonly string[] = ["place", "位次"];
