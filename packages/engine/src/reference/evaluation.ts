/**
 * All the subjects of one run together: functions across them, rankings, grades, awards and consequences, each computed
 * once, on first use. Everything else a subject computes by itself.
 */
import { type Rational, whole, ZERO } from "@yardstick/exact";
import type { Cohort, Expression, CoreProgram, ValueType, RankingNode } from "@yardstick/language/core";
import type { Dataset, UsedResults } from "../data/dataset.js";
import type { AwardOutcome } from "./award.js";
import { awardOutcome } from "./award.js";
import { Cells } from "./cells.js";
import { Cohorts } from "./cohorts.js";
import { evaluate } from "./expression.js";
import type { QuotaCut } from "../data/result.js";
import type { AllGrades, SubjectGrade } from "./grades.js";
import { gradesOf } from "./grades.js";
import { History } from "./history.js";
import { assertNever, at, InternalError } from "../values/internal-error.js";
import { Memo } from "../values/memo.js";
import { Past } from "./past-scope.js";
import { resultName } from "./read.js";
import { RubricScope } from "./rubric-scope.js";
import type { Owner, Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import type { RankingTable } from "./ranking.js";
import { rankingTable } from "./ranking.js";
import type { TracedValue, SharedResult, Together } from "./subject.js";
import { Subject } from "./subject.js";
import { type ReadOf, Trace } from "./trace.js";
import { usedResult, whyNoUsedResult } from "./used.js";
import type { Pending, Value } from "../values/value.js";
import { awaitedBy, datumText, isPending, or, Series } from "../values/value.js";
import { firedWith } from "./veto.js";

export interface EvaluationOptions {
  /** Only subjects of this period; null: all of them, each among those of its own period. */
  readonly period: string | null;
  /** Constants that a scenario sets, whatever the data says. */
  readonly constants: ReadonlyMap<number, Expression>;
  /** The row that is to be explained, and what writes its reads; null: none. */
  readonly explained: { readonly row: number; readonly reader: ReadOf } | null;
  readonly lenient: boolean;
  readonly decrees: ReadonlyMap<number, Rational>;
}

export const PLAIN: EvaluationOptions = {
  period: null,
  constants: new Map(),
  explained: null,
  lenient: false,
  decrees: new Map(),
};

export class Evaluation implements Together {
  readonly cells: Cells;
  readonly past: Past;
  readonly used: readonly UsedResults[];
  readonly lenient: boolean;
  readonly decrees: ReadonlyMap<number, Rational>;
  /** In the order of the data. */
  readonly subjects: readonly Subject[];
  private readonly byRow: ReadonlyMap<number, Subject>;
  private readonly byPeriod = new Map<string | null, Subject[]>();
  private readonly cohorts = new Cohorts((period) => this.byPeriod.get(period) ?? []);
  private readonly tables = new Memo<RankingNode, RankingTable>("the places of a ranking");
  private readonly grades = new Memo<number, AllGrades>("grades");
  private readonly awards = new Memo<string, AwardOutcome>("award");
  private readonly consequences = new Memo<string, TracedValue>("consequence");

  constructor(
    readonly program: CoreProgram,
    dataset: Dataset,
    options: EvaluationOptions = PLAIN,
  ) {
    this.lenient = options.lenient;
    this.decrees = options.decrees;
    this.used = dataset.used;
    this.cells = new Cells(program, dataset, options.constants, (expression) =>
      evaluate(expression, this.rubricScope(program.subject)),
    );
    const all = Array.from(
      { length: dataset.subjects.rows },
      (_, row) => new Subject(this, row, row === options.explained?.row ? options.explained.reader : null),
    );
    this.subjects = options.period === null ? all : all.filter(({ period }) => period === options.period);
    this.byRow = new Map(this.subjects.map((subject) => [subject.row, subject]));
    for (const subject of this.subjects) {
      const period = this.byPeriod.get(subject.period);
      if (period === undefined) this.byPeriod.set(subject.period, [subject]);
      else period.push(subject);
    }
    const byKey = new Map(this.subjects.map((subject) => [subject.key, subject]));
    this.past = new Past(
      program,
      new History(dataset.history),
      (index) => this.cells.constant(index),
      (key, field) => byKey.get(key)?.field(field) ?? null,
    );
  }

  /** The subject in a row of the subject table; one of another period than asked for is a bug. */
  subjectAt(row: number): Subject {
    const subject = this.byRow.get(row);
    if (subject === undefined) throw new InternalError(`no subject of this run is in row ${row}`);
    return subject;
  }

  /** The periods of the subjects, in the order of the data. */
  get periods(): readonly (string | null)[] {
    return [...this.byPeriod.keys()];
  }

  /** Environment without a subject; functions across subjects are taken over those of `period`. */
  rubricScope(name: string, period: string | null = null): Scope {
    const owner: Owner = { name, assessor: null, order: this.program.fields.length + this.program.parts.length + 2 };
    const answers = {
      program: this.program,
      constant: (index: number) => this.cells.constant(index),
      across: (node: Cohort, scope: Scope) => this.cohorts.answer(node, period, null, scope),
    };
    return new RubricScope(answers, owner, new Trace(null));
  }

  across(node: Cohort, subject: Subject, scope: Scope): Value {
    return this.cohorts.answer(node, subject.period, subject, scope);
  }

  rankingTable(ranking: RankingNode): RankingTable {
    return this.tables.get(ranking, () => rankingTable(this.program, ranking, this.subjects));
  }

  /** All orders of a ranking of the rubric. */
  rankingTables(index: number): readonly RankingTable[] {
    return at(this.program.rankings, index).orders.map((ranking) => this.rankingTable(ranking));
  }

  /** Null: the subject is outside the ranking that the grades are based on. */
  grade(index: number, subject: Subject): SubjectGrade | null {
    return this.allGrades(index).byRow.get(subject.row) ?? null;
  }

  /** Ties at the cuts of quotas. */
  cuts(): readonly QuotaCut[] {
    return this.program.grades.flatMap((_, index) => this.allGrades(index).cuts);
  }

  private allGrades(index: number): AllGrades {
    const grades = at(this.program.grades, index);
    return this.grades.get(index, () => {
      const table = this.rankingTable(grades.ranking);
      return gradesOf(this.program, grades, this.subjects, table, this.rubricScope(grades.name));
    });
  }

  award(index: number, subject: Subject): AwardOutcome {
    return this.awards.get(`${index} of row ${subject.row}`, () => {
      const award = at(this.program.awards, index);
      const scope = subject.scope(subject.owner(award.name), true);
      const place = this.place(award.ranking, null, subject, scope);
      return awardOutcome(award, place, firedWith(subject.score().vetoes, "no-awards"), scope);
    });
  }

  /** Of a subject that is pending nothing follows yet. */
  consequence(index: number, subject: Subject): TracedValue {
    return this.consequences.get(`${index} of row ${subject.row}`, () => {
      const { name, condition } = at(this.program.consequences, index);
      const { published } = subject.score();
      return isPending(published) ? { value: published, trace: new Trace(null) } : subject.find(condition, name, true);
    });
  }

  result(to: SharedResult, type: ValueType, subject: Subject, scope: Scope): Value {
    const none = () => withoutValue(scope.owner, "no-result", resultName(this.program, to));
    switch (to.kind) {
      case "place": {
        const place = this.place(to.ranking, to.section, subject, scope);
        return place === null ? none() : isPending(place) ? place : whole(place);
      }
      case "last":
        return this.isLast(to.ranking, subject, scope);
      case "grade":
        return this.gradeLevel(to.grades, subject, scope) ?? none();
      case "award": {
        const { holds, trace, pays } = this.award(to.index, subject);
        scope.trace.provisional ||= trace.provisional;
        return isPending(holds) ? holds : (pays ?? ZERO);
      }
      case "vetoed": {
        const { vetoes } = subject.program;
        const asked = to.veto === null ? vetoes.map((_, index) => index) : [to.veto];
        return asked.reduce<Value>((found, index) => or(found, () => subject.veto(index).holds), false);
      }
      case "used": {
        const { by, allPeriods } = at(this.program.uses, to.use);
        const key = subject.field(by);
        if (isPending(key)) return key;
        const found = usedResult(this.used[to.use], datumText(key), subject.period, allPeriods, to.result, type);
        const isOne = found instanceof Series && type.kind !== "series" && scope.period !== null;
        const own = isOne ? found.values[scope.period] : found;
        if (own !== null && own !== undefined) return own;
        const one = isOne ? scope.period : null;
        const why = whyNoUsedResult(this.used[to.use], datumText(key), subject.period, to.result, one);
        return withoutValue(scope.owner, why.reason, resultName(this.program, to), why.used);
      }
      default:
        return assertNever(to);
    }
  }

  /**
   * Null: outside the ranking, or its place taken away. Of a ranking by each section without a section: the best of its
   * places.
   */
  private place(ranking: number, section: number | null, subject: Subject, scope: Scope): number | Pending | null {
    const { published } = subject.score();
    if (isPending(published)) return published;
    const tables = this.rankingTables(ranking).filter((table) => section === null || table.ranking.section === section);
    scope.trace.provisional ||= tables.some((table) => table.isProvisional(subject));
    const places = tables.flatMap(({ standings }) => standings.get(subject.row)?.place ?? []);
    return this.unknownPlace(tables, subject) ?? (places.length === 0 ? null : Math.min(...places));
  }

  /** Why it is not known which place the subject has; null also where a veto leaves it none. */
  private unknownPlace(tables: readonly RankingTable[], subject: Subject): Pending | null {
    const barred = firedWith(subject.score().vetoes, "unranked", "no-place").length > 0;
    const open = tables.filter(({ ranking }) => !ranking.obeysVetoes || !barred);
    return awaitedBy(open.map((table) => table.pendingOf(subject)));
  }

  /** The greatest place given in its group, and not the only one; of a ranking by each section, in any section. */
  private isLast(ranking: number, subject: Subject, scope: Scope): Value {
    const { published } = subject.score();
    if (isPending(published)) return published;
    const tables = this.rankingTables(ranking);
    scope.trace.provisional ||= tables.some((table) => table.isProvisional(subject));
    const isLast = tables.some(({ standings }) => {
      const standing = standings.get(subject.row);
      return (
        standing !== undefined &&
        standing.place !== null &&
        standing.place > 1 &&
        standing.place === standing.group.lastPlace
      );
    });
    return isLast || (this.unknownPlace(tables, subject) ?? false);
  }

  private gradeLevel(index: number, subject: Subject, scope: Scope): Value | null {
    const { published } = subject.score();
    if (isPending(published)) return published;
    const graded = this.grade(index, subject);
    if (graded === null) return null;
    scope.trace.provisional ||= graded.provisional;
    if (graded.pending !== null) return graded.pending;
    const level = at(this.program.choices, at(this.program.grades, index).choice).levels.findIndex(
      ({ name }) => name === graded.grade,
    );
    return level < 0 ? null : level;
  }
}
