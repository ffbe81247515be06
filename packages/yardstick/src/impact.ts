/**
 * What another reading of a rubric or of its data does to the results of the same data: two exact runs, compared. A
 * subject is listed where any published value of it differs.
 */
import type { Result, SubjectResult } from "@yardstick/engine";
import { decimal, fixedText, type Rational } from "@yardstick/exact";
import { compareResults, type SubjectDifference } from "./compare.js";

/** The difference of one subject, and whether one of its grades differs. */
export interface SubjectImpact extends SubjectDifference {
  readonly gradesDiffer: boolean;
}

/** The difference that another reading makes. */
export interface Impact {
  /** Subjects whose published values differ, in the order of the data. */
  readonly subjects: readonly SubjectImpact[];
  /** Number of subjects that have a score in both runs, and not the same. */
  readonly scores: number;
  /** The largest change among these, without its sign, as decimal text; null where there is none. */
  readonly largest: string | null;
  /** Number of subjects with a grade that differs. */
  readonly grades: number;
  /** Whether requirements or policies that do not hold differ. */
  readonly checks: boolean;
}

/** Compares the results before and after a change, of the same data. */
export function impactOf(before: Result, after: Result): Impact {
  const earlier = byIdentity(before);
  const later = byIdentity(after);
  const subjects = compareResults(before, after).flatMap((subject): SubjectImpact[] => {
    const [was, is] = [earlier.get(identity(subject)), later.get(identity(subject))];
    return published(was) === published(is) ? [] : [{ ...subject, gradesDiffer: gradesOf(was) !== gradesOf(is) }];
  });
  const changes = subjects.flatMap(({ score: { change } }) =>
    change === null || !/[1-9]/u.test(change) ? [] : [change],
  );
  const largest = changes.map((change) => decimal(change).abs()).reduce<Rational | null>(greater, null);
  const decimals = changes.reduce((most, change) => Math.max(most, change.split(".")[1]?.length ?? 0), 0);
  return {
    subjects,
    scores: changes.length,
    largest: largest === null ? null : fixedText(largest, decimals),
    grades: subjects.filter(({ gradesDiffer }) => gradesDiffer).length,
    checks: checksOf(before) !== checksOf(after),
  };
}

/** Whether both runs publish the same of every subject, and the same requirements and policies. */
export function hasNoImpact({ subjects, checks }: Impact): boolean {
  return subjects.length === 0 && !checks;
}

function greater(most: Rational | null, each: Rational): Rational {
  return most === null || most.compare(each) < 0 ? each : most;
}

type Identified = Pick<SubjectResult, "key" | "period">;

const identity = ({ key, period }: Identified): string => `${key}\u0000${period ?? ""}`;

function byIdentity({ subjects }: Result): ReadonlyMap<string, SubjectResult> {
  return new Map(subjects.map((subject) => [identity(subject), subject]));
}

/** Everything that is published of a subject, except whether it is provisional. */
function published(subject: SubjectResult | undefined): string {
  if (subject === undefined) return "";
  const { status, awaiting, score, parts, coefficients, vetoes, rankings, grades, awards } = subject;
  const { consequences, outputs, undecided, rankedBy } = subject;
  const awaited = awaiting.map(({ field, reason }) => [field, reason]);
  const open = undecided.map(({ kind, name }) => [kind, name]);
  return JSON.stringify([
    [status, awaited, score, parts, coefficients, vetoes, rankings, grades, awards],
    [consequences, outputs, open, rankedBy],
  ]);
}

const gradesOf = (subject: SubjectResult | undefined): string => JSON.stringify(subject?.grades ?? {});

function checksOf({ requirements, policies }: Result): string {
  return JSON.stringify([
    requirements.map(({ key, period, message }) => [key, period, message]),
    policies.map(({ message, holds }) => [message, holds]),
  ]);
}
