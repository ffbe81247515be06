/**
 * Where a result goes: standard output, or a file that is whole or absent. Bytes never go to a terminal.
 */
import type { Context } from "./context.js";
import { Failure, WRONG_USAGE } from "./exit.js";

export function formatOf<F extends string>(format: string, known: readonly F[], { words }: Context): F {
  const found = known.find((each) => each === format);
  if (found !== undefined) return found;
  throw new Failure(WRONG_USAGE, words.usage.badValue("--format", format, known.join(", ")));
}

export function publish(
  content: string | Uint8Array,
  out: string | undefined,
  { io, files, words, progress }: Context,
): void {
  if (out !== undefined && out !== "-") {
    progress.tell(words.progress.writing(out));
    files.write(out, content);
  } else if (typeof content !== "string" && io.stdout.isTTY === true) throw new Failure(WRONG_USAGE, words.needsOut);
  else progress.aside(() => io.stdout.write(content));
}

/** JSON as it is printed: indented, with a line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
