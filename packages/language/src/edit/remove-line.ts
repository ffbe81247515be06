/** Takes a scoring line out, with the comments right above it and at its end. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { removeElementOf } from "./element-edits.js";
import type { Spanned } from "./find-node.js";
import { placeOfLine } from "./line-place.js";

/** Null where no line has this span. */
export function removeLine(parsed: Parsed, line: Spanned): readonly TextEdit[] | null {
  const found = placeOfLine(parsed, line);
  return found === null ? null : removeElementOf(parsed, found.place, found.line);
}
