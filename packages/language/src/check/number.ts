/**
 * A number literal with its unit, as an exact number in base units.
 */
import { decimal, rational, rationalText } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { isPure } from "../library/dimension.js";
import { countingWord, declaredUnit, knownUnit, type LiteralUnit } from "../library/units.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker } from "./checker.js";
import { literalKind, numberKind, percentKind, quantityKind } from "./number-kind.js";
import { numberType, numberValue, pureType, valueOf } from "./value.js";

export function checkNumber(checker: Checker, node: ast.NumberLiteral): Checked {
  if (node.unit === null)
    return valueOf(numberValue(rationalText(decimal(node.digits)), pureType, node.span), null, literalKind);
  const unit = unitOf(checker, node.unit);
  if (unit === null) {
    checker.report(diagnostic("unknown-unit", node.span, { unit: node.unit }));
    return null;
  }
  const value = rationalText(decimal(node.digits).mul(rational(unit.scale)));
  const literal = numberValue(value, numberType(unit.dimension, unit.percent), node.span);
  if (unit.percent) return valueOf(literal, null, percentKind);
  const kind = isPure(unit.dimension) ? numberKind("count", { word: countingWord(unit.name) }) : quantityKind;
  return valueOf(literal, unit, kind);
}

/** A word of the closed list, or one that some field declares as its unit. */
function unitOf(checker: Checker, word: string): LiteralUnit | null {
  return knownUnit(word) ?? (checker.units.has(word) ? declaredUnit(word) : null);
}
