/**
 * What changes the effect of a scoring line once its count and amount are known, as evaluators see it: steps in a fixed order.
 * Suffixes of the line come in (`desugar/`), steps go out. The role and the span of a step lead back to what the author wrote.
 *
 * Steps on rows come before the sum and steps on the sum after it, by type: a sum has no rows to read.
 */
import type { RationalText } from "@yardstick/exact";
import type { Expression } from "../../program/expression.js";
import type { RestrictionRole } from "../../program/program.js";
import type { Origin as OriginOf } from "./step.js";

type Origin = OriginOf<RestrictionRole>;

/**
 * Multiplies by `factor` where `when` holds. A factor of 0 is a waiver. On rows it is evaluated for each of them, and a row that
 * is waived is dropped. On the sum it absorbs what is pending; a sum of 0 is unchanged and the condition is not evaluated.
 */
interface Scale extends Origin {
  readonly op: "scale";
  readonly when: Expression;
  readonly factor: RationalText;
}

/** Keeps of each group of rows the effect of the greatest size, the first of equals. */
interface Greatest extends Origin {
  readonly op: "greatest";
  readonly by: Expression;
}

/** Holds the size of the sum, of either sign, to at most or at least `limit`; a sum of 0 stays 0. The limit is always read. */
interface Hold extends Origin {
  readonly op: "hold";
  readonly side: "most" | "least";
  readonly limit: Expression;
}

/** Adds up each group of rows, holds the size of each to at most `limit`, and adds up the groups. The limit is always read. */
export interface HoldGroups extends Origin {
  readonly op: "hold-groups";
  readonly limit: Expression;
  readonly by: Expression;
}

/** Steps from effects of rows to effects of rows. A line that does not go through rows has one effect, as if of one row. */
export interface RowSteps {
  readonly scale: Scale;
  readonly greatest: Greatest;
}

/** Steps from one effect to one effect. */
export interface SumSteps {
  readonly hold: Hold;
  readonly scale: Scale;
}

/** A step that acts on each row of a line. */
export type RowStep = RowSteps[keyof RowSteps];
/** A step that acts on the sum of a line. */
export type SumStep = SumSteps[keyof SumSteps];

/** A step of a line. */
export type RuleStep = RowStep | HoldGroups | SumStep;

/** All steps of a line, in the order in which they act. */
export interface Restrictions {
  readonly rows: readonly RowStep[];
  /** How the rows are added up; null: all together. */
  readonly groups: HoldGroups | null;
  readonly sum: readonly SumStep[];
}

/** Puts steps into the order of their turns. The order of the text carries no meaning. */
export function inTurn({ rows, groups, sum }: Restrictions): Restrictions {
  return {
    rows: [...rows].sort((a, b) => rowTurn(a) - rowTurn(b)),
    groups,
    sum: [...sum].sort((a, b) => sumTurn(a) - sumTurn(b)),
  };
}

/** Waived rows are removed before any other step; the greatest is taken from the scaled rows. */
function rowTurn(step: RowStep): number {
  switch (step.op) {
    case "scale":
      return step.factor === "0" ? 0 : 1;
    case "greatest":
      return 2;
  }
}

/** A cap outweighs a floor, and a waiver both. */
function sumTurn(step: SumStep): number {
  switch (step.op) {
    case "hold":
      return step.side === "least" ? 0 : 1;
    case "scale":
      return 2;
  }
}
