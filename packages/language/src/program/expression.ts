/**
 * Checked expressions: every name resolved, every type and unit known, every unit already converted into its base.
 * An evaluator needs no text to run them; `span` leads back to the rubric for explanations.
 */
import type { RationalText } from "@yardstick/exact";
import type { Span } from "../source/span.js";
import type { RoundingFunction } from "./rounding.js";

/** Base units to their whole exponents, `{}` for a pure number: `{ "元": 1 }`, `{ "分": 1, "元": -1 }`. Counting words (次, 件, 人 …) are pure numbers. */
export type Dimension = Readonly<Record<string, number>>;

/** How a field's numbers are written: `万元` has base `元` and scale `10000`; values in a program and in columns are in the base. */
export interface Unit {
  readonly name: string;
  readonly scale: RationalText;
  readonly dimension: Dimension;
}

/** The type of an expression. */
export type ValueType =
  | { readonly kind: "number"; readonly dimension: Dimension; readonly percent: boolean }
  | { readonly kind: "text" }
  | { readonly kind: "flag" }
  | { readonly kind: "date" }
  /** `choice` indexes `Program.choices`; values are level indexes. */
  | { readonly kind: "level"; readonly choice: number }
  /** A list of values, from `use … all periods`. */
  | { readonly kind: "series"; readonly of: ValueType };

interface Node {
  readonly span: Span;
  readonly type: ValueType;
}

/** A checked expression. */
export type Expression =
  | NumberValue
  | TextValue
  | FlagValue
  | DateValue
  | LevelValue
  | FieldRead
  | RowRead
  | ConstantRead
  | ReferenceRead
  | FullPoints
  | Share
  | Negate
  | Not
  | Arithmetic
  | Comparison
  | Logic
  | Bands
  | Apply
  | Aggregate
  | Cohort
  | Previous
  | Running
  | IsNone;

/** A literal number in the base unit. */
export interface NumberValue extends Node {
  readonly kind: "number";
  readonly value: RationalText;
}
/** A literal text. */
export interface TextValue extends Node {
  readonly kind: "text";
  readonly value: string;
}
/** A literal yes or no. */
export interface FlagValue extends Node {
  readonly kind: "flag";
  readonly value: boolean;
}
/** ISO `YYYY-MM-DD`; ISO text compares as dates do. */
export interface DateValue extends Node {
  readonly kind: "date";
  readonly value: string;
}
/** Index of a level in its choice, worst first when ordered. */
export interface LevelValue extends Node {
  readonly kind: "level";
  readonly value: number;
}

/** The subject's own field. */
export interface FieldRead extends Node {
  readonly kind: "field";
  readonly field: number;
}
/** A column of the side row at hand: legal inside `each`, `where` and functions over side rows. */
export interface RowRead extends Node {
  readonly kind: "row-field";
  readonly list: number;
  readonly column: number;
}
/** A constant, by its index in `Program.constants`. */
export interface ConstantRead extends Node {
  readonly kind: "constant";
  readonly constant: number;
}

/** A result of the same subject, or of the rubric. */
export interface ReferenceRead extends Node {
  readonly kind: "reference";
  readonly to:
    | { readonly kind: "let"; readonly index: number }
    | { readonly kind: "output"; readonly index: number }
    /** Unrounded score of a part; rounded as published where it is a section or the part asks for it. */
    | { readonly kind: "part-score"; readonly part: number }
    /** Points of a part as the rubric states them (after a scenario's changes). */
    | { readonly kind: "part-points"; readonly part: number }
    /** The published score, after vetoes; in a veto's own condition the rounded score that the vetoes have yet to act on. */
    | { readonly kind: "score"; readonly beforeVetoes?: true }
    /** The subject's place in a ranking; pending where it has none. For `by each section`, `section` picks one. */
    | { readonly kind: "place"; readonly ranking: number; readonly section: number | null }
    /** Whether the subject is last in a ranking (in any of its sections). */
    | { readonly kind: "last"; readonly ranking: number }
    | { readonly kind: "grade"; readonly grades: number }
    /** What an award pays this subject, 0 without it. */
    | { readonly kind: "award"; readonly index: number }
    | { readonly kind: "vetoed"; readonly veto: number | null }
    /** A published result of a used rubric, found by key. */
    | { readonly kind: "used"; readonly use: number; readonly result: string };
}

/** The points of the item that contains the expression. */
export interface FullPoints extends Node {
  readonly kind: "full";
}

/** A percentage where points are expected: `operand` times the points of the item that contains it. */
export interface Share extends Node {
  readonly kind: "share";
  readonly operand: Expression;
}

