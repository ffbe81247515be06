/**
 * Pieces of text that fixes put together: an operand in brackets where its operator binds less, the sign for a product.
 */
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { textOf } from "./text-of.js";

/** The multiplication sign that the rubric's vocabulary is written with. */
export function timesSign(checker: Checker): string {
  return checker.vocabulary === "zh" ? "×" : "*";
}

/** The node's text as an operand of a product. */
export function bracketed(checker: Checker, node: ast.Expression): string {
  const text = textOf(checker, node);
  return bindsLess(node) ? `(${text})` : text;
}

/** Whether a factor written after the node would bind to its last operand alone. */
export function bindsLess(node: ast.Expression): boolean {
  return node.kind === "unary" || (node.kind === "binary" && node.op !== "*" && node.op !== "/" && node.op !== "^");
}
