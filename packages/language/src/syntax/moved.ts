/**
 * Nodes and tokens at another offset: those of declarations that an edit in front of them moves.
 */
import type { Span } from "../source/span.js";
import type { Token } from "./tokens.js";

/** A copy of a syntax tree whose spans lie `by` code units further on. */
export function movedBy<T extends object>(node: T, by: number): T {
  if (Array.isArray(node)) return node.map((each: unknown) => valueMovedBy(each, by)) as unknown as T;
  const moved: Record<string, unknown> = {};
  for (const key in node) {
    const value = node[key] as unknown;
    if (key === "span" || key === "opSpan") {
      const [start, end] = value as Span;
      moved[key] = [start + by, end + by];
    } else moved[key] = valueMovedBy(value, by);
  }
  return moved as T;
}

function valueMovedBy(value: unknown, by: number): unknown {
  return typeof value === "object" && value !== null ? movedBy(value, by) : value;
}

/** A copy of a token that lies `by` code units further on. */
export function tokenMovedBy(token: Token, by: number): Token {
  return { ...token, startOffset: token.startOffset + by, endOffset: (token.endOffset as number) + by };
}
