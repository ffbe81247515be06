/**
 * What the parts of the independent evaluator share: the rubric, its tables, and the functions by which they call one another.
 */
import type { ast } from "@yardstick/language";
import type { Declared, Field, PartNode } from "./declared.js";
import type { Fraction } from "./fraction.js";
import type { Row, Tables } from "./tables.js";
import type { Value } from "./value.js";

/** Where an expression is evaluated. */
export interface Scope {
  readonly subject: number;
  /** The side row at hand and its list. */
  readonly row: { readonly list: Field; readonly cells: Row } | null;
  /** The item whose points `full` and percentages refer to. */
  readonly item: PartNode | null;
  /** The place for which an award pays. */
  readonly place: Fraction | null;
  /** Sections are read as published: within functions across subjects and keys of rankings. */
  readonly isPublished: boolean;
  /** The score is read before vetoes: in the conditions of vetoes. */
  readonly isBeforeVetoes: boolean;
}

export interface PartResult {
  /** A flag, or unknown. */
  readonly applies: Value;
  readonly score: Value;
}

export interface Context {
  readonly declared: Declared;
  readonly tables: Tables;
  evaluate(expression: ast.Expression, scope: Scope): Value;
  /** The value where points are expected: a share is a share of the item's points. */
  amount(expression: ast.Expression, scope: Scope): Value;
  /** The subjects of the same period, itself included. */
  peers(subject: number): readonly number[];
  part(node: PartNode, subject: number): PartResult;
  /** The points of a part, of its own. */
  points(node: PartNode, subject: number): Fraction;
  /** The published score of a subject. */
  score(subject: number, isBeforeVetoes: boolean): Value;
  /** Whether the subject has the last place of the ranking. */
  last(ranking: string, subject: number): Value;
  /** The grade that a subject has. */
  grade(grades: string, subject: number): Value;
  /** `previous(…)` and `running(…)`. */
  earlier(call: ast.Call, scope: Scope): Value;
}

export const scopeOf = (subject: number, item: PartNode | null = null): Scope => ({
  subject,
  row: null,
  item,
  place: null,
  isPublished: false,
  isBeforeVetoes: false,
});
