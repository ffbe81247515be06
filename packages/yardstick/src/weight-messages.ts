/**
 * Sentences about weights in both languages: what figures take for granted, and why scores do not simply follow the weights.
 */
import type { Assumption, NotLinear } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { shareText } from "./share-text.js";

/** `nameOf` gives the name of a part by its index. */
export function describeAssumption(assumption: Assumption, nameOf: (part: number) => string, lang: Lang): string {
  const zh = lang === "zh";
  switch (assumption.kind) {
    case "others-share":
      return {
        proportional: zh
          ? "一项变动时，其余各项按现有比例分担，不越出限定范围"
          : "when one weight moves, the others share the rest in proportion, within their ranges",
        equal: zh
          ? "一项变动时，其余各项等额分担，不越出限定范围"
          : "when one weight moves, the others share the rest in equal steps, within their ranges",
        none: zh
          ? "一项变动时，其余各项不变，合计因此不等于 100%"
          : "when one weight moves, the others stay, so that the sum is off",
      }[assumption.sharing];
    case "part-scores-stay":
      return zh
        ? "各部分自身的得分不变，只改变其所占的份额"
        : "what each part scores on its own stays; only its share changes";
    case "exact":
      return zh
        ? "区间端点精确，已计入公布时的舍入和并列规则"
        : "the ends of the intervals are exact, with rounding and tie-breaks as published";
    case "by-bisection":
      return zh
        ? "得分不随权重按比例变化，区间由逐点重算、二分逼近得出，精确到 0.01 个百分点"
        : "scores do not follow the weights by addition: the intervals were found by scoring again and halving, to 0.01 percentage points";
    case "drawn-evenly": {
      const { samples, seed, grain } = assumption;
      const step = shareText(`1/${grain}`, 3);
      return zh
        ? `权重在范围内等可能取值 ${samples} 次（步长 ${step}，种子 ${seed}），合计不变`
        : `weights drawn ${samples} times, all sets inside the ranges equally likely (steps of ${step}, seed ${seed}), adding up to the same`;
    }
    case "range-assumed": {
      const names = assumption.parts.map(nameOf);
      return zh
        ? `规则没有给出范围的，按现有权重上下各四分之一：${names.join("、")}`
        : `where the rubric sets no range, a quarter of the weight each way is assumed: ${names.join(", ")}`;
    }
    case "awaited-left-out":
      return zh
        ? `${assumption.subjects} 个待补数据的对象不参加`
        : `${assumption.subjects} that await data are left out`;
    default:
      return assumption satisfies never;
  }
}

export function describeNotLinear({ reason, name }: NotLinear, lang: Lang): string {
  const zh = lang === "zh";
  switch (reason) {
    case "reads-results":
      return zh
        ? `“${name}”取用得分或名次，会随权重变化`
        : `“${name}” reads scores or places, which move with the weights`;
    case "section-rounds":
      return zh ? `“${name}”的合计在中途舍入` : `“${name}” rounds its sum on the way`;
    case "item-follows-weight":
      return zh
        ? `“${name}”没有自己的分值，分值随权重变化，而扣分不变`
        : `“${name}” has no points of its own: they follow the weight, its lines do not`;
    case "section-follows-weight":
      return zh
        ? `“${name}”没有自己的分值，得分随权重一同增减`
        : `“${name}” has no points of its own: what it scores grows and shrinks with its weight`;
    case "ranking-key":
      return zh ? `排名“${name}”不是按得分排列` : `the ranking “${name}” does not go by a score`;
    case "handed-over":
      return zh ? "有对象适用的部分权重全为零" : "all that applies to some subject weighs nothing";
    default:
      return reason satisfies never;
  }
}
