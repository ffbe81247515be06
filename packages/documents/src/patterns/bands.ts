/** Points by the band that a measure lies in: ≥98%得5分，95%-97%得4分，其余得0分. */
import type { Building, Given, Pattern, Slots } from "../form/pattern.js";
import { full, numberOf, points, rule, type Amount, type Effect, type Row, type Sign } from "../rule/rule.js";
import { bandOf, type Band } from "./band-of-row.js";
import {
  aboveBands,
  beyondEnds,
  borderQuestion,
  exactQuestion,
  gapQuestion,
  givenBorder,
  givenExact,
  noneAtAll,
  openChain,
  ownBorders,
  rowsByOwner,
  TOP_IS_ALL,
} from "./borders.js";
import { areSound, bandRows, isTimeOrSize, restSide, unitOfEnglishRows } from "./band-rows.js";
import { effectWithoutVerb } from "./points-effect.js";
import { measureField, measureOf, quantity } from "./measures.js";
import { nameOf } from "./names.js";

const compare = (a: string, b: string): number => Number(a) - Number(b);

/** Two or more rows with a figure each; gaps, borders and what is outside are asked. */
export const bands: Pattern = {
  name: "bands",
  forms: { zh: [], en: [] },
  rows: bandRows,
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
    const isEnglish = b.context.lang === "en";
    if (isEnglish && !areSound(b.rows)) return null;
    // Hours and degrees have halves, and are named with what they are of.
    const size = isEnglish && unit === "" ? unitOfEnglishRows(b.rows) : "";
    const field = isTimeOrSize(size)
      ? numberOf(nameOf(`${measure} ${size}`, b.context.item), null)
      : measureField(measure, unit, b.context.item);
    const read = b.rows.map((row) => bandOf(row, () => field, b.context.points));
    if (read.some((band) => band === null)) return null;
    const list = read as readonly Band[];
    const effects = new Set(list.map(({ effect }) => effect).filter((effect) => effect !== null));
    if (effects.size > 1) return null;
    if (!leavesOneSide(b.rows, list)) return null;
    // 不得分 says that the others are earned.
    const isEarned = b.rows.some((row) =>
      /不得|不计|不给|不予|0分|零|no points|no marks|nothing/iu.test(row["Z"]?.text ?? ""),
    );
    const [effect = isEarned ? "earn" : effectWithoutVerb(b, measure, givenBest(b, list))] = effects;
    // `nothing` beside deductions may be what is left or what is lost.
    if (isEnglish && effect === "deduct" && b.rows.some((row) => row["Z"] !== undefined)) return null;
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
    en: ["Response times under 4 hours earn 10 points, under 8 hours 6 points, otherwise 0"],
  },
  counterExamples: ["校级加6分，院级加3分"],
};

/** Whether a rest that is named by its side (`longer`) is all that the bands leave. */
function leavesOneSide(rows: readonly Slots[], list: readonly Band[]): boolean {
  const sides = rows.flatMap((row) => {
    const side = restSide(row["O"]?.text ?? "");
    return side === null ? [] : [side];
  });
  if (sides.length === 0) return true;
  const bounded = list.filter(({ isElse }) => !isElse);
  const isOpen = {
    above: bounded.every(({ from, to }) => to !== null || from === null),
    below: bounded.every(({ from, to }) => from !== null || to === null),
  };
  return sides.length === 1 && sides.every((side) => isOpen[side] && !isOpen[side === "above" ? "below" : "above"]);
}

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
  const chain = openChain(bounded, directions, unit.trim(), zero);
  const rows: Row[] = chain ?? (owners === null ? [] : rowsByOwner(order, owners, unit.trim(), zero));
  let gapTakesLower: boolean | null = null;
  for (const [at, band] of owners === null && chain === null ? order.entries() : []) {
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
  if (owners === null && chain === null && !upperTakes && touching) {
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
  if (rest !== undefined && chain === null) rows.unshift(...beyondEnds(order, rest.amount ?? zero, unit.trim()));
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