/** The negative of a number. */
export interface Negate extends Node {
  readonly kind: "negate";
  readonly operand: Expression;
}
/** The negation of a condition. */
export interface Not extends Node {
  readonly kind: "not";
  readonly operand: Expression;
}

/** Exact; a zero divisor makes what reads it pending. `^` has a whole literal exponent. */
export interface Arithmetic extends Node {
  readonly kind: "arithmetic";
  readonly op: "+" | "-" | "*" | "/" | "^";
  readonly left: Expression;
  readonly right: Expression;
}

/** Numbers, dates and ordered levels by order; texts, flags and levels by equality. */
export interface Comparison extends Node {
  readonly kind: "comparison";
  readonly op: "=" | "≠" | "<" | "≤" | ">" | "≥";
  readonly left: Expression;
  readonly right: Expression;
}

/** Kleene's three values: a missing side decides nothing that the other side decides. */
export interface Logic extends Node {
  readonly kind: "logic";
  readonly op: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}

/**
 * A `by` table. Rows are tried in order; the first whose any key matches gives the value, then `otherwise`.
 * The checker has already decided which row takes a shared border (`fromOpen`, `toOpen`: the end itself is left out).
 */
export interface Bands extends Node {
  readonly kind: "bands";
  readonly subject: Expression;
  readonly rows: readonly { readonly span: Span; readonly keys: readonly Band[]; readonly value: Expression }[];
  readonly otherwise: Expression | null;
  /** Set where the rows are the days of a calendar: a date that none of them takes is outside the calendar. */
  readonly isCalendar?: true;
}

/** The condition of one row of a band table. */
export type Band =
  | { readonly kind: "is"; readonly value: Expression; readonly not: boolean }
  | {
      readonly kind: "range";
      readonly from: Expression | null;
      readonly fromOpen: boolean;
      readonly to: Expression | null;
      readonly toOpen: boolean;
    };

/**
 * Functions of values alone. `round` takes value and decimals, half up, away from zero; the others that round take value and
 * step. `root` takes a dividend, a divisor and a step: the root of the quotient, half up to the step, with the sign of the dividend;
 * where the divisor is not above 0 it has no value. `weekday` is 1 on Mondays, 7 on Sundays. `months` takes two dates, the earlier first. `one-read` is its only argument, which explanations
 * list as one value.
 */
export interface Apply extends Node {
  readonly kind: "apply";
  readonly name:
    | "max"
    | "min"
    | "abs"
    | "round"
    | RoundingFunction
    | "month"
    | "quarter"
    | "weekday"
    | "year"
    | "days"
    | "plus-days"
    | "root"
    | "months"
    | "one-read";
  readonly args: readonly Expression[];
}

/** Over the subject's side rows. `value` is null for `count`, `any` and `share` without one (they count rows meeting `where`). */
export interface Aggregate extends Node {
  readonly kind: "aggregate";
  readonly name: "sum" | "average" | "median" | "count" | "any" | "all" | "share";
  readonly over:
    { readonly kind: "list"; readonly list: number } | { readonly kind: "series"; readonly series: Expression };
  readonly value: Expression | null;
  readonly where: Expression | null;
  /** Of `sum` and `average`: which of the rows count, by their value; null: all. */
  readonly trim: Trim | null;
}

/**
 * What is left out, or kept, at the ends of the rows in the order of their values; equal ones are counted one by one. A share is one of
 * the rows that there are, in whole rows, rounded down.
 */
export type Trim =
  | { readonly kind: "drop"; readonly highest: number; readonly lowest: number }
  | { readonly kind: "drop-share"; readonly highest: RationalText; readonly lowest: RationalText }
  | { readonly kind: "keep"; readonly side: "highest" | "lowest"; readonly rows: number };

/** Across subjects: among those of the same `within` value that meet `where`. `rank` counts places, highest first. */
export interface Cohort extends Node {
  readonly kind: "cohort";
  readonly name: "highest" | "lowest" | "mean" | "median" | "total" | "count" | "rank";
  readonly value: Expression | null;
  /** Index of the subject's grouping field. */
  readonly within: number | null;
  readonly where: Expression | null;
  /** Of `rank`: 1 more than how many have a greater value, than how many greater values there are, or the mean place of equals. */
  readonly ties: "gap" | "dense" | "average";
}

/** The value `operand` had in the period before, read from published history. */
export interface Previous extends Node {
  readonly kind: "previous";
  readonly operand: Expression;
}

/** For how many periods up to this one `condition` has held without a break. */
export interface Running extends Node {
  readonly kind: "running";
  readonly condition: Expression;
}

/** `X = none`: whether there is no value. Never pending. */
export interface IsNone extends Node {
  readonly kind: "is-none";
  readonly operand: Expression;
  readonly negated: boolean;
}
