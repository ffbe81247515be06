/**
 * `consequence NAME if C`: what follows for a subject from its results.
 */
import type * as ast from "../syntax/ast.js";
import { type Checker, subjectScope } from "./checker.js";
import { declareName } from "./declare.js";
import { checkAs } from "./check-as.js";
import { flagExpected } from "./value.js";

export function declareConsequence(checker: Checker, node: ast.Consequence): void {
  declareName(checker, "consequence", node.name, checker.draft.consequences.push(null) - 1);
}

export function checkConsequence(checker: Checker, node: ast.Consequence, index: number): void {
  const condition = checkAs(checker, node.condition, subjectScope, flagExpected);
  if (condition !== null) checker.draft.consequences[index] = { name: node.name.text, span: node.span, condition };
}
