/**
 * Whether data and results of a subject may be read at a place, and the note that a name was read there.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import type { ReferenceRead, Unit, ValueType } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { assertNever } from "./assert-never.js";
import type { Checked, Checker, Scope } from "./checker.js";
import type { Declared } from "./names.js";
import type { NumberKind } from "./number-kind.js";
import { valueOf } from "./value.js";

/** Notes what a name refers to, and that it is used. */
export function refer(checker: Checker, name: ast.Name, declared: Declared): void {
  checker.references.set(name, declared);
  checker.read.add(declared);
}

/** Says why not. `published`: the history holds it. */
export function mayRead(checker: Checker, node: { readonly span: Span }, scope: Scope, published: boolean): boolean {
  const text = checker.source.slice(...node.span);
  if (scope.reads === "nothing") checker.report(diagnostic("not-constant", node.span, {}));
  else if (scope.reads === "whole") checker.report(diagnostic("no-subject-at-hand", node.span, { text }));
  else if (scope.published && !published) checker.report(diagnostic("not-in-history", node.span, { text }));
  else return true;
  return false;
}

/** A read of a result of the subject at hand. Points hold for all subjects, and stay what they are over time. */
export function readResult(
  checker: Checker,
  node: { readonly span: Span },
  to: ReferenceRead["to"],
  type: ValueType,
  scope: Scope,
  unit: Unit | null = null,
  kind?: NumberKind,
): Checked {
  const holdsForAll = to.kind === "part-points" && scope.reads !== "nothing";
  if (!holdsForAll && !mayRead(checker, node, scope, isPublished(checker, to))) return null;
  return valueOf({ kind: "reference", to, type, span: node.span }, unit, kind);
}

/** Whether the history holds such results. */
export function isPublished(checker: Checker, to: ReferenceRead["to"]): boolean {
  switch (to.kind) {
    case "score":
    case "part-score":
    case "part-points":
    case "output":
    case "place":
    case "last":
    case "grade":
      return true;
    case "let":
      return checker.draft.lets[to.index]?.published ?? false;
    case "award":
    case "vetoed":
    case "used":
      return false;
    default:
      return assertNever(to);
  }
}
