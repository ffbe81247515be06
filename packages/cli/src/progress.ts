/**
 * How far long work has come, on a terminal alone and only once it has taken more than a second.
 */
import type { Context } from "./context.js";

const PATIENCE = 1000;
const CLEAR_LINE = "\r\u001b[2K";

export class Progress {
  private readonly since = Date.now();
  private isShown = false;

  constructor(
    private readonly all: number,
    private readonly context: Context,
  ) {}

  /** So many of all. */
  at(done: number): void {
    this.tell(this.context.words.progress(done, this.all));
  }

  /** `file` has been read so far. */
  reading(file: string, done: number): void {
    this.tell(this.context.words.reading(file, this.all === 0 ? 100 : Math.floor((100 * done) / this.all)));
  }

  private tell(text: string): void {
    const { io } = this.context;
    if (io.stderr.isTTY !== true || Date.now() - this.since < PATIENCE) return;
    io.stderr.write(CLEAR_LINE + text);
    this.isShown = true;
  }

  end(): void {
    if (this.isShown) this.context.io.stderr.write(CLEAR_LINE);
  }
}
