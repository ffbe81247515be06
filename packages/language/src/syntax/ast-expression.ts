/**
 * Expressions of the syntax tree: literals, names, operators, `by` tables and calls, as written.
 */
import type { RoundingMode } from "@yardstick/exact";
import type { Span } from "../source/span.js";

/** A name as written, without its quotes, in NFC. */
export interface Name {
  readonly kind: "name";
  readonly span: Span;
  readonly text: string;
}

export interface TextLiteral {
  readonly kind: "text";
  readonly span: Span;
  readonly value: string;
}

/** `0.1 分`, `25%`, `5 万元`: digits as plain ASCII decimal text, unit in the form it was written (null where none was). */
export interface NumberLiteral {
  readonly kind: "number";
  readonly span: Span;
  readonly digits: string;
  readonly unit: string | null;
}

/** ISO form `YYYY-MM-DD`, whatever was written. */
export interface DateLiteral {
  readonly kind: "date";
  readonly span: Span;
  readonly value: string;
}

export interface FlagLiteral {
  readonly kind: "flag";
  readonly span: Span;
  readonly value: boolean;
}

/** `none` 无 */
export interface NoneLiteral {
  readonly kind: "none";
  /** `blank` asks for a blank everywhere; `none` is a level beside a choice that has one of that name. */
  readonly word: "none" | "blank";
  readonly span: Span;
}

/** `full` 满分: the points of the item that contains it. */
export interface FullLiteral {
  readonly kind: "full";
  readonly span: Span;
}

/** `a`, `a.b`: one or more names. */
export interface Reference {
  readonly kind: "reference";
  readonly span: Span;
  readonly path: readonly Name[];
}

export interface Unary {
  readonly kind: "unary";
  readonly span: Span;
  readonly op: "-" | "not";
  readonly operand: Expression;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "=" | "≠" | "<" | "≤" | ">" | "≥" | "and" | "or";

export interface Binary {
  readonly kind: "binary";
  readonly span: Span;
  readonly op: BinaryOperator;
  readonly opSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

/** What a row of a `by` table matches. */
export type BandKey =
  | {
      readonly kind: "compare";
      readonly span: Span;
      readonly op: "=" | "≠" | "<" | "≤" | ">" | "≥";
      readonly value: Expression;
    }
  /** `60 .. 80`: from 60, up to but not including 80; the upper end belongs to the row only where no other row takes it. */
  | { readonly kind: "between"; readonly span: Span; readonly from: Expression | null; readonly to: Expression | null }
  /** A level, a place, a flag or a text: equality. */
  | { readonly kind: "is"; readonly span: Span; readonly value: Expression };

/** `by X { < 60: 0; 60 .. 80: 50%; A, B: full; else: 2 }` */
export interface ByTable {
  readonly kind: "by";
  readonly span: Span;
  readonly subject: Expression;
  /** The rows are anchors of a line. */
  readonly interpolated: boolean;
  readonly rows: readonly { readonly span: Span; readonly keys: readonly BandKey[]; readonly value: Expression }[];
  readonly otherwise: Expression | null;
}

/** `round(x, to 0.5)`, `highest(X within G where C)`, `average(L.f where C drop highest 1 lowest 1)`, `sum(L.f keep highest 3)` */
export interface Call {
  readonly kind: "call";
  readonly span: Span;
  readonly name: Name;
  readonly args: readonly {
    readonly span: Span;
    readonly to: boolean;
    readonly value: Expression;
    /** Of the second argument of `round`; null: half up. */
    readonly mode: RoundingMode | null;
  }[];
  readonly within: Name | null;
  readonly where: Expression | null;
  readonly drop: Ends | null;
  readonly keep: Ends | null;
  /** Of `rank`: which place equal values have. */
  readonly ties: { readonly span: Span; readonly kind: "dense" | "average" } | null;
}

/** `highest 1 lowest 1`: how many rows at either end. */
export interface Ends {
  readonly span: Span;
  readonly highest: NumberLiteral | null;
  readonly lowest: NumberLiteral | null;
}

export type Expression =
  | TextLiteral
  | NumberLiteral
  | DateLiteral
  | FlagLiteral
  | NoneLiteral
  | FullLiteral
  | Reference
  | Unary
  | Binary
  | ByTable
  | Call
  | Erroneous;

/** Stands where the text could not be read; already reported, so silent upward. */
export interface Erroneous {
  readonly kind: "erroneous";
  readonly span: Span;
}
