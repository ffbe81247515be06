/**
 * The calls of functions that a slot for a value can be filled with: one for each function of the language, so that a new
 * function does not compile without its text, and the forms of a call that have words of their own.
 */
import { builtins, type BuiltinName, type Lang, placeholderName } from "@yardstick/language";

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

interface CallForm {
  readonly name: BuiltinName;
  readonly arguments: Readonly<Record<Lang, string>>;
}

const withCondition = (name: BuiltinName): CallForm => ({ name, arguments: { zh: "□ 其中 □", en: "□ where □" } });

/** Further forms of calls: the best of a list, without some of it, within a group, equal ranks, to a step, some subjects or rows. */
const FORMS: readonly CallForm[] = [
  { name: "sum", arguments: { zh: "□ 取 最高 3", en: "□ keep highest 3" } },
  { name: "average", arguments: { zh: "□ 去掉 最高 1 最低 1", en: "□ drop highest 1 lowest 1" } },
  withCondition("sum"),
  withCondition("average"),
  withCondition("median"),
  withCondition("count"),
  { name: "highest", arguments: { zh: "□ 同 □", en: "□ within □" } },
  { name: "mean", arguments: { zh: "□ 同 □ 其中 □", en: "□ within □ where □" } },
  { name: "rank", arguments: { zh: "□ 并列 不空名次", en: "□ ties dense" } },
  { name: "rank", arguments: { zh: "□ 并列 平均名次", en: "□ ties average" } },
  { name: "round", arguments: { zh: "□, 到 0.5", en: "□, to 0.5" } },
];

/** Sequences of earlier periods: two back, rises in a row, so many times last. */
const SEQUENCES: readonly CallForm[] = [
  { name: "previous", arguments: { zh: "上期(□)", en: "previous(□)" } },
  { name: "running", arguments: { zh: "□ > 上期(□)", en: "□ > previous(□)" } },
  { name: "running", arguments: { zh: "末位(□)", en: "last(□)" } },
];

/** Calls over the periods of a used rubric; `○` is its alias, `◎` its score. */
const OVER_PERIODS: readonly CallForm[] = [
  { name: "count", arguments: { zh: "○ 其中 ◎ >= □", en: "○ where ◎ >= □" } },
  { name: "share", arguments: { zh: "○ 其中 ◎ >= □", en: "○ where ◎ >= □" } },
  { name: "any", arguments: { zh: "◎ < □", en: "◎ < □" } },
  { name: "all", arguments: { zh: "◎ >= □", en: "◎ >= □" } },
  { name: "average", arguments: { zh: "◎", en: "◎" } },
  { name: "average", arguments: { zh: "◎ 去掉 最低 1", en: "◎ drop lowest 1" } },
  { name: "sum", arguments: { zh: "◎ 取 最高 3", en: "◎ keep highest 3" } },
  { name: "median", arguments: { zh: "◎", en: "◎" } },
];

const written = (name: BuiltinName, lang: Lang): string => (lang === "zh" ? builtins[name].zh : name);

/** A call with the form in which the list shows it: `…` stands for what is to be filled in. */
function offerOf({ name, arguments: given }: CallForm, lang: Lang, fill = (text: string) => text): FunctionOffer {
  const own = written(name, lang);
  const text = fill(`${own}(${given[lang]})`);
  return { name: own, text: text.replaceAll("□", placeholderName(lang)), form: text.replaceAll("□", "…") };
}

/** All calls in a vocabulary, each function first in its plain form. */
export function functionOffers(lang: Lang): readonly FunctionOffer[] {
  const plain = (Object.keys(ARGUMENTS) as BuiltinName[]).map((name): FunctionOffer => {
    const given = ARGUMENTS[name];
    const both = typeof given === "string" ? { zh: given, en: given } : given;
    return { ...offerOf({ name, arguments: both }, lang), form: builtins[name].form[lang] };
  });
  return [...plain, ...[...FORMS, ...SEQUENCES].map((form) => offerOf(form, lang))];
}

/** The calls over the periods of a used rubric; `alias` and `score` as they are written in the text. */
export function periodOffers(lang: Lang, alias: string, score: string): readonly FunctionOffer[] {
  return OVER_PERIODS.map((form) =>
    offerOf(form, lang, (text) => text.replaceAll("○", alias).replaceAll("◎", `${alias}.${score}`)),
  );
}
