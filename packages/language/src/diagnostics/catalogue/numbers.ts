/**
 * What the checker finds in percentages, ratios, counts and bare numbers: what does not go together, and what is not points.
 */
import type { ValueType } from "../../program/expression.js";
import type { Bilingual } from "../../vocabulary/bilingual.js";
import { entry } from "./entry.js";
import { capital, enName, enNames, kindWords, zhName, zhNames } from "./wording.js";

type NumberKind = Extract<ValueType, { kind: "number" }>;

/** What a number is, for messages. */
type Is = "literal" | "figure" | "count" | "plain" | "ratio" | "percent" | "quantity";

/** Why a value is not points. */
export type NoPoints =
  | { readonly case: "not-a-number" }
  /** `names`: fields without a unit. */
  | { readonly case: "no-unit"; readonly names: readonly string[] }
  /** Bare factors, each as a percentage and as points; empty where these cannot be written. */
  | {
      readonly case: "factor";
      readonly factors: readonly string[];
      readonly shares: readonly string[];
      readonly inPoints: readonly string[];
    }
  /** A share, or so many points? `names`: fields without a unit in it. */
  | { readonly case: "doubt"; readonly names: readonly string[] }
  | { readonly case: "count" }
  /** `1/3 points`, read as 1 / (3 points); `instead` is what is most likely meant. */
  | { readonly case: "fraction"; readonly instead: string }
  /** A table whose rows are bare is a factor of a ratio. */
  | { readonly case: "table"; readonly table: string }
  | { readonly case: "quantity"; readonly type: NumberKind };

