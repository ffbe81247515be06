/**
 * The world as a command sees it: two streams to write to, one to read, a folder and an environment. Tests give their own;
 * a process gives its own through `processIo`.
 */
import process from "node:process";

export interface Writer {
  /** Bytes are what a file is made of; people are only ever written text. */
  write(content: string | Uint8Array): unknown;
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

export function processIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    cwd: process.cwd(),
    env: process.env,
    progressFd: process.stderr.isTTY ? process.stderr.fd : undefined,
    holdInterrupt,
  };
}

/** A reader that goes away (`| head`) ends the command without a word; any other fault of a stream is a fault. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
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
