/**
 * The basis of edits of a section's or an item's head: the part by its place, and its attributes in the text.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import type * as ast from "../syntax/ast.js";
import { node as childOf, nodes, spanOf, token, tokens } from "../syntax/cst.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { findNode, pathTo, type LosslessNode, type Spanned } from "./find-node.js";
import { blankBefore } from "./text-lines.js";

export type ScoredPart = ast.Section | ast.Item;

export function scoredPart(parsed: Parsed, part: Spanned): ScoredPart | null {
  return findNode(parsed.rubric, part.span, (node): node is ScoredPart => {
    const { kind } = node as Partial<ScoredPart>;
    return kind === "section" || kind === "item";
  });
}

/** The span of an attribute with what it begins with (`权重 25%`, `5 分`, `最多 3 分`), or null. */
export function attributeSpan(parsed: Parsed, part: ScoredPart, label: "Weight" | "points" | "UpTo"): Span | null {
  const owner = pathTo(parsed.tree.root, part.span, ["section", "item", "allowance"])?.at(-1);
  if (owner === undefined) return null;
  if (label === "UpTo") return upToSpan(owner);
  const attribute = nodes(owner, "attribute").find((a) => tokens(a, label).length > 0);
  return attribute === undefined ? null : spanOf(attribute);
}

/** The span of a weight's expression alone. */
export function weightSpan(parsed: Parsed, part: ScoredPart): Span | null {
  const owner = pathTo(parsed.tree.root, part.span, ["section", "item", "allowance"])?.at(-1);
  const attribute = owner && nodes(owner, "attribute").find((a) => tokens(a, "Weight").length > 0);
  const written = attribute && childOf(attribute, "sum");
  return written === undefined ? null : spanOf(written);
}

function upToSpan(owner: LosslessNode): Span | null {
  const [keyword, number] = [token(owner, "UpTo"), token(owner, "Number")];
  return keyword === undefined || number === undefined ? null : [spanOf(keyword)[0], spanOf(number)[1]];
}

/** Takes an attribute out with the space before it. */
export function withoutAttribute({ tree }: Parsed, [start, end]: Span): TextEdit {
  return { span: [blankBefore(tree.source, start), end], text: "" };
}
