/**
 * `@yardstick/language/core`: the small language that evaluators see, reduced from the checked program. No evaluator, no messages.
 */
export { restrictionsOf } from "./desugar/restrictions-of.js";
export type { HoldGroups, Restrictions, RowStep, RowSteps, Step, SumStep, SumSteps } from "./nodes/restriction.js";
