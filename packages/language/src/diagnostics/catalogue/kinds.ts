/**
 * What the checker finds in kinds and units: a text where points are due, 元 added to 分, a condition that is a number.
 */
import type { ValueType } from "../../program/expression.js";
import { entry } from "./entry.js";
import { capital, enName, kindWords, unitWords, zhName } from "./wording.js";

type Nothing = Record<never, never>;
type NumberKind = Extract<ValueType, { kind: "number" }>;

export const kinds = {
  meaningless: entry<{ text: string }>(
    "error",
    (h) => ({ zh: `${zhName(h.text)}没有意义。`, en: `${enName(h.text)} has no meaning.` }),
    () => ({
      zh: "函数前面不加点号，参数写在括号里，如 求和(台账.数量)。",
      en: "A function is written without a dot, with its argument in parentheses: sum(ledger.amount).",
    }),
  ),
  "kind-mismatch": entry<{ expected: ValueType; found: ValueType }>(
    "error",
    (h) => ({
      zh: `这里应为${kindWords(h.expected).zh}，实际为${kindWords(h.found).zh}。`,
      en: `Expected ${kindWords(h.expected).en}, found ${kindWords(h.found).en}.`,
    }),
    (h) => ({ zh: `改成${kindWords(h.expected).zh}。`, en: `Write ${kindWords(h.expected).en}.` }),
  ),
  "condition-expected": entry<{ found: ValueType; text: string; countable: boolean }>(
    "error",
    (h) => ({
      zh: `${zhName(h.text)}是${kindWords(h.found).zh}，不能直接作条件。`,
      en: `${enName(h.text)} is ${kindWords(h.found).en}, not a condition.`,
    }),
    (h) =>
      h.countable
        ? { zh: `与数比较，如 ${h.text} > 0。`, en: `Compare it with a number: ${h.text} > 0.` }
        : { zh: "写成比较，或用「是否」的字段。", en: "Write a comparison, or use a yes-or-no field." },
  ),
  "number-expected": entry<{ found: ValueType }>(
    "error",
    (h) => ({
      zh: `这里应为数，实际为${kindWords(h.found).zh}。`,
      en: `Expected a number, found ${kindWords(h.found).en}.`,
    }),
    () => ({ zh: "换成数值、计数或百分数的字段。", en: "Use a field that is a number, a count or a percentage." }),
  ),
  "date-sum": entry<{ op: string; left: string; right: string; why: "two-dates" | "not-days" | "date-second" }>(
    "error",
    (h) => {
      switch (h.why) {
        case "two-dates":
          return {
            zh: `${zhName(h.left)}和${zhName(h.right)}都是日期，不能相加。`,
            en: `${enName(h.left)} and ${enName(h.right)} are both dates, which cannot be added.`,
          };
        case "not-days":
          return {
            zh: `${zhName(h.left)}是日期，只能加减若干天，${zhName(h.right)}不是天数。`,
            en: `${enName(h.left)} is a date, to which only days can be added, but ${enName(h.right)} is not a number of days.`,
          };
        case "date-second":
          return {
            zh: `${zhName(h.right)}是日期，应写在前面。`,
            en: `${enName(h.right)} is a date and must come first.`,
          };
      }
    },
    () => ({
      zh: "两个日期相减得天数；日期可以加减几天，如 截止日 + 3 天。",
      en: "A date minus a date is a number of days; days can be added to or subtracted from a date, as in due + 3 days.",
    }),
  ),
  "not-a-number": entry<{ text: string }>(
    "error",
    (h) => ({ zh: `${zhName(h.text)}无法计算。`, en: `${enName(h.text)} cannot be computed.` }),
    () => ({ zh: "检查是否除以了 0，或乘方太大。", en: "Check for a division by 0 or too large a power." }),
  ),
  "unlike-units": entry<{ expected: ValueType; found: ValueType }>(
    "error",
    (h) => ({
      zh: `这里应为${kindWords(h.expected).zh}，实际为${kindWords(h.found).zh}。`,
      en: `Expected ${kindWords(h.expected).en}, found ${kindWords(h.found).en}.`,
    }),
    () => ({ zh: "改正单位，或换算后再用。", en: "Correct the unit, or convert it first." }),
  ),
  "unlike-operands": entry<{ op: string; left: NumberKind; right: NumberKind }>(
    "error",
    (h) => {
      const verb = { "+": "相加", "-": "相减", "/": "相比" }[h.op] ?? "比较";
      const enVerb = { "+": "added", "-": "subtracted", "/": "put in proportion" }[h.op] ?? "compared";
      return {
        zh: `${kindWords(h.left).zh}与${kindWords(h.right).zh}不能${verb}。`,
        en: `${capital(kindWords(h.left).en)} and ${kindWords(h.right).en} cannot be ${enVerb}.`,
      };
    },
    () => ({ zh: "两边要用同一种单位。", en: "Both sides must be in the same unit." }),
  ),
  "unlike-kinds": entry<{ left: ValueType; right: ValueType }>(
    "error",
    (h) => ({
      zh: sameKind(h) ? "这两边的选项不是同一种。" : `${kindWords(h.left).zh}与${kindWords(h.right).zh}不能比较。`,
      en: sameKind(h)
        ? "These are levels of two different choices."
        : `${capital(kindWords(h.left).en)} cannot be compared with ${kindWords(h.right).en}.`,
    }),
    (h) => {
      const [a, b] = [h.left.kind, h.right.kind];
      if (a === "level" || b === "level")
        return {
          zh: "选项与它自己的档次比较，档次不加引号。",
          en: "Compare a choice with one of its levels, without quotes.",
        };
      if (a === "date" || b === "date")
        return { zh: "日期写成 2008-01-31，不加引号。", en: "Write a date as 2008-01-31, without quotes." };
      if (a === "text" || b === "text")
        return { zh: '文本与引号里的文字比较，如 = "2008"。', en: 'Compare text with text in quotes, as in = "2008".' };
      return { zh: "两边要是同一类值。", en: "Both sides must be of one kind." };
    },
  ),
  "text-without-quotes": entry<{ text: string }>(
    "error",
    (h) => ({
      zh: `这里与文本比较，没有叫${zhName(h.text)}的字段。`,
      en: `This is compared with text, and there is no field named ${enName(h.text)}.`,
    }),
    (h) => ({ zh: `文字要加引号："${h.text}"。`, en: `Put text in quotes: "${h.text}".` }),
  ),
  "not-ordered": entry<{ kind: ValueType; op: string; text: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.text)}没有高低之分，不能用「${h.op}」。`,
      en: `${enName(h.text)} has no order, so \`${h.op}\` cannot be used.`,
    }),
    (h) =>
      h.kind.kind === "level"
        ? {
            zh: "声明选项时用 < 排出高低，如 选项(差 < 中 < 好)。",
            en: "Declare the choice with <, worst first: choice(poor < fair < good).",
          }
        : { zh: "用 = 或 ≠ 比较。", en: "Use = or ≠." },
  ),
  "unit-needed": entry<{ digits: string; type: NumberKind }>(
    "error",
    (h) => ({
      zh: `${zhName(h.digits)}没有单位，这里的数用了几种单位。`,
      en: `${enName(h.digits)} has no unit, and several are in use here.`,
    }),
    (h) => ({
      zh: `写上单位，如 ${h.digits} ${unitWords(h.type.dimension).zh}。`,
      en: `Write its unit, as in ${h.digits} ${unitWords(h.type.dimension).en}.`,
    }),
  ),
  "unknown-unit": entry<{ unit: string }>(
    "error",
    (h) => ({ zh: `单位${zhName(h.unit)}没有定义。`, en: `${enName(h.unit)} is not a known unit.` }),
    () => ({
      zh: "用常用单位，或在数据里声明一个以它为单位的字段。",
      en: "Use a common unit, or declare a field in this one.",
    }),
  ),
  "not-constant": entry<Nothing>(
    "error",
    () => ({
      zh: "这里应为定数，不能依赖数据、得分或常量。",
      en: "A fixed value is required here; it cannot depend on data, scores or constants.",
    }),
    () => ({ zh: "直接写出数来。", en: "Write the number itself." }),
  ),
  "count-not-whole": entry<{ name: string; found: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}是计数，应为整数，实际为 ${h.found}。`,
      en: `${enName(h.name)} is a count, but ${h.found} is not whole.`,
    }),
    () => ({ zh: "写整数，或把字段改为数值。", en: "Write a whole number, or make the field a number." }),
  ),
  "outside-range": entry<{ name: string; found: string; min: string | null; max: string | null }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}应${zhRange(h)}，实际为 ${h.found}。`,
      en: `${enName(h.name)} must be ${enRange(h)}, but is ${h.found}.`,
    }),
    () => ({ zh: "改正这个值，或放宽范围。", en: "Correct the value, or widen the range." }),
  ),
  "range-reversed": entry<{ from: string; to: string }>(
    "error",
    (h) => ({
      zh: `范围的起点 ${h.from} 大于终点 ${h.to}。`,
      en: `The range starts at ${h.from}, above its end ${h.to}.`,
    }),
    () => ({ zh: "小的写在前面。", en: "Write the lower end first." }),
  ),
  "none-misplaced": entry<Nothing>(
    "error",
    () => ({
      zh: "「无」「未填」只能与 = 和 ≠ 同用，判断有无值；「无」也可以是选项里的一档。",
      en: "`none` and `blank` can only be used with = and ≠, to test whether there is a value; `none` may also be a level of a choice.",
    }),
    () => ({ zh: "如 若 整改日期 = 无。", en: "As in: if corrected_on = none." }),
  ),
  "full-outside-item": entry<Nothing>(
    "error",
    () => ({
      zh: "「满分」指所在条目的分值，这里不在条目里。",
      en: "`full` means the points of the enclosing item, but this is not inside an item.",
    }),
    () => ({ zh: "用 分值(条目名) 取条目的分值。", en: "Read an item's points with points(item)." }),
  ),
};

function sameKind({ left, right }: { readonly left: ValueType; readonly right: ValueType }): boolean {
  return left.kind === "level" && right.kind === "level";
}

interface Range {
  readonly min: string | null;
  readonly max: string | null;
}

function zhRange({ min, max }: Range): string {
  if (min !== null && max !== null) return `在 ${min} 到 ${max} 之间`;
  return min === null ? `不大于 ${max ?? ""}` : `不小于 ${min}`;
}

function enRange({ min, max }: Range): string {
  if (min !== null && max !== null) return `from ${min} to ${max}`;
  return min === null ? `at most ${max ?? ""}` : `at least ${min}`;
}
