/**
 * The containers of parts: the file, a section, one case of a section by kinds of subjects.
 */
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { containerAround, containerIn, fileContainer } from "./container.js";
import type { Place } from "./element-edits.js";
import { findNode, sameSpan, type Spanned } from "./find-node.js";
import { isPart, type Part } from "./fragment.js";

type Holder = ast.Section | ast.Variants["cases"][number];

function isHolder(node: object): node is Holder {
  return Array.isArray((node as Partial<Holder>).parts);
}

/** Inside a section or a case; null: in the file itself. */
export function placeInside(parsed: Parsed, into: Spanned | null): Place<Spanned> | null {
  if (into === null) return { container: fileContainer(parsed.tree), list: parsed.rubric.declarations };
  const holder = findNode(parsed.rubric, into.span, isHolder);
  const container = containerIn(parsed.tree, into.span, ["section", "variant"], "parts");
  return holder === null || container === null ? null : { container, list: holder.parts };
}

/** A part and its position in the tree. */
export function placeOf(parsed: Parsed, part: Spanned): { readonly part: Part; readonly place: Place<Spanned> } | null {
  const container = containerAround(parsed.tree, part.span, ["section", "item", "allowance", "data"]);
  const found = findNode(parsed.rubric, part.span, (node): node is Part => isPart(node as ast.Declaration));
  if (container === null || found === null) return null;
  const { declarations } = parsed.rubric;
  const list = declarations.some((d) => d === found) ? declarations : holding(parsed.rubric, found)?.parts;
  return list === undefined ? null : { part: found, place: { container, list } };
}

function holding(rubric: ast.Rubric, part: Part): Holder | null {
  let found: Holder | null = null;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || found !== null) return;
    if (isHolder(node) && node.parts.some((p) => p === part)) found = node;
    else Object.values(node).forEach(visit);
  };
  visit(rubric);
  return found;
}

export function isInside(inner: Spanned | null, outer: Spanned): boolean {
  return (
    inner !== null &&
    (sameSpan(inner.span, outer.span) || (inner.span[0] >= outer.span[0] && inner.span[1] <= outer.span[1]))
  );
}
