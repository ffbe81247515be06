/**
 * A text and edits of it in, the edited text out. All edits are given in places of the same text; none may reach into another.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";

/** Applies edits, in whatever order they come. Two insertions at one place keep theirs; edits that overlap are a bug of the caller. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span[0] - b.edit.span[0] || a.edit.span[1] - b.edit.span[1] || a.order - b.order)
    .map(({ edit }) => edit);
  let text = "";
  let at = 0;
  for (const { span, text: replacement } of sorted) {
    const [start, end] = span;
    if (start < at || end < start || end > source.length) {
      throw new RangeError(`edit [${start}, ${end}] overlaps another or lies outside the text`);
    }
    text += source.slice(at, start) + replacement;
    at = end;
  }
  return text + source.slice(at);
}
