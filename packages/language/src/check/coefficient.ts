/**
 * `coefficient NAME E [if C] applies to total | A, B`: a pure number that multiplies the total or the named parts.
 */
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { type Checker, subjectScope } from "./checker.js";
import { declareName } from "./declare.js";
import { checkAs } from "./check-as.js";
import { resolvePart } from "./part-name.js";
import { flagExpected, pureExpected } from "./value.js";

export function declareCoefficient(checker: Checker, node: ast.Coefficient): void {
  declareName(checker, "coefficient", node.name, checker.draft.coefficients.push(null) - 1);
}

export function checkCoefficient(checker: Checker, node: ast.Coefficient, index: number): void {
  const factor = checkAs(checker, node.value, subjectScope, pureExpected);
  const condition = node.condition === null ? null : checkAs(checker, node.condition, subjectScope, flagExpected);
  const value = factor === null || condition === null ? factor : factorIf(factor, condition);
  const parts = node.appliesTo === "total" ? [] : node.appliesTo.map((name) => resolvePart(checker, [name]));
  if (value === null || (node.condition !== null && condition === null) || parts.some((part) => part === null)) return;
  checker.draft.coefficients[index] = {
    name: node.name.text,
    span: node.span,
    value,
    appliesTo: node.appliesTo === "total" ? "total" : parts.flatMap((part) => part?.index ?? []),
  };
}

/** The factor where the condition holds, 1 elsewhere. */
function factorIf(factor: Expression, condition: Expression): Expression {
  const { type } = factor;
  const { span } = condition;
  const holds: Expression = { kind: "flag", value: true, type: condition.type, span };
  return {
    kind: "bands",
    subject: condition,
    rows: [{ span, keys: [{ kind: "is", value: holds, not: false }], value: factor }],
    otherwise: { kind: "number", value: "1", type, span },
    type,
    span: [factor.span[0], span[1]],
  };
}
