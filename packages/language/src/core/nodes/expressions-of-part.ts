/**
 * All expressions that the nodes of a part read, for callers that go through everything that a part depends on.
 */
import type { Expression } from "../../program/expression.js";
import { type ExpressionFields, inFields, noExpressions } from "../../program/expressions-in-fields.js";
import { expressionsOfMeasure } from "../../program/expressions-of-line.js";
import type { CoreAmount } from "./amount.js";
import type { ItemNode, PartNode, SectionNode } from "./part.js";
import type { HoldGroups, Restrictions, RowSteps, SumSteps } from "./restriction.js";
import type { Rule } from "./rule.js";

type Maybe = Expression | null;

const rule: ExpressionFields<Rule> = {
  when: (when) => when,
  rows: (rows) => [rows?.where ?? null],
  count: (count) => (count === null ? [] : [count.of, ...expressionsOfMeasure(count.measure)]),
  amount: ofAmount,
  given: (given) => [given],
  sign: noExpressions,
  earns: noExpressions,
  steps: ofSteps,
};

const known = new WeakMap<Rule, readonly Expression[]>();

/** In the order in which a rule is evaluated: conditions, rows, count, amount, steps. Gathered once for each rule. */
export function expressionsOfRule(node: Rule): readonly Expression[] {
  const before = known.get(node);
  if (before !== undefined) return before;
  const found = inFields(rule, node).filter((each) => each !== null);
  known.set(node, found);
  return found;
}

const base = {
  kind: noExpressions,
  path: noExpressions,
  name: noExpressions,
  assessor: noExpressions,
  parent: noExpressions,
  points: noExpressions,
  full: noExpressions,
  applies: (applies: PartNode["applies"]) => [applies?.when ?? null],
  steps: noExpressions,
  addend: noExpressions,
  decimals: noExpressions,
};

const item: ExpressionFields<ItemNode> = {
  ...base,
  start: noExpressions,
  rules: (rules) => rules.flatMap(expressionsOfRule),
};
const section: ExpressionFields<SectionNode> = {
  ...base,
  parts: noExpressions,
  variants: (variants) => [variants?.by ?? null],
};

/** What a part reads itself: its condition, its rules, the choice of its variants. Parts inside it and coefficients are left out. */
export function expressionsOfPart(node: PartNode): readonly Expression[] {
  const found = node.kind === "item" ? inFields(item, node) : inFields(section, node);
  return found.filter((each) => each !== null);
}

function ofAmount(amount: CoreAmount): readonly Maybe[] {
  return amount.kind === "expression" ? [amount.value] : [];
}

const rowSteps: { readonly [Op in keyof RowSteps]: (step: RowSteps[Op]) => readonly Maybe[] } = {
  scale: ({ when }) => [when],
  greatest: ({ by }) => [by],
};

const sumSteps: { readonly [Op in keyof SumSteps]: (step: SumSteps[Op]) => readonly Maybe[] } = {
  hold: ({ limit }) => [limit],
  scale: ({ when }) => [when],
};

function ofGroups(groups: HoldGroups | null): readonly Maybe[] {
  return groups === null ? [] : [groups.limit, groups.by];
}

function ofSteps({ rows, groups, sum }: Restrictions): readonly Maybe[] {
  return [
    ...rows.flatMap((step) => (rowSteps[step.op] as (one: typeof step) => readonly Maybe[])(step)),
    ...ofGroups(groups),
    ...sum.flatMap((step) => (sumSteps[step.op] as (one: typeof step) => readonly Maybe[])(step)),
  ];
}
