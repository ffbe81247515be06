/** Takes a part out, with the comments right above it and at its end. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { removeElementOf } from "./element-edits.js";
import type { Spanned } from "./find-node.js";
import { placeOf } from "./part-place.js";

/** Null where no part has this span. */
export function removePart(parsed: Parsed, part: Spanned): readonly TextEdit[] | null {
  const found = placeOf(parsed, part);
  return found === null ? null : removeElementOf(parsed, found.place, found.part);
}
