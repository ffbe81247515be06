/**
 * Reads of a result that do not need every subject as an object. A result that was computed in columns answers them by row; any other
 * result is read as plain data.
 */
import type { Result, SubjectResult } from "./result.js";
import type { SubjectId } from "./subject-id.js";

/** What a result that was computed in columns knows of its rows; null where the reference evaluator ran. */
interface Rows {
  /** All rows of subjects about which something may be said. */
  readonly noted?: (() => readonly number[]) | null;
  readonly identity?: ((row: number) => SubjectId) | null;
}

const isSaid = ({ status, undecided, provisional }: SubjectResult): boolean =>
  status !== "scored" || undecided.length > 0 || provisional.length > 0;

/** The subjects that are not scored, or about which something is undecided or provisional, in the order of the data. */
export function* notedSubjects(result: Result): Generator<SubjectResult, void, void> {
  const { subjects } = result;
  const { noted = null }: Rows = result as Result & Rows;
  for (const row of noted === null ? subjects.keys() : noted()) {
    const subject = subjects[row];
    if (subject !== undefined && isSaid(subject)) yield subject;
  }
}

/** The key and the period of each subject, in the order of the data. */
export function* subjectIds(result: Result): Generator<SubjectId, void, void> {
  const { subjects } = result;
  const { identity = null }: Rows = result as Result & Rows;
  if (identity === null) yield* subjects;
  else for (let row = 0; row < subjects.length; row += 1) yield identity(row);
}
