/**
 * The containers of scoring lines: an item, and the two branches of a conditional block.
 */
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { containerAround, containerIn } from "./container.js";
import type { Place } from "./element-edits.js";
import { findNode, type Spanned } from "./find-node.js";

/** An item, or a conditional block of lines; of a block, the lines under `otherwise` where that is said. */
export interface LineHolder extends Spanned {
  readonly branch?: "otherwise";
}

type Holder = ast.Item | ast.LineBlock;

function isHolder(node: object): node is Holder {
  const { kind } = node as Partial<Holder>;
  return kind === "item" || kind === "line-block";
}

function isLine(node: object): node is ast.LineNode {
  const { kind } = node as Partial<ast.LineNode>;
  return kind === "line" || kind === "line-block";
}

export function linesInside(parsed: Parsed, into: LineHolder): Place<ast.LineNode> | null {
  const holder = findNode(parsed.rubric, into.span, isHolder);
  const isOtherwise = into.branch === "otherwise";
  const container = containerIn(parsed.tree, into.span, ["item", "allowance", "line"], "lines", isOtherwise);
  if (holder === null || container === null || (isOtherwise && holder.kind !== "line-block")) return null;
  return { container, list: isOtherwise && holder.kind === "line-block" ? holder.otherwise : holder.lines };
}

/** A line and its position in the tree. */
export function placeOfLine(
  parsed: Parsed,
  line: Spanned,
): { readonly line: ast.LineNode; readonly place: Place<ast.LineNode> } | null {
  const container = containerAround(parsed.tree, line.span, ["line"]);
  const found = findNode(parsed.rubric, line.span, isLine);
  const list = found === null ? null : listHolding(parsed.rubric, found);
  return container === null || found === null || list === null ? null : { line: found, place: { container, list } };
}

function listHolding(rubric: ast.Rubric, line: ast.LineNode): readonly ast.LineNode[] | null {
  let list: readonly ast.LineNode[] | null = null;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || list !== null) return;
    if (Array.isArray(node) && node.includes(line)) list = node as ast.LineNode[];
    else Object.values(node).forEach(visit);
  };
  visit(rubric);
  return list;
}
