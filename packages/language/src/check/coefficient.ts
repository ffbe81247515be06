/**
 * `coefficient NAME E applies to total | A, B`: a pure number that multiplies the total or the named parts.
 */
import type * as ast from "../syntax/ast.js";
import { type Checker, subjectScope } from "./checker.js";
import { declareName } from "./declare.js";
import { checkAs } from "./check-as.js";
import { resolvePart } from "./part-name.js";
import { pureExpected } from "./value.js";

export function declareCoefficient(checker: Checker, node: ast.Coefficient): void {
  declareName(checker, "coefficient", node.name, checker.draft.coefficients.push(null) - 1);
}

export function checkCoefficient(checker: Checker, node: ast.Coefficient, index: number): void {
  const value = checkAs(checker, node.value, subjectScope, pureExpected);
  const parts = node.appliesTo === "total" ? [] : node.appliesTo.map((name) => resolvePart(checker, [name]));
  if (value === null || parts.some((part) => part === null)) return;
  checker.draft.coefficients[index] = {
    name: node.name.text,
    span: node.span,
    value,
    appliesTo: node.appliesTo === "total" ? "total" : parts.flatMap((part) => part?.index ?? []),
  };
}
