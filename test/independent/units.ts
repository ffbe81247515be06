/**
 * Units and kinds of numbers, as section 1 and "Kinds of numbers" of the language reference list them.
 */
import { fraction, one, type Fraction } from "./fraction.js";

/**
 * `own`: a unit that a field declares. `number`: a quantity without a unit, as fields without one are. `square`: a product of two
 * quantities in units.
 */
export type Kind = "percent" | "ratio" | "bare" | "points" | "money" | "count" | "number" | "days" | "own" | "square";

/** A kind, and how much one of the written unit is in the base unit: 10,000 for 万元. */
export interface Measure {
  readonly kind: Kind;
  readonly scale: Fraction;
}

const counting = new Set(
  (
    "次 件 例 项 起 个 家 人 户 名 处 张 座 篇 期 time times case cases item items piece pieces incident incidents " +
    "household households person people place places issue issues"
  ).split(" "),
);

const measures = new Map<string, Measure>(
  (
    [
      ["%", "percent", 1n, 100n],
      ["‰", "percent", 1n, 1000n],
      ["百分点", "percent", 1n, 100n],
      ["个百分点", "percent", 1n, 100n],
      ["万", "bare", 10_000n, 1n],
      ["亿", "bare", 100_000_000n, 1n],
      ["分", "points", 1n, 1n],
      ["point", "points", 1n, 1n],
      ["points", "points", 1n, 1n],
      ["元", "money", 1n, 1n],
      ["yuan", "money", 1n, 1n],
      ["万元", "money", 10_000n, 1n],
      ["亿元", "money", 100_000_000n, 1n],
      ["天", "days", 1n, 1n],
      ["day", "days", 1n, 1n],
      ["days", "days", 1n, 1n],
    ] as const
  ).map(([unit, kind, n, d]) => [unit, { kind, scale: fraction(n, d) }]),
);

/** What a number written with this unit measures; null: it has no unit. */
export function measureOf(unit: string | null): Measure {
  if (unit === null) return { kind: "bare", scale: one };
  return measures.get(unit) ?? { kind: counting.has(unit) ? "count" : "own", scale: one };
}
