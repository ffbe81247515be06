/** Checks that edits introduce no syntax errors, and rejects those that do. */
import { applyEdits, parse, type Parsed, severityOf, type TextEdit } from "@yardstick/language";

function isValid(before: Parsed, edits: readonly TextEdit[]): boolean {
  const after = parse(applyEdits(before.tree.source, edits));
  return errors(after) <= errors(before);
}

/** The edits, or null when the text after them has more syntax errors than before. */
export function ifValid(before: Parsed, edits: readonly TextEdit[]): readonly TextEdit[] | null {
  return isValid(before, edits) ? edits : null;
}

function errors({ findings }: Parsed): number {
  return findings.filter((found) => severityOf(found) === "error").length;
}
