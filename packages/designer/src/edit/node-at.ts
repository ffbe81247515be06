/** The node of a kind that starts at an offset of the text. */
import type { ast } from "@yardstick/language";

/** Returns the node, or null when there is none. */
export function nodeAt<T extends { readonly kind: string; readonly span: readonly [number, number] }>(
  rubric: ast.Rubric,
  kind: T["kind"],
  start: number,
): T | null {
  let found: T | null = null;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || found !== null) return;
    const each = node as T;
    if (each.kind === kind && each.span[0] === start) found = each;
    else Object.values(node).forEach(visit);
  };
  visit(rubric);
  return found;
}
