/**
 * Reads Chevrotain's tree: children by label, tokens, spans. After recovery any child may be missing, so everything may be absent.
 */
import type { CstElement, CstNode, IToken } from "chevrotain";
import type { Span } from "../source/span.js";
import type { Name, NumberLiteral, TextLiteral, DateLiteral } from "./ast.js";
import { tokenText, type NumberPayload, type Token } from "./tokens.js";

/** Child nodes under a label, in the order of the text. */
export function nodes(parent: CstNode, label: string): CstNode[] {
  return parent.children[label]?.filter(isNode) ?? [];
}

export function node(parent: CstNode, label: string): CstNode | undefined {
  return parent.children[label]?.find(isNode);
}

/** Child tokens under a label; those that recovery made up are left out. */
export function tokens(parent: CstNode, label: string): Token[] {
  return parent.children[label]?.filter(isToken) ?? [];
}

export function token(parent: CstNode, label: string): Token | undefined {
  return parent.children[label]?.find(isToken);
}

export function has(parent: CstNode, label: string): boolean {
  return parent.children[label] !== undefined;
}

/** All direct child nodes of the given rules, in the order of the text. */
export function inOrder(parent: CstNode, labels: readonly string[]): CstNode[] {
  const found = labels.flatMap((label) => nodes(parent, label));
  return found.length < 2 ? found : found.sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
}

export function spanOf(element: CstNode | IToken): Span {
  if (!isNode(element)) return [element.startOffset, (element.endOffset ?? element.startOffset) + 1];
  const start = element.location?.startOffset ?? 0;
  const end = element.location?.endOffset ?? start - 1;
  return Number.isNaN(start) || Number.isNaN(end) ? [0, 0] : [start, Math.max(start, end + 1)];
}

export function nameOf(from: Token | undefined): Name | undefined {
  return from === undefined ? undefined : { kind: "name", span: spanOf(from), text: tokenText(from) };
}

export function textOf(from: Token | undefined): TextLiteral | null {
  return from === undefined ? null : { kind: "text", span: spanOf(from), value: tokenText(from) };
}

export function dateOf(from: Token | undefined): DateLiteral | null {
  return from === undefined ? null : { kind: "date", span: spanOf(from), value: tokenText(from) };
}

export function numberOf(from: Token | undefined): NumberLiteral | null {
  if (from === undefined) return null;
  const { digits, unit } = from.payload as NumberPayload;
  return { kind: "number", span: spanOf(from), digits, unit };
}

/** Whether a child is a node, not a token. */
export function isNode(element: CstElement): element is CstNode {
  return "children" in element;
}

/** Whether a child is a token of the text: recovery makes up others. */
export function isToken(element: CstElement): element is Token {
  return !("children" in element) && element.isInsertedInRecovery !== true;
}
