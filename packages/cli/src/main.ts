/**
 * The command `yardstick`: a command line in, an exit code out. Results go to standard output, everything else to standard
 * error; tests call `main` in their own process with their own streams.
 */
import { check } from "./commands/check.js";
import { compare } from "./commands/compare.js";
import { explain } from "./commands/explain.js";
import { form } from "./commands/form.js";
import { fmt } from "./commands/fmt.js";
import { newFolder } from "./commands/new.js";
import { score } from "./commands/score.js";
import { sensitivity } from "./commands/sensitivity.js";
import { test } from "./commands/test.js";
import type { Context } from "./context.js";
import { contextOf } from "./context.js";
import type { ExitCode } from "./exit.js";
import { DONE, Failure } from "./exit.js";
import { removeHalfWritten } from "./files.js";
import type { Io } from "./io.js";
import { endQuietlyOnClosedPipe, exitOnInterrupt, processIo } from "./io.js";
import { langOf } from "./locale.js";
import type { Request } from "./usage.js";
import { parseCommandLine } from "./usage.js";
import { wordsOf } from "./words.js";

function run(request: Request, context: Context): Promise<ExitCode> {
  switch (request.command) {
    case "score":
      return score(request.rubric, request.options, context);
    case "explain":
      return explain(request.rubric, request.key, request.options, context);
    case "compare":
      return compare(request.rubric, request.options, context);
    case "sensitivity":
      return sensitivity(request.rubric, request.options, context);
    case "check":
      return check(request.paths, request.options, context);
    case "test":
      return test(request.paths, request.options, context);
    case "form":
      return form(request.rubric, request.options, context);
    case "fmt":
      return fmt(request.paths, request.options, context);
    case "new":
      return Promise.resolve(newFolder(request.folder, request.options, context));
    default:
      return request satisfies never;
  }
}

/** `argv` is without `node` and the program's name. Gives the exit code: 0 to 3; Ctrl-C ends the process with 130. */
export async function main(argv: readonly string[], io?: Io): Promise<number> {
  if (io === undefined) {
    endQuietlyOnClosedPipe();
    exitOnInterrupt(removeHalfWritten);
  }
  const world = io ?? processIo();
  const lang = langOf(argv, world.env);
  try {
    const line = parseCommandLine(argv, lang, wordsOf[lang].usage, world);
    if (line === null) return DONE;
    const context = contextOf(world, lang, line.color);
    try {
      return await run(line.request, context);
    } finally {
      context.progress.end();
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.message !== "") world.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
}
