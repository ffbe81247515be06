/**
 * One walk over the parser's tree for what the grammar lets pass and a reader must not: lines that nothing parts, and what is said twice.
 * Expressions are passed over unless a table stands in them: they are nine tenths of the tree.
 */
import type { CstNode } from "chevrotain";
import type { Finding } from "../diagnostics/diagnostic.js";
import { nodes, spanOf } from "./cst.js";
import { repeated } from "./repeated.js";
import { missingSeparators } from "./separators.js";

const expressions: ReadonlySet<string> = new Set(["expression", "sum"]);

export function structureFindings(tree: CstNode, source: string): Finding[] {
  const found: Finding[] = [];
  const visit = (node: CstNode): void => {
    if (expressions.has(node.name) && !hasBrace(node, source)) return;
    found.push(...missingSeparators(node, source), ...repeated(node));
    for (const label of Object.keys(node.children)) nodes(node, label).forEach(visit);
  };
  visit(tree);
  return found;
}

function hasBrace(node: CstNode, source: string): boolean {
  return /[{｛]/.test(source.slice(...spanOf(node)));
}
