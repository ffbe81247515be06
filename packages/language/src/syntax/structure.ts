/**
 * One walk over the parser's tree for what the grammar lets pass and a reader must not: lines that nothing parts, and what is said twice.
 * Expressions are skipped unless they contain a table or a call: they are nine tenths of the tree.
 */
import type { CstNode } from "chevrotain";
import type { TypedDiagnostic } from "../diagnostics/diagnostic.js";
import { spanOf } from "./cst.js";
import { repeated } from "./repeated.js";
import { missingSeparators } from "./separators.js";
import { LCurly, LParen, type Token } from "./tokens.js";

const expressions: ReadonlySet<string> = new Set(["expression", "sum"]);

export function structureDiagnostics(tree: CstNode, source: string, tokens: readonly Token[]): TypedDiagnostic[] {
  const found: TypedDiagnostic[] = [];
  const opening = tokens
    .filter(({ tokenType }) => tokenType === LCurly || tokenType === LParen)
    .map((token) => token.startOffset);
  const visit = (node: CstNode): void => {
    if (expressions.has(node.name) && !holdsOne(opening, node)) return;
    found.push(...missingSeparators(node, source), ...repeated(node));
    for (const label in node.children) {
      for (const child of node.children[label]!) if ("children" in child) visit(child);
    }
  };
  visit(tree);
  return found;
}

/** Whether one of the offsets, which rise, lies within the node. */
function holdsOne(offsets: readonly number[], node: CstNode): boolean {
  const [start, end] = spanOf(node);
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low]! < end;
}
