/**
 * Grades of one group, row by row from the best: a row with a quota takes the best so many who meet its condition and have
 * no grade yet; a row without takes all who meet it; `else` takes the rest. Vetoed subjects count, pending ones are left out.
 */
import type { Grades } from "@yardstick/language/program";
import type { Rational } from "./rational.js";
import type { Contestant } from "./ranking.js";
import type { Pending, Value } from "./value.js";
import { awaitedBy, isPending } from "./value.js";

export interface Graded {
  /** Null: no row took it, or a condition is pending. */
  readonly grade: string | null;
  /** What kept it from a better grade: a quota that was full, a tie across the cut, a veto. */
  readonly note: "quota" | "cut-tie" | "veto" | null;
  readonly pending: Pending | null;
}

export interface GroupGrades {
  readonly grades: ReadonlyMap<number, Graded>;
  /** A condition or a quota is awaited, so the grades of others may change. */
  readonly provisional: boolean;
}

type Row = Grades["rows"][number];
type Tied = (a: Contestant, b: Contestant) => boolean;

/** `ties` is the group, best first, those who tie together. */
export function gradeGroup(
  { rows, otherwise }: Pick<Grades, "rows" | "otherwise">,
  ties: readonly (readonly Contestant[])[],
  meets: (row: Row, subject: number) => Value,
  quotaOf: (row: Row, groupSize: number) => number | Pending,
): GroupGrades {
  const grades = new Map<number, Graded>();
  const notes = new Map<number, Graded["note"]>();
  const order = ties.flat();
  const tieOf = new Map(ties.flatMap((tie) => tie.map((contestant) => [contestant, tie] as const)));
  const tied = (a: Contestant, b: Contestant) => tieOf.get(a) === tieOf.get(b);
  let provisional = false;
  let open = order;
  for (const row of rows) {
    const judged = open.map((contestant) => ({ contestant, held: meets(row, contestant.subject) }));
    const quota = row.quota === null ? order.length : quotaOf(row, order.length);
    for (const { contestant, held } of judged) {
      // Nobody knows which of the rows from here on would take it.
      const pending = held === false ? null : awaitedBy([held, quota]);
      if (pending === null) continue;
      grades.set(contestant.subject, { grade: null, note: null, pending });
      provisional = true;
    }
    const candidates = isPending(quota)
      ? []
      : judged.filter(({ held }) => held === true).map(({ contestant }) => contestant);
    const heads = isPending(quota) ? 0 : quota;
    const taken = withinQuota(candidates, heads, tied);
    for (const { subject } of taken)
      grades.set(subject, { grade: row.grade, note: notes.get(subject) ?? null, pending: null });
    // The first row that left somebody out is the one that is told.
    for (const contestant of candidates.slice(taken.length)) {
      const note = isAtCut(candidates, contestant, heads, tied) ? "cut-tie" : "quota";
      if (!notes.has(contestant.subject)) notes.set(contestant.subject, note);
    }
    open = open.filter(({ subject }) => !grades.has(subject));
  }
  for (const { subject } of open)
    grades.set(subject, { grade: otherwise, note: notes.get(subject) ?? null, pending: null });
  return { grades, provisional };
}

/** The quota in heads: of a share, so much of the group, rounded down unless the rubric rounds up. */
export function quotaInHeads(kind: "share" | "number", value: Rational, groupSize: number, roundsUp: boolean): number {
  const heads = kind === "share" ? value.mul(groupSize) : value;
  return Math.max(0, Number((roundsUp ? heads.ceil() : heads.floor()).valueOf()));
}

/** The best so many. If the last to get in ties with the first to stay out, all of that tie stay out. */
function withinQuota(candidates: readonly Contestant[], quota: number, tied: Tied): readonly Contestant[] {
  const first = candidates[quota];
  if (first === undefined) return candidates;
  return candidates.slice(0, quota).filter((candidate) => !tied(candidate, first));
}

/** Whether the cut goes through a tie that this contestant is part of. */
function isAtCut(candidates: readonly Contestant[], contestant: Contestant, quota: number, tied: Tied): boolean {
  const lastIn = candidates[quota - 1];
  const firstOut = candidates[quota];
  return lastIn !== undefined && firstOut !== undefined && tied(lastIn, firstOut) && tied(contestant, firstOut);
}
