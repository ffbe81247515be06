/**
 * Steps from one number to one number, as evaluators see them: from the sum of an item or a section to its score, from there to what it
 * adds to its parent, and from the sum of all parts to the published score. A step that is pending makes the number pending.
 */
import type { RationalText, RoundingMode } from "@yardstick/exact";
import type { RestrictionRole } from "../../program/program.js";
import type { Span } from "../../source/span.js";

/** What the author of a rubric calls a step: a suffix of a line, the range or the rounding of a part, a coefficient, a veto. */
export type StepRole = RestrictionRole | "range" | "rounding" | "coefficient" | "veto";

/** What every step has: its role, and the text that it comes from. */
export interface Origin<Role extends StepRole = StepRole> {
  readonly role: Role;
  /** The suffix, coefficient or veto as written; of a range or a rounding the part that it belongs to. */
  readonly span: Span;
}

/** Limits a number to a range, both ends included; null is open. */
interface Clamp extends Origin<"range"> {
  readonly op: "clamp";
  readonly min: RationalText | null;
  readonly max: RationalText | null;
}

/** Rounds to a multiple of `step`, which is greater than 0, by a mode. */
export interface Round {
  readonly op: "round";
  readonly role: "rounding";
  /** Null: of the published score. */
  readonly span: Span | null;
  readonly step: RationalText;
  readonly mode: RoundingMode;
}

/** Multiplies by a coefficient; never limited again. */
export interface Multiply extends Origin<"coefficient"> {
  readonly op: "multiply";
  /** Index in `CoreProgram.coefficients`. */
  readonly coefficient: number;
}

/**
 * Waits for a veto, and sets 0 where it fires and `zeroes`. Unlike a waiver it never absorbs what is pending: while a veto is pending, so
 * is the score, whatever the veto would do.
 */
export interface VetoStep extends Origin<"veto"> {
  readonly op: "veto";
  /** Index in `CoreProgram.vetoes`. */
  readonly veto: number;
  readonly zeroes: boolean;
}

/** Steps on numbers, by operation. */
export interface NumberSteps {
  readonly clamp: Clamp;
  readonly round: Round;
  readonly multiply: Multiply;
  readonly veto: VetoStep;
}

/** A step on a number. */
export type NumberStep = NumberSteps[keyof NumberSteps];
