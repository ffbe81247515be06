/** What identifies a subject: its key and, where the data has periods, its period. */

/** The identity of a subject: its key and its period. */
export interface SubjectId {
  readonly key: string;
  /** Null where the rubric has no period. */
  readonly period: string | null;
}

/** Whether both name the same subject, or neither names one. */
export function isSameSubject(a: SubjectId | null, b: SubjectId | null): boolean {
  return a?.key === b?.key && a?.period === b?.period;
}
