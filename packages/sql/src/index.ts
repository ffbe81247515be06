/**
 * `@yardstick/sql`: a checked rubric as one query for DuckDB, PostgreSQL or Spark, and its rows as results.
 */
export {
  fileFormats,
  scoreFiles,
  type FileDoubt,
  type FileNote,
  type FileOptions,
  type FileResult,
} from "./files/score-files.js";
export type { DataFiles } from "./files/open-tables.js";
export { explainFiles, type ExplainedFiles, type ExplainFilesOptions } from "./files/explain-files.js";
export { describeTables, type DescribedTables } from "./database/describe-tables.js";
export { explain, type ExplainedRow, type ExplainOptions } from "./explain/explain.js";
export { run, type Connection, type SqlResult, type SqlSubject } from "./statement/run.js";
export { toSql, type LeftOut, type ResultColumn, type SqlOptions, type SqlStatement } from "./statement/to-sql.js";
export type { ColumnMeaning } from "./query/published.js";
export type { ColumnDescription, TableDescription, Tables } from "./inputs/tables.js";
export type { DialectName } from "./dialects/index.js";
export { type Bilingual, type RefusalCode, refusalCodes, type SqlRefusal } from "./refusals/refusals.js";
