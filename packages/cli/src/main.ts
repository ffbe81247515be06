/**
 * The command `yardstick`. Results go to standard output, everything else to standard error.
 */
import process from "node:process";
import { ENGINE_VERSION } from "yardstick";
import { check } from "./commands/check.js";
import { collect } from "./commands/collect.js";
import { compare } from "./commands/compare.js";
import { explain } from "./commands/explain.js";
import { form } from "./commands/form.js";
import { fmt } from "./commands/fmt.js";
import { newFolder } from "./commands/new.js";
import { print } from "./commands/print.js";
import { read } from "./commands/read.js";
import { score } from "./commands/score.js";
import { sensitivity } from "./commands/sensitivity.js";
import { test } from "./commands/test.js";
import type { Context } from "./context.js";
import { contextOf } from "./context.js";
import type { ExitCode } from "./exit.js";
import { removeUnfinished } from "./atomic-file.js";
import { DONE, Failure, NO_FILE, UNEXPECTED } from "./exit.js";
import { errorCode, isSystemError } from "./files.js";
import type { Io } from "./io.js";
import { exitOnInterrupt, processIo } from "./io.js";
import { langOf } from "./locale.js";
import { flush } from "./output.js";
import type { Request } from "./usage.js";
import { parseCommandLine } from "./usage.js";
import type { Messages } from "./messages.js";
import { messagesOf } from "./messages.js";

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
    case "collect":
      return collect(request.rubric, request.files, request.options, context);
    case "form":
      return form(request.rubric, request.options, context);
    case "read":
      return read(request.file, request.options, context);
    case "print":
      return print(request.rubric, request.options, context);
    case "fmt":
      return fmt(request.paths, request.options, context);
    case "new":
      return Promise.resolve(newFolder(request.folder, request.options, context));
    default:
      return request satisfies never;
  }
}

/**
 * Runs a command line, given without `node` and the name of the program. Returns the exit code: 0 to 3, or 70 after a bug in this
 * program; Ctrl-C ends the process with 130. Tests pass their own `io`.
 */
export async function main(argv: readonly string[], io?: Io): Promise<number> {
  if (io === undefined) exitOnInterrupt(removeUnfinished);
  const environment = io ?? processIo();
  const lang = langOf(argv, environment.env);
  const messages = messagesOf[lang];
  const code = await exitCodeOf(environment, messages, async () => {
    const line = parseCommandLine(argv, lang, messages.usage, environment);
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
