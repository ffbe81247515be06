/**
 * How far long work has come, on a terminal alone and only once it has taken more than a second. Scoring and reading leave no
 * moment free, so a second thread keeps the line; whoever writes something else has it cleared first.
 */
import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { widthOf } from "./display-width.js";
import type { Io } from "./io.js";

const PATIENCE = 1000;
/** Of terminals that do not say how wide they are. */
const USUAL_WIDTH = 80;
const CLEAR_LINE = "\r\u001b[2K";
/** Kept free behind the text for the seconds. */
const SECONDS_WIDTH = 8;

/** Places in the flags that both threads see; `bin/progress-clock.mjs` knows the same. */
const LOCK = 0;
const SHOWN = 1;
const ENDED = 2;

interface Clock {
  readonly fd: number;
  readonly flags: Int32Array;
  readonly thread: Worker;
}

export class Progress {
  private clock: Clock | null = null;
  private hasEnded = false;

  constructor(private readonly io: Pick<Io, "progressFd" | "stderr" | "holdInterrupt">) {}

  /** What is being done now. */
  notify(text: string): void {
    const { progressFd: fd } = this.io;
    if (fd === undefined || this.hasEnded) return;
    this.clock ??= startClock(fd);
    // A thread is no window: it has no origin that could be named.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.clock.thread.postMessage(cutTo(text, (this.io.stderr.columns || USUAL_WIDTH) - SECONDS_WIDTH));
  }

  /** Work that leaves no moment free: it is told, and Ctrl-C ends the process at once instead of waiting for its end. */
  busy<T>(text: string, work: () => T): T {
    this.notify(text);
    const hold = this.io.holdInterrupt?.();
    try {
      return work();
    } finally {
      hold?.();
    }
  }

  /** Takes the line away while something else is written. */
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

  end(): void {
    const { clock } = this;
    this.hasEnded = true;
    if (clock === null) return;
    this.aside(() => Atomics.store(clock.flags, ENDED, 1));
    void clock.thread.terminate();
    this.clock = null;
  }
}

function startClock(fd: number): Clock {
  const state = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
  const thread = new Worker(new URL("../bin/progress-clock.mjs", import.meta.url), {
    workerData: { fd, state, patience: PATIENCE, clearLine: CLEAR_LINE },
  });
  // What is only shown must neither keep the process nor end it.
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
