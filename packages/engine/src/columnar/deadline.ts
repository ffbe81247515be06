/**
 * A time limit in the form of an abort signal: code that checks the signal between two steps observes the limit as
 * well, the reference evaluator included.
 */
import type { Cancellation } from "../data/run-options.js";
import { LimitExceeded } from "./limits.js";

/** Cancels a run when a signal is aborted or a time limit has passed. */
export class Deadline implements Cancellation {
  private readonly begin = Date.now();

  /** `milliseconds` from now; null: no end but the signal's. */
  constructor(
    private readonly signal: Cancellation | undefined,
    private readonly milliseconds: number | null,
  ) {}

  private get isLate(): boolean {
    return this.milliseconds !== null && Date.now() - this.begin > this.milliseconds;
  }

  get aborted(): boolean {
    return this.signal?.aborted === true || this.isLate;
  }

  get reason(): unknown {
    if (this.isLate) return new LimitExceeded("milliseconds", this.milliseconds ?? 0, Date.now() - this.begin);
    return this.signal?.reason ?? Object.assign(new Error("The evaluation was aborted."), { name: "AbortError" });
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
}
