/**
 * Takes a name up into the rubric's names; a name declared twice for the same kind of thing is one diagnostic at the second.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import type { NameKind } from "./names.js";

/** Returns whether the name was free. */
export function declareName(checker: Checker, kind: NameKind, name: ast.Name, index: number): boolean {
  const declared = { kind, name: name.text, span: name.span, index };
  const before = checker.names.declare(declared);
  checker.references.set(name, before ?? declared);
  if (before === null) return true;
  checker.report(
    diagnostic(
      "duplicate-name",
      name.span,
      { name: name.text, kind },
      {
        related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }],
      },
    ),
  );
  return false;
}
