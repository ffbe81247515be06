/**
 * What scoring gives: plain data, the same from every evaluator to the last digit. Published numbers are decimal text.
 */
import type { RationalText } from "@yardstick/exact";
import type { Span } from "@yardstick/language/core";
import type { CellProblem } from "./cell-problem.js";

/** The results of all subjects. */
export interface Result {
  /** Title of the rubric. */
  readonly rubric: string | null;
  readonly scenario: string | null;
  /** In the order of the data. */
  readonly subjects: readonly SubjectResult[];
  /** Requirements that do not hold, by subject. */
  readonly requirements: readonly {
    readonly key: string;
    readonly period: string | null;
    readonly message: string;
    readonly span: Span;
  }[];
  /** Policies that do not hold (`false`) or cannot be decided yet (`null`). */
  readonly policies: readonly {
    readonly message: string;
    readonly span: Span;
    readonly holds: false | null;
    /** What an undecided one awaits; empty where it holds so far, but not all subjects are known. */
    readonly awaiting: readonly Awaited[];
  }[];
  /** Ties that a quota's last places were not enough for, so that all of the tie stay below. */
  readonly cuts: readonly QuotaCut[];
  readonly problems: readonly CellProblem[];
}

/** The results of one subject. */
export interface SubjectResult {
  readonly key: string;
  readonly period: string | null;
  /** `invalid`: a cell that matters could not be read; `pending`: a value that matters is missing. */
  readonly status: "scored" | "pending" | "invalid";
  readonly awaiting: readonly Awaited[];
  /** As rounded by the rubric, after vetoes: `"97.80"`. Null unless scored. */
  readonly score: string | null;
  /** Part path to its score; shortest exact decimal, or rounded to 2 where it repeats; null where pending, absent where it does not apply to the subject. */
  readonly parts: Readonly<Record<string, string | null>>;
  readonly coefficients: Readonly<Record<string, string | null>>;
  /** Names of the vetoes that fired. */
  readonly vetoes: readonly string[];
  /** Ranking (or `RANKING/SECTION`) to place; null outside it. */
  readonly rankings: Readonly<Record<string, number | null>>;
  readonly grades: Readonly<Record<string, string | null>>;
  readonly awards: readonly { readonly name: string; readonly pays: string | null }[];
  readonly consequences: readonly string[];
  /** Numbers and levels as text, conditions as they are. */
  readonly outputs: Readonly<Record<string, string | boolean | null>>;
  /** What cannot be decided yet; what is neither in its list nor here is not. Of a subject without a score: all that follows from it. */
  readonly undecided: readonly Undecided[];
  /** The value that a ranking is based on, as published, where that is not the score. Null: outside the ranking. */
  readonly rankedBy: Readonly<Record<string, string | null>>;
  /** Results that read an aggregate some of whose members are not known yet. */
  readonly provisional: readonly string[];
}

/** Something that is not known of a subject yet. `payment`: an award is given, and what it pays is pending. A requirement's name is its message. */
export interface Undecided {
  readonly kind: "veto" | "grade" | "award" | "payment" | "consequence" | "output" | "requirement";
  readonly name: string;
  readonly awaiting: readonly Awaited[];
}

/** A tie at a quota's cut. */
export interface QuotaCut {
  /** Name of the grades, and the grade whose quota it is. */
  readonly grades: string;
  readonly grade: string;
  readonly period: string | null;
  /** Of the ranking that the grades are based on; null where it has none. */
  readonly group: string | null;
  /** Places of the quota that remain unfilled. */
  readonly left: number;
  /** Keys of all who tie, in the order of the data. */
  readonly tied: readonly string[];
}

/** A field whose value is missing, and its assessor. `problem` is set where the cell is not blank but could not be read. */
export interface Awaited {
  readonly field: string;
  readonly assessor: string | null;
  readonly problem: CellProblem | null;
  /** Set where nothing is missing but a value cannot be computed. */
  readonly reason:
    | "blank"
    | "unreadable"
    | "division-by-zero"
    /** The highest among the subjects is divided by, and it is 0. */
    | "best-is-zero"
    | "history-gap"
    /** The previous period is read, but there are no results of earlier periods. */
    | "no-history"
    | "no-band"
    /** Working days are counted outside the years of which the rubric lists days. */
    | "no-calendar"
    | "out-of-range"
    | "no-result"
    /** A used rubric has no row for the subject, or none in its period. */
    | "no-used-row"
    /** A used rubric has such a row, but not this result; `used` says why. */
    | "used-pending"
    /** A clause is not a rule yet (`open`); `field` is its text. */
    | "open-clause";
  /** What a result of a used rubric awaits there; empty where nothing is missing but the subject has no such result, such as a place. */
  readonly used?: { readonly period: string | null; readonly awaiting: readonly Awaited[] };
}

/** An exact number with the unit its author wrote it in, for display: `value` is in the base unit. */
export interface Shown {
  readonly value: RationalText;
  /** Decimal text in the unit: exact where finite, else rounded half up to 4 decimals. */
  readonly text: string;
  readonly unit: string | null;
}
