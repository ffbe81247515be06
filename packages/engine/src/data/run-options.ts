/**
 * Options of a run, besides a rubric and its data.
 */
/** What may end an evaluation early; an `AbortSignal` is one. It is checked between subjects. */
export interface Cancellation {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** Options of a run of the reference evaluator. */
export interface RunOptions {
  /** Name of a scenario of the rubric. An unknown one is a `RangeError`. */
  readonly scenario?: string | null | undefined;
  /** Score only this period's subjects; otherwise all, each among those of its own period. */
  readonly period?: string | null | undefined;
  readonly signal?: Cancellation | undefined;
}
