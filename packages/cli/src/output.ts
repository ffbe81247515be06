/**
 * Writes results to standard output or to a file. Binary content is not written to a terminal.
 */
import type { Content } from "./atomic-file.js";
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

/** Writes a result to `out`, or to standard output. Throws a `Failure` where that is not possible. */
export async function publish(content: Content, out: string | undefined, context: Context): Promise<void> {
  const { io, files, messages, progress } = context;
  if (out !== undefined && out !== "-") {
    progress.notify(messages.progress.writing(out));
    files.write(out, content);
    return;
  }
  if (content instanceof Uint8Array && io.stdout.isTTY === true) throw new Failure(WRONG_USAGE, messages.needsOut);
  const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
  for (const piece of pieces) {
    progress.aside(() => io.stdout.write(piece));
    await flush(io.stdout, context);
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
