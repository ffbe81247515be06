/**
 * `yardstick check`: all diagnostics of the rubrics, as code frames with a final count, or as JSON.
 */
import type { Severity } from "@yardstick/language";
import { compile, diagnosticJson } from "yardstick";
import { SourceLines, codeFrame } from "../code-frame.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE } from "../exit.js";
import { jsonText } from "../json-pieces.js";
import { formatOf } from "../output.js";
import type { PathOptions } from "../usage.js";

/**
 * The results of `work` for each rubric under the paths, each rubric once. Rubrics that cannot be read are reported on standard error
 * and skipped.
 */
export async function forEachRubric<T>(
  paths: readonly string[],
  context: Context,
  work: (file: string, done: number, all: number) => Promise<T>,
): Promise<{ readonly results: readonly T[]; readonly unreadable: number }> {
  const { files, messages } = context;
  let unreadable = 0;
  const report = (failure: Failure) => {
    unreadable += 1;
    note(context, failure.message);
  };
  const found = paths.flatMap((path) => {
    const before = unreadable;
    const inside = files.rubricsUnder(path, report);
    if (inside.length === 0 && unreadable === before) report(new Failure(NO_FILE, messages.noRubrics(path)));
    return inside;
  });
  const rubrics = [...new Set(found)];
  const results: T[] = [];
  for (const [done, file] of rubrics.entries()) {
    try {
      results.push(await work(file, done, rubrics.length));
    } catch (error) {
      if (!(error instanceof Failure) || error.exitCode !== NO_FILE) throw error;
      report(error);
    }
  }
  return { results, unreadable };
}

/** Runs the command. Fails on errors, and with `--deny-warnings` on warnings. */
export async function check(paths: readonly string[], options: PathOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["text", "json"] as const, context);
  const { io, messages, out, lang } = context;
  const { results: checked, unreadable } = await forEachRubric(paths, context, async (file, done, all) => {
    context.progress.notify(messages.progress.checking(file, done, all));
    const source = await context.files.rubric(file);
    const load = (path: string) => context.files.usedRubric(path);
    return { file, source, diagnostics: compile(source, { file, lang, load }).diagnostics };
  });
  context.progress.end();

  if (format === "json") {
    io.stdout.write(
      jsonText(checked.flatMap(({ file, diagnostics }) => diagnostics.map((each) => diagnosticJson(each, file)))),
    );
  } else {
    for (const { file, source, diagnostics } of checked) {
      const lines = new SourceLines(source);
      for (const diagnostic of diagnostics) io.stdout.write(`${codeFrame(diagnostic, file, lines, messages, out)}\n\n`);
    }
  }
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const [errors, warnings, advice] = [count("error"), count("warning"), count("advice")];
  if (format === "text") {
    const sums = [messages.diagnosticCounts(errors, warnings, advice, checked.length)];
    if (unreadable > 0) sums.push(messages.unreadableCount(unreadable));
    io.stdout.write(`${sums.join(messages.comma)}\n`);
  }
  if (unreadable > 0) return NO_FILE;
  return errors > 0 || (options.denyWarnings && warnings > 0) ? HAS_ERRORS : DONE;
}
