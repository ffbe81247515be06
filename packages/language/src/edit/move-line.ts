/** Moves a scoring line to another place, in its item or another, with its comments. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { moveElement } from "./element-edits.js";
import type { Spanned } from "./find-node.js";
import { linesInside, placeOfLine, type LineHolder } from "./line-place.js";
import { isInside } from "./part-place.js";

/** `index` is the one the line has there in the end. Null where no line has this span, or it would be inside itself. */
export function moveLine(parsed: Parsed, line: Spanned, into: LineHolder, index: number): readonly TextEdit[] | null {
  const from = placeOfLine(parsed, line);
  const to = linesInside(parsed, into);
  if (from === null || to === null || isInside(into, line)) return null;
  return moveElement(parsed, from.place, from.line, to, index);
}
