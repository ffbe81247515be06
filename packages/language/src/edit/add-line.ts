/** Puts a new scoring line, or a conditional block of them, into an item or a block. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { addElement } from "./element-edits.js";
import { lineIn } from "./fragment.js";
import { linesInside, type LineHolder } from "./line-place.js";

/**
 * `text` is the line from the margin; past the last index is after the last line. Null where `text` is not one line, or `into`
 * is not an item or block.
 */
export function addLine(parsed: Parsed, into: LineHolder, index: number, text: string): readonly TextEdit[] | null {
  const place = linesInside(parsed, into);
  const line = lineIn(parsed, text);
  return place === null || line === null ? null : addElement(parsed, place, index, text, line);
}
