/**
 * `--watch`: a command runs again after each change of the rubrics under its paths and of the files that it has read.
 */
import { setTimeout } from "node:timers/promises";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { Failure, WRONG_USAGE, type ExitCode } from "./exit.js";
import { FileReader, STDIN } from "./files.js";

/** Milliseconds between two looks at the files: network drives and containers do not report changes. */
const PAUSE = 300;

/** Runs `work` until the process is interrupted. Throws a `Failure` for standard input, which does not change. */
export async function watched(
  paths: readonly string[],
  context: Context,
  work: (context: Context) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { io, messages } = context;
  if (paths.includes(STDIN)) throw new Failure(WRONG_USAGE, messages.watchNeedsFile);
  for (;;) {
    const files = new FileReader(io, messages);
    await work({ ...context, files });
    const known = rubricsUnder(paths, context);
    note(context, messages.watching);
    do await setTimeout(PAUSE);
    while (!files.haveChanged() && rubricsUnder(paths, context) === known);
  }
}

/** The paths of the rubrics, as one text. A new reader sees the present project files. */
function rubricsUnder(paths: readonly string[], { io, messages }: Context): string {
  const silent = new FileReader({ ...io, stderr: { write: () => true } }, messages);
  return paths.flatMap((path) => silent.rubricsUnder(path, () => {})).join("\n");
}
