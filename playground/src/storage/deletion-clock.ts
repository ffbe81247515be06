/**
 * How long a deleted project can be restored. A clock reading goes in, the deletion as it stands at that time comes out.
 * The clock of an office computer may be wrong and be set, so a reading alone never ends the time of a project:
 *
 * - Time is counted by the latest reading known of any use, so that it stands still while the clock is behind.
 * - After a step of more than a week, whether an absence or a clock that was set forward, a week is left at least; a
 *   project is given this once.
 */

const DAY = 24 * 3_600_000;
/** Days for which a deleted project can be restored. */
export const DAYS_KEPT = 30;
/** Days without use after which as many days are left at least. */
export const DAYS_AFTER_ABSENCE = 7;

/** A project that was deleted and can still be restored. Its times are in milliseconds since 1970. */
export interface DeletedProject {
  readonly id: string;
  /** Its name when it was deleted. */
  readonly name: string;
  readonly deleted: number;
  /** From when on the next start of the app removes it for good. */
  readonly until: number;
  /** The latest reading by which time was counted. */
  readonly seen: number;
  /** Its time has been extended after a step. */
  readonly isExtended: boolean;
}

/** A project that is deleted at a reading. */
export function deletedAt(id: string, name: string, reading: number): DeletedProject {
  return { id, name, deleted: reading, until: reading + DAYS_KEPT * DAY, seen: reading, isExtended: false };
}

/** A deletion counted on to a reading; an earlier reading changes nothing. */
export function countedOn(project: DeletedProject, reading: number): DeletedProject {
  if (reading <= project.seen) return project;
  const atLeast = reading + DAYS_AFTER_ABSENCE * DAY;
  const isStep = reading - project.seen > DAYS_AFTER_ABSENCE * DAY;
  return isStep && !project.isExtended && atLeast > project.until
    ? { ...project, until: atLeast, seen: reading, isExtended: true }
    : { ...project, seen: reading };
}

/** Days that are left, begun ones included; 0 when the time is over. */
export function daysLeft({ until, seen }: DeletedProject): number {
  return Math.max(0, Math.ceil((until - seen) / DAY));
}

/** A stored deletion; one that cannot be read counts from the given reading. `id` is its key. */
export function readDeletion(value: unknown, id: string, reading: number): DeletedProject {
  const { name, deleted, until, seen, isExtended } = (value ?? {}) as Partial<Record<keyof DeletedProject, unknown>>;
  const isTime = (time: unknown): time is number => typeof time === "number" && Number.isFinite(time);
  return isTime(deleted) && isTime(until) && isTime(seen)
    ? { id, name: typeof name === "string" ? name : id, deleted, until, seen, isExtended: isExtended === true }
    : deletedAt(id, typeof name === "string" ? name : id, reading);
}
