/** Points by the band that a measure lies in: ≥98%得5分，95%-97%得4分，其余得0分. */
import type { Building, Given, Pattern, Slots } from "../form/pattern.js";
import { full, points, rule, type Amount, type Effect, type Field, type Row, type Sign } from "../rule/rule.js";
import { effectOf } from "../words/slot-words.js";
import { numberText, percentOfNumber } from "../words/numerals.js";
import {
  aboveBands,
  borderQuestion,
  exactQuestion,
  gapQuestion,
  givenBorder,
  givenExact,
  noneAtAll,
  ownBorders,
  rowsByOwner,
  TOP_IS_ALL,
} from "./borders.js";
import { effectWithoutVerb } from "./points-effect.js";
import { englishSign, measureField, measureOf, quantity, signOf } from "./measures.js";

const RESULT =
  "(?:(?:{verb}|:)?{P}{pts}|{Z}|{F}|(?:得|计)(?:(?:本项|该项|此项)?(?:满分|标准分|权重分|分值|总分|权重)的)?{N9}%(?:的)?(?:分值|分数|权重分|标准分|分)|(?:得|计|扣|加)(?<J>\\d+(?:\\.\\d+)?)分?×(?<B>[^\\n,;0-9×]{1,10}))";
const Q = "(?:\\((?:含|不含)\\))";

interface Band {
  readonly from: string | null;
  readonly to: string | null;
  readonly sign: Sign | null;
  readonly isElse: boolean;
  readonly isRange: boolean;
  /** The document says itself whether the border is in: 含, 不含, a sign. */
  readonly includes: "said" | "word" | null;
  /** Which of its ends a range says it has: `90%≤X<95%` is the upper band's border. */
  readonly takes?: "upper" | "lower" | "both" | null;
  readonly amount: Amount | null;
  readonly effect: Effect | null;
}

const num = (slots: Slots, name: string): string | null => {
  const slot = slots[name];
  return slot === undefined ? null : numberText(slot.text);
};

const negative = (value: string): string => (Number(value) === 0 ? "0" : `-${value}`);
/** A comparison of what has fallen, as one of what has grown. */
const REVERSED: Readonly<Record<Sign, Sign>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=" };

/** Which of the ends of a range its words say it has, the lower end first; null where they say nothing. */
function endsTaken(slots: Slots, isTurned: boolean): "upper" | "lower" | "both" | null {
  const text = (name: string) => slots[name]?.text ?? "";
  if (text("W8") !== "") return "upper";
  const [low, high] = isTurned ? [text("Q2"), text("Q1")] : [text("Q1"), text("Q2")];
  if (`${low}${high}` === "") return null;
  const has = (word: string) => /含/u.test(word) && !/不含/u.test(word);
  if (has(low) && has(high)) return "both";
  if (has(low) || /不含/u.test(high)) return "upper";
  return "lower";
}

