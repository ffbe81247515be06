/**
 * `@yardstick/documents`: an appraisal document to a draft rubric, clause by clause, and a rubric to such a document. Deterministic; no
 * network, no DOM.
 */
export type { Block, Cell, Heading, Location, Paragraph, Table } from "./blocks/block.js";
export { describeDocumentFailure, type DocumentFailure, type FailureCode } from "./blocks/failure.js";
export { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from "./blocks/limits.js";
export type { DocumentSource } from "./open/open.js";
export type { PrintedDocument, PrintedField, PrintedPart, PrintedRule } from "./outline/printed-document.js";
export type { Outline, OutlineItem, OutlineSection, PartRole, SumCheck } from "./outline/outline.js";
export { locatedText } from "./outline/located-text.js";
export { readDocument, Reading, type DraftOptions, type ReadOptions, type ReadingTotals } from "./reading/reading.js";
export type { ClauseState, Question, ReadClause } from "./match/read-clause.js";
export type { Answers } from "./reading/read-clauses.js";
export type { Draft, DraftSpan } from "./draft/draft.js";
export { clauseFigures, type ClauseFigure } from "./match/clause-figures.js";
export type { Match, Span } from "./match/attempt.js";
export type { RulePart, ScoringRule } from "./rule/rule.js";
export {
  clauseRows,
  printClauseTable,
  rulesByClause,
  type ClauseRow,
  type ClauseTableOptions,
  type ReadDocument,
} from "./print/clause-table.js";
export { NotPrintable, printDocument, type PrintOptions } from "./print/print-document.js";
export type { PrintLayout } from "./print/layout.js";
export type { PageStyle } from "./print/page.js";
