/**
 * Holds an expression to what its place expects: a condition, points, a number in a unit, a text, a level.
 * The checked expression comes out, or null after exactly one finding.
 */
import { finding } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import { isPure } from "../library/dimension.js";
import { decimal, fraction } from "../library/exact.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope, Value, Want } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { asPoints, isNumber, type NumberType, sameType, takeOver } from "./value.js";

export function demand(checker: Checker, node: ast.Expression, scope: Scope, want: Want): Expression | null {
  return fit(checker, node, checker.check(node, scope, want), want)?.node ?? null;
}

/** The value as its place wants it. */
export function fit(checker: Checker, node: ast.Expression, value: Checked, want: Want): Checked {
  if (value === null) return null;
  const found = value.node.type;
  if (want.points) {
    const fitting = asPoints(value);
    if (fitting === null) {
      checker.report(finding("points-expected", node.span, { found, text: textOf(checker, node) }));
    }
    return fitting;
  }
  const { type } = want;
  if (isNumber(type) && isNumber(found)) {
    if (sameType(type, found) && !value.bare) return value;
    if (value.bare) return adapt(checker, node, value, type, want.unit);
    checker.report(finding("unlike-units", node.span, { expected: type, found }));
    return null;
  }
  if (sameType(type, found)) return value;
  if (type.kind === "flag") {
    checker.report(conditionExpected(checker, node, value));
  } else {
    checker.report(finding("kind-mismatch", node.span, { expected: type, found }));
  }
  return null;
}

/** A bare number takes over the unit in use; where several are, the author has to say which. */
export function adapt(
  checker: Checker,
  node: ast.Expression,
  value: Value,
  type: NumberType,
  unit: Value["unit"],
): Checked {
  const taken = takeOver(value, type, unit);
  if (taken === null) {
    if (constantOf(value.node, null) === null) {
      checker.report(finding("not-a-number", node.span, { text: textOf(checker, node) }));
    } else {
      checker.report(finding("unit-needed", node.span, { digits: textOf(checker, node), type }));
    }
    return null;
  }
  if (type.percent && unit === null) warnOfPercent(checker, node, value);
  return taken;
}

/** `95` beside a percentage is 9500%: hardly ever meant. */
function warnOfPercent(checker: Checker, node: ast.Expression, value: Value): void {
  const number = constantOf(value.node, null);
  if (!value.bare || number === null || number.abs().compare(1) <= 0) return;
  const { end, title } = { end: node.span[1], title: `${decimal(number)}%` };
  checker.report(
    finding(
      "percent-missing",
      node.span,
      { digits: decimal(number), read: `${decimal(number.mul(100))}%` },
      {
        fixes:
          node.kind === "number"
            ? [
                {
                  effect: "changes",
                  title: { zh: `改为 ${title}`, en: `Write ${title}` },
                  edits: [{ span: [end, end], text: "%" }],
                },
              ]
            : [],
      },
    ),
  );
}

function conditionExpected(checker: Checker, node: ast.Expression, value: Value) {
  const found = value.node.type;
  const countable = isNumber(found) && isPure(found.dimension) && (node.kind === "reference" || node.kind === "call");
  const end = node.span[1];
  return finding(
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

/** The node as its author wrote it, on one line. */
export function textOf(checker: Checker, node: { readonly span: readonly [number, number] }): string {
  return checker.source.slice(node.span[0], node.span[1]).replace(/\s+/g, " ");
}

/** The whole number a literal stands for, if it has no unit and lies within the bounds. */
export function wholeNumber(literal: ast.NumberLiteral, least: number, most: number): number | null {
  const value = fraction(literal.digits);
  if (literal.unit !== null || value.d !== 1n) return null;
  const number = Number(value.n);
  return number >= least && number <= most ? number : null;
}