function bandOf(slots: Slots, measure: (unit: string) => Field, all: string | null): Band | null {
  const text = (name: string) => slots[name]?.text ?? "";
  const effect =
    text("F") !== ""
      ? /不扣/u.test(text("F"))
        ? "deduct"
        : "earn"
      : text("Z") !== ""
        ? null
        : text("V") === ""
          ? null
          : effectOf(text("V"));
  const share = num(slots, "N9");
  const value = share !== null && all !== null ? percentOfNumber(share, all) : num(slots, "P");
  const times = num(slots, "J");
  const amount: Amount | null =
    text("F") !== ""
      ? /不扣/u.test(text("F"))
        ? points("0")
        : full
      : text("Z") !== ""
        ? null
        : times !== null
          ? { kind: "scaled", points: times, by: measure("%"), over: null }
          : value === null
            ? null
            : points(value);
  if (amount === null && text("Z") === "") return null;
  const base = { amount, effect };
  if (slots["O"] !== undefined)
    return { ...base, from: null, to: null, sign: null, isElse: true, isRange: false, includes: null };
  if (slots["W7"] !== undefined)
    return { ...base, from: null, to: "0", sign: "<", isElse: false, isRange: false, includes: "said" };
  const isFall = slots["Y"] !== undefined;
  const low = num(slots, "N1");
  if (low !== null) {
    const high = num(slots, "N2");
    if (high === null) return null;
    const [lesser, greater] = Number(low) <= Number(high) ? [low, high] : [high, low];
    const [from, to] = isFall ? [negative(greater), negative(lesser)] : [lesser, greater];
    return {
      ...base,
      from,
      to,
      sign: null,
      isElse: false,
      isRange: true,
      includes: text("S1") !== "" || text("W8") !== "" || /含/u.test(text("Q1") + text("Q2")) ? "said" : null,
      takes:
        text("S1") === ""
          ? isFall
            ? null
            : endsTaken(slots, Number(low) > Number(high))
          : `${text("S1")}${text("S2")}` === "≤<"
            ? "upper"
            : `${text("S1")}${text("S2")}` === "<≤"
              ? "lower"
              : "both",
    };
  }
  // The target itself, in a table of shares of it.
  const found = slots["W"] === undefined ? num(slots, "N") : "100";
  if (found === null) return null;
  const limit = isFall ? negative(found) : found;
  const [word, behind] = [text("C"), text("A")];
  const isEnglish = /[a-z]/iu.test(word + behind);
  const said =
    word === "" && behind === ""
      ? "="
      : isEnglish
        ? englishSign(word, behind)
        : signOf(word === "完成" ? "达到" : word, behind);
  if (said === null || (isFall && said === "=")) return null;
  const sign = isFall ? REVERSED[said] : said;
  const includes = /含|及以|和以|或以/u.test(behind) || word !== "" || isEnglish ? "said" : "word";
  return {
    ...base,
    from: sign === ">=" || sign === ">" || sign === "=" ? limit : null,
    to: sign === "<" || sign === "<=" || sign === "=" ? limit : null,
    sign,
    isElse: false,
    isRange: false,
    includes,
  };
}

const compare = (a: string, b: string): number => Number(a) - Number(b);

/** Two or more rows with a figure each; gaps, borders and what is outside are asked. */
export const bands: Pattern = {
  name: "bands",
  forms: { zh: [], en: [] },
  rows: {
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
      "(?:{M}:? )??(?:(?<C>no more than|not more than|no fewer than|no less than|not less than|below|under|less than|lower than|fewer than|over|above|more than|greater than|exceeding|at least|up to|at most|<|>|≥|≤) ?)?{N} ?(?<I>%)?(?: {X})??(?<A> (?:or|and) (?:higher|more|above|over|better|greater|up|lower|less|below|under|fewer))?(?::| =| -|,| earns?| gets?| scores?) ?(?:{P}{pts}?|(?<Z>none|nothing|no points|zero)(?:{pts})?)",
      "(?:{M} )??(?:of |from |between )?{N1} ?%? ?(?:-|–|to|and) ?{N2} ?(?<I>%)?(?: {X})?(?::| =| -|,| earns?| gets?| scores?) ?{P}{pts}?",
    ],
  },
  build(b) {
    const unit = unitOfRows(b);
    if (unit === null) return null;
    const names = b.rows.map((row) => row["M"]?.text ?? "").filter((name) => name !== "");
    const first = names[0] ?? "";
    if (names.some((name) => name !== first) || (first !== "" && b.rows[0]?.["M"] === undefined)) return null;
    const measure = measureOf(b, first);
    if (measure === "" || /^(?:超|低|高|多|少|下滑|下降|上升|每)/u.test(measure) || measure.length < 2) return null;
    // What falls below zero is a growth.
    if (
      b.rows.some((row) => row["Y"] !== undefined || row["W7"] !== undefined) &&
      !/增长|增幅|增速|同比|增量/u.test(`${measure}${b.context.item}`)
    )
      return null;
    if (
      b.rows.some((row) => row["S1"] !== undefined) &&
      b.rows.some((row) => row["S1"]?.text === "<" && row["S2"]?.text === "<")
    )
      return null;
    const field = measureField(measure, unit, b.context.item);
    const read = b.rows.map((row) => bandOf(row, () => field, b.context.points));
    if (read.some((band) => band === null)) return null;
    const list = read as readonly Band[];
    const effects = new Set(list.map(({ effect }) => effect).filter((effect) => effect !== null));
    if (effects.size > 1) return null;
    // 不得分 says that the others are earned.
    const isEarned = b.rows.some((row) => /不得|不计|不给|不予|0分|零/u.test(row["Z"]?.text ?? ""));
    const [effect = isEarned ? "earn" : effectWithoutVerb(b, measure, givenBest(b, list))] = effects;
    const zero: Amount = effect === "deduct" ? full : points("0");
    b.measured(measure);
    const isWhole = field.type === "count" && list.every(({ from, to }) => !/\./u.test(`${from ?? ""}${to ?? ""}`));
    const percent = unit === "%" ? "%" : field.type === "number" && unit !== "" ? ` ${unit}` : "";
    const rows = layOut(b, list, { measure, effect, isWhole, unit: percent, zero });
    if (rows === null) return null;
    return [rule(effect, { kind: "by", of: field, rows })];
  },
  examples: {
    zh: ["≥98%得5分，95%-97%得4分，其余得0分", "流失率<5%得6分，5%-10%得4分，>10%得1分", "90%以上得5分，80%以下不得分"],
    en: [],
  },
  counterExamples: ["校级加6分，院级加3分"],
};

