/**
 * Grades, best first, with quotas of the group that is ranked. Section 7 of the language reference.
 */
import type { ast } from "@yardstick/language";
import { scopeOf, type Context } from "./context.js";
import { greatest, one, rounded, times, whole, zero, type Fraction } from "./fraction.js";
import type { Placed } from "./rankings.js";
import { typeOf } from "./kinds.js";
import { flagValue, isProvisional, pendingOf, type Unknown, type Value } from "./value.js";

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
    const heads =
      quota === null ? null : headsOf(quota.number, isShare(context, row.quota) ? placed.length : 1, row.rounding);
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

/** A quota in percent is a share of the group, any other a number of subjects. */
const isShare = (context: Context, quota: ast.Expression | null): boolean => {
  const type = quota === null ? null : typeOf(quota, { declared: context.declared, columns: [] });
  return type?.kind === "number" && (type.of === "percent" || type.of === "ratio");
};

/** What adjustments make of a grade, as places in the names, best first: both differ while a condition decides it that is not known. */
interface Adjusted {
  readonly best: number;
  readonly worst: number;
  readonly conditions: readonly Value[];
}

/**
 * Numbers of grades are added up first and stop at the ends; then no grade is worse than those of `raise to`, then none is better than
 * those of `grade at most`.
 */
export function adjusted(context: Context, grades: ast.Grades, given: number, subject: number): Adjusted {
  const names = gradeNames(grades);
  const scope = { ...scopeOf(subject), isPublished: true };
  const conditions = grades.adjustments.map(({ condition }) => context.evaluate(condition, scope));
  const at = (ifUnknown: (isGood: boolean) => boolean): number => {
    const held = grades.adjustments.filter(({ change }, index) => {
      const value = conditions[index];
      if (value?.kind === "flag") return value.flag;
      return ifUnknown(change.kind === "raise" || change.kind === "raise-to");
    });
    let place = given;
    for (const { change } of held) {
      if ("by" in change) place += (change.kind === "raise" ? -1 : 1) * Number(change.by.digits);
    }
    place = Math.min(names.length - 1, Math.max(0, place));
    for (const { change } of held)
      if (change.kind === "raise-to") place = Math.min(place, names.indexOf(change.grade.text));
    for (const { change } of held)
      if (change.kind === "at-most") place = Math.max(place, names.indexOf(change.grade.text));
    return place;
  };
  return { best: at((isGood) => isGood), worst: at((isGood) => !isGood), conditions };
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
