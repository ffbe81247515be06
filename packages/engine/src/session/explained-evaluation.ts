/**
 * The run behind explanations, for one subject after the other: the reference computes the subject itself, and of the others only
 * what the explanation tells, the order of its groups, is taken from columns. A group is put in order once.
 */
import { isRational } from "@yardstick/exact";
import type { RankingNode } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { explanationOf } from "../explain/explain.js";
import type { Explanation } from "../data/explanation.js";
import { at } from "../values/internal-error.js";
import type { Graded } from "../reference/grade-quotas.js";
import { gradeGroup } from "../reference/grade-quotas.js";
import { quotaInHeads } from "../values/quota.js";
import type { SubjectGrade } from "../reference/grades.js";
import { evaluate } from "../reference/expression.js";
import type { RankedSubject, Standing } from "../values/places.js";
import { rank } from "../values/places.js";
import type { RankingTable } from "../reference/ranking.js";
import { rankingTable } from "../reference/ranking.js";
import { readOf } from "../reference/read.js";
import { Subject } from "../reference/subject.js";
import { Pending } from "../values/value.js";
import type { Node } from "../plan/node.js";
import type { RankingSpec } from "../plan/population-ops.js";
import { ColumnarEvaluation, flagAt, numberAt } from "./columnar-evaluation.js";

const AWAITED = new Pending([]);

export class ExplainedEvaluation extends ColumnarEvaluation {
  /** Row of the subject that is explained. */
  private row = -1;
  private own: Subject | null = null;
  private readonly known = new Map<RankingNode, RankingTable>();
  private readonly groups = new Map<RankingSpec, Map<string, ReadonlyMap<number, Standing>>>();
  /** By grades and group. */
  private readonly notes = new Map<string, ReadonlyMap<number, Graded>>();

  /** `program` is the checked rubric behind this run. */
  explanation(row: number, program: Program): Explanation {
    this.row = row;
    this.own = null;
    this.known.clear();
    return explanationOf(this.subjectAt(row), this, program);
  }

  override subjectAt(row: number): Subject {
    if (row !== this.row) return super.subjectAt(row);
    return (this.own ??= new Subject(this, row, readOf));
  }

  override rankingTable(ranking: RankingNode): RankingTable {
    const known = this.known.get(ranking) ?? this.tableOfGroup(ranking);
    this.known.set(ranking, known);
    return known;
  }

  /** The places alone, without who else is in the group. */
  protected placesOf(ranking: RankingNode): RankingTable {
    return super.rankingTable(ranking);
  }

  protected tableOfGroup(ranking: RankingNode): RankingTable {
    const subject = this.subjectAt(this.row);
    const own = rankingTable(this.program, ranking, [subject]);
    const table = this.placesOf(ranking);
    const { order } = this.worked().bound.lowering.table(ranking);
    const isGrouped = own.groupOf(subject) !== null;
    const group = isGrouped ? this.groupName(order) : null;
    const members = isGrouped ? this.members(order) : new Map<number, Standing>();
    const standings = {
      get: (row: number) => members.get(row) ?? table.standings.get(row),
      has: (row: number) => table.standings.has(row),
      values: () => members.values(),
    } as unknown as RankingTable["standings"];
    return { ...table, standings, groupOf: (other) => (other.row === this.row ? group : null) };
  }

  /** The group of the subject that is explained, in its order. */
  private members(order: RankingSpec): ReadonlyMap<number, Standing> {
    const groups = this.groups.get(order) ?? new Map<string, ReadonlyMap<number, Standing>>();
    this.groups.set(order, groups);
    const name = this.groupName(order);
    const known =
      groups.get(name) ??
      rank(
        this.rankedSubjects(order, name),
        // Other keys that rank the lowest first are negated.
        order.keys.map((_, index) => order.meetings.get(index)?.lowestFirst ?? false),
        order.ties,
      );
    groups.set(name, known);
    return known;
  }

  private groupName(order: RankingSpec): string {
    const { run } = this.worked();
    const grouping = groupingOf(order);
    run.finish(grouping);
    return grouping.map((node) => numberAt(run, node, this.row)).join(" ");
  }

  /** Those in the group of the subject that is explained, with keys that put the greater first. */
  private rankedSubjects(order: RankingSpec, group: string): readonly RankedSubject[] {
    const { run } = this.worked();
    const { stands, barred, groupPending, keys, awaited, meetings } = order;
    const grouping = groupingOf(order);
    run.finish([stands, barred, groupPending, ...grouping, ...keys, ...awaited]);
    const isOfGroup = grouping.map((node) => ({ node, own: numberAt(run, node, this.row) }));
    const rankedSubjects: RankedSubject[] = [];
    for (let row = 0; row < this.rows; row += 1) {
      if (!flagAt(run, stands, row) || isOfGroup.some(({ node, own }) => numberAt(run, node, row) !== own)) continue;
      const own = keys.map((node, index) => {
        if (awaited[index] !== undefined && flagAt(run, awaited[index], row)) return AWAITED;
        return meetings.get(index)?.of[row] ?? numberAt(run, node, row);
      });
      rankedSubjects.push({ subject: row, group, keys: own, barred: flagAt(run, barred, row) });
    }
    return rankedSubjects;
  }

  override grade(index: number, subject: Subject): SubjectGrade | null {
    const graded = super.grade(index, subject);
    if (graded === null || subject.row !== this.row) return graded;
    const { bound, run } = this.worked();
    // What is pending is pending whatever kept it from a better grade.
    if (graded.pending !== null) return graded;
    const { level, given, drawn } = at(bound.grades, index);
    const before = numberAt(run, given, this.row);
    const first = numberAt(run, drawn, this.row);
    const { levels } = at(this.program.choices, at(this.program.grades, index).choice);
    const nameOf = (one: number): string => at(levels, one - 1).name;
    const own = { ...graded, drawn: first === before ? null : nameOf(first) };
    if (before <= numberAt(run, level, this.row)) return { ...own, note: this.note(index) };
    return { ...own, note: "veto", was: nameOf(before) };
  }

  /** What kept the subject from a better grade. */
  protected note(index: number): SubjectGrade["note"] {
    const { bound, run } = this.worked();
    const grades = at(this.program.grades, index);
    const { rows, table } = at(bound.grades, index);
    const group = this.members(table.order).get(this.row)?.group;
    if (group === undefined) return null;
    const key = `${index} ${this.groupName(table.order)}`;
    const known = this.notes.get(key);
    if (known !== undefined) return known.get(this.row)?.note ?? null;
    run.finish(rows.flatMap(({ yes, pending }) => [yes, pending]));
    const { grades: notes } = gradeGroup(
      grades,
      group.ties,
      (row, subject) => {
        const { yes, pending } = at(rows, grades.rows.indexOf(row));
        return flagAt(run, pending, subject) ? AWAITED : flagAt(run, yes, subject);
      },
      ({ quota }, size) => {
        if (quota === null) return size;
        const value = evaluate(quota.value, this.rubricScope(grades.name));
        return isRational(value) ? quotaInHeads(quota, value, size) : AWAITED;
      },
    );
    this.notes.set(key, notes);
    return notes.get(this.row)?.note ?? null;
  }
}

function groupingOf({ period, group }: RankingSpec): readonly Node[] {
  return [period, group].filter((node) => node !== null);
}
