/**
 * `yardstick check`: all diagnostics of the rubrics: as code frames with a final count, as JSON, as annotations of GitHub, or as SARIF.
 */
import type { Diagnostic, Severity } from "@yardstick/language";
import { fixAll } from "@yardstick/service";
import { checkFiles, diagnosticJson } from "yardstick";
import { SourceLines, codeFrame } from "../code-frame.js";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { STDIN } from "../files.js";
import { githubLevels, workflowCommand } from "../github-annotations.js";
import { jsonText } from "../json-pieces.js";
import { formatOf } from "../output.js";
import type { CheckedFile } from "../sarif.js";
import { sarifLog } from "../sarif.js";
import type { CheckOptions } from "../command-options.js";

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

const FORMATS = ["text", "json", "github", "sarif"] as const;

/** Runs the command. Fails on errors, and with `--deny-warnings` on warnings. */
export async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, FORMATS, context);
  const { io, messages, lang } = context;
  const { results: checked, unreadable } = await forEachRubric(paths, context, async (file, done, all) => {
    context.progress.notify(messages.progress.checking(file, done, all));
    const written = await context.files.rubric(file);
    const source = options.fix ? fixed(file, written, context) : written;
    return { file, lines: new SourceLines(source), diagnostics: diagnosticsOf(file, source, context) };
  });
  context.progress.end();

  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const [errors, warnings, advice] = [count("error"), count("warning"), count("advice")];
  if (format === "json") {
    io.stdout.write(jsonText(checked.flatMap((each) => each.diagnostics.map((found) => jsonOf(found, each)))));
  } else if (format === "sarif") {
    io.stdout.write(jsonText(sarifLog(checked, lang)));
  } else {
    for (const each of checked)
      for (const found of each.diagnostics) {
        const text = format === "github" ? annotationOf(found, each) : frameOf(found, each, context);
        io.stdout.write(`${text}\n`);
      }
    const sums = [messages.diagnosticCounts(errors, warnings, advice, checked.length)];
    if (unreadable > 0) sums.push(messages.unreadableCount(unreadable));
    io.stdout.write(`${sums.join(messages.comma)}\n`);
  }
  if (unreadable > 0) return NO_FILE;
  return errors > 0 || (options.denyWarnings && warnings > 0) ? HAS_ERRORS : DONE;
}

function diagnosticsOf(file: string, source: string, { files, lang }: Context): readonly Diagnostic[] {
  return checkFiles(source, { file, lang, load: (path: string) => files.usedRubric(path) }).diagnostics;
}

/** A diagnostic with its file, and its place as line and column from 1 beside the offsets. */
const jsonOf = (found: Diagnostic, { file, lines }: CheckedFile): object => ({
  ...diagnosticJson(found, file),
  ...lines.positionOf(found.span[0]),
});

const frameOf = (found: Diagnostic, { file, lines }: CheckedFile, { messages, out }: Context): string =>
  `${codeFrame(found, file, lines, messages, out)}\n`;

function annotationOf({ severity, code, span, message, help }: Diagnostic, { file, lines }: CheckedFile): string {
  const text = help === null ? message : `${message}\n${help}`;
  return workflowCommand({ level: githubLevels[severity], file, span, title: code, message: text }, lines);
}

/**
 * The text after the fixes that leave no choice. Each is named on standard error; the file is written where the text has changed. Throws
 * a `Failure` for standard input and for a rubric in a project file, which cannot be written.
 */
function fixed(file: string, source: string, context: Context): string {
  const { files, messages } = context;
  if (file === STDIN) throw new Failure(WRONG_USAGE, messages.fixNeedsFile);
  const { text, applied } = fixAll(source, (each) => diagnosticsOf(file, each, context));
  if (text === source) return source;
  files.write(file, text);
  for (const { before, span, title } of applied) {
    const { line, column } = new SourceLines(before).positionOf(span[0]);
    note(context, messages.fixApplied(`${file}:${line}:${column}`, title));
  }
  return text;
}
