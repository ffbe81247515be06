/**
 * What collecting handed-in tables gives: the merged tables, and everything that a person must know or decide. Plain data.
 */
import type { RowChoices, RowVerdict } from "@yardstick/engine";
import type { LocatedProblem } from "./problem.js";
import type { TableReport } from "./report.js";
import type { Target } from "./target.js";

/** A table of texts, as an app or a CSV file keeps it. */
export interface TextTable extends RowChoices {
  readonly role: Target["role"];
  /** Of the list; empty for the other roles. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where a text stands in a file. */
export interface CellOrigin {
  readonly file: string;
  /** Of a workbook; null elsewhere. */
  readonly sheet: string | null;
  /** Line of the file, row of the sheet or number of the record, from 1. */
  readonly row: number;
  /** `C5`, or `C` and the line in a CSV file; null in JSON. */
  readonly cell: string | null;
}

/** A cell of the merged tables. */
export interface CellId {
  /** Empty for a constant. */
  readonly key: string;
  readonly period: string | null;
  readonly field: string;
}

export interface NewFigure extends CellId {
  readonly text: string;
  readonly origin: CellOrigin;
}

export interface ChangedFigure extends NewFigure {
  readonly before: string;
}

/** One of several figures for a cell, with every place that gives it. */
export interface ConflictFigure {
  readonly text: string;
  /** Empty where it stands in the present table alone. */
  readonly origins: readonly CellOrigin[];
  readonly isPresent: boolean;
  readonly departments: readonly string[];
}

export interface CollectedConflict extends CellId {
  /** What a decision about it is kept under. */
  readonly id: string;
  /** `not-owner`: the present figure would be changed by a department that does not answer for the field. */
  readonly why: "differ" | "not-owner";
  readonly figures: readonly ConflictFigure[];
  /** Index of the figure that a rule or a person chose; null: undecided, and the present figure stays. */
  readonly settled: number | null;
}

/** A row whose key names no subject, or whose period no row has; it is left out until a person says what is meant. */
export interface UnmatchedRow {
  /** Name of the list; empty for the subjects. */
  readonly list: string;
  readonly key: string;
  readonly period: string | null;
  readonly why: "key" | "period";
  /** Keys that may be meant, the nearest first. */
  readonly near: readonly string[];
  readonly origin: CellOrigin;
}

/** Rows that were left out because they are no subjects: totals, signatures. */
export interface CollectedAside {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly key: string;
  readonly text: string;
  readonly kind: RowVerdict["kind"];
}

export interface UnknownColumn {
  readonly file: string;
  readonly sheet: string | null;
  readonly column: string;
  /** Cells of it that hold something. */
  readonly filled: number;
}

/** A table that mentions a period which none of its rows has: a person says which is meant. */
export interface PeriodQuestion {
  readonly file: string;
  readonly sheet: string | null;
  readonly list: string;
  readonly said: string;
  readonly where: "title" | "sheet" | "file";
  /** The period that the rows would count in; null where that is not known. */
  readonly period: string | null;
  readonly rows: number;
}

export interface CollectedFile {
  readonly file: string;
  /** `same`: everything in it is there already. `refused`: a form of another rubric or period. */
  readonly state: "merged" | "same" | "refused" | "unreadable";
  readonly department: string | null;
  /** How the department was recognised; `columns` is a guess. */
  readonly recognised: "person" | "mark" | "title" | "name" | "columns" | null;
  /** Milliseconds since 1970; null where it is not known. */
  readonly modified: number | null;
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly conflicts: number;
    /** Rows of lists that were added, and that were there already. */
    readonly rows: number;
    readonly sameRows: number;
    readonly unmatched: number;
    readonly unread: number;
  };
}

export interface Collected {
  readonly tables: readonly TextTable[];
  readonly files: readonly CollectedFile[];
  /** Subjects that the present table does not have, with their periods. */
  readonly subjects: readonly { readonly key: string; readonly period: string | null }[];
  readonly new: readonly NewFigure[];
  readonly changed: readonly ChangedFigure[];
  readonly conflicts: readonly CollectedConflict[];
  readonly unmatched: readonly UnmatchedRow[];
  /** Keys of new subjects that are nearly those of others: a slip of the pen in one of them. */
  readonly nearKeys: readonly { readonly key: string; readonly near: readonly string[] }[];
  readonly periods: readonly PeriodQuestion[];
  readonly aside: readonly CollectedAside[];
  readonly unknownColumns: readonly UnknownColumn[];
  /** Cells that cannot be read; they change nothing that is there. */
  readonly unread: readonly LocatedProblem[];
  /** Everything else that was found, file by file. */
  readonly problems: readonly LocatedProblem[];
  readonly reports: readonly TableReport[];
}

/** What a person has decided; left out: undecided. */
export interface CollectAnswers {
  /** For conflicts that are not decided one by one. */
  readonly rule?: "newest" | "owner" | null;
  /** By id of the conflict: the text of the figure that counts. */
  readonly cells?: Readonly<Record<string, string>>;
  /** By key of an unmatched row. */
  readonly keys?: Readonly<Record<string, { readonly is: string } | "new" | "none">>;
  /** By file, or `FILE[SHEET]`: the period of rows without one; empty: that of the only row of their key. */
  readonly periods?: Readonly<Record<string, string>>;
  /** Periods that are new and meant. */
  readonly newPeriods?: readonly string[];
  /** By file. */
  readonly departments?: Readonly<Record<string, string>>;
  readonly rows?: RowChoices;
}
