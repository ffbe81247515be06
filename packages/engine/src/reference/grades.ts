/**
 * The grades of a rubric over the subjects: in the order and groups of their ranking (of the score, where they name none),
 * then raised and lowered by its adjustments and lowered by the vetoes that say so.
 */
import { isRational } from "@yardstick/exact";
import type { CoreProgram, GradeAdjustment, GradesNode } from "@yardstick/language/core";
import type { QuotaCut } from "../data/result.js";
import { evaluate } from "./expression.js";
import type { Graded } from "./grade-quotas.js";
import { gradeGroup } from "./grade-quotas.js";
import { quotaInHeads } from "../values/quota.js";
import { at, InternalError } from "../values/internal-error.js";
import type { RankedGroup } from "../values/places.js";
import type { Scope } from "./scope.js";
import { displayOfField } from "../values/display-value.js";
import type { RankingTable } from "./ranking.js";
import type { Subject } from "./subject.js";
import { adjustedLevel, isRaise } from "../values/grade-adjustment.js";
import { awaitedBy, isPending } from "../values/value.js";
import { firedWith } from "./veto.js";

export interface SubjectGrade extends Graded {
  /** The better grade that a veto took; null where none did. */
  readonly was: string | null;
  /** The grade that the rows gave, where an adjustment changed it; null where none did. */
  readonly drawn: string | null;
  readonly provisional: boolean;
}

/** The grades of all, and the ties at the cuts of their quotas. */
export interface AllGrades {
  /** By row of the subject table; subjects outside the ranking have none. */
  readonly byRow: ReadonlyMap<number, SubjectGrade>;
  readonly cuts: readonly QuotaCut[];
}

/** `ranked` is the table of the ranking of the grades; `scopeOfQuota` is where quotas are computed, which belong to no subject. */
export function gradesOf(
  program: CoreProgram,
  grades: GradesNode,
  subjects: readonly Subject[],
  ranked: RankingTable,
  scopeOfQuota: Scope,
): AllGrades {
  const byRow = new Map(subjects.map((subject) => [subject.row, subject]));
  const subjectAt = (row: number): Subject => byRow.get(row) ?? impossible();
  const hasQuota = grades.rows.some(({ quota }) => quota !== null);
  const groups = new Set<RankedGroup>([...ranked.standings.values()].map(({ group }) => group));
  const results = new Map<number, SubjectGrade>();
  const cuts: { readonly row: number; readonly left: number; readonly tied: readonly number[] }[] = [];
  for (const { ties } of groups) {
    const leaning = new Set<number>();
    const group = gradeGroup(
      grades,
      ties,
      (row, subject) => {
        if (row.condition === null) return true;
        const scope = subjectAt(subject).scope(subjectAt(subject).owner(grades.name), true);
        const held = evaluate(row.condition, scope);
        if (scope.trace.provisional) leaning.add(subject);
        return held;
      },
      ({ quota }, size) => {
        if (quota === null) return size;
        const value = evaluate(quota.value, scopeOfQuota);
        if (isPending(value)) return value;
        return isRational(value) ? quotaInHeads(quota, value, size) : impossible();
      },
    );
    for (const { row, left, tied } of group.cuts)
      cuts.push({ row, left, tied: tied.map(({ subject }) => subject).sort((a, b) => a - b) });
    const { provisional } = group;
    for (const [row, graded] of group.grades) {
      const subject = subjectAt(row);
      // Without a quota the grade of a subject depends on no other subject.
      const isOpen = hasQuota && (provisional || ranked.isProvisional(subject));
      const { leans, ...own } = settled(program, grades, subject, graded);
      results.set(row, {
        ...own,
        provisional: isOpen || leans || leaning.has(row) || subject.score().provisional,
      });
    }
  }
  for (const subject of subjects) {
    // A subject has a score, but its place in the ranking is not known.
    const pending = isPending(subject.score().published) ? null : ranked.pendingOf(subject);
    if (pending === null) continue;
    results.set(subject.row, { grade: null, note: null, pending, was: null, drawn: null, provisional: false });
  }
  // In the order of the grades, and of the data.
  const inOrder = cuts.sort((a, b) => a.row - b.row || at(a.tied, 0) - at(b.tied, 0));
  return {
    byRow: results,
    cuts: inOrder.map(({ row, left, tied }) =>
      quotaCut(program, grades, { grade: at(grades.rows, row).grade, left, tied: tied.map(subjectAt) }),
    ),
  };
}

/** `tied`: those who tie, one at least, in the order of the data. */
export function quotaCut(
  program: CoreProgram,
  { name, ranking: { within } }: GradesNode,
  { grade, left, tied }: { readonly grade: string; readonly left: number; readonly tied: readonly Subject[] },
): QuotaCut {
  const [first] = tied;
  const group = within === null || first === undefined ? null : first.field(within);
  return {
    grades: name,
    grade,
    period: first?.period ?? null,
    group:
      group === null || within === null || isPending(group)
        ? null
        : displayOfField(program, at(program.fields, within), group).text,
    left,
    tied: tied.map(({ key }) => key),
  };
}

/** The best level that the vetoes leave; without one, the best there is. */
function mostByVetoes(program: CoreProgram, grades: GradesNode, subject: Subject): number {
  const { levels } = at(program.choices, grades.choice);
  const limits = firedWith(subject.score().vetoes, "grade-at-most")
    .flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        effect.kind === "grade-at-most" ? [levels.findIndex(({ name }) => name === effect.grade)] : [],
      ),
    )
    .filter((level) => level >= 0);
  return Math.min(...limits, levels.length - 1);
}

/** Adjustments and `grade at most G` act after the grades are given, so they free no place in a quota and take none. */
function settled(
  program: CoreProgram,
  grades: GradesNode,
  subject: Subject,
  graded: Graded,
): Omit<SubjectGrade, "provisional"> & { readonly leans: boolean } {
  const { levels } = at(program.choices, grades.choice);
  const given = levels.findIndex(({ name }) => name === graded.grade);
  if (given < 0) return { ...graded, was: null, drawn: null, leans: false };
  const scope = subject.scope(subject.owner(grades.name), true);
  const held = grades.adjustments.map(({ condition }) => evaluate(condition, scope));
  const leans = scope.trace.provisional;
  const levelWith = (ifPending: (change: GradeAdjustment["change"]) => boolean): number =>
    adjustedLevel(
      given,
      levels.length - 1,
      grades.adjustments.flatMap(({ change }, index) => {
        const value = at(held, index);
        return (isPending(value) ? ifPending(change) : value === true) ? [change] : [];
      }),
    );
  const [low, high] = [levelWith((change) => !isRaise(change)), levelWith(isRaise)];
  const most = mostByVetoes(program, grades, subject);
  if (Math.min(low, most) !== Math.min(high, most)) {
    return { grade: null, note: null, pending: awaitedBy(held), was: null, drawn: null, leans };
  }
  const nameAt = (level: number): string => at(levels, level).name;
  // Of what is still open, only the part that is certain is separated from the veto.
  const drawn = low === given ? null : nameAt(given);
  if (low <= most) return { ...graded, grade: nameAt(low), was: null, drawn, leans };
  return { ...graded, grade: nameAt(most), note: "veto", was: nameAt(low), drawn, leans };
}

function impossible(): never {
  throw new InternalError("a grade without its subject or quota");
}
