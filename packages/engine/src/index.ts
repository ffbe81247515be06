/**
 * `@yardstick/engine`: a checked rubric and data in; scores, rankings, grades, awards and explanations out.
 */
export type { Column, Columns, Marks, SideColumns } from "./columnar/columns.js";
export type { ColumnarResult, RankingColumns, ScoreColumn, StandingColumns } from "./session/columnar-result.js";
export { columnsOf } from "./columnar/dataset-view.js";
export { typedColumns } from "./columnar/typed-columns.js";
export { evaluateColumns, scoreAsync } from "./session/evaluate-columns.js";
export { Deadline } from "./columnar/deadline.js";
export { DEFAULT_LIMITS, LimitExceeded } from "./columnar/limits.js";
export type { Limits } from "./columnar/limits.js";
export {
  type CohortFacts,
  explainAlone,
  type ExplainedSubject,
  type OrderFacts,
  type Peer,
} from "./session/explained-alone.js";
export { Session } from "./session/session.js";
export type { Change, ColumnarOptions } from "./session/session.js";
export { setSimd } from "./simd/set-simd.js";
export type * from "./data/cell-problem.js";
export { hasErrors } from "./data/cell-problem.js";
export type * from "./data/dataset.js";
export { cellIdentity } from "./data/dataset.js";
export { arrayOfCodedCells, type CodedCells, codedCellsOf, type Codes, occurringCodes } from "./data/coded-cells.js";
export { emptyDataset } from "./data/empty-dataset.js";
export { evaluate } from "./run/evaluate.js";
export type { Cancellation, RunOptions } from "./data/run-options.js";
export { explain, latestOf } from "./explain/explain.js";
export type * from "./data/explanation.js";
export type * from "./data/result.js";
export { notedSubjects, subjectIds } from "./data/noted-subjects.js";
export { isSameSubject, type SubjectId } from "./data/subject-id.js";
export { ownRankingValues, rankingValues, type RankingValue } from "./explain/ranking-values.js";
export { compiledCore } from "./run/compiled-core.js";
export type { CompiledCore, CompiledScenario } from "./run/run-core.js";
export { runTests } from "./run/run-tests.js";
export type { Expectation, TestOutcome } from "./reference/rubric-test.js";
export { withScenario } from "./run/scenario.js";
export { outputHeading, partHeading, partScale, publishedUnit, unitWord } from "./values/published-unit.js";
export { writtenUnit } from "./values/written-unit.js";
export * from "./sensitivity/index.js";
export { foldHeader, foldName, isNoName } from "./names/fold-name.js";
export { foldPeriod, hasShortYear, plainPeriod, withPeriodDigits } from "./names/fold-period.js";
export { figureOf, roughFigure, type Figure } from "./set-aside/figure.js";
export { isTotalWord } from "./set-aside/row-words.js";
export { isPlainName, sortRows, type RowChoices, type RowVerdict } from "./set-aside/sort-rows.js";
export type { RowsLookedAt } from "./set-aside/rows-looked-at.js";
export type { AsideKind } from "./set-aside/row-words.js";
export { NearNames } from "./names/near-names.js";
export { headerNames, isRecordHeader, isWholeHeader, RECORD_HEADERS, splitHeader } from "./names/headers.js";
