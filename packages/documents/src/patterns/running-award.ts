/** Money by how many years in a row something holds: 连续1－5年没有信访的，分别奖励1、3、5、7、9万元. */
import type { Pattern } from "../form/pattern.js";
import { flagOf } from "../rule/rule.js";
import { numberText } from "../words/numerals.js";
import { nameOf } from "./names.js";

/** Money by how many periods in a row something holds. */
export const runningAward: Pattern = {
  name: "running-award",
  forms: {
    zh: [
      "连续(?<N1>1|一)(?:-|~|至|到){N2}(?:个)?(?:年|季度|月){E}{de}(?:分别|依次)?(?:给予)?(?:奖励|奖)(?<G>\\d+(?:\\.\\d+)?(?:[、,]\\d+(?:\\.\\d+)?)+)(?<W>万元|元)",
    ],
    en: [],
  },
  build(b) {
    const amounts = b
      .text("G")
      .split(/[、,]/u)
      .map((value) => numberText(value) ?? "");
    if (amounts.includes("") || amounts.length !== Number(b.number("N2"))) return null;
    const chosen = b.ask({
      code: "rest",
      scope: "clause",
      text: {
        zh: `连续超过 ${b.number("N2")} 年的，奖励多少？`,
        en: `What is paid for more than ${b.number("N2")} in a row?`,
      },
      options: [
        { zh: "与最高一档相同", en: "as in the highest step" },
        { zh: "不再奖励", en: "nothing" },
      ],
    });
    const beyond = chosen === 0 ? (amounts.at(-1) ?? "0") : "0";
    const event = flagOf(nameOf(b.text("E"), b.context.item));
    return [{ kind: "running-award", event, amounts, unit: b.text("W"), beyond }];
  },
  examples: { zh: ["连续1－5年没有信访的，分别奖励1、3、5、7、9万元"], en: [] },
  counterExamples: ["连续1－5年没有信访的，分别奖励1、3万元"],
};
