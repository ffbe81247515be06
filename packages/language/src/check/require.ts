/**
 * `require C "…"` on each subject's data, `policy C "…"` on the rubric or the whole result.
 */
import type * as ast from "../syntax/ast.js";
import { type Checker, subjectScope } from "./checker.js";
import { checkAs } from "./check-as.js";
import { textOf } from "./text-of.js";
import { flagExpected } from "./value.js";

export function checkRequirement(checker: Checker, node: ast.Requirement): void {
  const condition = checkAs(checker, node.condition, subjectScope, flagExpected);
  if (condition !== null)
    checker.draft.requirements.push({ span: node.span, condition, message: messageOf(checker, node) });
}

/** A policy has no subject at hand: it reads points, constants and functions across subjects. */
export function checkPolicy(checker: Checker, node: ast.Policy): void {
  const condition = checkAs(checker, node.condition, { ...subjectScope, reads: "whole" }, flagExpected);
  if (condition !== null)
    checker.draft.policies.push({ span: node.span, condition, message: messageOf(checker, node) });
}

/** Where no message is written, the condition itself. */
function messageOf(checker: Checker, node: ast.Requirement | ast.Policy): string {
  return node.message?.value ?? textOf(checker, node.condition);
}
