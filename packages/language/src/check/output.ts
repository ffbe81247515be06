/**
 * `output N = E [rounds to …]`: a published value of each subject; 2 decimals where unsaid.
 */
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { declareName } from "./declare.js";
import { decimalsOf } from "./head.js";
import { draftOf } from "./let.js";

const usualDecimals = 2;

export function declareOutput(checker: Checker, node: ast.Output): void {
  const { outputs, outputDecimals } = checker.draft;
  declareName(checker, "output", node.name, outputs.push(draftOf(node)) - 1);
  outputDecimals.push(node.decimals === null ? usualDecimals : (decimalsOf(checker, node.decimals) ?? usualDecimals));
}
