/**
 * A scoring line reduced to the rule that evaluators see.
 */
import type { Field, Line, LineEffect } from "../../program/program.js";
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

type Fields = { readonly [K in keyof Line]-?: (line: Line, fields: readonly Field[]) => Partial<Rule> };

/** The desugared form of each property of a line, so that a property added to `Line` does not compile before evaluators can see it. */
const properties: Fields = {
  span: shownOnly,
  effect: ({ effect }) => verbs[effect],
  conditions: ({ conditions }) => ({ when: conditions }),
  each: ({ each }) => ({ rows: each }),
  per: ({ per }) => ({ count: per }),
  amount: ({ amount, effect }, fields) => {
    const reduced = amountOf(amount, fields);
    // Only `earn` waits for its judgement.
    const mayBeAbsent = amount.kind === "judgement" && !verbs[effect].earns && reduced.kind === "expression";
    return { amount: reduced, given: mayBeAbsent ? reduced.value : null };
  },
  suffixes: (line) => ({ steps: restrictionsOf(line) }),
  basis: shownOnly,
  documentation: shownOnly,
};

const known = new WeakMap<Line, Rule>();

/** `fields` are those of the program. The same rule for the same line, so that what is derived from it can be kept as long as the line stays as it is. */
export function ruleOf(line: Line, fields: readonly Field[]): Rule {
  const before = known.get(line);
  if (before !== undefined) return before;
  const rule = Object.assign({}, ...Object.values(properties).map((property) => property(line, fields))) as Rule;
  known.set(line, rule);
  return rule;
}
