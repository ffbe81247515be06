/**
 * Sentences about the analysis of weights in both languages.
 */
import type { Assumption, NotLinear } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { shareText } from "./share-text.js";

/** An assumption of the analysis as a sentence. `nameOf` gives the name of a part by index. */
export function describeAssumption(assumption: Assumption, nameOf: (part: number) => string, lang: Lang): string {
  const zh = lang === "zh";
  switch (assumption.kind) {
    case "others-share":
      return {
        proportional: zh
          ? "一项变动时，其余各项按现有比例分担，不越出限定范围"
          : "when one weight moves, the others change in proportion, within their ranges",
        equal: zh
          ? "一项变动时，其余各项等额分担，不越出限定范围"
          : "when one weight moves, the others change by equal amounts, within their ranges",
        none: zh
          ? "一项变动时，其余各项不变，合计因此不等于 100%"
          : "when one weight moves, the others stay, so the sum is no longer 100%",
      }[assumption.sharing];
    case "part-scores-stay":
      return zh
        ? "各部分自身的得分不变，只改变其所占的份额"
        : "the score of each part stays the same; only its share changes";
    case "exact":
      return zh
        ? "区间端点精确，已计入公布时的舍入和并列规则"
        : "the ends of the intervals are exact, including the published rounding and tie-breaks";
    case "by-bisection":
      return zh
        ? "得分不随权重按比例变化，区间由逐点重算、二分逼近得出，精确到 0.01 个百分点"
        : "scores are not a linear function of the weights: the intervals were found by repeated scoring and bisection, to 0.01 percentage points";
    case "drawn-evenly": {
      const { samples, seed, grain } = assumption;
      const step = shareText(`1/${grain}`, 3);
      return zh
        ? `权重在范围内等可能取值 ${samples} 次（步长 ${step}，种子 ${seed}），合计不变`
        : `weights drawn ${samples} times, uniformly within the ranges (steps of ${step}, seed ${seed}), with an unchanged sum`;
    }
    case "range-assumed": {
      const names = assumption.parts.map(nameOf);
      return zh
        ? `规则没有给出范围的，按现有权重上下各四分之一：${names.join("、")}`
        : `where the rubric sets no range, a quarter of the weight in each direction is assumed: ${names.join(", ")}`;
    }
    case "awaited-left-out":
      return zh
        ? `${assumption.subjects} 个待补数据的对象不参加`
        : `${assumption.subjects} ${assumption.subjects === 1 ? "subject" : "subjects"} with missing data excluded`;
    default:
      return assumption satisfies never;
  }
}

/** Why scores are not a linear function of the weights, as a sentence. */
export function describeNotLinear({ reason, name }: NotLinear, lang: Lang): string {
  const zh = lang === "zh";
  switch (reason) {
    case "reads-results":
      return zh
        ? `“${name}”取用得分或名次，会随权重变化`
        : `“${name}” reads scores or places, which change with the weights`;
    case "section-rounds":
      return zh ? `“${name}”的合计在中途舍入` : `“${name}” rounds its sum before the total`;
    case "score-rounding":
      return zh ? "总分的舍入方式不是四舍五入到小数位" : "the score is not rounded half up to decimals";
    case "item-follows-weight":
      return zh
        ? `“${name}”没有自己的分值，分值随权重变化，而扣分不变`
        : `“${name}” has no points of its own: its points change with the weight, its deductions do not`;
    case "section-follows-weight":
      return zh
        ? `“${name}”没有自己的分值，得分随权重一同增减`
        : `“${name}” has no points of its own: its score changes with its weight`;
    case "ranking-key":
      return zh ? `排名“${name}”不是按得分排列` : `the ranking “${name}” is not ordered by a score`;
    case "head-to-head":
      return zh ? `排名“${name}”同分的比直接胜负` : `the ranking “${name}” breaks ties head to head`;
    case "handed-over":
      return zh ? "有对象适用的部分权重全为零" : "for some subject, all parts that apply have weight 0";
    default:
      return reason satisfies never;
  }
}
