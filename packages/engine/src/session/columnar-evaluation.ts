/**
 * The reference evaluator's run with everything that depends on many subjects taken from columns: a subject that is read
 * is computed by the reference alone, with places, grades and functions across subjects as the columns have them.
 */
import type { Rational } from "@yardstick/exact";
import type { Cohort, CoreProgram, Expression, GradesNode, RankingKey, RankingNode } from "@yardstick/language/core";
import type { LoweredCohort } from "../plan/lower-results.js";
import type { Node, Whole } from "../plan/node.js";
import { Cells } from "../reference/cells.js";
import { Evaluation, PLAIN } from "../reference/evaluation.js";
import { evaluate } from "../reference/expression.js";
import type { SubjectGrade } from "../reference/grades.js";
import { quotaCut } from "../reference/grades.js";
import { History } from "../reference/history.js";
import { at } from "../values/internal-error.js";
import { Past } from "../reference/past-scope.js";
import type { Standing } from "../values/places.js";
import { RubricScope } from "../reference/rubric-scope.js";
import type { Owner, Scope } from "../reference/scope.js";
import { withoutValue } from "../reference/scope.js";
import type { RankingTable } from "../reference/ranking.js";
import { meetingsOf, unknownStanding } from "../reference/ranking.js";
import type { Meetings } from "../values/meetings.js";
import { publishedKey } from "../values/ranking-key.js";
import type { QuotaCut } from "../data/result.js";
import { cellOf } from "../data/coded-cells.js";
import type { SubjectId } from "../data/subject-id.js";
import { Subject } from "../reference/subject.js";
import { Trace } from "../reference/trace.js";
import type { Pending, Value } from "../values/value.js";
import { awaitedBy, datumText, isPending } from "../values/value.js";
import type { BoundRubric } from "../plan/bound-rubric.js";
import type { Columns } from "../columnar/columns.js";
import { viewOf } from "../columnar/dataset-view.js";
import type { Inputs } from "../columnar/inputs.js";
import type { Run } from "../columnar/run.js";

/** Where the values of nodes are read, a row each subject. */
export interface FinishedValues {
  /** Computes what is not computed yet. */
  finish(nodes: readonly Node[]): void;
  finished(node: Node): Whole;
  exact(node: Node, row: number): Rational;
}

/** What is known over all subjects. */
export interface Worked {
  readonly bound: BoundRubric;
  readonly run: FinishedValues;
}

/** What has been computed; null until then. */
export interface Finished extends Worked {
  readonly run: Run;
}

const NO_SUBJECT: Owner = { name: "", assessor: null, order: 0 };

export class ColumnarEvaluation extends Evaluation {
  override readonly cells: Cells;
  override readonly past: Past;
  private keys: ReadonlyMap<string, number> | null = null;
  private firsts: ReadonlyMap<string | null, number> | null = null;

  constructor(
    program: CoreProgram,
    private readonly columns: Columns,
    inputs: () => Inputs,
    constants: ReadonlyMap<number, Expression>,
    protected readonly worked: () => Worked,
  ) {
    const view = viewOf(program, columns);
    super(program, view, { ...PLAIN, constants });
    this.cells = new ColumnCells(
      program,
      view,
      constants,
      (expression) => evaluate(expression, this.rubricScope(program.subject)),
      inputs,
    );
    this.past = new Past(
      program,
      new History(columns.history),
      (index) => this.cells.constant(index),
      (key, field) => {
        const row = this.rowsByKey().get(key);
        return row === undefined ? null : this.cells.field(row, field);
      },
    );
  }

  /** Computed again at each call. */
  override subjectAt(row: number): Subject {
    return new Subject(this, row, null);
  }

  /** The key and the period of a subject, which need no evaluation. */
  identityAt(row: number): SubjectId {
    const { key, period } = this.program;
    return { key: this.textAt(row, key) ?? "", period: period === null ? null : this.textAt(row, period) };
  }

