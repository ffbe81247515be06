/**
 * Grades of one group, row by row from the best: a row with a quota takes the best so many who meet its condition and have
 * no grade yet; a row without takes all who meet it; `else` takes the rest. Vetoed subjects count, pending ones are left out.
 */
import type { GradesNode } from "@yardstick/language/core";
import type { RankedSubject } from "../values/places.js";
import type { Pending, Value } from "../values/value.js";
import { awaitedBy, isPending } from "../values/value.js";
import { surelyAhead } from "../values/quota.js";

export interface Graded {
  /** Null: no row took it, or a condition is pending. */
  readonly grade: string | null;
  /** What kept it from a better grade: a quota that was full, a tie across the cut, a veto. */
  readonly note: "quota" | "cut-tie" | "veto" | null;
  readonly pending: Pending | null;
}

export interface GroupGrades {
  readonly grades: ReadonlyMap<number, Graded>;
  /** A condition or a quota is pending, so the grades of others may change. */
  readonly provisional: boolean;
  /** Ties at the cut of a row's quota. */
  readonly cuts: readonly Cut[];
}

interface Cut {
  /** Index of the row of the grades. */
  readonly row: number;
  readonly left: number;
  readonly tied: readonly RankedSubject[];
}

type Row = GradesNode["rows"][number];
type Tied = (a: RankedSubject, b: RankedSubject) => boolean;

/** `ties` is the group, best first, those who tie together. */
export function gradeGroup(
  { rows, otherwise }: Pick<GradesNode, "rows" | "otherwise">,
  ties: readonly (readonly RankedSubject[])[],
  meets: (row: Row, subject: number) => Value,
  quotaOf: (row: Row, groupSize: number) => number | Pending,
): GroupGrades {
  const grades = new Map<number, Graded>();
  const notes = new Map<number, Graded["note"]>();
  const order = ties.flat();
  const tieOf = new Map(ties.flatMap((tie) => tie.map((rankedSubject) => [rankedSubject, tie] as const)));
  const tied = (a: RankedSubject, b: RankedSubject) => tieOf.get(a) === tieOf.get(b);
  const cuts: Cut[] = [];
  let provisional = false;
  let open = order;
  for (const [index, row] of rows.entries()) {
    const judged = open.map((rankedSubject) => ({ rankedSubject, held: meets(row, rankedSubject.subject) }));
    const quota = row.quota === null ? order.length : quotaOf(row, order.length);
    const isAwaited = row.quota !== null && judged.some(({ held }) => isPending(held));
    const ahead = isAwaited
      ? surelyAhead(
          judged,
          ({ held }) => held === true,
          (a, b) => tied(a.rankedSubject, b.rankedSubject),
        )
      : [];
    for (const [place, { rankedSubject, held }] of judged.entries()) {
      const pending = held === false ? null : awaitedBy([held, quota]);
      if (pending === null) continue;
      const own = ahead[place];
      if (own !== undefined && !isPending(quota) && own.all >= quota) {
        // Beyond the quota whatever comes out; only where it would tie with the cut does it matter to others.
        notes.set(rankedSubject.subject, notes.get(rankedSubject.subject) ?? "quota");
        provisional ||= own.better < quota;
        continue;
      }
      // It is not known which of the rows from here on would take it.
      grades.set(rankedSubject.subject, { grade: null, note: null, pending });
      provisional = true;
    }
    const candidates = isPending(quota)
      ? []
      : judged.filter(({ held }) => held === true).map(({ rankedSubject }) => rankedSubject);
    const heads = isPending(quota) ? 0 : quota;
    const taken = withinQuota(candidates, heads, tied);
    for (const { subject } of taken)
      grades.set(subject, { grade: row.grade, note: notes.get(subject) ?? null, pending: null });
    const tiedAtCut = candidates.filter((rankedSubject) => isAtCut(candidates, rankedSubject, heads, tied));
    if (tiedAtCut.length > 0) cuts.push({ row: index, left: heads - taken.length, tied: tiedAtCut });
    // The first row that left a subject out is the one that is reported.
    for (const rankedSubject of candidates.slice(taken.length)) {
      const note = tiedAtCut.includes(rankedSubject) ? "cut-tie" : "quota";
      if (!notes.has(rankedSubject.subject)) notes.set(rankedSubject.subject, note);
    }
    open = open.filter(({ subject }) => !grades.has(subject));
  }
  for (const { subject } of open)
    grades.set(subject, { grade: otherwise, note: notes.get(subject) ?? null, pending: null });
  return { grades, provisional, cuts };
}

/** The best so many. If the last to get in ties with the first to stay out, all of that tie stay out. */
function withinQuota(candidates: readonly RankedSubject[], quota: number, tied: Tied): readonly RankedSubject[] {
  const first = candidates[quota];
  if (first === undefined) return candidates;
  return candidates.slice(0, quota).filter((candidate) => !tied(candidate, first));
}

/** Whether the cut goes through a tie that this subject is part of. */
function isAtCut(
  candidates: readonly RankedSubject[],
  rankedSubject: RankedSubject,
  quota: number,
  tied: Tied,
): boolean {
  const lastIn = candidates[quota - 1];
  const firstOut = candidates[quota];
  return lastIn !== undefined && firstOut !== undefined && tied(lastIn, firstOut) && tied(rankedSubject, firstOut);
}
