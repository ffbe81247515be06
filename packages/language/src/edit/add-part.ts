/** Puts a new section, item, bonus, penalty or data block into the file, a section or a case of one. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { addElement } from "./element-edits.js";
import type { Spanned } from "./find-node.js";
import { partIn } from "./fragment.js";
import { placeInside } from "./part-place.js";

/**
 * `into` null: the file itself, where `index` counts all declarations; otherwise `index` counts the parts there, and past the
 * last is after it. `text` is the part from the margin, in lines. Null where `text` is not one part, or is not allowed there.
 */
export function addPart(parsed: Parsed, into: Spanned | null, index: number, text: string): readonly TextEdit[] | null {
  const place = placeInside(parsed, into);
  const part = partIn(parsed, text);
  return place === null || part === null ? null : addElement(parsed, place, index, text, part);
}
