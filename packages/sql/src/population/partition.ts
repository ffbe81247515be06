/**
 * How subjects are kept apart, and the order of quotients.
 */
import type { Node } from "@yardstick/engine/plan";
import { divisorOf, type NumberValue } from "../expression/value.js";
import type { Whole } from "../expression/whole.js";
import type { Printing } from "../printing/printing.js";

/** Subjects are compared within the same period and the same group. */
interface Grouping {
  readonly period: Node | null;
  readonly group: Node | null;
}

/** Whether a flag holds nowhere. */
export function isNever({ op, value }: Node): boolean {
  return op === "constant" && value.equals(0);
}

/** What keeps the periods apart. */
export function periodKeys({ period }: Pick<Grouping, "period">, by: Printing): readonly string[] {
  return period === null ? [] : [by.groupKey(period)];
}

/** What keeps the groups apart. */
export function groupKeys(grouping: Grouping, by: Printing): readonly string[] {
  return [...periodKeys(grouping, by), ...(grouping.group === null ? [] : [by.groupKey(grouping.group)])];
}

/** `PARTITION BY …`, empty for all subjects. */
export function partition(keys: readonly string[]): string {
  return keys.length === 0 ? "" : `PARTITION BY ${keys.join(", ")}`;
}

/**
 * A whole number in the order of the numbers, equal where they are. Two quotients with divisors up to T are equal or at least 1 / T²
 * apart, so twice T² times as much and cut to a whole number keeps them apart, on both sides of 0.
 */
export function orderKey(value: NumberValue, by: Printing): Whole {
  if (value.divisors.length === 0) return value.top;
  const { arithmetic } = by;
  const divisor = divisorOf(value, arithmetic);
  return arithmetic.divided(arithmetic.by(value.top, 2n * divisor.most * divisor.most), divisor);
}
