/**
 * All expressions that an item's lines read, for those who look through everything that a part depends on.
 */
import type { Expression, Item, Line } from "@yardstick/language/program";
import { assertNever } from "./internal-error.js";

export function expressionsOfItem({ lines }: Item): readonly Expression[] {
  const found = lines.flatMap(({ conditions, each, per, amount, cap, highestPer, unless }) => [
    ...conditions,
    each?.where,
    per?.of,
    ...measureOf(per),
    ...amountOf(amount),
    cap?.amount,
    cap?.per,
    highestPer?.by,
    unless?.condition,
  ]);
  return found.filter((one) => one !== null && one !== undefined);
}

function measureOf(per: Line["per"]): readonly (Expression | null)[] {
  if (per === null || per.measure.kind === "all") return [];
  return per.measure.kind === "between" ? [per.measure.from, per.measure.to] : [per.measure.limit];
}

function amountOf(amount: Line["amount"]): readonly (Expression | undefined)[] {
  switch (amount.kind) {
    case "expression":
      return [amount.value];
    case "proportion":
      return [amount.actual, amount.target, amount.floor?.below, amount.floor?.earns];
    case "judgement":
      return [];
    default:
      return assertNever(amount);
  }
}
