/**
 * Where a result goes: standard output, or a file that is written atomically. Bytes never go to a terminal.
 */
import type { Content } from "./atomic-file.js";
import type { Context } from "./context.js";
import { DONE, Failure, NO_FILE, WRONG_USAGE } from "./exit.js";
import { errorCode, isSystemError } from "./files.js";
import type { Writer } from "./io.js";

export function formatOf<F extends string>(format: string, known: readonly F[], { messages }: Context): F {
  const found = known.find((each) => each === format);
  if (found !== undefined) return found;
  throw new Failure(WRONG_USAGE, messages.usage.badValue("--format", format, known.join(", ")));
}

/** Throws a `Failure` where the result cannot be written, so that nothing that builds on it is done. */
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

/** Waits until everything is written that the command printed. */
export async function flush(stdout: Writer, { messages }: Pick<Context, "messages">): Promise<typeof DONE> {
  try {
    await stdout.flushed?.();
    return DONE;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure(NO_FILE, messages.cannotWrite(messages.stdout, messages.whyNot(errorCode(error))));
  }
}
