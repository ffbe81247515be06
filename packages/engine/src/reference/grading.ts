/**
 * The grades of a rubric over the subjects: in the order and groups of their ranking (of the score, where they name none),
 * then lowered by the vetoes that say so.
 */
import type { Grades, Program, Ranking } from "@yardstick/language/program";
import { evaluate } from "./expression.js";
import type { Graded } from "./grades.js";
import { gradeGroup, quotaInHeads } from "./grades.js";
import { at, InternalError } from "./internal-error.js";
import { isRational } from "./rational.js";
import type { RankedGroup } from "./ranking.js";
import type { Scope } from "./scope.js";
import type { RankingTable } from "./standings.js";
import { rankingTables } from "./standings.js";
import type { Subject } from "./subject.js";
import { isPending } from "./value.js";
import { firedWith } from "./veto.js";

export interface SubjectGrade extends Graded {
  /** The better grade that a veto took; null where none did. */
  readonly was: string | null;
  readonly provisional: boolean;
}

/**
 * Grades by row of the subject table; subjects outside the ranking have none. `table` is null for grades by the score;
 * `scopeOfQuota` is where quotas are worked out, which belong to no subject.
 */
export function gradesOf(
  program: Program,
  grades: Grades,
  subjects: readonly Subject[],
  table: RankingTable | null,
  scopeOfQuota: Scope,
): ReadonlyMap<number, SubjectGrade> {
  const ranked = table ?? at(rankingTables(program, byScore(grades), subjects), 0);
  const byRow = new Map(subjects.map((subject) => [subject.row, subject]));
  const subjectAt = (row: number): Subject => byRow.get(row) ?? impossible();
  const hasQuota = grades.rows.some(({ quota }) => quota !== null);
  const groups = new Set<RankedGroup>([...ranked.standings.values()].map(({ group }) => group));
  const results = new Map<number, SubjectGrade>();
  for (const { ties } of groups) {
    const leaning = new Set<number>();
    const { grades: given, provisional } = gradeGroup(
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
        return isRational(value) ? quotaInHeads(quota.kind, value, size, quota.roundsUp) : impossible();
      },
    );
    for (const [row, graded] of given) {
      const subject = subjectAt(row);
      // Without a quota nobody's grade hangs on anybody else.
      const isOpen = hasQuota && (provisional || ranked.isProvisional(subject));
      results.set(row, {
        ...lowered(program, grades, subject, graded),
        provisional: isOpen || leaning.has(row) || subject.score().provisional,
      });
    }
  }
  return results;
}

/** `grade at most G` acts after the grades are given, so it frees no place in a quota. */
function lowered(
  program: Program,
  grades: Grades,
  subject: Subject,
  graded: Graded,
): Graded & Pick<SubjectGrade, "was"> {
  const { levels } = at(program.choices, grades.choice);
  const levelOf = (grade: string | null) => levels.findIndex(({ name }) => name === grade);
  const limits = firedWith(subject.score().vetoes, "grade-at-most")
    .flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.kind === "grade-at-most" ? [levelOf(effect.grade)] : [])),
    )
    .filter((level) => level >= 0);
  const most = levels[Math.min(...limits, levels.length)];
  if (most === undefined || levelOf(graded.grade) <= levelOf(most.name)) return { ...graded, was: null };
  return { ...graded, grade: most.name, note: "veto", was: graded.grade };
}

/** What grades go by that name no ranking. */
export function byScore({ name, span }: Grades): Ranking {
  const type = { kind: "number", dimension: {}, percent: false } as const;
  return {
    name,
    span,
    by: { kind: "reference", span, type, to: { kind: "score" } },
    lowestFirst: false,
    within: null,
    where: null,
    thenBy: [],
  };
}

function impossible(): never {
  throw new InternalError("grades went by a subject or a quota that does not exist");
}
