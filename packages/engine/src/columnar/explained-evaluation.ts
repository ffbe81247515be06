/**
 * The run behind one subject's explanation: the reference works out the subject itself, and of the others only what the
 * explanation tells, the order of its groups, is taken from columns.
 */
import { at } from "../reference/internal-error.js";
import { gradeGroup, quotaInHeads } from "../reference/grades.js";
import type { SubjectGrade } from "../reference/grading.js";
import { evaluate } from "../reference/expression.js";
import type { Contestant, RankedGroup, Standing } from "../reference/ranking.js";
import { rank } from "../reference/ranking.js";
import { isRational } from "../reference/rational.js";
import type { RankingTable } from "../reference/standings.js";
import { rankingTables } from "../reference/standings.js";
import { Subject } from "../reference/subject.js";
import { isPending, Pending } from "../reference/value.js";
import type { RankingOrder } from "../plan/works.js";
import { ColumnarEvaluation, flagAt, numberAt } from "./columnar-evaluation.js";

const AWAITED = new Pending([]);

export class ExplainedEvaluation extends ColumnarEvaluation {
  private own: Subject | null = null;
  private readonly known = new Map<number, readonly RankingTable[]>();

  constructor(
    /** Row of the subject that is explained. */
    private readonly row: number,
    ...given: ConstructorParameters<typeof ColumnarEvaluation>
  ) {
    super(...given);
  }

  override subjectAt(row: number): Subject {
    if (row !== this.row) return super.subjectAt(row);
    return (this.own ??= new Subject(this, row, true));
  }

  override rankingTables(index: number): readonly RankingTable[] {
    const known = this.known.get(index) ?? this.tablesOfGroup(index);
    this.known.set(index, known);
    return known;
  }

  private tablesOfGroup(index: number): readonly RankingTable[] {
    const { bound } = this.worked();
    const subject = this.subjectAt(this.row);
    const alone = rankingTables(this.program, at(this.program.rankings, index), [subject]);
    return super.rankingTables(index).map((table, which): RankingTable => {
      const own = at(alone, which);
      const group = own.groupOf(subject);
      const { order } = at(at(bound.tables, index), which);
      const members = group === null ? new Map<number, Standing>() : rank(this.contestants(order, group), false);
      const standings = {
        get: (row: number) => members.get(row) ?? table.standings.get(row),
        has: (row: number) => table.standings.has(row),
        values: () => members.values(),
      } as unknown as RankingTable["standings"];
      const contestant = own.standings.get(this.row)?.contestant;
      return {
        ...table,
        standings,
        groupOf: (other) => (other.row === this.row ? group : null),
        textOf: () => (contestant === undefined ? "" : own.textOf(contestant.key)),
      };
    });
  }

  /** Those in the group of the subject that is explained, with keys that put the greater first. */
  private contestants(order: RankingOrder, group: string): readonly Contestant[] {
    const { run } = this.worked();
    const { stands, barred, groupPending, period, keys, awaited } = order;
    const grouping = [period, order.group].filter((node) => node !== null);
    const nodes = [stands, barred, groupPending, ...grouping, ...keys, ...awaited];
    run.finish(nodes);
    const isOfGroup = grouping.map((node) => ({ node, own: numberAt(run, node, this.row) }));
    const contestants: Contestant[] = [];
    for (let row = 0; row < this.rows; row += 1) {
      if (!flagAt(run, stands, row) || isOfGroup.some(({ node, own }) => numberAt(run, node, row) !== own)) continue;
      const [key, ...thenBy] = keys.map((node, index) =>
        awaited[index] !== undefined && flagAt(run, awaited[index], row) ? AWAITED : numberAt(run, node, row),
      );
      if (key === undefined || isPending(key)) throw new RangeError("a contestant without a key");
      contestants.push({ subject: row, group, key, thenBy, barred: flagAt(run, barred, row) });
    }
    return contestants;
  }

  override grade(index: number, subject: Subject): SubjectGrade | null {
    const graded = super.grade(index, subject);
    if (graded === null || subject.row !== this.row) return graded;
    const { bound, run } = this.worked();
    const { level, given } = at(bound.grades, index);
    const before = numberAt(run, given, this.row);
    if (before <= numberAt(run, level, this.row)) return { ...graded, note: this.note(index) };
    const { levels } = at(this.program.choices, at(this.program.grades, index).choice);
    return { ...graded, note: "veto", was: at(levels, before - 1).name };
  }

  /** What kept the subject from a better grade. */
  private note(index: number): SubjectGrade["note"] {
    const { bound, run } = this.worked();
    const grades = at(this.program.grades, index);
    const { rows, table } = at(bound.grades, index);
    const contestants = this.contestants(table.order, "");
    const ties = ([...rank(contestants, false).values()].at(0)?.group as RankedGroup | undefined)?.ties ?? [];
    run.finish(rows.flatMap(({ yes, pending }) => [yes, pending]));
    const { grades: notes } = gradeGroup(
      grades,
      ties,
      (row, subject) => {
        const { yes, pending } = at(rows, grades.rows.indexOf(row));
        return flagAt(run, pending, subject) ? AWAITED : flagAt(run, yes, subject);
      },
      ({ quota }, size) => {
        if (quota === null) return size;
        const value = evaluate(quota.value, this.rubricScope(grades.name));
        return isRational(value) ? quotaInHeads(quota.kind, value, size, quota.roundsUp) : AWAITED;
      },
    );
    return notes.get(this.row)?.note ?? null;
  }
}
