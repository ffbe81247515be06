/**
 * `@yardstick/language/core`: the small language that evaluators see, reduced from the checked program. No evaluator, no messages.
 *
 * What the checked program has and the core leaves as it is, is exported here again, so that evaluators need no other entry.
 */
export { amountOf } from "./desugar/amount-of.js";
export { coreOf } from "./desugar/core-of.js";
export { isSharing } from "./desugar/is-sharing.js";
export { rankingGroupOf } from "./desugar/rankings-of.js";
export { restrictionsOf } from "./desugar/restrictions-of.js";
export { ruleOf } from "./desugar/rule-of.js";
export { expressionsOfPart, expressionsOfRule } from "./nodes/expressions-of-part.js";
export { expressionsOfRanking } from "./nodes/expressions-of-ranking.js";
export type { CoreAmount } from "./nodes/amount.js";
export type { Addend, ItemNode, PartApplies, PartNode, SectionNode } from "./nodes/part.js";
export type { CoreProgram, DataModel, Total } from "./nodes/program.js";
export type { GradesNode, RankingGroup, RankingKey, RankingNode } from "./nodes/ranking.js";
export type { HoldGroups, Restrictions, RowStep, RowSteps, RuleStep, SumStep, SumSteps } from "./nodes/restriction.js";
export type { Rule } from "./nodes/rule.js";
export type { Multiply, NumberStep, NumberSteps, Origin, Round, StepRole, VetoStep } from "./nodes/step.js";
export { ownEntry } from "../source/own-entry.js";
export type { Span } from "../source/span.js";
export { everyExpression, findExpression, operandsOf, readsRowOf, visit } from "../program/expression-tree.js";
export type { ItemForm, LimitMeasure, LineEffect, RestrictionRole } from "../vocabulary/vocabulary.js";
export type * from "../program/expression.js";
export { modeOfFunction, type Rounding } from "../program/rounding.js";
export type {
  Award,
  Check,
  Choice,
  Coefficient,
  Consequence,
  Field,
  FieldType,
  GradeAdjustment,
  List,
  Named,
  Opponent,
  Output,
  Per,
  Test,
  TestResult,
  Use,
  Veto,
} from "../program/program.js";