  /** The rows of the subjects with a key, in order. */
  rowsOf(key: string): readonly number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.rows; row += 1) if ((this.textAt(row, this.program.key) ?? "") === key) rows.push(row);
    return rows;
  }

  private textAt(row: number, field: number): string | null {
    const column = this.columns.fields[field] ?? null;
    const cell = column?.kind === "cells" ? cellOf(column.cells, row) : null;
    // Most keys are texts, which stand for themselves.
    if (typeof cell === "string" && at(this.program.fields, field).type.kind === "text") return cell;
    const datum = this.cells.field(row, field);
    return isPending(datum) ? null : datumText(datum);
  }

  protected get rows(): number {
    return this.columns.rows;
  }

  override get periods(): readonly (string | null)[] {
    return [...this.firstRows().keys()];
  }

  /** What the reference looks up for one row, in earlier periods and in other rubrics. */
  lookup(node: Expression, row: number): Value {
    const subject = this.subjectAt(row);
    if (node.kind === "previous") return subject.previous(node.operand, NO_SUBJECT);
    if (node.kind === "running")
      return this.past.running(node.condition, true, subject.key, subject.period, NO_SUBJECT);
    return evaluate(node, subject.scope(NO_SUBJECT, true));
  }

  /** The ledger of one row for a key by meetings, and whether something in it is pending or in doubt. */
  meetings(key: RankingKey, row: number): { readonly meetings: Meetings; readonly isOpen: boolean } {
    const subject = this.subjectAt(row);
    const scope = subject.scope(NO_SUBJECT, true);
    const meetings = meetingsOf(key, subject, scope);
    return { meetings, isOpen: meetings.isOpen || scope.trace.provisional };
  }

  constantValue(index: number): Value {
    return this.cells.constant(index);
  }

  /** Of an expression that belongs to no subject, as defaults are. */
  valueOfDefault(expression: Expression): Value {
    return evaluate(expression, this.rubricScope(this.program.subject));
  }

  override rubricScope(name: string, period: string | null = null): Scope {
    const owner: Owner = { name, assessor: null, order: this.program.fields.length + this.program.parts.length + 2 };
    const answers = {
      program: this.program,
      constant: (index: number) => this.cells.constant(index),
      across: (node: Cohort, scope: Scope) => {
        const row = this.firstRows().get(period);
        if (node.within !== null || row === undefined) return withoutValue(owner, "no-result");
        return this.answerAt(node, row, scope);
      },
    };
    return new RubricScope(answers, owner, new Trace(null));
  }

  override across(node: Cohort, subject: Subject, scope: Scope): Value {
    const group = node.within === null ? "" : subject.field(node.within);
    if (isPending(group)) return group;
    if (node.name !== "rank" || node.value === null) return this.answerAt(node, subject.row, scope);
    const own = evaluate(node.value, subject.scope(scope.owner, true, scope.points, scope.trace));
    const answer = this.answerAt(node, subject.row, scope);
    return isPending(own) ? own : answer;
  }

  override rankingTable(ranking: RankingNode): RankingTable {
    const { bound, run } = this.worked();
    const { place, last, stands, open } = bound.lowering.table(ranking);
    const has = (row: number) => flagAt(run, stands, row);
    const get = (row: number): Standing | undefined => {
      if (!has(row)) return undefined;
      const own = numberAt(run, place, row);
      // Of the group only one thing is known: whether this place is its last.
      const lastPlace = flagAt(run, last, row) ? own : own + 1;
      const rankedSubject = { subject: row, group: "", keys: [], barred: own === 0 };
      return {
        rankedSubject,
        group: { ties: [], of: 0, lastPlace, headToHead: new Map() },
        place: own === 0 ? null : own,
        withoutVetoes: own,
      };
    };
    const standings = { get, has } as unknown as RankingTable["standings"];
    return {
      ranking,
      standings,
      isProvisional: (subject) => flagAt(run, open, subject.row),
      pendingOf: (subject) => (has(subject.row) ? null : unknownStanding(this.program, ranking, subject)),
      groupOf: () => null,
      keyText: (subject) => (has(subject.row) ? this.keyText(ranking, subject) : null),
    };
  }

  override grade(index: number, subject: Subject): SubjectGrade | null {
    const { bound, run } = this.worked();
    const grades = at(this.program.grades, index);
    const lowered = at(bound.grades, index);
    if (!flagAt(run, lowered.table.stands, subject.row)) return this.unplacedGrade(grades, subject);
    const scope = subject.scope(subject.owner(grades.name), true);
    const level = numberAt(run, lowered.level, subject.row);
    const { levels } = at(this.program.choices, grades.choice);
    const nameOf = (own: number) => (own === 0 ? null : at(levels, own - 1).name);
    const grade = nameOf(level);
    const pending = flagAt(run, lowered.pending, subject.row) ? this.awaitedGrade(index, subject.row, scope) : null;
    const hasQuota = grades.rows.some(({ quota }) => quota !== null);
    const isOpen = hasQuota && (flagAt(run, lowered.open, subject.row) || flagAt(run, lowered.table.open, subject.row));
    if (bound.open.some((open) => open !== bound.lowering.graph.never))
      this.askConditions(grades, nameOf(numberAt(run, lowered.drawn, subject.row)), scope);
    return {
      grade,
      note: null,
      pending,
      was: null,
      drawn: null,
      provisional: isOpen || subject.score().provisional || scope.trace.provisional,
    };
  }

  /** The grade of a subject that is not in the ranking: pending while its place is not known, none otherwise. */
  private unplacedGrade({ ranking }: GradesNode, subject: Subject): SubjectGrade | null {
    if (isPending(subject.score().published)) return null;
    const pending = unknownStanding(this.program, ranking, subject);
    return pending === null ? null : { grade: null, note: null, pending, was: null, drawn: null, provisional: false };
  }

  /** What the row or the adjustments await that may take a subject whose grade is pending. */
  private awaitedGrade(index: number, subject: number, scope: Scope): Pending | null {
    const { bound, run } = this.worked();
    const { undecidedAt } = at(bound.grades, index);
    const { rows, adjustments, name } = at(this.program.grades, index);
    run.finish([undecidedAt]);
    const row = numberAt(run, undecidedAt, subject);
    if (row === 0) return awaitedBy(adjustments.map(({ condition }) => evaluate(condition, scope)));
    const { condition, quota } = at(rows, row - 1);
    return awaitedBy([
      condition === null ? true : evaluate(condition, scope),
      quota === null ? null : evaluate(quota.value, this.rubricScope(name)),
    ]);
  }

  /** Of each grade with a quota, those who tie at its cut. */
  override cuts(): readonly QuotaCut[] {
    const { bound, run } = this.worked();
    return this.program.grades.flatMap((grades, index) => {
      const { cuts, table } = at(bound.grades, index);
      const { period, group } = table.order;
      run.finish([...cuts, period, group].filter((node) => node !== null));
      return cuts.flatMap((cut, row) => {
        // By period and group.
        const tied = new Map<string, number[]>();
        for (let subject = 0; subject < this.rows; subject += 1) {
          if (cut === null || numberAt(run, cut, subject) === 0) continue;
          const key = [period, group].map((node) => (node === null ? "" : numberAt(run, node, subject))).join(" ");
          const members = tied.get(key);
          if (members === undefined) tied.set(key, [subject]);
          else members.push(subject);
        }
        return [...tied.values()].map((members) =>
          quotaCut(this.program, grades, {
            grade: at(grades.rows, row).grade,
            left: cut === null ? 0 : numberAt(run, cut, at(members, 0)),
            tied: members.map((subject) => this.subjectAt(subject)),
          }),
        );
      });
    });
  }

  /** The value that a ranking is based on, of a subject that is in it. */
  private keyText({ name, keys }: RankingNode, subject: Subject): string | null {
    const by = at(keys, 0).value;
    const value = evaluate(by, subject.scope(subject.owner(name), true));
    const { valueOf, textOf } = publishedKey(this.program, by);
    return isPending(value) ? null : textOf(valueOf(value));
  }

  /** What the conditions lean on is noted in the scope, down to the row that gave the grade. */
  private askConditions({ rows, adjustments }: GradesNode, grade: string | null, scope: Scope): void {
    if (grade !== null) for (const { condition } of adjustments) evaluate(condition, scope);
    for (const row of rows) {
      if (row.condition !== null) evaluate(row.condition, scope);
      if (row.grade === grade) return;
    }
  }

  private answerAt(node: Cohort, row: number, scope: Scope): Value {
    const { bound, run } = this.worked();
    const asked = this.askedOf(bound, node, scope);
    scope.trace.provisional ||= flagAt(run, asked.open, row);
    if (flagAt(run, asked.answer.pending, row))
      return withoutValue(
        scope.owner,
        node.name === "mean" || node.name === "median" ? "division-by-zero" : "no-result",
      );
    return run.exact(asked.answer.value, row);
  }

  private askedOf(bound: BoundRubric, node: Cohort, scope: Scope): LoweredCohort {
    const points = scope.points?.toString() ?? "";
    for (const asked of bound.across.values()) if (asked.node === node && asked.points === points) return asked;
    throw new RangeError("a function across subjects was asked for that the plan does not know");
  }

  private rowsByKey(): ReadonlyMap<string, number> {
    if (this.keys !== null) return this.keys;
    const keys = new Map<string, number>();
    for (let row = 0; row < this.columns.rows; row += 1) keys.set(this.subjectAt(row).key, row);
    this.keys = keys;
    return keys;
  }

  private firstRows(): ReadonlyMap<string | null, number> {
    if (this.firsts !== null) return this.firsts;
    const firsts = new Map<string | null, number>();
    const { period } = this.program;
    if (period === null) firsts.set(null, 0);
    else {
      for (let row = 0; row < this.columns.rows; row += 1) {
        const value = this.cells.field(row, period);
        const name = isPending(value) ? null : datumText(value);
        if (!firsts.has(name)) firsts.set(name, row);
      }
    }
    this.firsts = firsts;
    return firsts;
  }
}

