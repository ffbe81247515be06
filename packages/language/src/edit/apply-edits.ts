/**
 * A text and edits of it in, the edited text out. All edits are given in places of the same text; none may reach into another.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";

/** Applies edits, in whatever order they come. Two insertions at one place keep theirs; edits that overlap are a bug of the caller. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  let text = "";
  let at = 0;
  for (const {
    span: [start, end],
    text: replacement,
  } of sorted) {
    if (start < at || end < start || end > source.length) {
      throw new RangeError(`edit [${start}, ${end}] overlaps another or is outside`);
    }
    text += source.slice(at, start) + replacement;
    at = end;
  }
  return text + source.slice(at);
}
