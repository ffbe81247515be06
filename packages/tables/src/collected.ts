/**
 * The result of collecting submitted tables, as plain data: the merged tables, and everything that the user must know or decide.
 */
import type { RowChoices, RowVerdict } from "@yardstick/engine";
import type { LocatedProblem } from "./problem.js";
import type { TableReport } from "./report.js";
import type { Target } from "./target.js";

/** A table as text, as stored by an application or in a CSV file. */
export interface TextTable extends RowChoices {
  readonly role: Target["role"];
  /** Name of the list; empty for the other roles. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The location of a cell in a file. */
export interface CellOrigin {
  readonly file: string;
  /** Name of the sheet; null outside workbooks. */
  readonly sheet: string | null;
  /** Line of the file, row of the sheet or number of the record, from 1. */
  readonly row: number;
  /** Reference such as `C5`; in a CSV file the column letter and the line; null in JSON. */
  readonly cell: string | null;
}

/** The identity of a cell of the merged tables. */
export interface CellId {
  /** Key of the subject; empty for a constant. */
  readonly key: string;
  readonly period: string | null;
  readonly field: string;
  /** Set for a cell of a ledger row that an entry form gave an identity: the list, and that identity. */
  readonly record?: { readonly list: string; readonly id: string };
}

/** A value for a cell that was blank. */
export interface NewFigure extends CellId {
  readonly text: string;
  readonly origin: CellOrigin;
}

/** A value that replaces another one. */
export interface ChangedFigure extends NewFigure {
  readonly before: string;
}

/** One of several values for a cell, with all its locations. */
export interface ConflictFigure {
  readonly text: string;
  /** Empty where only the present table has this value. */
  readonly origins: readonly CellOrigin[];
  readonly isPresent: boolean;
  readonly departments: readonly string[];
}

/** A cell with differing values. */
export interface CollectedConflict extends CellId {
  /** Identifies the decision in `CollectAnswers.cells`. */
  readonly id: string;
  /** `not-owner`: the present value would be changed by a department that is not responsible for the field. */
  readonly why: "differ" | "not-owner";
  /** The departments that are responsible for the field; empty where the rubric names none. */
  readonly owners: readonly string[];
  readonly figures: readonly ConflictFigure[];
  /** Index of the value chosen by a rule or by the user; null where undecided, in which case the present value is kept. */
  readonly settled: number | null;
}

/** A row with an unknown key or period; it is not merged until the user decides. */
export interface UnmatchedRow {
  /** Name of the list; empty for the subjects. */
  readonly list: string;
  readonly key: string;
  readonly period: string | null;
  readonly why: "key" | "period";
  /** Similar keys, the most similar first. */
  readonly near: readonly string[];
  readonly origin: CellOrigin;
}

/** A row that was not merged because it is not a subject, such as a total or a signature. */
export interface CollectedAside {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly key: string;
  readonly text: string;
  readonly kind: RowVerdict["kind"];
}

/** A column unknown to the rubric. */
export interface UnknownColumn {
  readonly file: string;
  readonly sheet: string | null;
  readonly column: string;
  /** The number of filled cells. */
  readonly filled: number;
}

/** A table whose title, sheet or file names a different period than its rows would belong to; the user must decide. */
export interface PeriodQuestion {
  readonly file: string;
  readonly sheet: string | null;
  readonly list: string;
  readonly said: string;
  readonly where: "title" | "sheet" | "file";
  /** The period that the rows would belong to; null where unknown. */
  readonly period: string | null;
  readonly rows: number;
}

/** The outcome of one file. */
export interface CollectedFile {
  readonly file: string;
  /**
   * `merged`: something of it counts that was not present. `same`: all its values are already present. `left`: nothing of it counts yet,
   * since it is undecided or cannot be read. `empty`: nothing is filled in. `refused`: a form of another rubric or period.
   */
  readonly state: "merged" | "same" | "left" | "empty" | "refused" | "unreadable";
  readonly department: string | null;
  /** How the department was recognised; `columns` is a guess. */
  readonly recognised: "person" | "mark" | "title" | "name" | "columns" | null;
  /** Time of the last change in milliseconds since 1970; null where unknown. */
  readonly modified: number | null;
  /** The period in the mark of a form; null where there is none. */
  readonly period: string | null;
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly conflicts: number;
    /** List rows that were added, and that were already present. */
    readonly rows: number;
    readonly sameRows: number;
    readonly unmatched: number;
    readonly unread: number;
  };
}

/** A decision of the user that decides nothing. */
export interface UnusedAnswer {
  readonly kind: "cells" | "keys" | "periods" | "departments" | "newPeriods" | "kept";
  readonly name: string;
}

/** The result of collecting. */
export interface Collected {
  readonly tables: readonly TextTable[];
  readonly files: readonly CollectedFile[];
  /** New subjects with their periods. */
  readonly subjects: readonly { readonly key: string; readonly period: string | null }[];
  /** Cells that were blank. Those of new subjects are only counted, by file. */
  readonly new: readonly NewFigure[];
  readonly changed: readonly ChangedFigure[];
  readonly conflicts: readonly CollectedConflict[];
  readonly unmatched: readonly UnmatchedRow[];
  /** Keys of new subjects that resemble others, of which one may be misspelt. */
  readonly nearKeys: readonly { readonly key: string; readonly near: readonly string[] }[];
  readonly periods: readonly PeriodQuestion[];
  readonly aside: readonly CollectedAside[];
  readonly unknownColumns: readonly UnknownColumn[];
  /** Cells that cannot be read; the present values are kept. */
  readonly unread: readonly LocatedProblem[];
  /** All other problems, by file. */
  readonly problems: readonly LocatedProblem[];
  readonly reports: readonly TableReport[];
  readonly unusedAnswers: readonly UnusedAnswer[];
}

/** The decisions of the user; a missing entry is undecided. */
export interface CollectAnswers {
  /** Rule for conflicts that are not decided individually. */
  readonly rule?: "newest" | "owner" | null;
  /** The text of the chosen value, by id of the conflict. */
  readonly cells?: Readonly<Record<string, string>>;
  /** The meaning of an unknown key: an existing key, a new subject, or no subject. */
  readonly keys?: Readonly<Record<string, { readonly is: string } | "new" | "none">>;
  /** The period of rows without one, by file or `FILE[SHEET]`; empty for that of the only row of the key. */
  readonly periods?: Readonly<Record<string, string>>;
  /** New periods that are accepted. */
  readonly newPeriods?: readonly string[];
  /** The department by file. */
  readonly departments?: Readonly<Record<string, string>>;
  readonly rows?: RowChoices;
}
