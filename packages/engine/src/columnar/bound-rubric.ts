/**
 * A rubric bound to the columns at hand. Kept between changes of weights, points and constants, so that only what depends on them runs
 * again.
 */
import type { CoreProgram } from "@yardstick/language/core";
import { boundRubric, type BoundRubric } from "../plan/bound-rubric.js";
import type { Graph } from "../plan/graph.js";
import type { LoweringCache } from "../plan/lowering-cache.js";
import type { PopulationDependencies } from "../plan/population-dependencies.js";
import { RubricLowering } from "../plan/lower-results.js";
import type { PlanInputs } from "../plan/lowering.js";
import { cohortWork } from "./cohort.js";
import { gradesWork } from "./grade-quotas.js";
import { rankingWork } from "./places.js";

const WORKS = { cohort: cohortWork, ranking: rankingWork, grades: gradesWork };

export function bindRubric(
  program: CoreProgram,
  graph: Graph,
  inputs: PlanInputs,
  moving: ReadonlySet<number>,
  kept: LoweringCache,
  leaning: PopulationDependencies,
): BoundRubric {
  return boundRubric(new RubricLowering(program, graph, inputs, WORKS, moving, kept), leaning);
}
