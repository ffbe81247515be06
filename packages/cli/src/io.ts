/**
 * The process environment of a command: streams, working directory and environment variables. Tests pass their own.
 */
import process from "node:process";

/** An output stream. */
export interface Writer {
  /** Writes text, or the bytes of a binary file. */
  write(content: string | Uint8Array): unknown;
  /** Resolves once everything is written; rejects with the error that prevented it. Absent for writers that cannot fail. */
  flushed?(): Promise<void>;
  readonly isTTY?: boolean;
  /** Whether the reader has closed the pipe, so that nothing more is read. */
  readonly isClosed?: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
}

/** The process environment. */
export interface Io {
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** File descriptor for the progress line; undefined where standard error is not a terminal. */
  readonly progressFd?: number | undefined;
  /** Lets Ctrl-C end the process at once until the returned function is called. */
  readonly holdInterrupt?: () => () => void;
}

/** A stream of the process. */
class StreamWriter implements Writer {
  private failure: NodeJS.ErrnoException | null = null;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on("error", (error) => (this.failure ??= error));
  }

  get isTTY(): boolean {
    return this.stream.isTTY;
  }

  get isClosed(): boolean {
    return this.failure?.code === "EPIPE";
  }

  get columns(): number {
    return this.stream.columns;
  }

  write(content: string | Uint8Array): void {
    if (this.failure !== null) return;
    this.last = new Promise((resolve) => {
      this.stream.write(content, (error) => {
        this.failure ??= error ?? null;
        resolve();
      });
    });
  }

  /** A closed pipe (`| head`) is not an error; the command continues. */
  async flushed(): Promise<void> {
    await this.last;
    if (this.failure !== null && this.failure.code !== "EPIPE") throw this.failure;
  }
}

/** The environment of this process. */
export function processIo(): Io {
  return {
    stdout: new StreamWriter(process.stdout),
    stderr: new StreamWriter(process.stderr),
    stdin: process.stdin,
    cwd: process.cwd(),
    env: process.env,
    progressFd: process.stderr.isTTY ? process.stderr.fd : undefined,
    holdInterrupt,
  };
}

/** The exit codes of a process that a signal ends, as shells give them. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Makes Ctrl-C and the signals that end a process exit with the code that shells expect, after `clean` has removed unfinished files. */
export function exitOnInterrupt(clean: () => void): void {
  for (const [signal, code] of Object.entries(CODES)) {
    process.on(signal, () => {
      clean();
      process.exit(code);
    });
  }
}

/**
 * Removes every listener, a library's too, which synchronous work would delay until it has ended and its result is written; the system
 * then ends the process at once, also with code 130 for a shell.
 */
function holdInterrupt(): () => void {
  const signals = Object.keys(CODES) as (keyof typeof CODES)[];
  const held = signals.map((signal) => process.rawListeners(signal) as NodeJS.SignalsListener[]);
  for (const signal of signals) process.removeAllListeners(signal);
  return () => {
    for (const [at, signal] of signals.entries()) for (const listener of held[at] ?? []) process.on(signal, listener);
  };
}
