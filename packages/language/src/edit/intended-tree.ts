/**
 * Holds an edit against what it was meant to do: the tree that was meant is made from the old one, and the edited text must
 * parse to it, with no new errors. An edit that would do anything else is not made.
 */
import { severityOf, type TextEdit } from "../diagnostics/diagnostic.js";
import { isSameShape } from "../format/tree-shape.js";
import type { Span } from "../source/span.js";
import type { Rubric } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { applyEdits } from "./apply-edits.js";
import { sameSpan } from "./find-node.js";

/** The edits, if they turn the text into what `meant` makes of its tree; null otherwise. */
export function verified(parsed: Parsed, edits: readonly TextEdit[], meant: object): readonly TextEdit[] | null {
  const after = parse(applyEdits(parsed.tree.source, edits));
  return errors(after) <= errors(parsed) && isSameShape(after.rubric, meant) ? edits : null;
}

function errors(parsed: Parsed): number {
  return parsed.findings.filter((f) => severityOf(f) === "error").length;
}

/**
 * A copy of the tree with a node changed wherever it occurs: a single value that is both ends of a range occurs twice.
 */
export function withChanged<T extends { readonly kind: string; readonly span: Span }>(
  tree: Rubric,
  node: T,
  change: Partial<T>,
): Rubric {
  const all = new Map<unknown, unknown>();
  const visit = (other: unknown): void => {
    if (typeof other !== "object" || other === null) return;
    const { kind, span } = other as Partial<T>;
    if (kind === node.kind && span !== undefined && sameSpan(span, node.span)) all.set(other, { ...other, ...change });
    else Object.values(other).forEach(visit);
  };
  visit(tree);
  return withReplaced(tree, all);
}

/** The tree with some of its nodes or lists replaced, also inside what replaces others. What contains none of them is shared. */
export function withReplaced<T>(tree: T, replacements: ReadonlyMap<unknown, unknown>): T {
  const current: unknown = replacements.has(tree) ? replacements.get(tree) : tree;
  if (typeof current !== "object" || current === null) return current as T;
  if (Array.isArray(current)) {
    const children = current.map((child) => withReplaced(child, replacements));
    return (children.every((child, index) => child === current[index]) ? current : children) as T;
  }
  const entries = Object.entries(current).map(([key, child]) => ({
    key,
    child,
    replaced: key === "span" ? child : withReplaced<unknown>(child, replacements),
  }));
  if (entries.every(({ child, replaced }) => replaced === child)) return current as T;
  return Object.fromEntries(entries.map(({ key, replaced }) => [key, replaced])) as T;
}
