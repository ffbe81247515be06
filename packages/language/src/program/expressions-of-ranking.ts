/**
 * All expressions of a ranking, for callers that go through everything that it reads.
 */
import type { Expression } from "./expression.js";
import { type ExpressionFields, inFields, noExpressions } from "./expressions-in-fields.js";
import type { Ranking, TieBreak } from "./program.js";

const tieBreak: ExpressionFields<TieBreak> = { by: (by) => [by], against: noExpressions, lowestFirst: noExpressions };

const ranking: ExpressionFields<Ranking> = {
  name: noExpressions,
  span: noExpressions,
  by: (by) => (by === "each-section" ? [] : [by]),
  lowestFirst: noExpressions,
  where: (where) => [where],
  within: noExpressions,
  ties: noExpressions,
  thenBy: (keys) => keys.flatMap((key) => inFields(tieBreak, key)),
};

/** What it is based on, its condition, then the tie-breaks. The scores of sections are left out. */
export function expressionsOfRanking(node: Ranking): readonly Expression[] {
  return inFields(ranking, node).filter((each) => each !== null);
}
