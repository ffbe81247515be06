/**
 * A checked rubric as evaluators see it: parts, the total, rankings and grades in core nodes, everything else as in the checked program.
 */
import type { Program } from "../../program/program.js";
import type { PartNode } from "./part.js";
import type { GradesNode, RankingGroup } from "./ranking.js";
import type { Multiply, Round, VetoStep } from "./step.js";

/** What a rubric declares of its data. */
export type DataModel = Pick<Program, "subject" | "key" | "period" | "fields" | "lists" | "constants" | "choices">;

/** From the sum of the parts at the top to the published score. */
export interface Total {
  /** Coefficients on the total, in the order of the text. */
  readonly steps: readonly Multiply[];
  /** The one rounding of the score. */
  readonly rounding: Round;
  /** All vetoes, in the order of the text; they act on the rounded score, which their own conditions may read. */
  readonly vetoes: readonly VetoStep[];
}

/** A checked rubric in core nodes. */
export interface CoreProgram
  extends
    DataModel,
    Pick<
      Program,
      | "title"
      | "scoreDecimals"
      | "roots"
      | "lets"
      | "coefficients"
      | "vetoes"
      | "awards"
      | "consequences"
      | "outputs"
      | "requirements"
      | "policies"
      | "uses"
      | "tests"
    > {
  /** Parallel to `Program.parts`. */
  readonly parts: readonly PartNode[];
  /** Parallel to `Program.rankings`. */
  readonly rankings: readonly RankingGroup[];
  readonly grades: readonly GradesNode[];
  readonly total: Total;
}
