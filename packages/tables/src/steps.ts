/**
 * Interruptible work: a generator that yields every few thousand cells, so that its caller can check for cancellation or a time limit,
 * or run other work in between.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps without interruption and returns the result. */
export function completed<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
