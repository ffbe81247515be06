/**
 * A scoring line reduced to the rule that evaluators see.
 */
import type { Line, LineEffect } from "../../program/program.js";
import type { Rule } from "../nodes/rule.js";
import { amountOf } from "./amount-of.js";
import { restrictionsOf } from "./restrictions-of.js";

/** What each verb does. */
const verbs: Readonly<Record<LineEffect, Pick<Rule, "sign" | "earns">>> = {
  deduct: { sign: -1, earns: false },
  add: { sign: 1, earns: false },
  earn: { sign: 1, earns: true },
  "add-or-deduct": { sign: 1, earns: false },
};

/** Of a property that only explanations show. */
const shownOnly = (): Partial<Rule> => ({});

type Fields = { readonly [K in keyof Line]-?: (line: Line) => Partial<Rule> };

/** The desugared form of each property of a line, so that a property added to `Line` does not compile before evaluators can see it. */
const fields: Fields = {
  span: shownOnly,
  effect: ({ effect }) => verbs[effect],
  conditions: ({ conditions }) => ({ when: conditions }),
  each: ({ each }) => ({ rows: each }),
  per: ({ per }) => ({ count: per }),
  amount: ({ amount }) => ({ amount: amountOf(amount) }),
  suffixes: (line) => ({ steps: restrictionsOf(line) }),
  basis: shownOnly,
  documentation: shownOnly,
};

const known = new WeakMap<Line, Rule>();

/** The same rule for the same line, so that what is derived from it can be kept as long as the line stays as it is. */
export function ruleOf(line: Line): Rule {
  const before = known.get(line);
  if (before !== undefined) return before;
  const rule = Object.assign({}, ...Object.values(fields).map((field) => field(line))) as Rule;
  known.set(line, rule);
  return rule;
}
