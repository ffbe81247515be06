/**
 * Foldable ranges: the content of braces and brackets, and comments of several lines.
 */
import type { Analysis } from "@yardstick/language";
import { lineIndex } from "./lines.js";

/** A foldable range. */
export interface Fold {
  /** First line, from 0, which stays visible. */
  readonly from: number;
  readonly to: number;
  readonly kind: "block" | "comment";
}

const pairs: Readonly<Record<string, string>> = { LCurly: "RCurly", LSquare: "RSquare", LParen: "RParen" };

/** The foldable ranges of a text, outer before inner. */
export function folds({ tree }: Analysis): Fold[] {
  const lineOf = lineIndex(tree.source);
  const found: Fold[] = [];
  const open: { readonly closes: string; readonly line: number }[] = [];
  for (const token of tree.tokens) {
    const closes = pairs[token.tokenType.name];
    if (closes !== undefined) open.push({ closes, line: lineOf(token.startOffset) });
    else if (open.at(-1)?.closes === token.tokenType.name) {
      const from = open.pop()?.line ?? 0;
      const to = lineOf(token.startOffset) - 1;
      if (to > from) found.push({ from, to, kind: "block" });
    }
  }
  for (const [from, to] of commentRuns(tree.comments.map((c) => [lineOf(c.start), lineOf(c.end)] as const))) {
    if (to > from) found.push({ from, to, kind: "comment" });
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Joins comments on adjacent lines. */
function commentRuns(lines: readonly (readonly [number, number])[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [from, to] of lines) {
    const last = runs.at(-1);
    if (last !== undefined && from === last[1] + 1) last[1] = to;
    else runs.push([from, to]);
  }
  return runs;
}
