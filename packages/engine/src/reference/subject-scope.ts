/**
 * The surroundings of an expression on one subject of the data: its own cells, its side rows and the one at hand, and its
 * results, exact or as published.
 */
import type { Rational } from "@yardstick/exact";
import type { Cohort, Expression, CoreProgram, ReferenceRead } from "@yardstick/language/core";
import { InternalError } from "../values/internal-error.js";
import type { Owner, Scope } from "./scope.js";
import type { Trace } from "./trace.js";
import type { Value } from "../values/value.js";

/** What the subject itself answers; what it notices on the way goes into the trace of the scope that asks. */
export interface SubjectAnswers {
  readonly program: CoreProgram;
  field(index: number): Value;
  constant(index: number): Value;
  cell(list: number, row: number, column: number): Value;
  rows(list: number): readonly number[];
  /** Whether some row of the list may be missing, so that what reads it is provisional. */
  rowsAreInDoubt(list: number): boolean;
  result(node: ReferenceRead, scope: Scope): Value;
  across(node: Cohort, scope: Scope): Value;
  previous(operand: Expression, owner: Owner): Value;
  running(condition: Expression, scope: Scope): Value;
}

export class SubjectScope implements Scope {
  constructor(
    private readonly answers: SubjectAnswers,
    readonly owner: Owner,
    readonly points: Rational | null,
    readonly published: boolean,
    readonly trace: Trace,
    /** Side rows at hand, by list. */
    private readonly atHand: ReadonlyMap<number, number> | null = null,
    readonly period: number | null = null,
  ) {}

  get program(): CoreProgram {
    return this.answers.program;
  }

  field(index: number): Value {
    return this.answers.field(index);
  }

  constant(index: number): Value {
    return this.answers.constant(index);
  }

  cell(list: number, column: number): Value {
    const row = this.atHand?.get(list);
    if (row === undefined) throw new InternalError("a column without a side row");
    return this.answers.cell(list, row, column);
  }

  rows(list: number): readonly number[] {
    this.trace.provisional ||= this.answers.rowsAreInDoubt(list);
    return this.answers.rows(list);
  }

  atRow(list: number, row: number): Scope {
    const atHand = new Map(this.atHand ?? []).set(list, row);
    return new SubjectScope(this.answers, this.owner, this.points, this.published, this.trace, atHand, this.period);
  }

  atPeriod(index: number): Scope {
    return new SubjectScope(this.answers, this.owner, this.points, this.published, this.trace, this.atHand, index);
  }

  noting(trace: Trace): Scope {
    return new SubjectScope(this.answers, this.owner, this.points, this.published, trace, this.atHand, this.period);
  }

  result(node: ReferenceRead): Value {
    return this.answers.result(node, this);
  }

  across(node: Cohort): Value {
    return this.answers.across(node, this);
  }

  previous(operand: Expression): Value {
    return this.answers.previous(operand, this.owner);
  }

  running(condition: Expression): Value {
    return this.answers.running(condition, this);
  }
}
