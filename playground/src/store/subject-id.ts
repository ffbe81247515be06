/**
 * Which subject is meant, wherever one is named: by its key and, where the data has periods, its period.
 */
export interface SubjectId {
  readonly key: string;
  readonly period: string | null;
}

export function isSameSubject(a: SubjectId | null, b: SubjectId | null): boolean {
  return a?.key === b?.key && a?.period === b?.period;
}
