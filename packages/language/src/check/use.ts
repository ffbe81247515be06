/**
 * `use "team.rubric" as 班子 by 乡镇`: another rubric's published results, found by its key. Its program is given by the caller.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { declareName } from "./declare.js";
import { resolveGroup } from "./group.js";

export function declareUse(checker: Checker, node: ast.Use): void {
  const path = node.path.value;
  const index =
    checker.draft.uses.push({ path, alias: node.alias.text, span: node.span, by: 0, allPeriods: node.allPeriods }) - 1;
  declareName(checker, "use", node.alias, index);
  if (!checker.uses.has(path))
    checker.report(diagnostic("use-not-found", node.path.span, { path, why: { case: "unknown" } }));
}

export function checkUse(checker: Checker, node: ast.Use, index: number): void {
  const by = resolveGroup(checker, node.by);
  const use = checker.draft.uses[index] ?? null;
  checker.draft.uses[index] = by === null || use === null ? null : { ...use, by };
}
