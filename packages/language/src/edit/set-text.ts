/** Gives a text in quotes other words; its quotes stay as they are. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { findNode, type Spanned } from "./find-node.js";
import { verified, withChanged } from "./intended-tree.js";

/** Null where no text has this span, or `value` has characters that a rubric cannot hold. */
export function setText(parsed: Parsed, text: Spanned, value: string): readonly TextEdit[] | null {
  const found = findNode(parsed.rubric, text.span, isText);
  if (found === null) return null;
  const plain = value.replaceAll("\r\n", "\n");
  if (found.value === plain) return [];
  const [start, end] = found.span;
  const close = parsed.tree.source[end - 1] ?? "";
  const edits = [{ span: [start + 1, end - 1], text: escaped(plain, close) } as const];
  return verified(parsed, edits, withChanged(parsed.rubric, found, { value: plain }));
}

function isText(node: object): node is ast.TextLiteral {
  return (node as Partial<ast.TextLiteral>).kind === "text";
}

/** A backslash before the closing quote, before itself and for a line's end. */
function escaped(value: string, close: string): string {
  return [...value].map((c) => (c === "\n" ? "\\n" : c === "\\" || c === close ? `\\${c}` : c)).join("");
}
