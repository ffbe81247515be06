/**
 * What a line deducts, adds or earns: points by an expression, in proportion to a ratio, or at an assessor's discretion.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Amount } from "../program/program.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { beside } from "./beside.js";
import type { Checker, PartDraft, Scope, Value } from "./checker.js";
import type { Span } from "../source/span.js";
import { checkAs, checkAsBeside } from "./check-as.js";
import { numberKind } from "./number-kind.js";
import type { Side } from "./side.js";
import { isNumber, numberValue, pureType, pointsExpected } from "./value.js";

/** The type against which the share of the target, below which the floor acts, is checked. */
const aRatio = (span: Span): Value => ({
  node: numberValue("0", pureType, span),
  kind: numberKind("ratio"),
  unit: null,
});

interface AmountPlace {
  readonly scope: Scope;
  /** Of the line in its item. */
  readonly index: number;
}

export function checkAmount(
  checker: Checker,
  part: PartDraft,
  { amount, each }: ast.Line,
  { scope, index }: AmountPlace,
): Amount | null {
  switch (amount.kind) {
    case "amount": {
      const value = checkAs(checker, amount.value, scope, pointsExpected);
      return value === null ? null : { kind: "expression", value };
    }
    case "proportion":
      return checkProportion(checker, amount, scope);
    case "open":
      checker.report(diagnostic("open-clause", amount.span, { text: amount.text }));
      return { kind: "open", text: amount.text };
    case "judged": {
      if (each === null) return { kind: "judgement", field: part.judgements.get(index) ?? 0 };
      const name = amount.name ?? part.node.name;
      const column = checkAs(checker, { kind: "reference", span: name.span, path: [name] }, scope, pointsExpected);
      return column === null ? null : { kind: "expression", value: column };
    }
  }
}

/** Points times A/B: both sides of one dimension, a bare target in the unit of what was reached. */
function checkProportion(
  checker: Checker,
  node: Extract<ast.AmountNode, { kind: "proportion" }>,
  scope: Scope,
): Amount | null {
  const { ratio, floor } = node;
  const guide: Side = { node: ratio, value: aRatio(ratio.span) };
  const below = floor === null ? null : checkAsBeside(checker, floor.below, scope, guide);
  const earns = floor === null ? null : checkAs(checker, floor.earns, scope, pointsExpected);
  const sides =
    ratio.kind === "binary" && ratio.op === "/" ? bothSides(checker, ratio, scope) : notARatio(checker, ratio, scope);
  if (sides === null || (floor !== null && (below === null || earns === null))) return null;
  return {
    kind: "proportion",
    span: node.span,
    actual: sides[0],
    target: sides[1],
    floor: floor === null || below === null || earns === null ? null : { span: floor.span, below, earns },
  };
}

function bothSides(checker: Checker, ratio: ast.Binary, scope: Scope): readonly [Expression, Expression] | null {
  const actual = numeric(checker, ratio.left, scope);
  const target = numeric(checker, ratio.right, scope);
  if (actual === null || target === null) return null;
  const place = { span: ratio.span, op: ratio.op, inItem: scope.item !== null };
  const pair = beside(checker, place, { node: ratio.left, value: actual }, { node: ratio.right, value: target });
  return pair === null ? null : [pair.left.node, pair.right.node];
}

function numeric(checker: Checker, node: ast.Expression, scope: Scope): Value | null {
  const value = checker.check(node, scope, null);
  if (value === null || isNumber(value.node.type)) return value;
  checker.report(diagnostic("number-expected", node.span, { found: value.node.type }));
  return null;
}

function notARatio(checker: Checker, node: ast.Expression, scope: Scope): null {
  if (checker.check(node, scope, null) !== null) checker.report(diagnostic("proportion-needs-ratio", node.span, {}));
  return null;
}
