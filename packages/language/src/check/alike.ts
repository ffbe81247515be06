/**
 * Brings two numbers to one dimension, so that they may be added, compared or divided into a ratio:
 * a bare number takes over the other's unit; numbers of different dimensions are one finding that names both.
 */
import { finding } from "../diagnostics/diagnostic.js";
import { sameDimension } from "../library/dimension.js";
import type { BinaryOperator } from "../syntax/ast.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, Value } from "./checker.js";
import { adapt } from "./demand.js";
import type { NumberType } from "./value.js";

/** Where the two stand: an operator and its operands, or the two sides of a ratio. */
export interface Operands {
  readonly span: ast.Expression["span"];
  readonly op: BinaryOperator;
  readonly left: ast.Expression;
  readonly right: ast.Expression;
}

export function alike(checker: Checker, place: Operands, left: Value, right: Value): readonly [Value, Value] | null {
  const a = left.node.type as NumberType;
  const b = right.node.type as NumberType;
  if (left.bare !== right.bare) {
    const [bareNode, bare, other] = left.bare ? [place.left, left, right] : [place.right, right, left];
    const adapted = adapt(checker, bareNode, bare, other.node.type as NumberType, other.unit);
    if (adapted === null) return null;
    return left.bare ? [adapted, right] : [left, adapted];
  }
  if (sameDimension(a.dimension, b.dimension)) return [left, right];
  checker.report(
    finding(
      "unlike-operands",
      place.span,
      { op: place.op, left: a, right: b },
      {
        related: [
          { span: place.left.span, note: { zh: "这一边", en: "this side" } },
          { span: place.right.span, note: { zh: "那一边", en: "that side" } },
        ],
      },
    ),
  );
  return null;
}
