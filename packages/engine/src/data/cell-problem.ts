/**
 * Problems of the data: a cell, a row, a column or a file that was not used or is in doubt.
 */

/** A problem of the data. Counted from what a user sees: `row` 1 is the first line of the file. */
export interface CellProblem {
  /** `error`: the cell, row or column was not used. `warning`: used, but in doubt. `note`: left aside or read as described. */
  readonly severity: ProblemSeverity;
  /** Name of the table: the subject table's, or the list's. */
  readonly table: string;
  /** Row in the table's columns, from 0, also of the one record of constants; null where the problem is not of one row (a header). */
  readonly index: number | null;
  /** Line of the file or row of the sheet, from 1. */
  readonly row: number | null;
  /** Name of the field or header. */
  readonly column: string | null;
  /** The text of the cell. */
  readonly found: string;
  readonly reason: ProblemReason;
  /** What would have been right, as data for the words: a unit, a range, the levels. */
  readonly expected: readonly string[];
  /** Name of the used rubric whose data it is of; absent for the data of the rubric itself. */
  readonly rubric?: string;
}

/** `error`: not used; `warning`: used but doubtful; `note`: ignored or read as described. */
export type ProblemSeverity = "error" | "warning" | "note";

/** Whether some problem is an error: the data is incomplete, and nothing is published from it. */
export function hasErrors(problems: readonly CellProblem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** Whether the problem is an error about a whole row of the subjects, whose name is `table`: nothing of that subject is published. */
export function doubtsSubject({ severity, index, column, table }: CellProblem, subjects: string): boolean {
  return severity === "error" && table === subjects && index !== null && column === null;
}

/** Whether the problem is that a subject may lack a side row: what reads that list of the subject is provisional. */
export function mayLackRows({ reason, index }: CellProblem): boolean {
  return reason === "near-key" && index !== null;
}

/**
 * Index of the list of which the finding is an error about a whole side row, -1 where it is none: how much the row counts is not
 * known, so what reads that list of its subject is provisional, also where it reads none of the row's cells.
 */
export function listOfDoubtedRow({ severity, index, column, table }: CellProblem, lists: readonly string[]): number {
  return severity === "error" && index !== null && column === null ? lists.indexOf(table) : -1;
}

/** Why a cell, row, column, sheet or file is a problem. */
export type ProblemReason =
  | "not-a-number"
  /** A number of a program that is not a safe integer: its digits are those of a binary float. */
  | "inexact-number"
  | "not-whole"
  | "not-a-percent"
  | "not-a-flag"
  | "not-a-date"
  | "not-a-level"
  | "is-a-time"
  | "unclear-time"
  /** A period that is not text, or whose year has two digits. */
  | "unclear-period"
  /** A long number of which a spreadsheet kept 15 digits, where all of them are needed. */
  | "digits-lost"
  | "shown-otherwise"
  | "digits-not-shown"
  | "read-as-duration"
  | "day-of-utc"
  | "mixed-percentages"
  | "out-of-range"
  | "duplicate-key"
  | "missing-key"
  | "unknown-key"
  /**
   * A cell that is to name another subject names none of its period: the row is no meeting for `head to head`. `expected`: the name that
   * is nearest; where the rubric has periods, that name or an empty text, then the period.
   */
  | "unknown-opponent"
  /** A cell that is to name another subject names the subject of its own row: the row is no meeting for `head to head`. */
  | "own-opponent"
  | "unknown-column"
  | "unknown-table"
  | "missing-table"
  | "missing-column"
  | "duplicate-column"
  | "missing-sheet"
  | "several-sheets"
  | "unknown-sheet"
  /** Sheets of a workbook that nothing is read from; `expected` are their names. */
  | "unused-sheets"
  /** A sheet that is hidden. `expected`: `read` where it is read anyway, `fits` where its headers fit and it is left aside. */
  | "hidden-sheet"
  /** Rows that are hidden or filtered out and read anyway; `expected` is how many. */
  | "hidden-rows"
  /** The same of columns; `expected` are their headers or letters. */
  | "hidden-columns"
  /** The unit in a header does not fit the field's. */
  | "unit-conflict"
  /** A column without a unit of its own is read in the unit stated above the table. */
  | "unit-above"
  /** The key is under a header that states its kind, not its name. */
  | "key-by-kind"
  /** A row that is not a subject was set aside. `expected`: what it is, and what showed it. */
  | "row-set-aside"
  /** A row may not be a subject; it does not count as one until the user confirms it. `expected` as above. */
  | "row-doubted"
  /** A row that a user called a subject or none is not there. `expected`: `keep` or `leave`, then the key that is nearest. */
  | "unknown-row"
  /** A subject's figures are the sum, mean or extreme of those above it. `expected` as above. */
  | "row-agrees"
  /**
   * A side row's key is nearly that of a subject. Of the side row, `expected` are the keys that may be meant; of each such subject
   * (`index` is set, `column` is the list's field) `found` is the key of the side row, and `expected` the subject, its list and line. Both
   * keys are followed by the period where the rubric has periods.
   */
  | "near-key"
  /** Spellings of one text that were read as the first of them. `expected`: that one, then the others. */
  | "one-spelling"
  | "too-many-cells"
  | "merged-cells"
  /** Tables give different figures for one cell. `expected`: the other figures, each with its file, row and sheet. */
  | "conflict"
  /** A row whose key occurs earlier in the same table; of several tables, which are merged cell by cell. */
  | "repeated-row"
  /** A title, sheet or file names another period than its rows would count in. `expected`: what bears it, that period, how many rows. */
  | "said-period"
  /** Side rows that another table has too, each counted once. `expected`: how many, and its file. */
  | "same-rows"
  /** A side row that differs from one of another table only in blank cells; both count. `expected`: file, row and sheet of the other. */
  | "similar-row"
  /** A side row with the identity of a row of another table, of which most columns differ; both count. `expected` as above. */
  | "same-record"
  /** An entry form of another rubric, which is not read. `expected`: title and edition of its rubric, then of this one. */
  | "other-form"
  /** An entry form of a period that is not collected, which is not read. `expected`: the periods that are. */
  | "other-period"
  /** An entry form that was made before the rubric's columns changed; read anyway. */
  | "outdated-form"
  /** Earlier results in a file that was handed in, which merging leaves aside. */
  | "history-left"
  | "too-large"
  | "unreadable";
