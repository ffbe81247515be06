/**
 * Words that several messages share: names in quotes, lists, and what kinds of values and things are called.
 */
import type { Dimension, ValueType } from "../../program/expression.js";
import { ownEntry } from "../../source/own-entry.js";
import type { Bilingual } from "../../vocabulary/bilingual.js";
import { clip } from "./lexical.js";

export function zhName(name: string): string {
  return `「${clip(name)}」`;
}

export function enName(name: string): string {
  return `"${clip(name)}"`;
}

const mostListed = 6;

export function zhNames(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).map(zhName).join("、");
  return names.length > mostListed ? `${shown}等 ${names.length} 个` : shown;
}

export function enNames(names: readonly string[], joint: "or" | "and" = "or"): string {
  const shown = names.slice(0, mostListed).map(enName);
  if (names.length > mostListed) return `${shown.join(", ")} and ${names.length - mostListed} more`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} ${joint} ${last}`;
}

/** `是否应为「活动次数」？`; null where there is no similar name. */
export function didYouMean(candidates: readonly string[]): Bilingual | null {
  if (candidates.length === 0) return null;
  return { zh: `是否应为${candidates.map(zhName).join("或")}？`, en: `Did you mean ${enNames(candidates)}?` };
}

const englishUnits: Readonly<Record<string, string>> = {
  分: "points",
  元: "yuan",
  天: "days",
  月: "months",
  年: "years",
};

/** `元/分`; empty for a pure number. */
export function unitWords(dimension: Dimension): Bilingual {
  const side = (sign: 1 | -1, translate: (unit: string) => string): string =>
    Object.entries(dimension)
      .filter(([, exponent]) => exponent * sign > 0)
      .map(([unit, exponent]) => `${translate(unit)}${Math.abs(exponent) === 1 ? "" : `^${Math.abs(exponent)}`}`)
      .join("·");
  const say = (translate: (unit: string) => string): string => {
    const below = side(-1, translate);
    return below === "" ? side(1, translate) : `${side(1, translate) || "1"}/${below}`;
  };
  return { zh: say((unit) => unit), en: say((unit) => ownEntry(englishUnits, unit) ?? unit) };
}

/** What a value is: `金额（元）`, `文本`, `百分数`. */
export function kindWords(type: ValueType): Bilingual {
  switch (type.kind) {
    case "number":
      return numberWords(type);
    case "text":
      return { zh: "文本", en: "text" };
    case "flag":
      return { zh: "是否", en: "a yes or no" };
    case "date":
      return { zh: "日期", en: "a date" };
    case "level":
      return { zh: "选项", en: "a choice" };
    case "series":
      return { zh: "各期的值", en: "a value for each period" };
  }
}

function numberWords({ dimension, percent }: Extract<ValueType, { kind: "number" }>): Bilingual {
  const unit = unitWords(dimension);
  if (unit.zh === "")
    return percent ? { zh: "百分数", en: "a percentage" } : { zh: "不带单位的数", en: "a number without a unit" };
  if (unit.zh === "分") return { zh: "分值", en: "points" };
  if (unit.zh === "元") return { zh: "金额（元）", en: "money (yuan)" };
  return { zh: `以${zhName(unit.zh)}计的数`, en: `a number of ${unit.en}` };
}

/** What things with names are called. */
const things = {
  subject: { zh: "数据", en: "data block" },
  field: { zh: "字段", en: "field" },
  column: { zh: "明细的列", en: "column" },
  constant: { zh: "常量", en: "constant" },
  choice: { zh: "选项", en: "choice" },
  level: { zh: "档次", en: "level" },
  part: { zh: "大类或条目", en: "section or item" },
  let: { zh: "「设」的值", en: "let" },
  output: { zh: "公布的值", en: "output" },
  coefficient: { zh: "系数", en: "coefficient" },
  veto: { zh: "一票否决", en: "veto" },
  ranking: { zh: "排名", en: "ranking" },
  grades: { zh: "等次", en: "grades" },
  grade: { zh: "等次", en: "grade" },
  award: { zh: "奖励", en: "award" },
  consequence: { zh: "处理", en: "consequence" },
  use: { zh: "引用", en: "used rubric" },
  scenario: { zh: "方案", en: "scenario" },
  test: { zh: "样例", en: "test" },
  given: { zh: "给定的值", en: "given value" },
  change: { zh: "方案里的改动", en: "change of the scenario" },
} as const satisfies Record<string, Bilingual>;

export type Thing = keyof typeof things;

export function thingWords(thing: Thing): Bilingual {
  return things[thing];
}

/** For the beginning of a sentence. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
