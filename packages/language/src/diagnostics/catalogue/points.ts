/**
 * What the checker finds in points and weights: what is missing, what does not add up, what lies outside its bounds.
 * Sums are exact and are shown with what was added up.
 */
import { entry } from "./entry.js";
import { enName, enNames, zhName, zhNames } from "./wording.js";

/** A part and what it adds. */
export interface Summand {
  readonly name: string;
  readonly value: string;
}

const mostShown = 8;

/** `4 + 3 = 7`, long sums cut. */
function addedUp(parts: readonly Summand[], found: string): string {
  if (parts.length === 0) return "0";
  const shown = parts.slice(0, mostShown).map((part) => part.value);
  return `${[...shown, ...(parts.length > mostShown ? ["…"] : [])].join(" + ")} = ${found}`;
}

function isShort(difference: string): boolean {
  return !difference.startsWith("-");
}

function size(difference: string): string {
  return difference.replace(/^-/, "");
}

export const points = {
  "item-points-missing": entry<{ name: string }>(
    "error",
    (h) => ({ zh: `条目${zhName(h.name)}没有分值。`, en: `The item ${enName(h.name)} has no points.` }),
    (h) => ({
      zh: `写上分值，如 条目 ${h.name} 5 分；或写权重。`,
      en: `Give it points, as in item ${h.name} 5 points; or a weight.`,
    }),
  ),
  "section-points-missing": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `大类${zhName(h.name)}没有分值，也无从计算。`,
      en: `The section ${enName(h.name)} has no points, and they cannot be derived from its parts.`,
    }),
    (h) => ({
      zh: `写上分值，如 大类 ${h.name} 20 分；或写权重。`,
      en: `Give it points, as in section ${h.name} 20 points; or a weight.`,
    }),
  ),
  "total-missing": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}用权重，规则却没有写满分。`,
      en: `${enName(h.name)} has a weight, but the rubric has no total.`,
    }),
    () => ({ zh: "在前面写上满分，如 满分 100 分。", en: "Give the total at the top: total 100 points." }),
  ),
  "points-unit": entry<{ name: string | null; unit: string }>(
    "error",
    (h) => ({
      zh: `${h.name === null ? "满分" : zhName(h.name) + "的分值"}应以分为单位，却写了${zhName(h.unit)}。`,
      en: `${h.name === null ? "The total" : `The value of ${enName(h.name)}`} must be in points, not in ${enName(h.unit)}.`,
    }),
    () => ({ zh: "改为「分」。", en: "Write points." }),
  ),
  "allowance-points": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}是加分项或扣分项，没有分值和权重，只有上限。`,
      en: `${enName(h.name)} is a bonus or a penalty: it has a limit, not points or a weight.`,
    }),
    (h) => ({ zh: `写成：加分项 ${h.name} 最多 3 分。`, en: `Write: bonus ${h.name} up to 3 points.` }),
  ),
  "points-sum": entry<{
    above: string | null;
    expected: string;
    found: string;
    difference: string;
    parts: readonly Summand[];
  }>(
    "error",
    (h) => {
      const [what, enWhat] =
        h.above === null ? ["各大类", "The sections"] : [zhName(h.above), `The parts of ${enName(h.above)}`];
      const gap = isShort(h.difference) ? `缺 ${size(h.difference)} 分` : `多 ${size(h.difference)} 分`;
      const enGap = `${size(h.difference)} point${size(h.difference) === "1" ? "" : "s"} ${isShort(h.difference) ? "short" : "too many"}`;
      if (h.parts.length === 0)
        return {
          zh: `${h.above === null ? "满分" : zhName(h.above)}应为 ${h.expected} 分，却没有计入它的条目：合计 0 分，${gap}。`,
          en: `${h.above === null ? "The total" : enName(h.above)} should be ${h.expected} points, but nothing adds up to it: ${enGap}.`,
        };
      return {
        zh: `${what}的分值合计 ${h.found} 分，应为 ${h.expected} 分，${gap}。`,
        en: `${enWhat} add up to ${h.found} points and should be ${h.expected}: ${enGap}.`,
      };
    },
    (h) =>
      h.parts.length === 0
        ? {
            zh: "加分项、扣分项在满分之外，从 0 分算起；从满分扣起的写成条目。",
            en: "Bonuses and penalties are not part of the total and start from 0; deductions from full points belong in an item.",
          }
        : {
            zh: `${addedUp(h.parts, h.found)}；改正其中的分值，或改正合计。`,
            en: `${addedUp(h.parts, h.found)}; correct one of them, or the sum.`,
          },
  ),
  "weights-sum": entry<{ above: string | null; found: string; difference: string; parts: readonly Summand[] }>(
    "error",
    (h) => {
      const [what, enWhat] =
        h.above === null ? ["各大类", "The sections"] : [zhName(h.above), `The parts of ${enName(h.above)}`];
      return {
        zh: `${what}的权重合计 ${h.found}，应为 100%，${isShort(h.difference) ? "缺" : "多"} ${size(h.difference)}。`,
        en: `The weights of ${enWhat.slice(0, 1).toLowerCase()}${enWhat.slice(1)} add up to ${h.found} and should be 100%: ${size(h.difference)} ${isShort(h.difference) ? "short" : "too many"}.`,
      };
    },
    (h) => ({
      zh: `${addedUp(h.parts, h.found)}；改正其中的权重。`,
      en: `${addedUp(h.parts, h.found)}; correct one of them.`,
    }),
  ),
  "weights-and-points": entry<{ above: string | null; weighted: string; pointed: string }>(
    "error",
    (h) => ({
      zh: `并列的各部分里，${zhName(h.weighted)}用权重，${zhName(h.pointed)}用分值，不能相加。`,
      en: `Among siblings, ${enName(h.weighted)} has a weight and ${enName(h.pointed)} has points; they cannot be added up.`,
    }),
    (h) => ({
      zh: `给${zhName(h.pointed)}也写上权重，或都用分值。`,
      en: `Give ${enName(h.pointed)} a weight too, or points to all.`,
    }),
  ),
  "weight-not-a-share": entry<{ found: string }>(
    "error",
    (h) => ({
      zh: `权重应在 0% 到 100% 之间，实际为 ${h.found}。`,
      en: `A weight lies between 0% and 100%, but this is ${h.found}.`,
    }),
    () => ({ zh: "写成百分数，如 权重 25%。", en: "Write a percentage, as in weight 25%." }),
  ),
  "outside-bounds": entry<{ name: string; found: string; min: string | null; max: string | null; weight: boolean }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}的${h.weight ? "权重" : "分值"} ${h.found} 不在所限的 ${h.min ?? ""} .. ${h.max ?? ""} 之内。`,
      en: `The ${h.weight ? "weight" : "points"} of ${enName(h.name)}, ${h.found}, lies outside ${h.min ?? ""} .. ${h.max ?? ""}.`,
    }),
    () => ({ zh: "改正它，或放宽「限」的范围。", en: "Correct it, or widen `within`." }),
  ),
  "bonus-not-allowed": entry<{ name: string; allowed: readonly string[] }>(
    "error",
    (h) => ({
      zh: `加分只限于${zhNames(h.allowed)}，${zhName(h.name)}不在其中。`,
      en: `Bonuses are only allowed in ${enNames(h.allowed)}, and ${enName(h.name)} is not one of them.`,
    }),
    () => ({
      zh: "删去这个加分项，或在「加分 仅限」里加上它。",
      en: "Remove this bonus, or add it to `bonus only in`.",
    }),
  ),
  "no-bonus-there": entry<{ name: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}里没有加分项，「加分 仅限」写它没有作用。`,
      en: `There is no bonus in ${enName(h.name)}, so naming it here has no effect.`,
    }),
    () => ({ zh: "改正名称，或删去它。", en: "Correct the name, or remove it." }),
  ),
  "scenario-sum": entry<{
    scenario: string;
    above: string | null;
    weights: boolean;
    found: string;
    expected: string;
    parts: readonly Summand[];
  }>(
    "error",
    (h) => {
      const [what, enWhat] =
        h.above === null ? ["各大类", "the sections"] : [zhName(h.above), `the parts of ${enName(h.above)}`];
      const [kind, enKind] = h.weights ? ["权重", "weights"] : ["分值", "points"];
      return {
        zh: `方案${zhName(h.scenario)}里，${what}的${kind}合计 ${h.found}，应为 ${h.expected}。`,
        en: `In the scenario ${enName(h.scenario)} the ${enKind} of ${enWhat} add up to ${h.found} and should be ${h.expected}.`,
      };
    },
    (h) => ({
      zh: `${addedUp(h.parts, h.found)}；再改动一项，使合计不变。`,
      en: `${addedUp(h.parts, h.found)}; change another one to keep the sum.`,
    }),
  ),
  "scenario-no-weight": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}没有权重，方案不能改它的权重。`,
      en: `${enName(h.name)} has no weight for a scenario to change.`,
    }),
    (h) => ({ zh: `改分值：${h.name}: 5 分。`, en: `Change its points: ${h.name}: 5 points.` }),
  ),
  "scenario-no-points": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}没有写明分值，方案不能改它的分值。`,
      en: `${enName(h.name)} has no points of its own for a scenario to change.`,
    }),
    (h) => ({
      zh: `有权重的改权重：${h.name}: 权重 40%。`,
      en: `If it has a weight, change that: ${h.name}: weight 40%.`,
    }),
  ),
};