class ColumnCells extends Cells {
  constructor(
    program: CoreProgram,
    view: ReturnType<typeof viewOf>,
    constants: ReadonlyMap<number, Expression>,
    value: (expression: Expression) => Value,
    private readonly inputs: () => Inputs,
  ) {
    super(program, view, constants, value);
  }

  override rows(list: number, owner: number): readonly number[] {
    return rowsOfSubject(this.inputs(), list, owner);
  }
}

/** Rows of the side table, in its own order. */
function rowsOfSubject(inputs: Inputs, list: number, subject: number): readonly number[] {
  const { offsets, order } = inputs.sideRows(list + 1);
  const [begin, end] = [offsets[subject] ?? 0, offsets[subject + 1] ?? 0];
  return Array.from({ length: end - begin }, (_, index) =>
    order === null ? begin + index : (order[begin + index] ?? 0),
  );
}

export function flagAt(run: Pick<FinishedValues, "finished">, node: Node, row: number): boolean {
  return node.op === "constant" ? !node.value.equals(0) : run.finished(node).values[row] !== 0;
}

/** A whole number of the node's own fractions. */
export function numberAt(run: Pick<FinishedValues, "finished">, node: Node, row: number): number {
  return node.op === "constant" ? node.value.toNumber() : (run.finished(node).values[row] ?? 0);
}
