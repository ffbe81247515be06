/**
 * All expressions that an order of subjects reads, for callers that go through everything that it depends on.
 */
import type { Expression } from "../../program/expression.js";
import { type ExpressionFields, inFields, noExpressions } from "../../program/expressions-in-fields.js";
import type { RankingKey, RankingNode } from "./ranking.js";

const key: ExpressionFields<RankingKey> = {
  value: (value) => [value],
  against: noExpressions,
  lowestFirst: noExpressions,
};

const ranking: ExpressionFields<RankingNode> = {
  name: noExpressions,
  span: noExpressions,
  publishedAs: noExpressions,
  keys: (keys) => keys.flatMap((each) => inFields(key, each)),
  section: noExpressions,
  obeysVetoes: noExpressions,
  within: noExpressions,
  where: (where) => [where],
  ties: noExpressions,
};

/** The keys, then the condition. */
export function expressionsOfRanking(node: RankingNode): readonly Expression[] {
  return inFields(ranking, node).filter((each) => each !== null);
}
