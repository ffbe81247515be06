// Scoring lines made by hand: effect, amount and whatever stands around them.

import type { Amount, Applies, Expression, Line, Per, RestrictionKind, Suffix } from "@yardstick/language/program";
import { exact, span } from "./expressions.js";

type LineExtras = Partial<Omit<Line, "span" | "effect" | "suffixes">> & {
  readonly cap?: Expression;
  readonly capPer?: Expression;
  readonly highestPer?: Expression;
  readonly unless?: Expression;
};

function line(
  effect: Line["effect"],
  amount: Expression | Amount,
  { cap, capPer, highestPer, unless, ...more }: LineExtras = {},
): Line {
  return {
    span: span(),
    effect,
    conditions: [],
    each: null,
    per: null,
    amount:
      amount.kind === "proportion" || amount.kind === "judgement"
        ? amount
        : { kind: "expression", value: amount as Expression },
    suffixes: [
      ...suffix("up-to", cap, capPer ?? null),
      ...suffix("highest-per", highestPer),
      ...suffix("unless", unless),
    ],
    basis: null,
    documentation: null,
    ...more,
  };
}

function suffix(kind: RestrictionKind, operand: Expression | undefined, per: Expression | null = null): Suffix[] {
  return operand === undefined ? [] : [{ kind, span: span(), operand, per }];
}

export const deduct = (amount: Expression | Amount, more: LineExtras = {}): Line => line("deduct", amount, more);
export const add = (amount: Expression | Amount, more: LineExtras = {}): Line => line("add", amount, more);
export const earn = (amount: Expression | Amount, more: LineExtras = {}): Line => line("earn", amount, more);
export const addOrDeduct = (amount: Expression | Amount, more: LineExtras = {}): Line =>
  line("add-or-deduct", amount, more);

/** `step` as written makes whole steps; without one, each unit counts in part as well. */
export function per(of: Expression, measure: Per["measure"] = { kind: "all" }, step: string | null = null): Per {
  return { step: exact(step ?? "1"), whole: step !== null, of, measure };
}
export const proportion = (
  actual: Expression,
  target: Expression,
  floor: readonly [Expression, Expression] | null = null,
): Amount => ({
  kind: "proportion",
  span: span(),
  actual,
  target,
  floor: floor === null ? null : { span: span(), below: floor[0], earns: floor[1] },
});
export const appliesIf = (condition: Expression, otherwise: Applies["otherwise"] = "rescale"): Applies => ({
  span: span(),
  condition,
  otherwise,
});
