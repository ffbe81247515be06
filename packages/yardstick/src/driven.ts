/**
 * Drives work that can be interrupted: at once, or letting other work go first, and to its end or until a signal or the clock ends it.
 */
import type { Deadline } from "@yardstick/engine";
import type { Steps } from "@yardstick/tables/rows";

/** Work that yields goes on for so long at a stretch, in milliseconds. */
const SLICE_MS = 12;

/** Throws the reason of the deadline once it has passed. */
export function driven<T>(steps: Steps<T>, deadline: Deadline): T {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    deadline.throwIfAborted();
  }
}

/** The same, without blocking for longer than a slice. */
export async function drivenAsync<T>(steps: Steps<T>, deadline: Deadline): Promise<T> {
  let until = Date.now() + SLICE_MS;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (Date.now() >= until) {
      await yieldToEventLoop();
      until = Date.now() + SLICE_MS;
    }
    deadline.throwIfAborted();
  }
}

/** Lets timers, messages and painting go first. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
