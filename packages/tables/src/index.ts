/**
 * `@yardstick/tables`: reads table files into typed columns, and writes results and forms to files.
 */
export type { ReadOptions, TablesRead } from "./assemble.js";
export { readTables } from "./read-tables.js";
export { readGrids, type GridTable } from "./grid.js";
export { readParts, type ReadParts } from "./read-parts.js";
export { ReadMemory } from "./read-memory.js";
export { tablesInWorkbook, type TableSource } from "./input-collector.js";
export { writtenTables, type TablesWritten, type WrittenTable } from "./written-tables.js";
export { DEFAULT_TABLE_LIMITS, type TableLimits } from "./limits.js";
export type { LocatedProblem, TableFormat } from "./problem.js";
export { describeProblem } from "./describe-problem.js";
export { describeReport, type TableReport } from "./report.js";
export { ENCODINGS, decodeTable, encodingNamed, type Decoded, type Encoding } from "./encoding.js";
export { fileTexts, type SheetTexts } from "./file-texts.js";
export { columnLetters } from "./xlsx/column-letters.js";
export { looksLikeWorkbook } from "./xlsx/workbook.js";
export { csvFileOfGrid, csvOfGrid } from "./grid-csv.js";
export { resultCsv, resultCsvPieces } from "./result-csv.js";
export { outputText, type ResultMessages } from "./result-columns.js";
export { resultBook, type ResultBookParts, type ScoreSheet, type ScoreSheetRow } from "./result-book.js";
export { appendHistory, type HistoryAppended, type HistoryOutcome } from "./history-file.js";
export { fileNames, formFileNames } from "./form/form-file-names.js";
export { entryForm, formAssessors, type EntryForm, type FormOptions } from "./form/entry-form.js";
export { zippedFiles } from "./archive/write-zip.js";
export { deflatedEntry, ZipWriter } from "./archive/zip-stream.js";
export { streamedWorkbook, workbookPieces, type StreamedBook, type StreamedSheet } from "./write/workbook-pieces.js";
export { writeWorkbook } from "./write/write-workbook.js";
export type { Book, BookCell, BookSheet, BookValue } from "./write/book.js";
export { sheetNames, type SheetName } from "./sheet-name.js";
export { sheetOfTarget, tableSheets } from "./table-sheets.js";
export { targetOfRole } from "./target.js";
export { nearestName } from "./nearest-name.js";
export { collectTables, type CollectOptions } from "./collect-tables.js";
export type {
  ChangedFigure,
  CellId,
  CellOrigin,
  CollectAnswers,
  Collected,
  CollectedConflict,
  CollectedAside,
  CollectedFile,
  ConflictFigure,
  NewFigure,
  PeriodQuestion,
  TextTable,
  UnknownColumn,
  UnmatchedRow,
  UnusedAnswer,
} from "./collected.js";
export { missingBook, missingMessage, missingRows, missingText } from "./missing-list.js";
export { tablesBook } from "./tables-book.js";
export { filesInZip, type ZippedFile } from "./files-in-zip.js";
export { departmentProgress, type DepartmentProgress } from "./department-progress.js";
export { withTarget } from "./csv-target.js";
export type { HandedInFile } from "./read-handed-in.js";
