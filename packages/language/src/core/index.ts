/**
 * `@yardstick/language/core`: the small language that evaluators see, reduced from the checked program. No evaluator, no messages.
 */
export { amountOf } from "./desugar/amount-of.js";
export { ruleOf } from "./desugar/rule-of.js";
export { restrictionsOf } from "./desugar/restrictions-of.js";
export type { CoreAmount } from "./nodes/amount.js";
export type { Rule } from "./nodes/rule.js";
export type { HoldGroups, Restrictions, RowStep, RowSteps, Step, SumStep, SumSteps } from "./nodes/restriction.js";
