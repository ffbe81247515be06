/**
 * The calls of functions that a slot for a value can be filled with: one for each function of the language, so that a new
 * function does not compile without its text, and the forms of a call that have words of their own.
 */
import { builtins, type BuiltinName, type Lang } from "@yardstick/language";
import { placeholderName } from "../model/placeholder-name.js";

/** A call as a menu offers it. */
export interface FunctionOffer {
  /** In the vocabulary of the text, with slots to be filled in. */
  readonly text: string;
  /** The name of the function in that vocabulary. */
  readonly name: string;
  /** How it is written, as the help has it. */
  readonly form: string;
}

/** Arguments of each function; `□` is a slot. Where both vocabularies write them alike, one text. */
const ARGUMENTS: Readonly<Record<BuiltinName, string | Readonly<Record<Lang, string>>>> = {
  sum: "□",
  average: "□",
  median: "□",
  count: "□",
  any: { zh: "□ 其中 □", en: "□ where □" },
  all: "□ >= 0",
  share: { zh: "□ 其中 □", en: "□ where □" },
  highest: "□",
  lowest: "□",
  mean: "□",
  total: "□",
  deviation: "□, 2",
  sample_deviation: "□, 2",
  zscore: "□, 2",
  percentile: "□",
  rank: "□",
  max: "□, □",
  min: "□, □",
  round: "□, 2",
  abs: "□",
  month: "□",
  quarter: "□",
  year: "□",
  weekday: "□",
  months: "□, □",
  workdays: "□, □",
  previous: "□",
  running: "□",
  last: "□",
  points: "□",
  score: "□",
  place: "□",
};

/** Further forms of calls: the best of a list, without some of it, within a group, equal ranks, to a step, some subjects. */
const FORMS: readonly { readonly name: BuiltinName; readonly arguments: Readonly<Record<Lang, string>> }[] = [
  { name: "sum", arguments: { zh: "□ 取 最高 3", en: "□ keep highest 3" } },
  { name: "average", arguments: { zh: "□ 去掉 最高 1 最低 1", en: "□ drop highest 1 lowest 1" } },
  { name: "sum", arguments: { zh: "□ 其中 □", en: "□ where □" } },
  { name: "highest", arguments: { zh: "□ 同 □", en: "□ within □" } },
  { name: "mean", arguments: { zh: "□ 同 □ 其中 □", en: "□ within □ where □" } },
  { name: "rank", arguments: { zh: "□ 并列 不空名次", en: "□ ties dense" } },
  { name: "rank", arguments: { zh: "□ 并列 平均名次", en: "□ ties average" } },
  { name: "round", arguments: { zh: "□, 到 0.5", en: "□, to 0.5" } },
];

/** All calls in a vocabulary, each function first in its plain form. */
export function functionOffers(lang: Lang): readonly FunctionOffer[] {
  const offer = (name: BuiltinName, given: string): FunctionOffer => {
    const { zh, form } = builtins[name];
    const written = lang === "zh" ? zh : name;
    const text = `${written}(${given})`;
    return { name: written, text: text.replaceAll("□", placeholderName(lang)), form: form[lang] };
  };
  const plain = (Object.keys(ARGUMENTS) as BuiltinName[]).map((name) => {
    const given = ARGUMENTS[name];
    return offer(name, typeof given === "string" ? given : given[lang]);
  });
  const others = FORMS.map(({ name, arguments: given }) => {
    const { text, ...rest } = offer(name, given[lang]);
    return { ...rest, text, form: text.replaceAll(placeholderName(lang), "…") };
  });
  return [...plain, ...others];
}
