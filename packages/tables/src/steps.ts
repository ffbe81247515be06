/**
 * Work that can be interrupted: a generator that yields every few thousand cells, so that whoever drives it may look at a signal or
 * a clock, or let other work go first.
 */
export type Steps<T> = Generator<void, T, void>;

/** Does all of the work at once. */
export function completed<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
