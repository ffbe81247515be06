/**
 * The field that groups subjects: `within F` of a ranking and of functions across subjects.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { refer } from "./read.js";
import { reportUnknown } from "./unknown-name.js";

/** Index of the field; null after a diagnostic. */
export function resolveGroup(checker: Checker, name: ast.Name): number | null {
  const field = checker.names.find(name.text, "field");
  if (field === null) return reportUnknown(checker, name, "group", () => checker.names.of(["field"]));
  refer(checker, name, field);
  if (checker.draft.fields[field.index]?.type?.kind !== "list") return field.index;
  checker.report(diagnostic("list-as-value", name.span, { name: name.text }));
  return null;
}
