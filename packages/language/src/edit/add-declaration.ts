/** Puts a new declaration into the file: after the last of its kind, else at the customary position of its kind. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { fileContainer } from "./container.js";
import { addElement } from "./element-edits.js";
import { declarationIn } from "./fragment.js";

/** Kinds in the order of a document; those of one row may be mixed. */
const order: readonly (readonly ast.Declaration["kind"][])[] = [
  ["title"],
  ["edition"],
  ["total"],
  ["rounding"],
  ["use"],
  ["choice-declaration", "constant"],
  ["data"],
  ["let"],
  ["section", "item"],
  ["bonus-only"],
  ["coefficient"],
  ["veto"],
  ["ranking"],
  ["grades"],
  ["award"],
  ["consequence"],
  ["output"],
  ["requirement"],
  ["policy"],
  ["scenario"],
  ["test"],
];

/** `text` is the declaration from the margin. Null where it is not one. */
export function addDeclaration(parsed: Parsed, text: string, index?: number): readonly TextEdit[] | null {
  const declaration = declarationIn(parsed, text);
  if (declaration === null) return null;
  const list = parsed.rubric.declarations;
  const at = index ?? placeFor(list, declaration);
  return addElement(parsed, { container: fileContainer(parsed.tree), list }, at, text, declaration);
}

function placeFor(list: readonly ast.Declaration[], declaration: ast.Declaration): number {
  const rank = rankOf(declaration);
  const isBefore = list.map((d) => rankOf(d) <= rank);
  return isBefore.lastIndexOf(true) + 1;
}

function rankOf({ kind }: ast.Declaration): number {
  return order.findIndex((kinds) => kinds.includes(kind));
}
