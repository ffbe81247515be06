/**
 * Checks one expression: a visible table from kind of node to its checker. What comes out has every name resolved and every
 * unit converted; null where something is in error, which is then reported once, at its position.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import { checkBinary, checkUnary } from "./operators.js";
import { checkByTable } from "./by.js";
import { checkCall } from "./call.js";
import type { Checked, Checker, Scope, Expectation } from "./checker.js";
import { textOf } from "./text-of.js";
import { checkNumber } from "./number.js";
import { checkReference, literalLevel } from "./reference.js";
import { dateType, flagType, pointsType, textType, valueOf } from "./value.js";
import { pointUnit } from "../library/units.js";

type ExpressionCheckers = {
  readonly [K in ast.Expression["kind"]]: (
    checker: Checker,
    node: Extract<ast.Expression, { kind: K }>,
    scope: Scope,
    want: Expectation | null,
  ) => Checked;
};

const checkers: ExpressionCheckers = {
  text: (_checker, node) => valueOf({ kind: "text", value: node.value, type: textType, span: node.span }),
  date: (_checker, node) => valueOf({ kind: "date", value: node.value, type: dateType, span: node.span }),
  flag: (checker, node, _scope, want) =>
    literalLevel(checker, node, want) ?? valueOf({ kind: "flag", value: node.value, type: flagType, span: node.span }),
  number: checkNumber,
  none: (checker, node, _scope, want) =>
    literalLevel(checker, node, want) ?? silence(checker, diagnostic("none-misplaced", node.span, {})),
  full: checkFull,
  reference: checkReference,
  unary: checkUnary,
  binary: checkBinary,
  by: checkByTable,
  call: checkCall,
  erroneous: checkErroneous,
};

export function checkExpression(
  checker: Checker,
  node: ast.Expression,
  scope: Scope,
  want: Expectation | null,
): Checked {
  const check = checkers[node.kind] as (c: Checker, n: ast.Expression, s: Scope, w: Expectation | null) => Checked;
  const value = check(checker, node, scope, want);
  if (value !== null) checker.types.set(node, value.node.type);
  return value;
}

/** Already reported by the parser, where it could not read on; else it read something that has no meaning. */
function checkErroneous(checker: Checker, node: ast.Erroneous): Checked {
  checker.broken = true;
  return checker.incomplete
    ? null
    : silence(checker, diagnostic("meaningless", node.span, { text: textOf(checker, node) }));
}

function checkFull(checker: Checker, node: ast.FullLiteral, scope: Scope): Checked {
  if (scope.item === null) return silence(checker, diagnostic("full-outside-item", node.span, {}));
  return valueOf({ kind: "full", type: pointsType, span: node.span }, pointUnit);
}

function silence(checker: Checker, found: Parameters<Checker["report"]>[0]): null {
  checker.report(found);
  return null;
}
