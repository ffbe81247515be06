/**
 * What a query cannot give exactly is refused, never approximated: each refusal has a permanent code, says what it is about and names a
 * way out, in both languages.
 */
import { ownEntry } from "@yardstick/language/core";

/** Texts in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Why a rubric is not printed as a query. */
export interface SqlRefusal extends Bilingual {
  /** Permanent, kebab-case. */
  readonly code: RefusalCode;
}

const messages = {
  "sql-too-wide": ({ field, engine }: { readonly field: string | null; readonly engine: string }) => ({
    zh: `${field === null ? "计算中的数" : `字段“${field}”的数`}可能超出 ${engine} 整数的位数。请在数据块中声明各数值字段的取值范围（如 数值 0 .. 100000），或给出列的最小、最大值。`,
    en: `${field === null ? "A number on the way to the score" : `A number of the field “${field}”`} may need more digits than ${engine} holds. Declare the ranges of the number fields (such as number 0 .. 100000), or give the least and greatest of the columns.`,
  }),
  "sql-decimals": ({
    field,
    decimals,
    most,
  }: {
    readonly field: string;
    readonly decimals: number;
    readonly most: number;
  }) => ({
    zh: `字段“${field}”有 ${decimals} 位小数，查询最多读取 ${most} 位。请在数据中减少该列的小数位数，或改用较小的计量单位。`,
    en: `The field “${field}” has ${decimals} decimals; a query reads at most ${most}. Round the column in the data, or use a smaller unit of measure.`,
  }),
  "sql-quotients-of-rows": ({ engine }: { readonly engine: string }) => ({
    zh: `${engine} 不能精确累加明细各行的商。请先舍入，如 舍入(完成 / 目标, 4)。`,
    en: `${engine} cannot add up quotients row by row exactly. Round them first, as in round(done / target, 4).`,
  }),
  "sql-cohort-of-quotients": ({ name }: { readonly name: string }) => ({
    zh: `跨对象函数 ${name} 的参数是未舍入的商，不能精确汇总。请先舍入，如 舍入(完成 / 目标, 4)。`,
    en: `${name} across subjects reads a quotient that is not rounded. Round it first, as in round(done / target, 4).`,
  }),
  "sql-cap-by-quotient": () => ({
    zh: "分组封顶的上限是各对象的商。请先舍入。",
    en: "The cap of a group is a quotient of each subject. Round it first.",
  }),
  "sql-text-computed": () => ({
    zh: "文本除了比较相等和分组以外另有用途。请改用选项（choice）。",
    en: "A text is used for more than equality and grouping. Use a choice instead.",
  }),
  "sql-periods": () => ({
    zh: "规则读取往期结果（上期、连续）。请列出所有期别（--periods 2008,2009）。",
    en: "The rubric reads earlier periods (previous, running). Name all periods that occur (--periods 2008,2009).",
  }),
  "sql-period-spelling": ({ periods }: { readonly periods: readonly string[] }) => ({
    zh: `期别的写法不确定，或同一期有两种写法：${periods.join("、")}。请在数据中统一写法，年度写成四位数字，如 2008。`,
    en: `It is not certain which periods these are, or one is written in two ways: ${periods.join(", ")}. Write each in one way, years in four digits, as in 2008.`,
  }),
  "sql-history": () => ({
    zh: "规则按数值、是否或有默认值的字段给往期结果分组。请用 yardstick score 计算。",
    en: "Results of earlier periods are grouped by a number, a truth, or a field with a default. Score it with yardstick score.",
  }),
  "sql-head-to-head": () => ({
    zh: "排名同分的比直接胜负。请用 yardstick score 计算。",
    en: "A ranking breaks ties head to head. Score it with yardstick score.",
  }),
  "sql-used": () => ({
    zh: "引用其他规则结果的字段不是文本，或所引用的规则分期而本规则不分期。请用 yardstick score 计算。",
    en: "Results of another rubric are found by a field that is no text, or have periods where this rubric has none. Score it with yardstick score.",
  }),
  "sql-row-order": ({ list }: { readonly list: string }) => ({
    zh: `在并列的明细行中取影响最大的一行，须知道明细 ${list} 各行的先后。请给出记录先后的列。`,
    en: `Of rows that tie for the greatest effect the first one counts, so the order of ${list} must be known. Name the column that holds it.`,
  }),
  "sql-series": () => ({
    zh: "规则读取多期的结果序列。请用 yardstick score 计算。",
    en: "The rubric reads series over all periods. Score it with yardstick score.",
  }),
  "sql-output-text": ({ name }: { readonly name: string }) => ({
    zh: `输出 ${name} 是文本或日期，查询不输出。请改为数值、等级或是否。`,
    en: `The output ${name} is a text or a date, which the query does not publish. Make it a number, a level or a truth.`,
  }),
  "sql-explain-history": () => ({
    zh: "规则在往期结果中使用跨对象函数，说明一个对象须读取所有对象的往期结果。请将数据导出为文件，用不带 --engine 的 yardstick explain 说明。",
    en: "The rubric uses functions across subjects of earlier periods, so one subject cannot be explained without the records of all. Save the data as files and use yardstick explain without --engine.",
  }),
  "sql-explain-pending": () => ({
    zh: "有的对象数据待定，而跨对象的结果又读取其他跨对象的结果，是否暂定须逐个计算。请补齐待定数据，或将数据导出为文件，用不带 --engine 的 yardstick explain 说明。",
    en: "Some subjects are pending while results across subjects read each other, so what is provisional is known only by computing every subject. Fill in what is pending, or save the data as files and use yardstick explain without --engine.",
  }),
  "sql-plan": ({ zh, en }: Bilingual) => ({
    zh: `规则含有查询不能表达的内容：${zh}。请用 yardstick score 计算。`,
    en: `The rubric holds what a query cannot express: ${en}. Score it with yardstick score.`,
  }),
} satisfies Readonly<Record<string, (params: never) => Bilingual>>;

