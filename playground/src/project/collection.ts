/**
 * What is known about the forms of each department: when its form was exported, and the last file that was merged.
 */

/** The state of one department. */
export interface DepartmentRecord {
  readonly department: string;
  /** Time at which its form was exported, in milliseconds since 1970; null where it was not. */
  readonly sent: number | null;
  /** Name of the last file that was merged; null where there is none. */
  readonly file: string | null;
  /** Time of that merge. */
  readonly received: number | null;
}

/** The record of a department; of one that nothing is known about, all fields are null. */
export function recordOf(collection: readonly DepartmentRecord[], department: string | null): DepartmentRecord {
  const known = collection.find((record) => record.department === department);
  return known ?? { department: department ?? "", sent: null, file: null, received: null };
}

function withRecords(
  collection: readonly DepartmentRecord[],
  changes: ReadonlyMap<string, Partial<DepartmentRecord>>,
): readonly DepartmentRecord[] {
  const others = collection.filter(({ department }) => !changes.has(department));
  return [
    ...others,
    ...[...changes].map(([department, change]) => ({ ...recordOf(collection, department), ...change, department })),
  ];
}

/** The records after the forms of some departments were exported. */
export function withSent(
  collection: readonly DepartmentRecord[],
  departments: readonly string[],
  now: number,
): readonly DepartmentRecord[] {
  return withRecords(collection, new Map(departments.map((department) => [department, { sent: now }])));
}

/** The records after files were merged; of several files of a department the last one is recorded. */
export function withReceived(
  collection: readonly DepartmentRecord[],
  files: readonly { readonly department: string | null; readonly file: string }[],
  now: number,
): readonly DepartmentRecord[] {
  const changes = files.flatMap(({ department, file }) =>
    department === null ? [] : [[department, { file, received: now }] as const],
  );
  return withRecords(collection, new Map(changes));
}
