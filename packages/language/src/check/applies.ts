/**
 * `applies if C [otherwise full | 0 | rescale]`: what a part that does not concern a subject gets instead; full where unsaid.
 */
import type { Applies } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, Scope } from "./checker.js";
import { checkAs } from "./check-as.js";
import { flagExpected } from "./value.js";

export function checkApplies(checker: Checker, node: ast.AppliesIf | null, scope: Scope): Applies | null {
  const condition = node === null ? null : checkAs(checker, node.condition, scope, flagExpected);
  if (node === null || condition === null) return null;
  return { span: node.span, condition, otherwise: node.otherwise ?? "full" };
}
