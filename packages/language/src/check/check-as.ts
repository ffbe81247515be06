/**
 * Checks an expression against the type that its position expects: a condition, points, a number in a unit, a text, a level.
 * The checked expression comes out, or null after exactly one diagnostic.
 */
import { decimal } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import { isPure } from "../library/dimension.js";
import type * as ast from "../syntax/ast.js";
import { heldTo, takeOver } from "./beside.js";
import type { Place, Side } from "./side.js";
import type { Checked, Checker, Scope, Value, Expectation } from "./checker.js";
import { moneyDue, pointsDue } from "./due.js";
import { textOf } from "./text-of.js";
import { isLiteral, isNumber, type NumberType, numberValue, pureType, sameType, expectationOf } from "./value.js";

export function checkAs(checker: Checker, node: ast.Expression, scope: Scope, want: Expectation): Expression | null {
  return coerce(checker, node, checker.check(node, scope, want), want)?.node ?? null;
}

/** A value checked against another one that is there already: a key, a limit, a step. */
export function checkAsBeside(
  checker: Checker,
  node: ast.Expression,
  scope: Scope,
  to: Side,
  as: HeldAs = {},
): Expression | null {
  const { node: beside, unit, kind } = to.value;
  const want = expectationOf(beside.type, unit, kind);
  return coerce(checker, node, checker.check(node, scope, want), want, to, as)?.node ?? null;
}

/** What a value beside another is there for. */
type HeldAs = Pick<Place, "isStep">;

/** The value as its position requires it; `to` is the other operand, where one is written. */
export function coerce(
  checker: Checker,
  node: ast.Expression,
  value: Checked,
  want: Expectation,
  to: Side | null = null,
  as: HeldAs = {},
): Checked {
  if (value === null) return null;
  const found = value.node.type;
  const { type } = want;
  if (want.due === "points") return pointsDue(checker, node, value);
  if (want.due === "money") return moneyDue(checker, node, value);
  if (isNumber(type) && isNumber(found)) {
    if (want.due === "pure") return pureDue(checker, node, value);
    return besideWant(checker, { node, value }, want, to, as);
  }
  if (sameType(type, found)) return value;
  if (type.kind === "flag") {
    checker.report(conditionExpected(checker, node, value));
  } else {
    checker.report(diagnostic("kind-mismatch", node.span, { expected: type, found }));
  }
  return null;
}

/** Any number without a dimension. */
function pureDue(checker: Checker, node: ast.Expression, value: Value): Checked {
  const found = value.node.type as NumberType;
  if (isLiteral(value)) return takeOver(checker, { node, value }, pureType, null);
  if (isPure(found.dimension)) return value;
  checker.report(diagnostic("unlike-units", node.span, { expected: pureType, found }));
  return null;
}

/** The number and what its position is checked against. */
function besideWant(checker: Checker, side: Side, want: Expectation, to: Side | null, as: HeldAs): Checked {
  const { span } = side.node;
  const guide: Value = { node: numberValue("0", want.type as NumberType, span), kind: want.kind, unit: want.unit };
  return heldTo(checker, side, to ?? { node: side.node, value: guide }, { op: "held-to", inItem: false, ...as });
}

function conditionExpected(checker: Checker, node: ast.Expression, value: Value) {
  const found = value.node.type;
  const countable = isNumber(found) && isPure(found.dimension) && (node.kind === "reference" || node.kind === "call");
  const end = node.span[1];
  return diagnostic(
    "condition-expected",
    node.span,
    { found, text: textOf(checker, node), countable },
    {
      fixes: countable
        ? [
            {
              effect: "resolves",
              title: { zh: "改为「> 0」", en: "Compare with 0" },
              edits: [{ span: [end, end], text: " > 0" }],
            },
          ]
        : [],
    },
  );
}

/** The whole number of a literal without a unit and within the bounds; else null. */
export function wholeNumber(literal: ast.NumberLiteral, least: number, most: number): number | null {
  const value = decimal(literal.digits);
  if (literal.unit !== null || !value.isWhole()) return null;
  const number = Number(value.numerator);
  return number >= least && number <= most ? number : null;
}
