/**
 * Writes results to standard output or to a file. Binary content is not written to a terminal.
 */
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { StreamedContent } from "./atomic-file.js";
import { piecesOf } from "./atomic-file.js";
import type { Context } from "./context.js";
import { DONE, Failure, NO_FILE, WRONG_USAGE } from "./exit.js";
import { errorCode, isSystemError } from "./files.js";
import type { Writer } from "./io.js";

/** Checks the value of `--format`. Throws a `Failure` for an unknown one. */
export function formatOf<F extends string>(format: string, known: readonly F[], context: Context): F {
  return oneOf("--format", format, known, context);
}

/** Checks the value of an option that has several. Throws a `Failure` for an unknown one. */
export function oneOf<V extends string>(option: string, value: string, known: readonly V[], { messages }: Context): V {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  throw new Failure(WRONG_USAGE, messages.usage.badValue(option, value, known.join(", ")));
}

/**
 * Writes a result to `out`, or to standard output, piece by piece; others have their turn meanwhile, so that an interruption takes effect.
 * A reader that closes the pipe ends the output early. Throws a `Failure` where writing is not possible.
 */
export async function publish(content: StreamedContent, out: string | undefined, context: Context): Promise<void> {
  const { io, files, messages, progress } = context;
  if (out !== undefined && out !== "-") {
    progress.notify(messages.progress.writing(out));
    await files.writeStream(out, inTurns(piecesOf(content)));
    return;
  }
  for await (const piece of piecesOf(content)) {
    if (piece instanceof Uint8Array && io.stdout.isTTY === true) throw new Failure(WRONG_USAGE, messages.needsOut);
    progress.aside(() => io.stdout.write(piece));
    await flush(io.stdout, context);
    if (io.stdout.isClosed === true) return;
  }
}

/** Writes files into a folder, which is created where it is missing; each is whole or not there. Throws a `Failure` where that is not possible. */
export async function publishFolder(
  texts: Iterable<readonly [name: string, text: string]>,
  folder: string,
  { files }: Context,
): Promise<void> {
  files.makeFolder(folder);
  for await (const [name, text] of inTurns(texts)) files.write(join(folder, name), text, false);
}

/** Milliseconds of work between two pauses. */
const TURN = 50;

/** The pieces, with pauses in which signals are handled. */
async function* inTurns<P>(pieces: Iterable<P> | AsyncIterable<P>): AsyncGenerator<P, void, void> {
  let began = performance.now();
  for await (const piece of pieces) {
    yield piece;
    if (performance.now() - began < TURN) continue;
    await setImmediate();
    began = performance.now();
  }
}

/** Waits until all output is written. Throws a `Failure` where that is not possible. */
export async function flush(stdout: Writer, { messages }: Pick<Context, "messages">): Promise<typeof DONE> {
  try {
    await stdout.flushed?.();
    return DONE;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure(NO_FILE, messages.cannotWrite(messages.stdout, messages.whyNot(errorCode(error))));
  }
}
