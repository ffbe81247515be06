/**
 * Interruptible work: a generator that yields every few thousand cells, so that its caller can check for cancellation or a time limit,
 * or run other work in between.
 */
import type { Cancellation } from "@yardstick/engine";

/** Work in steps. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps and returns the result; throws the reason of `signal` once it is aborted. */
export function completed<T>(steps: Steps<T>, signal?: Cancellation): T {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (signal?.aborted === true) throw signal.reason;
  }
}
