/**
 * The progress line, shown on a terminal once work has taken more than a second. Scoring and reading occupy the main thread, so a second
 * thread writes the line; it is cleared before other output.
 */
import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Threads from "node:worker_threads";
import { widthOf } from "./display-width.js";
import type { Io } from "./io.js";

/** Milliseconds before the line is shown. */
const PATIENCE = 1000;
/** The width assumed where the terminal does not report it. */
const USUAL_WIDTH = 80;
const CLEAR_LINE = "\r\u001b[2K";
/** Columns reserved after the text for the seconds. */
const SECONDS_WIDTH = 8;

/** Indexes of the flags shared by both threads, the same as in `bin/progress-clock.mjs`. */
const LOCK = 0;
const SHOWN = 1;
const ENDED = 2;

interface Clock {
  readonly fd: number;
  readonly flags: Int32Array;
  readonly thread: Threads.Worker;
}

/** The progress line of a run. */
export class Progress {
  private clock: Clock | null = null;
  private hasEnded = false;

  constructor(private readonly io: Pick<Io, "progressFd" | "stderr" | "holdInterrupt">) {}

  /** Shows the current activity. */
  notify(text: string): void {
    const { progressFd: fd } = this.io;
    if (fd === undefined || this.hasEnded) return;
    this.clock ??= startClock(fd);
    // A worker thread has no origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.clock.thread.postMessage(cutTo(text, (this.io.stderr.columns || USUAL_WIDTH) - SECONDS_WIDTH));
  }

  /** Runs synchronous work under a progress text; Ctrl-C ends the process at once instead of after it. */
  busy<T>(text: string, work: () => T): T {
    this.notify(text);
    const hold = this.io.holdInterrupt?.();
    try {
      return work();
    } finally {
      hold?.();
    }
  }

  /** Clears the line while `write` writes other output. */
  aside(write: () => void): void {
    const { clock } = this;
    if (clock === null) return write();
    const { flags, fd } = clock;
    while (Atomics.compareExchange(flags, LOCK, 0, 1) !== 0) Atomics.wait(flags, LOCK, 1, 10);
    try {
      if (Atomics.exchange(flags, SHOWN, 0) === 1) writeSync(fd, CLEAR_LINE);
      write();
    } finally {
      Atomics.store(flags, LOCK, 0);
    }
  }

  /** Removes the line for good. */
  end(): void {
    const { clock } = this;
    this.hasEnded = true;
    if (clock === null) return;
    this.aside(() => Atomics.store(clock.flags, ENDED, 1));
    void clock.thread.terminate();
    this.clock = null;
  }
}

/** Loads the module of Node when a thread is started: most runs show no progress. */
const threads = (): typeof Threads => createRequire(import.meta.url)("node:worker_threads") as typeof Threads;

function startClock(fd: number): Clock {
  const { Worker } = threads();
  const state = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
  const thread = new Worker(new URL("../bin/progress-clock.mjs", import.meta.url), {
    workerData: { fd, state, patience: PATIENCE, clearLine: CLEAR_LINE },
  });
  // The progress thread must neither keep the process alive nor end it.
  thread.unref();
  thread.on("error", () => {});
  return { fd, flags: new Int32Array(state), thread };
}

function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = "";
  for (const sign of text) {
    if (widthOf(cut + sign) > width - 1) break;
    cut += sign;
  }
  return `${cut}…`;
}
