/**
 * The command `yardstick`. Results go to standard output, everything else to standard error.
 */
import process from "node:process";
import { ENGINE_VERSION } from "yardstick";
import type { Context } from "./context.js";
import { contextOf } from "./context.js";
import type { ExitCode } from "./exit.js";
import { removeUnfinished } from "./atomic-file.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, UNEXPECTED } from "./exit.js";
import { errorCode, isSystemError } from "./files.js";
import type { Io } from "./io.js";
import { exitOnInterrupt, processIo } from "./io.js";
import { langOf } from "./locale.js";
import { isOutOfMemory, memoryOfMachine } from "./memory.js";
import { flush } from "./output.js";
import { langOfSettings, readSettings } from "./settings.js";
import type { Request } from "./command-options.js";
import { parseCommandLine } from "./usage.js";
import type { Messages } from "./messages.js";
import { messagesOf } from "./messages.js";

/** Loads the command and runs it: a command line pays for what its own command needs. */
async function run(request: Request, context: Context): Promise<ExitCode> {
  switch (request.command) {
    case "score":
      return (await import("./commands/score.js")).score(request.rubric, request.options, context);
    case "explain":
      return (await import("./commands/explain.js")).explain(request.rubric, request.key, request.options, context);
    case "compare":
      return (await import("./commands/compare.js")).compare(request.rubric, request.options, context);
    case "impact":
      return (await import("./commands/impact.js")).impact(request.rubric, request.options, context);
    case "sensitivity":
      return (await import("./commands/sensitivity.js")).sensitivity(request.rubric, request.options, context);
    case "check":
      return watchedWhere(request, context, async (again) =>
        (await import("./commands/check.js")).check(request.paths, request.options, again),
      );
    case "test":
      return watchedWhere(request, context, async (again) =>
        (await import("./commands/test.js")).test(request.paths, request.options, again),
      );
    case "collect":
      return (await import("./commands/collect.js")).collect(request.rubric, request.files, request.options, context);
    case "form":
      return (await import("./commands/form.js")).form(request.rubric, request.options, context);
    case "read":
      return (await import("./commands/read.js")).read(request.file, request.options, context);
    case "print":
      return (await import("./commands/print.js")).print(request.rubric, request.options, context);
    case "fmt":
      return (await import("./commands/fmt.js")).fmt(request.paths, request.options, context);
    case "compile":
      return (await import("./commands/compile.js")).compile(request.rubric, request.options, context);
    case "schema":
      return (await import("./commands/schema.js")).schema(request.rubric, request.options, context);
    case "verify":
      return (await import("./commands/verify.js")).verify(request.file, request.options, context);
    case "sql":
      return (await import("./commands/sql.js")).sql(request.rubric, request.options, context);
    case "lsp":
      return (await import("./commands/lsp.js")).lsp(request.options, context);
    case "completion":
      return (await import("./commands/completion.js")).completion(request.shell, context);
    case "new":
      return (await import("./commands/new.js")).newFolder(request.folder, request.options, context);
    default:
      return request satisfies never;
  }
}

/** Runs a command once, or with `--watch` after each change. */
async function watchedWhere(
  { paths, options }: Extract<Request, { readonly command: "check" | "test" }>,
  context: Context,
  work: (context: Context) => Promise<ExitCode>,
): Promise<ExitCode> {
  return options.watch ? (await import("./watch.js")).watched(paths, context, work) : work(context);
}

/**
 * Runs a command line, given without `node` and the name of the program. Returns the exit code: 0 to 3, or 70 after a bug in this
 * program; Ctrl-C ends the process with 130. Tests pass their own `io`.
 */
export async function main(argv: readonly string[], io?: Io): Promise<number> {
  if (io === undefined) exitOnInterrupt(removeUnfinished);
  const environment = io ?? processIo();
  const settings = readSettings(environment.cwd);
  const lang = langOf(argv, environment.env, langOfSettings(settings));
  const messages = messagesOf[lang];
  const code = await exitCodeOf(environment, messages, async () => {
    const line = parseCommandLine(argv, lang, messages.usage, environment, settings);
    if (line === null) return DONE;
    const context = contextOf(environment, lang, line.color);
    try {
      return await run(line.request, context);
    } finally {
      context.progress.end();
    }
  });
  // After NO_FILE an error of standard output has been reported already.
  const flushed =
    code === NO_FILE ? DONE : await exitCodeOf(environment, messages, () => flush(environment.stdout, { messages }));
  try {
    await environment.stderr.flushed?.();
  } catch {
    // The error cannot be reported anywhere.
    return NO_FILE;
  }
  return flushed === DONE ? code : flushed;
}

/** Runs `work` and returns its exit code; reports a failure on standard error. */
async function exitCodeOf(io: Io, messages: Messages, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const { message, exitCode } = error instanceof Failure ? error : failureOf(error, messages, io);
    if (message !== "") io.stderr.write(`${message}\n`);
    return exitCode;
  }
}

/** The message of an unexpected error: of the operating system, or a bug in this program that should be reported. */
function failureOf(
  error: unknown,
  messages: Messages,
  { env }: Io,
): { readonly message: string; readonly exitCode: number } {
  if (isSystemError(error)) {
    const { path } = error as { readonly path?: unknown };
    const named = typeof path === "string" ? path : messages.unknownFile;
    return { message: messages.systemError(named, messages.whyNot(errorCode(error))), exitCode: NO_FILE };
  }
  if (isOutOfMemory(error)) {
    const [used, limit] = [process.memoryUsage.rss(), memoryOfMachine()].map((bytes) => Math.round(bytes / 1_000_000));
    return { message: messages.outOfMemory(used ?? 0, limit ?? 0), exitCode: HAS_ERRORS };
  }
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const summary = message === "" ? name : `${name}: ${message.split("\n")[0] ?? ""}`;
  const [, location = ""] = /^\s+at .*?([\w-]+\.m?js:\d+:\d+)\)?$/mu.exec(stack) ?? [];
  const report = messages.unexpected(
    summary,
    location,
    `yardstick ${ENGINE_VERSION}, node ${process.version}, ${process.platform}`,
  );
  return { message: env["YARDSTICK_DEBUG"] ? `${report}\n${stack}` : report, exitCode: UNEXPECTED };
}
