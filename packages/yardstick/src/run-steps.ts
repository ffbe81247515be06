/**
 * Runs interruptible work, synchronously or yielding to the event loop, until it ends or is cancelled.
 */
import type { Deadline } from "@yardstick/engine";
import type { Steps } from "@yardstick/tables/rows";

/** The time in milliseconds after which asynchronous work yields. */
const SLICE_MS = 12;

/** Runs the steps synchronously. Throws the reason of the deadline once it has passed. */
export function runSteps<T>(steps: Steps<T>, deadline: Deadline): T {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    deadline.throwIfAborted();
  }
}

/** Runs the steps without blocking for longer than a slice. Rejects with the reason of the deadline once it has passed. */
export async function runStepsAsync<T>(steps: Steps<T>, deadline: Deadline): Promise<T> {
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

/** Lets pending timers, messages and painting run. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