/** Bands of which the best has all points of its item are earned. */
function givenBest({ context }: Building, list: readonly Band[]): Given | null {
  const values = list.map(({ amount }) => (amount?.kind === "points" ? Number(amount.value) : 0));
  return context.points !== null && Math.max(...values) === Number(context.points)
    ? { option: 0, because: { zh: "最高的一档得本项全部分值", en: "the best band has all points of the item" } }
    : null;
}

function unitOfRows(b: Building): string | null {
  let unit: string | null = null;
  for (const row of b.rows) {
    if (row["O"] !== undefined) continue;
    if (row["W7"] !== undefined) continue;
    const own =
      row["I"] !== undefined || row["W"] !== undefined ? "%" : (row["U"]?.text ?? (row["D"] === undefined ? "" : "分"));
    if (unit === null) unit = own;
    else if (unit !== own && own !== "") {
      if (unit === "") unit = own;
      else return null;
    }
  }
  // Years alone may be a date or a level: only with a range or a comparison they are a measure.
  const isSpan = b.rows.every((row) => ["O", "N1", "A", "C"].some((name) => (row[name]?.text ?? "") !== ""));
  if (unit === null || (unit !== "" && /^(?:级|等级|档|名|位)$/u.test(unit)) || (unit === "年" && !isSpan))
    return unit === null ? null : /^(?:名|位)$/u.test(unit) ? unit : null;
  return unit;
}

interface Layout {
  readonly measure: string;
  readonly effect: Effect;
  readonly isWhole: boolean;
  readonly unit: string;
  readonly zero: Amount;
}

