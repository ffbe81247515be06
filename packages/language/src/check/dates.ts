/**
 * Dates in sums: the days from one to another, a date some days before or after another, and days that a rule counts from a date.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import { days, isPure, sameDimension } from "../library/dimension.js";
import { dayUnit } from "../library/units.js";
import type { Apply, Expression } from "../program/expression.js";
import type { Span } from "../source/span.js";
import type * as ast from "../syntax/ast.js";
import { inUnit } from "./beside.js";
import type { Checked, Checker, Value } from "./checker.js";
import { quantityKind } from "./number-kind.js";
import { textOf } from "./text-of.js";
import { dateType, isNumber, numberType, valueOf } from "./value.js";

export const daysType = numberType(days);

/** The days from `earlier` to `later`; negative where `later` is earlier. */
export function daysBetween(later: Expression, earlier: Expression, span: Span): Value {
  const node: Apply = { kind: "apply", name: "days", args: [later, earlier], type: daysType, span };
  return valueOf(node, dayUnit, quantityKind);
}

export function isDate(value: Checked): boolean {
  return value?.node.type.kind === "date";
}

/** A sum or a difference in which at least one side is a date. */
export function checkDateSum(checker: Checker, node: ast.Binary, left: Value, right: Value): Checked {
  if (node.op === "-" && isDate(left) && isDate(right)) return daysBetween(left.node, right.node, node.span);
  const number = isDate(left) && !isDate(right) ? inDays(right) : null;
  if (number === null) {
    const params = { op: node.op, left: textOf(checker, node.left), right: textOf(checker, node.right) };
    const why = isDate(left) && isDate(right) ? "two-dates" : isDate(left) ? "not-days" : "date-second";
    checker.report(diagnostic("date-sum", node.span, { ...params, why }));
    return null;
  }
  const { span } = node;
  const more: Expression =
    node.op === "+" ? number.node : { kind: "negate", operand: number.node, type: daysType, span: node.right.span };
  return valueOf({ kind: "apply", name: "plus-days", args: [left.node, more], type: dateType, span });
}

/** Days, or a bare number that takes them over. */
function inDays(value: Value): Value | null {
  const { type } = value.node;
  if (!isNumber(type)) return null;
  if (sameDimension(type.dimension, days)) return value;
  return value.kind.is === "literal" && isPure(type.dimension) && !type.percent
    ? inUnit(value, daysType, dayUnit)
    : null;
}
