/**
 * Grades, best first, with quotas of the group that is ranked. Section 7 of the language reference.
 */
import type { ast } from "@yardstick/language";
import { scopeOf, type Context } from "./context.js";
import { greatest, one, rounded, times, whole, zero, type Fraction } from "./fraction.js";
import type { Placed } from "./rankings.js";
import { flagValue, isProvisional, pendingOf, type Unknown } from "./value.js";

/** What a subject is given: a grade, null for none of the rows; or why it is not known. */
type Given = { readonly kind: "known"; readonly grade: string | null; readonly isProvisional: boolean } | Unknown;

/** The grades of all subjects that are graded. */
export type Graded = ReadonlyMap<number, Given>;

/** Grades one group; `placed` has an equal position for subjects that tie. `isOpen`: some of the group is not known yet. */
export function grade(context: Context, grades: ast.Grades, placed: readonly Placed[], isOpen: boolean): Graded {
  const names = new Map<number, string | null>();
  const unknowns = new Map<number, Unknown>();
  const uncertain = new Set<number>();
  let isUncertain = isOpen;
  const rest = (): Placed[] => placed.filter(({ subject }) => !names.has(subject) && !unknowns.has(subject));
  for (const row of grades.rows) {
    const judged = rest().map((each) => {
      const scope = { ...scopeOf(each.subject), isPublished: true };
      return { ...each, condition: row.condition === null ? flagValue(true) : context.evaluate(row.condition, scope) };
    });
    for (const { subject, condition } of judged) if (isProvisional(condition)) uncertain.add(subject);
    const meets = judged.filter(({ condition }) => condition.kind === "flag" && condition.flag);
    const pending = judged.filter(({ condition }) => condition.kind === "unknown");
    const [first] = placed;
    const quota =
      row.quota === null || first === undefined ? null : context.evaluate(row.quota, scopeOf(first.subject));
    if (quota !== null && quota.kind !== "number") {
      for (const { subject, condition } of [...meets, ...pending]) unknowns.set(subject, pendingOf(quota, condition));
      if (meets.length + pending.length > 0) isUncertain = true;
      continue;
    }
    const heads = quota === null ? null : headsOf(quota.number, placed.length, row.rounding);
    const atOrAbove = (position: number) => meets.filter((other) => other.position <= position).length;
    const above = (position: number) => meets.filter((other) => other.position < position).length;
    for (const { subject, position } of meets) {
      if (heads === null || atOrAbove(position) <= heads) names.set(subject, row.grade.text);
    }
    for (const { subject, position, condition } of pending) {
      if (heads !== null && atOrAbove(position) >= heads) {
        // Beyond the quota whatever comes out; in a tie with the cut it matters to others.
        isUncertain ||= above(position) < heads;
        continue;
      }
      unknowns.set(subject, pendingOf(condition));
      isUncertain = true;
    }
  }
  for (const { subject } of rest()) names.set(subject, grades.otherwise?.text ?? null);
  const hasQuota = grades.rows.some(({ quota }) => quota !== null);
  const known = [...names].map(([subject, name]): [number, Given] => [
    subject,
    { kind: "known", grade: name, isProvisional: (hasQuota && isUncertain) || uncertain.has(subject) },
  ]);
  return new Map([...known, ...unknowns]);
}

/** How many of the group a quota is: rounded down where nothing is stated, never below 0. */
function headsOf(quota: Fraction, size: number, rounding: ast.Grades["rows"][number]["rounding"]): number {
  return Number(greatest(zero, rounded(times(quota, whole(size)), one, rounding ?? "down")).n);
}

/** All grades, best first. */
export const gradeNames = ({ rows, otherwise }: ast.Grades): readonly string[] => [
  ...rows.map(({ grade: { text } }) => text),
  ...(otherwise === null ? [] : [otherwise.text]),
];
