/**
 * A text with one stretch between two `|` in; the text without them, what was parsed of it, and the stretch out.
 */
import { applyEdits, parse, type Parsed, type Span, type TextEdit } from "@yardstick/language";

export interface Marked {
  readonly source: string;
  readonly parsed: Parsed;
  readonly at: { readonly span: Span };
}

export function marked(text: string): Marked {
  const [before = "", inside = "", rest = ""] = text.split("|");
  const source = before + inside + rest;
  return { source, parsed: parse(source), at: { span: [before.length, before.length + inside.length] } };
}

/** The text after an operation on the marked stretch; null where it gives no edits. */
export function after(text: string, operation: (m: Marked) => readonly TextEdit[] | null): string | null {
  const found = marked(text);
  const edits = operation(found);
  return edits === null ? null : applyEdits(found.source, edits);
}
