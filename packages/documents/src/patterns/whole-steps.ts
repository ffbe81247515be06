/** Points for each so many: 迟到每满3次扣1分 · every 3 late arrivals deduct 1. */
import type { Building, Pattern } from "../form/pattern.js";
import { countOf, points, rule, type RulePart } from "../rule/rule.js";
import { effectOf } from "../words/slot-words.js";
import { quantity } from "./measures.js";
import { nameOf } from "./names.js";
import { englishEffect } from "./points-effect.js";

/** Points for each so much money: 1 point is deducted for every full $200 of repair cost. */
function ofMoney(b: Building): readonly RulePart[] {
  const event = b.text("E");
  b.about(event);
  return [
    rule("deduct", points(b.number("P")), {
      per: {
        field: countOf(nameOf(event, b.context.item), "times"),
        step: quantity(b.number("N"), ""),
        side: null,
        limit: null,
      },
    }),
  ];
}

/** Points for each so many occurrences. */
export const wholeSteps: Pattern = {
  name: "whole-steps",
  forms: {
    zh: [
      "{E}{de}每(?<S>延误|迟到|晚点|延迟|延期|逾期|超期|超时|拖延|推迟|滞后|晚|超占|空岗|离岗|脱岗)(?:满|达)?{N}{U}{de}{verb}{P}{pts}",
      "{E}{de}每(?:满|达到|达|达成|完成)?{N}{U}{de}{verb}{P}{pts}",
      "每{N}{U}{E}{de}{verb}{P}{pts}",
      "(?:{T},?)??每(?<E2>[^\\n,0-9每扣加减得%]{1,8}?){N}{U}{de}{verb}{P}{pts}",
      "{E}{de}{verb}{P}{pts}/{N}{U}",
    ],
    en: [
      "(?:(?:where|when|if|for) {E2},? )?{P}{pts} (?:will be |is |are |shall be )?(?:off|taken off|deducted|subtracted|lost|removed) (?:for (?:every|each)|per|every|each) (?:full |whole )?(?<Y>[$£€]){N} (?:of|in) {E}",
      "(?:each|every) {N} {E} (?:deducts?|costs?|loses?) {P}{pts}?",
      "(?:each|every) {N} {E} (?<V7>(?:is|are) worth|earns?|scores?|gets?|receives?|adds?|gains?) {P}{pts}",
      "(?<V7>earn|get|score|receive|add|gain) {P}{pts} (?:for (?:every|each)|per|every|each) {N} {E}",
      "(?:deduct|subtract|lose|minus) {P}{pts}?(?: off)? (?:for (?:every|each)|per|every|each) {N} {E}",
      "{P}{pts} (?:will be |is |are |shall be )?(?:off|taken off|deducted|subtracted|lost|removed) (?:for (?:every|each)|per|every|each) {N} {E}",
    ],
  },
  build(b) {
    if (b.text("Y") !== "") return ofMoney(b);
    const effect =
      b.context.lang === "zh"
        ? effectOf(b.text("V"))
        : b.text("V7") === ""
          ? "deduct"
          : englishEffect(b, b.text("V7"), b.text("E"));
    const step = b.number("N");
    if (effect === null || step === "1" || /百分点/u.test(b.text("U"))) return null;
    // `每增加10万元` begins at a base.
    if (
      /(?:满|达到?|少|缺|低于?|降低?|下降|减少?|多|超过?|超出|高于?|增加?|新增|增长|上升|提[高升前]|净增|不足|差)$/u.test(
        b.text("E2"),
      )
    )
      return null;
    const event =
      b.text("E2") === "" ? b.text("E") : `${b.text("T") === "" ? b.context.item : b.text("T")}${b.text("E2")}`;
    if (/[少缺低降多超高]$/u.test(event)) return null;
    b.about(event);
    const unit = b.context.lang === "en" ? "times" : b.text("U");
    return [
      rule(effect, points(b.number("P")), {
        per: {
          field: countOf(`${nameOf(event, b.context.item)}${b.text("S")}`, unit),
          step: { value: step, unit },
          side: null,
          limit: null,
        },
      }),
    ];
  },
  examples: {
    zh: ["迟到每满3次扣1分", "班车不准点，每延误5分钟扣1分", "每清收10万元得1分"],
    en: ["Every 3 late arrivals deduct 1 point"],
  },
  counterExamples: ["每5%扣1分", "每增加10万元得1分"],
};
