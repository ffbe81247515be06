/**
 * What parsing gives: the lossless tree, the syntax tree, and the diagnostics of the text.
 */
import type { CstNode } from "chevrotain";
import type { TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Rubric } from "./ast.js";
import type { Comment, Token } from "./tokens.js";

/** The tree with every token and comment at its offset; with the source it gives back each character of the text. */
export interface SyntaxTree {
  readonly source: string;
  readonly root: CstNode;
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
}

/** The outcome of parsing a text. */
export interface Parsed {
  readonly tree: SyntaxTree;
  readonly rubric: Rubric;
  readonly findings: readonly TypedDiagnostic[];
}

/** Diagnostics by where they begin, then by where they end. */
export function inTextOrder(findings: readonly TypedDiagnostic[]): TypedDiagnostic[] {
  return [...findings].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