function layOut(
  b: Building,
  list: readonly Band[],
  { measure, effect, isWhole, unit, zero }: Layout,
): readonly Row[] | null {
  const rest = list.find(({ isElse }) => isElse);
  const bounded = list.filter(({ isElse }) => !isElse);
  if (bounded.length === 0) return null;
  const directions = new Set(
    bounded.map(({ isRange, sign }) => (isRange || sign === "=" ? "both" : (sign ?? "").slice(0, 1))),
  );
  const sizes = bounded.map(({ amount }) =>
    amount === null
      ? effect === "deduct"
        ? Number(b.context.points ?? "0")
        : 0
      : amount.kind === "points"
        ? Number(amount.value)
        : Number(b.context.points ?? "0"),
  );
  if (directions.size === 1 && !directions.has("both") && bounded.length >= 2) {
    // One direction alone: each threshold is beyond the one before.
    const isFull = effect === "earn" && Math.max(...sizes) === Number(b.context.points ?? "-1");
    if (!isFull) {
      const chosen = b.ask({
        code: "tiers",
        scope: "clause",
        text: {
          zh: "达到更高一档时，低一档的分还算不算？",
          en: "Where a higher step is reached, does the lower one count as well?",
        },
        options: [
          { zh: "只按达到的最高一档", en: "only the highest step that is reached" },
          { zh: "各档相加", en: "all steps that are reached are added" },
        ],
      });
      if (chosen === 1) return null;
    }
  }
  // From the greatest values down, as bands with a lower and an upper end.
  const sorted = bounded.toSorted((a, c) =>
    a.from === null
      ? c.from === null
        ? compare(c.to ?? "0", a.to ?? "0")
        : 1
      : c.from === null
        ? -1
        : compare(c.from, a.from) || (a.to === null ? -1 : 1),
  );
  const order = sorted.map((band) => ({ ...band }));
  // 4 小时以内 beside 2 小时以内 is what lies between.
  for (const [at, band] of order.entries()) {
    const below = order[at + 1];
    const above = order[at - 1];
    if (band.sign === null || band.sign === "=") continue;
    if (band.from === null && below !== undefined && below.from === null && below.to !== null)
      order[at] = { ...band, from: below.to, isRange: true };
    if (band.to === null && above !== undefined && above.to === null && above.from !== null && band.from !== null)
      order[at] = { ...band, to: above.from, isRange: true };
  }
  const kinds = new Set<string>();
  for (const { sign, includes } of bounded)
    if (sign !== null && sign !== "=")
      kinds.add(includes === null ? "" : sign === ">=" || sign === "<" ? "upper" : "lower");
  for (const { takes } of bounded) if (takes != null) kinds.add(takes);
  const saysBorders = bounded.every(({ isRange, takes }) => !isRange || (takes != null && takes !== "both"));
  const touching = order.some((band, at) => {
    const next = order[at + 1];
    return next !== undefined && band.from !== null && next.to !== null && band.from === next.to;
  });
  const betweenRanges =
    !saysBorders &&
    order.some((band, at) => {
      const next = order[at + 1];
      return next !== undefined && band.isRange && next.isRange && band.from === next.to;
    });
  const wordsBoth =
    bounded.some(({ sign, includes }) => sign === ">=" && includes === "word") &&
    bounded.some(({ sign, includes }) => sign === "<=" && includes === "word");
  const given = givenBorder(order);
  let upperTakes = !kinds.has("lower") || kinds.has("upper");
  // `80%-90%得8分，80%以下得0分`: both may hold the border.
  const isBelowAlone =
    kinds.size === 1 &&
    !saysBorders &&
    bounded.some(({ sign, includes }) => sign === "<=" && includes === "word") &&
    bounded.some(({ isRange }) => isRange);
  if (
    touching &&
    !isWhole &&
    directions.size > 1 &&
    (isBelowAlone ||
      (kinds.size > 1 && (betweenRanges || wordsBoth)) ||
      (kinds.size === 0 && betweenRanges) ||
      (wordsBoth && touching))
  ) {
    upperTakes = b.ask(borderQuestion, given) === 0;
  } else if (touching && isWhole && directions.size > 1 && !isSaid(order))
    upperTakes = b.ask(borderQuestion, given) === 0;
  if (kinds.size === 1 && kinds.has("lower") && !(isBelowAlone && touching)) upperTakes = false;
  // `逾期1天扣1分，逾期3天以上不得分` says nothing of two days: single figures must follow one another.
  if (isWhole && rest === undefined && order.some(({ sign }) => sign === "=")) {
    const ends = order.map(({ from, to }) => [Number(from ?? to ?? "0"), Number(to ?? from ?? "0")] as const);
    if (ends.some(([low], at) => at + 1 < ends.length && low - (ends[at + 1]?.[1] ?? low) > 1)) return null;
    const [lowest] = ends.at(-1) ?? [0];
    if (lowest > 1) return null;
  }
  const hasExact = order.some(({ sign }) => sign === "=");
  let exact = false;
  if (hasExact && !isWhole) {
    exact = b.ask(exactQuestion, givenExact(measure, order)) === 1;
  }
  const owners = ownBorders(order, isWhole);
  const rows: Row[] = owners === null ? [] : rowsByOwner(order, owners, unit.trim(), zero);
  let gapTakesLower: boolean | null = null;
  for (const [at, band] of owners === null ? order.entries() : []) {
    const above = order[at - 1];
    const below = order[at + 1];
    const amount = band.amount ?? zero;
    let { from, to } = band;
    if (band.sign === "=") {
      if (isWhole || exact || at > 0) {
        rows.push({ test: { kind: "compare", sign: "=", value: quantity(band.from ?? "0", unit.trim()) }, amount });
        continue;
      }
      to = null;
    }
    const hasGapAbove = to !== null && above?.from !== null && above?.from !== undefined && compare(above.from, to) > 0;
    const hasGapBelow =
      from !== null &&
      below?.to !== null &&
      below?.to !== undefined &&
      below.sign !== "=" &&
      compare(from, below.to) > 0;
    if ((hasGapAbove || hasGapBelow) && !isWhole) {
      gapTakesLower ??= b.ask(gapQuestion, given) === 0;
      if (gapTakesLower && hasGapAbove && above?.from != null) to = above.from;
      if (!gapTakesLower && hasGapBelow && below?.to != null) from = below.to;
    }
    // Whole numbers have no values between 89 and 90; a wider gap is the document's.
    if (
      isWhole &&
      hasGapAbove &&
      above?.from != null &&
      to !== null &&
      Number(above.from) - Number(to) > 1 &&
      rest === undefined
    )
      return null;
    if (band.isRange || (from !== null && to !== null))
      rows.push({
        test: { kind: "range", from: quantity(from ?? "0", unit.trim()), to: quantity(to ?? "0", unit.trim()) },
        amount,
      });
    else if (from !== null)
      rows.push({
        test: {
          kind: "compare",
          sign:
            band.sign === "="
              ? ">="
              : gapTakesLower === false && hasGapBelow
                ? ">"
                : directional(band.sign ?? ">=", upperTakes, touching),
          value: quantity(from, unit.trim()),
        },
        amount,
      });
    else if (to !== null)
      rows.push({
        test: {
          kind: "compare",
          sign: directional(band.sign ?? "<", upperTakes, touching),
          value: quantity(to, unit.trim()),
        },
        amount,
      });
  }
  if (owners === null && !upperTakes && touching) {
    // A table that gives its borders to the lower band is written with `<=` and `>`.
    rows.reverse();
  }
  const lowest = order.at(-1);
  const reachesNone =
    effect === "deduct" &&
    unit !== "%" &&
    lowest?.from === null &&
    Number(lowest.to ?? "0") > 0 &&
    !(lowest.amount?.kind === "points" && Number(lowest.amount.value) === 0);
  if (reachesNone && b.ask(noneAtAll) === 0)
    rows.unshift({ test: { kind: "compare", sign: "=", value: quantity("0", unit.trim()) }, amount: points("0") });
  const isOpenBelow =
    lowest !== undefined &&
    lowest.from !== null &&
    !(lowest.sign === "=" && lowest.from === "0") &&
    (Number(lowest.from) > 0 || bounded.some(({ from, to }) => Number(from ?? to ?? "0") < 0));
  const top = order[0];
  const isOpenAbove = top !== undefined && top.to !== null && top.sign !== "=";
  if (isOpenAbove && sorted[0]?.isRange === true && rest === undefined && owners === null && bounded.length > 1) {
    // A range up to 100% or 100 points is the whole; what is beyond it has the same points.
    const isAll = top.to === "100" && /^(?:%| 分)$/u.test(unit);
    const given = isAll ? { option: 1, because: TOP_IS_ALL } : null;
    if (b.ask(aboveBands(top.to ?? ""), given) === 1)
      rows.unshift({
        test: { kind: "compare", sign: ">", value: quantity(top.to ?? "0", unit.trim()) },
        amount: top.amount ?? zero,
      });
  }
  if (rest !== undefined) rows.push({ test: { kind: "else" }, amount: rest.amount ?? zero });
  else if (isOpenBelow || isOpenAbove || order.some(({ sign }) => sign === "=")) {
    if (effect === "earn" && isOpenBelow) {
      const chosen = b.ask(
        {
          code: "rest",
          scope: "clause",
          text: { zh: "所列各档以外的得多少分？", en: "What is earned outside the bands listed?" },
          options: [
            { zh: "不得分", en: "nothing" },
            { zh: "与最低一档相同", en: "as in the lowest band" },
          ],
        },
        // Below one there is only none at all, which the band of one would not be listed for.
        isWhole && lowest.from === "1"
          ? { option: 0, because: { zh: "原文从 1 起得分", en: "points begin at 1" } }
          : null,
      );
      rows.push({ test: { kind: "else" }, amount: chosen === 0 ? points("0") : (lowest?.amount ?? zero) });
    } else rows.push({ test: { kind: "else" }, amount: points("0") });
  }
  return rows;
}

/** Whether of each two bands that touch one says itself whether the border is in. */
const isSaid = (order: readonly Band[]): boolean =>
  order.every((band, at) => {
    const next = order[at + 1];
    const touches = next !== undefined && band.from !== null && next.to !== null && band.from === next.to;
    return (
      !touches || (band.sign !== null && band.includes === "said") || (next.sign !== null && next.includes === "said")
    );
  });

/** A comparison that keeps to one side of all borders, where bands touch. */
function directional(sign: Sign, upperTakes: boolean, touching: boolean): Sign {
  if (!touching) return sign;
  if (upperTakes) return sign === ">" || sign === ">=" ? ">=" : "<";
  return sign === ">" || sign === ">=" ? ">" : "<=";
}
