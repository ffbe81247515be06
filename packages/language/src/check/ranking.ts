/**
 * `ranking NAME by E …`: the order, the groups, and the tie-breaks.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Ranking, TieBreak } from "../program/program.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { type Checker, subjectScope } from "./checker.js";
import { declareName } from "./declare.js";
import { headToHead } from "./head-to-head.js";
import { checkAs } from "./check-as.js";
import { resolveGroup } from "./group.js";
import { checkPartOrValue } from "./part-or-value.js";
import { flagExpected } from "./value.js";

export function declareRanking(checker: Checker, node: ast.Ranking): void {
  const { rankings, rankingsBySection } = checker.draft;
  const index = rankings.push(null) - 1;
  declareName(checker, "ranking", node.name, index);
  if (node.by === "each-section") rankingsBySection.add(index);
}

export function checkRanking(checker: Checker, node: ast.Ranking, index: number): void {
  const by = node.by === "each-section" ? bySections(checker, node) : orderable(checker, node.by);
  const within = node.within === null ? null : resolveGroup(checker, node.within);
  const where = node.where === null ? null : checkAs(checker, node.where, subjectScope, flagExpected);
  const thenBy = node.thenBy.map((key) => (key.against === null ? tieBreak(checker, key) : headToHead(checker, key)));
  if (by === null || (node.within !== null && within === null) || (node.where !== null && where === null)) return;
  if (thenBy.some((key) => key === null)) return;
  checker.draft.rankings[index] = {
    name: node.name.text,
    span: node.span,
    by,
    lowestFirst: node.lowestFirst,
    within,
    where,
    ties: node.ties === "dense" ? "dense" : "gap",
    thenBy: thenBy as readonly TieBreak[],
  };
}

function tieBreak(checker: Checker, { by, lowestFirst }: ast.TieBreak): TieBreak | null {
  const key = orderable(checker, by);
  return key === null ? null : { by: key, against: null, lowestFirst };
}

function bySections(checker: Checker, node: ast.Ranking): Ranking["by"] | null {
  const { parts, roots } = checker.draft;
  if (roots.some((root) => parts[root]?.node.kind === "section")) return "each-section";
  if (!checker.incomplete) checker.report(diagnostic("no-sections", node.name.span, { ranking: node.name.text }));
  return null;
}

/** A number, a date or an ordered level; a bare part's name means its score. */
function orderable(checker: Checker, node: ast.Expression): Expression | null {
  const value = checkPartOrValue(checker, node, subjectScope)?.node ?? null;
  if (value === null) return null;
  const { type } = value;
  const ordered =
    type.kind === "number" ||
    type.kind === "date" ||
    (type.kind === "level" && checker.draft.choices[type.choice]?.ordered === true);
  if (ordered) return value;
  checker.report(diagnostic("not-rankable", node.span, { found: type }));
  return null;
}
