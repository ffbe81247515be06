/**
 * Finds nodes by their place: in the syntax tree, whose spans are the handles that callers hold, and in the lossless tree
 * beneath it, which knows the tokens.
 */
import type { Span } from "../source/span.js";
import { nodes, spanOf } from "../syntax/cst.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";

/** Anything with a place in the text: a node of the syntax tree, a part of the program, or a bare span. */
export interface Spanned {
  readonly span: Span;
}

export type LosslessNode = SyntaxTree["root"];

export function sameSpan(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The first node of the syntax tree with this span that is what is sought. */
export function findNode<T>(tree: unknown, span: Span, isSought: (node: object) => node is T & object): T | null {
  if (typeof tree !== "object" || tree === null) return null;
  const own = (tree as { span?: Span }).span;
  if (own !== undefined && sameSpan(own, span) && isSought(tree)) return tree;
  for (const child of Object.values(tree)) {
    const found = findNode(child, span, isSought);
    if (found !== null) return found;
  }
  return null;
}

/** The nodes from the root down to the one of these rules with this span; null where there is none. */
export function pathTo(root: LosslessNode, span: Span, rules: readonly string[]): LosslessNode[] | null {
  if (rules.includes(root.name) && sameSpan(spanOf(root), span)) return [root];
  for (const label of Object.keys(root.children)) {
    for (const child of nodes(root, label)) {
      const [start, end] = spanOf(child);
      if (start > span[0] || end < span[1]) continue;
      const path = pathTo(child, span, rules);
      if (path !== null) return [root, ...path];
    }
  }
  return null;
}
