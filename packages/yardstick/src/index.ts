/**
 * `yardstick`: the library for embedding. Compiles rubrics, scores tables, explains and compares results. It does no I/O.
 */
export {
  analyseFile,
  checkFiles,
  resolvePath,
  type AnalysedFile,
  type CheckedFile,
  type CheckedFiles,
  type CompileOptions,
  type Heading,
} from "./check-files.js";
export { compile, type Compiled } from "./compile.js";
// Types of results and options.
export type { Diagnostic, TypedDiagnostic, Fix, Lang, Severity, TextEdit } from "@yardstick/language";
// Exact numbers, to read and compute with those of programs and explanations.
export { decimalText, Rational, rational, type RationalText } from "@yardstick/exact";
export type { Program, Span } from "@yardstick/language/program";
export { Session, setSimd, typedColumns } from "@yardstick/engine";
export type {
  Awaited,
  CellProblem,
  Change,
  ColumnarOptions,
  ColumnarResult,
  Columns,
  Dataset,
  Evidence,
  Explanation,
  HistoryRow,
  ItemExplanation,
  LineExplanation,
  PartExplanation,
  ProblemReason,
  ProblemSeverity,
  RankingColumns,
  RankingExplanation,
  Read,
  Result,
  RowChoices,
  ScoreColumn,
  SectionExplanation,
  Sensitivity,
  Shown,
  SideTable,
  StandingColumns,
  SubjectResult,
  Table,
  TestOutcome,
  UsedResults,
  VetoExplanation,
} from "@yardstick/engine";
export {
  describeProblem,
  type ArrowTable,
  type ArrowType,
  type ArrowVector,
  type ColumnTable,
  type ColumnValues,
  type Row,
  type RowsInput,
  type RowValue,
  type TableInput,
} from "@yardstick/tables/rows";
export { compiledProgram } from "./run/compile-program.js";
export type { CompiledProgram } from "./run/compiled-program.js";
export { type Rubric, type ScoreOptions } from "./rubric.js";
export { type NamedTables, type RowTables } from "./input-tables.js";
export { hasInvalidSubjects, type RankedSubject, type Scored } from "./scored.js";
export { type SubjectDifference } from "./compare.js";
export { alternatives, impactOfAlternative, type Alternative, type ScoredReading } from "./alternatives.js";
export { describeAlternative, describeImpact } from "./describe-impact.js";
export type { Impact, SubjectImpact } from "./impact.js";
export { describeFailure, type Failure } from "./failure.js";
export { DEFAULT_LIMITS, type Limits } from "./limits.js";
export { fingerprint, type Receipt } from "./receipt.js";
export { ENGINE_VERSION } from "./version/engine-version.js";
export {
  diagnosticJson,
  type DiagnosticJson,
  type ResultJson,
  type ResultJsonStream,
  type SubjectJson,
} from "./result-json.js";
export { outputHeading, partHeading, publishedUnit } from "@yardstick/engine";
export { tieDeciders, type TieDecider } from "./notes/tie-deciders.js";
export { describeNote, undecidedWord, withUndecided, type NoteOptions, type NoteText } from "./notes/describe-note.js";
export { resultNotes, type ResultNote } from "./notes/result-notes.js";
export type { NoteJson, UndecidedJson } from "./notes/notes-json.js";
export { noteTexts, resultMessages, type NoteTexts, type ResultTexts } from "./notes/note-texts.js";
export { scoreUses, type UseToScore } from "./score-uses.js";
export { usedResults } from "./used-results.js";
export { periodsOf } from "./period.js";
export { bracketed } from "./sheet/bracketed.js";
export { isUneventful, linesWithoutEffect, runsOf } from "./sheet/fold.js";
export { renderExplanation } from "./sheet/render.js";
export { describeAward } from "./sheet/places.js";
export { describeAwaited } from "./sheet/read.js";
export type * from "./sheet/sheet.js";
export { hasSeveralPeriods, mainRanking, rankedGroups, type RankedGroup } from "./document/ranked-groups.js";
export { noticePage, noticePieces, scoreSheets, sheetPage, sheetsInTurn, type SheetOptions } from "./document/pages.js";
export type { PageReceipt } from "./document/receipt-line.js";
export { SHEET_ROW_WIDTHS, sheetRows, type SheetRow } from "./document/sheet-rows.js";
export {
  breakpoints,
  compareScenarios,
  sampleRanks,
  sensitivity,
  weighablePart,
  weighableParts,
  type ScenarioComparison,
  type ScenarioResult,
  type WeightOptions,
} from "./weights.js";
export { dataSchema, type JsonSchema } from "./schema/data-schema.js";
export { dataTypes } from "./schema/data-types.js";
export { intervalEnds, intervalText, shareText } from "./share-text.js";
export { describeAssumption, describeNotLinear } from "./weight-messages.js";
