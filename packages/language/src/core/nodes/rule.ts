/**
 * A scoring line as evaluators see it: when it acts, how often, what one count does, and the steps that change the effect.
 */
import type { Expression } from "../../program/expression.js";
import type { Line, Per } from "../../program/program.js";
import type { CoreAmount } from "./amount.js";
import type { Restrictions } from "./restriction.js";

/** A scoring line without the parts that only explanations show; one node for each line. */
export interface Rule {
  /** All must hold; empty: always. */
  readonly when: readonly Expression[];
  /** The side rows that it goes through; null: it acts as a whole. */
  readonly rows: Line["each"];
  /** Null: once. */
  readonly count: Per | null;
  /** The points of one count. */
  readonly amount: CoreAmount;
  /** Where this is blank, the rule has no effect, and nothing is pending: a judgement that was not given. Null: it always has one. */
  readonly given: Expression | null;
  /** -1 where it takes from the sum of its item. */
  readonly sign: 1 | -1;
  /** Its item begins at 0 and waits for it: a judgement that is not given is pending, and earning 0 is a result. */
  readonly earns: boolean;
  readonly steps: Restrictions;
}
