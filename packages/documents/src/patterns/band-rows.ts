/** The forms of a row of bands: a measure with a figure or a range of figures, and its points. */
import type { Slots } from "../form/pattern.js";

const RESULT =
  "(?:(?:{verb}|:)?{P}{pts}|{Z}|{F}|(?:得|计)(?:(?:本项|该项|此项)?(?:满分|标准分|权重分|分值|总分|权重)的)?{N9}%(?:的)?(?:分值|分数|权重分|标准分|分)|(?:得|计|扣|加)(?<J>\\d+(?:\\.\\d+)?)分?×(?<B>[^\\n,;0-9×]{1,10}))";
const Q = "(?:\\((?:含|不含)\\))";

/** Words of lesser values, which leave what is below the bands. */
const LESS_EN = "less|lower|fewer|smaller|shorter|faster|quicker|earlier";
/** Words of greater values, which leave what is above the bands. */
const MORE_EN = "more|higher|larger|bigger|greater|longer|slower|later";

const ABOVE = new RegExp(`\\b(?:${MORE_EN}|above|beyond)\\b`, "iu");
const BELOW = new RegExp(`\\b(?:${LESS_EN}|below)\\b`, "iu");

/** On which side of the bands what is left lies, by its words; null where it is all that is left. */
export const restSide = (words: string): "above" | "below" | null =>
  ABOVE.test(words) ? "above" : BELOW.test(words) ? "below" : null;

/** The unit of English rows, without its plural; of several the first. */
export const unitOfEnglishRows = (rows: readonly Slots[]): string => unitsOf(rows)[0] ?? "";

/** Units of time and size, which have halves. */
export const isTimeOrSize = (unit: string): boolean =>
  /^(?:hour|minute|min|second|day|week|month|year|°[cf]|degree|km|kilomet(?:er|re)|mile|met(?:er|re)|cm|kg|litre|euro|dollar)$/iu.test(
    unit,
  );

const unitsOf = (rows: readonly Slots[]): readonly string[] => [
  ...new Set(
    rows.flatMap((row) => {
      const unit = (row["X"]?.text ?? row["U9"]?.text ?? "").trim().toLowerCase().replace(/s$/u, "");
      return unit === "" ? [] : [unit];
    }),
  ),
];

/** Whether English rows have one unit, and figure and points apart: `8 hours 6` is neither. */
export const areSound = (rows: readonly Slots[]): boolean =>
  unitsOf(rows).length <= 1 &&
  rows.every(
    (row) =>
      row["P"] === undefined ||
      ["S9", "V6", "V7", "W9"].some((name) => row[name] !== undefined) ||
      (row["O"] !== undefined && row["P"].text === "0"),
  );

/** Points behind a sign, a verb or a space; `no penalty` is none deducted, `nothing` none earned. */
const RESULT_EN =
  "(?:(?:(?<S9> ?(?::|=|-|–|,) ?)| )(?:(?:(?<V6>loses?|costs?|minus|deducts?|-)|(?<V7>earns?|gets?|scores?|receives?|is worth|are worth)) ?)?{P}(?<W9>{pts})?(?<V5> (?:off|deducted|lost))?|(?: ?(?::|=|-|–|,) ?| )(?:(?:earns?|gets?|scores?|receives?) )?(?:(?<Z>none|nothing|no points|no marks|zero(?:{pts})?)|(?<F9>no (?:penalty|deduction)|not penali[sz]ed)))";

/** The rows by language. */
export const bandRows: Readonly<Record<"zh" | "en", readonly string[]>> = {
  zh: [
    `(?<Y>下滑|下降|负增长|降低){N1}%?(?:-|~|至|到){N2}(?<I>%)(?:之间|以内)?{de}${RESULT}`,
    `(?<Y>下滑|下降|负增长|降低)(?:(?<C>超过|大于|高于|达到|≥|>|不超过|≤)?{N}(?<I>%)(?<A>{up}|{down}|{inside})?){de}${RESULT}`,
    `(?:{M}{de})??(?<C>≥|达到?|不低于|超过|>|大于|完成)(?<W>年度目标值?|目标值?|计划值?|任务数?|指标值?)(?:的)?,?(?:得{P}{pts}|得?{F})`,
    `(?:{M}{de})??(?:在)?{N1}(?:%|{U1}|分)?(?:\\(含\\)|(?:及|含|或)?以上)(?:\\(含\\))?(?:至|到|、|-|且|但)?(?<W8>不足|不满|不到|未满|未达到?|低于|小于|少于){N2}(?:(?<I>%)|{U}|(?<D>分))(?:的)?{de}${RESULT}`,
    `(?:{M}{de})??(?:在)?{N1}(?:%|{U1}|分)?(?<W8>以下)(?:\\(不含\\))?[至到、且但]?{N2}(?:(?<I>%)|{U}|(?<D>分))(?:\\(含\\)|及|含)?以上(?:\\(含\\))?{de}${RESULT}`,
    `{N1}(?:(?<I>%)|(?<D>分))?(?<S1>[≤<]){M}(?<S2>[≤<]){N2}(?:%|分)?{de}${RESULT}`,
    `(?:{M}{de})??(?:在)?{N1}(?:%|{U1}|分)?(?<Q1>${Q})?(?:-|~|至|到){N2}(?:(?<I>%)|{U}|(?<D>分))?(?<Q2>${Q})?(?:之间|以内|范围内)?{de}${RESULT}`,
    `(?:{M}{de})??{C}?{N}(?:(?<I>%)|{U}|(?<D>分))?(?<A>{up}|{down}|{inside}|\\(含\\)|内(?=[得到响解完修办赶送处]))?(?:到场|到达|响应|解决|完成|修复|办结|赶到|送达|处理)?{de}${RESULT}`,
    `(?<W7>负增长|出现下降|同比下降|有所下降)(?:的|者)?,?(?:(?:{verb}|:)?{P}{pts}|{Z})`,
    "(?<O>其余|其他|其它|否则|其他情况|其余情况|其他情形|以外|反之)(?:的|者)?(?:均|一律)?(?:(?:{verb}|:)?{P}{pts}|{Z})",
  ],
  en: [
    `(?:{M}:? )??(?:of |from |between )?{N1} ?%? ?(?:-|–|to|and) ?{N2} ?(?<I>%)?(?: ?(?<U9>°[CF]|cm|kg|km)| {X})??${RESULT_EN}`,
    `(?:{M}:? )??(?:(?<C>no more than|not more than|no fewer than|no less than|not less than|below|under|less than|lower than|fewer than|over|above|more than|greater than|exceeding|at least|up to|at most|<|>|≥|≤) ?)?(?:of )?{N} ?(?<I>%)?(?: ?(?<U9>°[CF]|cm|kg|km)| {X})??(?<A> (?:or|and) (?:higher|more|above|over|better|greater|up|lower|less|below|under|fewer|later|longer))?${RESULT_EN}`,
    `(?<O>otherwise|else|(?:all|any|every) others?(?: \\w+)?|anything (?:else|${LESS_EN}|${MORE_EN})|(?:below|above|beyond) that|(?:${LESS_EN}|${MORE_EN})(?: \\w+)?)${RESULT_EN}`,
  ],
};
