/**
 * `@yardstick/engine/plan`: a rubric reduced to a graph of values, for runners other than the columns of this package. A runner gives the
 * graph its inputs (`PlanInputs`) and its operations over all subjects (`PopulationOps`), and reads the nodes of what is published.
 */
export { type BoundRubric, boundRubric } from "./bound-rubric.js";
export { rawBound } from "./facts.js";
export { Graph } from "./graph.js";
export { type LoweredCohort, RubricLowering } from "./lower-results.js";
export { chosen, type Lowered, type LoweredFlag, type LoweredNumber, nothing, pendingOf } from "./lowered.js";
export { type LoweredMeetings, type LoweredTable, PUBLISHED, type PlanInputs } from "./lowering.js";
export { LoweringCache } from "./lowering-cache.js";
export {
  CONSTANT,
  type Domain,
  type Node,
  type NodeOp,
  type Population,
  type Source,
  SUBJECT,
  Unsupported,
} from "./node.js";
export { PopulationDependencies } from "./population-dependencies.js";
export type { CohortSpec, GradesSpec, PopulationOps, RankingSpec } from "./population-ops.js";
export { comparePeriods, isYear } from "../values/period-order.js";
