/** Moves a part to another place, with its comments, set in as its new neighbours are. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { moveElement } from "./element-edits.js";
import type { Spanned } from "./find-node.js";
import { isInside, placeInside, placeOf } from "./part-place.js";

/**
 * `into` null: the file itself. `index` is the one the part has there in the end. Null where no part has this span, or it would
 * stand inside itself.
 */
export function movePart(
  parsed: Parsed,
  part: Spanned,
  into: Spanned | null,
  index: number,
): readonly TextEdit[] | null {
  const from = placeOf(parsed, part);
  const to = placeInside(parsed, into);
  if (from === null || to === null || isInside(into, part)) return null;
  return moveElement(parsed, from.place, from.part, to, index);
}
