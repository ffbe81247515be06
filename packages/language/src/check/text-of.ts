/** What the author wrote, for messages. */
import type { Checker } from "./checker.js";

/** The node as its author wrote it, on one line. */
export function textOf(checker: Checker, node: { readonly span: readonly [number, number] }): string {
  return checker.source.slice(node.span[0], node.span[1]).replace(/\s+/g, " ");
}
