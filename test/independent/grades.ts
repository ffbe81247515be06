/**
 * Grades, best first, with quotas of the group that is ranked. Section 7 of the language reference.
 */
import type { ast } from "@yardstick/language";
import { scopeOf, type Context } from "./context.js";
import { rounded, one, times, whole, zero, greatest } from "./fraction.js";
import type { Placed } from "./rankings.js";
import { flagValue, pendingOf, type Value } from "./value.js";

/** The grades of all subjects that are graded: a name, null for none of the rows, or why it is not known. */
export type Graded = ReadonlyMap<number, string | null | Extract<Value, { kind: "unknown" }>>;

/** Grades one group; `placed` has an equal position for subjects that tie. */
export function grade(context: Context, grades: ast.Grades, placed: readonly Placed[]): Graded {
  const graded = new Map<number, string | null | Extract<Value, { kind: "unknown" }>>();
  const rest = (): Placed[] => placed.filter(({ subject }) => !graded.has(subject));
  for (const row of grades.rows) {
    const conditions = new Map(
      rest().map(
        ({ subject }) =>
          [
            subject,
            row.condition === null
              ? flagValue(true)
              : context.evaluate(row.condition, { ...scopeOf(subject), isPublished: true }),
          ] as const,
      ),
    );
    const meets = rest().filter(({ subject }) => {
      const value = conditions.get(subject);
      return value?.kind === "flag" && value.flag;
    });
    const pending = rest().filter(({ subject }) => conditions.get(subject)?.kind === "unknown");
    const first = placed[0];
    const quota =
      row.quota === null || first === undefined ? null : context.evaluate(row.quota, scopeOf(first.subject));
    if (quota === null) {
      for (const { subject } of meets) graded.set(subject, row.grade.text);
      for (const { subject } of pending) graded.set(subject, pendingOf(conditions.get(subject) as Value));
      continue;
    }
    if (quota.kind !== "number") {
      for (const { subject } of [...meets, ...pending])
        graded.set(subject, pendingOf(quota, conditions.get(subject) as Value));
      continue;
    }
    const way = row.rounding ?? "down";
    const count = greatest(zero, rounded(times(quota.number, whole(placed.length)), one, way));
    for (const each of meets) {
      const atOrAbove = meets.filter(({ position }) => position <= each.position).length;
      if (BigInt(atOrAbove) <= count.n) graded.set(each.subject, row.grade.text);
    }
    for (const each of pending) {
      const above = meets.filter(({ position }) => position <= each.position).length;
      if (BigInt(above) < count.n) graded.set(each.subject, pendingOf(conditions.get(each.subject) as Value));
    }
  }
  for (const { subject } of rest()) graded.set(subject, grades.otherwise?.text ?? null);
  return graded;
}

/** All grades, best first. */
export const gradeNames = ({ rows, otherwise }: ast.Grades): readonly string[] => [
  ...rows.map(({ grade: { text } }) => text),
  ...(otherwise === null ? [] : [otherwise.text]),
];
