/**
 * What an expression may ask of its surroundings. A subject of the data, a published record of an earlier period and the
 * rubric as a whole each answer in their own way; the expressions are the same.
 */
import type { Rational } from "@yardstick/exact";
import type { Cohort, Expression, CoreProgram, ReferenceRead } from "@yardstick/language/core";
import type { Awaited } from "../data/result.js";
import type { Trace } from "./trace.js";
import type { Value } from "../values/value.js";
import { Pending } from "../values/value.js";

export type ResultOf = ReferenceRead["to"];

/** What is being computed; named in the message where it cannot be computed although nothing is missing. */
export interface Owner {
  readonly name: string;
  readonly assessor: string | null;
  /** Its place among all that could be awaited, after the fields. */
  readonly order: number;
}

export interface Scope {
  readonly program: CoreProgram;
  readonly owner: Owner;
  /** Points of the item that contains the expression; null outside items. */
  readonly points: Rational | null;
  /**
   * Whether scores of parts, outputs and values read are taken as published (rounded) or exact. Lines, coefficients and
   * the values they read are exact; whatever acts on results is published: rankings, grades, awards, consequences,
   * outputs, vetoes, requirements, policies, history, and functions across subjects.
   */
  readonly published: boolean;
  readonly trace: Trace;
  field(index: number): Value;
  constant(index: number): Value;
  /** A column of the side row at hand. */
  cell(list: number, column: number): Value;
  /** The subject's side rows of a list, as rows of the side table. */
  rows(list: number): readonly number[];
  /** The same surroundings with this side row at hand. */
  atRow(list: number, row: number): Scope;
  /** Of `use … all periods`: the same surroundings with this one of its periods at hand. */
  atPeriod(index: number): Scope;
  /** The period at hand, by its index; null outside functions over periods. */
  readonly period: number | null;
  /** The same surroundings, with what is noticed noted elsewhere. */
  noting(trace: Trace): Scope;
  result(node: ReferenceRead): Value;
  across(node: Cohort): Value;
  previous(operand: Expression): Value;
  running(condition: Expression): Value;
}

/** Nothing is missing, but there is no value; `name` says of what, where it is not the owner itself. */
export function withoutValue(
  owner: Owner,
  reason: Awaited["reason"],
  name = owner.name,
  used?: Awaited["used"],
): Pending {
  const awaited: Awaited = { field: name, assessor: owner.assessor, problem: null, reason };
  return new Pending([{ order: owner.order, awaited: used === undefined ? awaited : { ...awaited, used } }]);
}