/** The permanent codes. */
export type RefusalCode = keyof typeof messages;
type Params<Code extends RefusalCode> = Parameters<(typeof messages)[Code]>[0];

/** All codes, in the order of the documentation. */
export const refusalCodes = Object.keys(messages) as readonly RefusalCode[];

/** Thrown while a query is printed; never leaves the package. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(readonly refusal: SqlRefusal) {
    super(refusal.en);
  }
}

/** Ends printing with a refusal. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  ...[params]: undefined extends Params<Code> ? [] : [Params<Code>]
): never {
  throw new Refused(refusalOf(code, params as Params<Code>));
}

/** A refusal as data. */
export function refusalOf<Code extends RefusalCode>(code: Code, params: Params<Code>): SqlRefusal {
  const of = messages[code] as (params: Params<Code>) => Bilingual;
  return { code, ...of(params) };
}

/** Chinese of what the plan says it cannot hold, where a rubric can bring it about. */
const planReasons: Readonly<Record<string, string>> = {
  "meetings that read results": "直接胜负读取计分结果",
  "a power that is no literal": "幂的指数不是常数",
  "decimals that are no literal": "舍入的位数不是常数",
  "a step that is no literal": "舍入的单位不是常数",
  "a ranking by text": "按文本排名",
  "a ranking by numbers that are not rounded": "按未舍入的商排名",
  "a ranking by scores that may repeat for ever": "按可能是无限循环小数的得分排名",
  "a payment that repeats for ever": "可能是无限循环小数的奖金",
  "a quota that differs between subjects": "各对象不同的名额",
  "the greatest of numbers that are not exact in columns": "在未舍入的商中取影响最大的一行",
  "the middle of numbers that are not exact in columns": "未舍入的商的中位数",
  "groups by numbers that are not exact in columns": "按未舍入的商分组",
  "whether there is a value of a compound expression": "判断组合表达式有无值",
  "side rows of one list inside those of another": "一张明细的行中读取另一张明细",
  "side rows of one list read those of another": "一张明细的行中读取另一张明细",
  "a function over several periods": "跨多期的函数",
};

/** Reasons of a plan that ranges would take away. */
const TOO_WIDE: ReadonlySet<string> = new Set([
  "a rounded number does not fit",
  "a rounded root does not fit",
  "a whole number does not fit",
  "a number too large to be cut to a whole one",
  "a result over all subjects does not fit",
]);

/** The refusal for what a plan cannot hold, by the plan's own reason. */
export function planRefusal(reason: string, engine: string): SqlRefusal {
  if (TOO_WIDE.has(reason)) return refusalOf("sql-too-wide", { field: null, engine });
  const zh = ownEntry(planReasons, reason) ?? "计算图不支持的写法";
  return refusalOf("sql-plan", { zh, en: reason });
}
