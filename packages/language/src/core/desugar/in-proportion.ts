/**
 * `in proportion A / B`: A over B times the points of the item. With `below L earns E`, a table by A over B, in which everything below
 * L earns E.
 */
import type { Bands, Expression, NumberValue } from "../../program/expression.js";
import type { Amount } from "../../program/program.js";
import type { CoreAmount } from "../nodes/amount.js";

const pure: NumberValue["type"] = { kind: "number", dimension: {}, percent: false };

export function inProportion({
  span,
  actual,
  target,
  floor,
}: Extract<Amount, { readonly kind: "proportion" }>): CoreAmount {
  const ratio: Expression = { kind: "arithmetic", op: "/", left: actual, right: target, type: pure, span };
  const share: Expression = { kind: "share", operand: ratio, type: pure, span };
  if (floor === null) return { kind: "expression", value: share };
  const below: Bands["rows"][number] = {
    span: floor.span,
    keys: [{ kind: "range", from: null, fromOpen: false, to: floor.below, toOpen: true }],
    value: floor.earns,
  };
  const value: Bands = { kind: "bands", subject: ratio, rows: [below], otherwise: share, type: pure, span };
  return { kind: "expression", value };
}
