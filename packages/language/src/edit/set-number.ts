/** Gives a number other digits; its unit stays as it is written. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { findNode, type Spanned } from "./find-node.js";
import { verified, withChanged } from "./intended-tree.js";

/**
 * `digits` is plain decimal text without a sign: `3`, `0.25`. Null where no number literal has this span, or `digits` is none.
 */
export function setNumber(parsed: Parsed, number: Spanned, digits: string): readonly TextEdit[] | null {
  const found = findNode(parsed.rubric, number.span, isNumber);
  if (found === null || !/^\d+(\.\d+)?$/.test(digits)) return null;
  if (found.digits === digits) return [];
  const [start] = found.span;
  const written = /^[0-9０-９]+(?:[.．][0-9０-９]+)?/.exec(parsed.tree.source.slice(start))?.[0] ?? "";
  const edits = [{ span: [start, start + written.length], text: digits } as const];
  return verified(parsed, edits, withChanged(parsed.rubric, found, { digits }));
}

function isNumber(node: object): node is ast.NumberLiteral {
  return (node as Partial<ast.NumberLiteral>).kind === "number";
}
