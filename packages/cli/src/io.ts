/**
 * The world as a command sees it: two streams to write to, one to read, a folder and an environment. Tests give their own;
 * a process gives its own through `processIo`.
 */
import process from "node:process";

export interface Writer {
  /** Bytes are what a file is made of; people are only ever written text. */
  write(content: string | Uint8Array): unknown;
  /** Resolves once everything is written; rejects with the error that prevented it. A writer that cannot fail has none. */
  flushed?(): Promise<void>;
  readonly isTTY?: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
}

export interface Io {
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where progress is written past the streams; left out where nobody looks on. */
  readonly progressFd?: number | undefined;
  /** Lets Ctrl-C end the process at once, until what it gives is called. */
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

  /** A reader that goes away (`| head`) wants no more: that is no failure, and the command goes on to its end. */
  async flushed(): Promise<void> {
    await this.last;
    if (this.failure !== null && this.failure.code !== "EPIPE") throw this.failure;
  }
}

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

let onInterrupt: (() => void) | null = null;

/** Ctrl-C ends with the code that shells expect; `clean` removes what is half written. */
export function exitOnInterrupt(clean: () => void): void {
  onInterrupt = () => {
    clean();
    process.exit(130);
  };
  process.once("SIGINT", onInterrupt);
}

/** A listener is only called between two pieces of work; without one the system ends the process, which a shell calls 130 too. */
function holdInterrupt(): () => void {
  const held = onInterrupt;
  if (held === null) return () => {};
  process.off("SIGINT", held);
  return () => process.once("SIGINT", held);
}
