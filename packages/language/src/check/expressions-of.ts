/**
 * All expressions of a scoring line, for those who look through everything a part reads.
 */
import type { Expression } from "../program/expression.js";
import type { LineDraft } from "./checker.js";

export function expressionsOfLine(line: LineDraft): readonly Expression[] {
  const { per, amount, each, cap, highestPer, unless } = line;
  const measure = per?.measure;
  const candidates: readonly (Expression | null | undefined)[] = [
    ...line.conditions,
    each?.where,
    per?.of,
    ...(measure === undefined || measure.kind === "all"
      ? []
      : measure.kind === "between"
        ? [measure.from, measure.to]
        : [measure.limit]),
    ...expressionsOfAmount(amount),
    cap?.amount,
    cap?.per,
    highestPer?.by,
    unless?.condition,
  ];
  return candidates.filter((one) => one !== null && one !== undefined);
}

function expressionsOfAmount(amount: LineDraft["amount"]): readonly Expression[] {
  switch (amount?.kind) {
    case undefined:
    case "judgement":
      return [];
    case "expression":
      return [amount.value];
    case "proportion":
      return [amount.actual, amount.target, ...(amount.floor === null ? [] : [amount.floor.below, amount.floor.earns])];
  }
}
