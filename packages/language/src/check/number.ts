/**
 * A number literal with its unit, as an exact number in base units.
 */
import { finding } from "../diagnostics/diagnostic.js";
import { exact, scaled } from "../library/exact.js";
import { declaredUnit, knownUnit, type LiteralUnit } from "../library/units.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker } from "./checker.js";
import { numberType, numberValue, pureType, valueOf } from "./value.js";

export function checkNumber(checker: Checker, node: ast.NumberLiteral): Checked {
  if (node.unit === null)
    return { node: numberValue(exact(scaled(node.digits, "1")), pureType, node.span), bare: true, unit: null };
  const unit = unitOf(checker, node.unit);
  if (unit === null) {
    checker.report(finding("unknown-unit", node.span, { unit: node.unit }));
    return null;
  }
  const value = exact(scaled(node.digits, unit.scale));
  return valueOf(numberValue(value, numberType(unit.dimension, unit.percent), node.span), unit.percent ? null : unit);
}

/** A word of the closed list, or one that some field declares as its unit. */
function unitOf(checker: Checker, word: string): LiteralUnit | null {
  return knownUnit(word) ?? (checker.units.has(word) ? declaredUnit(word) : null);
}