export const numbers = {
  "points-expected": entry<{ found: ValueType; is: Is; text: string; why: NoPoints }>(
    "error",
    (h) => {
      const words = wordsOf(h.found, h.is);
      return {
        zh: `这里应为分值，${zhName(h.text)}是${words.zh}。`,
        en: `Points are expected here, but ${enName(h.text)} is ${words.en}.`,
      };
    },
    ({ why, text }) => wayToPoints(why, text),
  ),
  "bare-beside-percent": entry<{ text: string; readings: readonly string[] }>(
    "error",
    (h) => ({
      zh: `${zhName(h.text)}没有写 %：${asked(h.readings, "、", "还是 ", " ")}？`,
      en: `${enName(h.text)} has no %: ${asked(h.readings, ", ", "or ", " ")}?`,
    }),
    () => ({
      zh: "与百分数同用的数应写 %。",
      en: "Beside a percentage, write the % sign.",
    }),
  ),
  "number-beside-percent": entry<{
    share: string;
    isRatio: boolean;
    number: string;
    type: NumberKind;
    is: Is;
    part: boolean;
    factor: string | null;
    instead: string | null;
    /** The share as an operand, where the other side is points. */
    ofPoints: string | null;
  }>(
    "error",
    (h) => {
      const number = wordsOf(h.type, h.is);
      return {
        zh: `${zhName(h.share)}是${h.isRatio ? "比值" : "百分数"}，${zhName(h.number)}是${number.zh}${reason(h).zh}，不能同用。`,
        en: `${enName(h.share)} is ${h.isRatio ? "a ratio" : "a percentage"} and ${enName(h.number)} is ${number.en}${reason(h).en}: they cannot be combined.`,
      };
    },
    (h) => {
      if (h.instead !== null) return { zh: `是否应为 ${h.instead}？`, en: `Did you mean ${h.instead}?` };
      if (h.ofPoints !== null)
        return {
          zh: `写明是多少分的百分之几，如 10 分 × ${h.ofPoints}。`,
          en: `Say of how many points, as in 10 points * ${h.ofPoints}.`,
        };
      return {
        zh: "百分数只能与百分数、比值同用：两个同类的数相除得比值，如 完成 / 任务；本来就是百分数的，在「数据」里声明为百分数。",
        en: "A percentage can only be combined with percentages and ratios: divide two numbers of one kind, as in done / target, or declare the field as a percentage in `data`.",
      };
    },
  ),
  "ratio-beside-number": entry<{ text: string; ratio: string; read: string; meant: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.ratio)}是比值，这里的 ${h.text} 就是 ${h.read}。`,
      en: `${enName(h.ratio)} is a ratio, so ${h.text} is ${h.read} here.`,
    }),
    (h) => ({ zh: `如果是 ${h.meant}，请写上 %。`, en: `If ${h.meant} is meant, write the %.` }),
  ),
};

/** `90% 还是 0.9%`, `800%, 8% or 8 points`. */
function asked(readings: readonly string[], comma: string, or: string, gap: string): string {
  const last = readings.at(-1) ?? "";
  const others = readings.slice(0, -1);
  return others.length === 0 ? last : `${others.join(comma)}${gap}${or}${last}`;
}

function wordsOf(type: ValueType, is: Is): Bilingual {
  switch (is) {
    case "ratio":
      return { zh: "比值", en: "a ratio" };
    case "count":
      return type.kind === "number" ? { zh: "计数", en: "a count" } : kindWords(type);
    default:
      return kindWords(type);
  }
}

function reason({ part, factor }: { readonly part: boolean; readonly factor: string | null }): Bilingual {
  if (factor !== null) return { zh: `（乘了 ${factor}）`, en: ` (multiplied by ${factor})` };
  return part
    ? { zh: "（某数的百分之几仍是那种数）", en: " (a percentage of a number is such a number)" }
    : { zh: "", en: "" };
}

function wayToPoints(why: NoPoints, text: string): Bilingual {
  switch (why.case) {
    case "not-a-number":
      return { zh: "写几分、百分之几，或用「按」分档。", en: "Write points, a percentage, or a `by` table." };
    case "no-unit":
      return {
        zh: `${zhNames(why.names)}没有单位。如果是分数，在「数据」里声明为「数值 分」。`,
        en: `${capital(enNames(why.names, "and"))} ${why.names.length === 1 ? "has" : "have"} no unit. If ${why.names.length === 1 ? "it is marks, declare it" : "they are marks, declare them"} in \`data\` as \`number points\`.`,
      };
    case "factor":
      if (why.inPoints.length === 0 && why.shares.length > 0)
        return {
          zh: `这里的 ${why.factors.join("、")} 写成 ${why.shares.join("、")}。`,
          en: `Write ${why.shares.join(", ")} for ${why.factors.join(", ")} here.`,
        };
      return why.shares.length === 0
        ? { zh: "乘数写上 % 或分。", en: "Write the factors with % or as points." }
        : {
            zh: `这里的 ${why.factors.join("、")} 是 ${why.shares.join("、")}，还是 ${why.inPoints.join("、")}？`,
            en: `Here ${why.factors.join(", ")} ${why.factors.length === 1 ? "is" : "are"} ${why.shares.join(", ")} or ${why.inPoints.join(", ")}?`,
          };
    case "doubt":
      return {
        zh: `${why.names.length === 0 ? "" : `${zhNames(why.names)}没有单位。`}按条目分值的比例计分，写「× 100%」；直接作为分值的，写「× 1 分」。`,
        en: `${why.names.length === 0 ? "" : `${capital(enNames(why.names, "and"))} ${why.names.length === 1 ? "has" : "have"} no unit. `}Write \`* 100%\` for a share of the item's points, \`* 1 point\` for a number of points.`,
      };
    case "count":
      return {
        zh: `每一个多少分？写成 0.1 分 × ${text}。`,
        en: `How many points each? Write 0.1 points * ${text}.`,
      };
    case "fraction":
      return {
        zh: `单位只跟着后一个数，${text} 是 1 除以若干分；应写成 ${why.instead}。`,
        en: `The unit applies only to the number before it, so ${text} divides by points; write ${why.instead}.`,
      };
    case "table":
      return {
        zh: `${zhName(why.table)}里的数没有单位：是按比例折算的，写成百分数，如 1 写 100%、0.8 写 80%；是分数，写上「分」。`,
        en: `The numbers in ${enName(why.table)} have no unit: for shares write percentages, 100% for 1 and 80% for 0.8; for points write points.`,
      };
    case "quantity": {
      const unit = kindWords(why.type);
      return {
        zh: `${unit.zh}不是分。按完成比例计分用「得 按比例 完成 / 任务」；或先除以同单位的数，再乘分值，如 ${text} / 任务 × 10 分。`,
        en: `${capital(unit.en)} is not points. For a share of the points use \`earn in proportion done / target\`, or divide by what is in the same unit and multiply by points: ${text} / target * 10 points.`,
      };
    }
  }
}
