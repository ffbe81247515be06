/**
 * `yardstick fmt`: formats rubrics in place, or with `--check` lists those that are not formatted. A rubric with syntax errors is
 * reported and not changed; standard input is formatted to standard output.
 */
import { format, parse, render, type Diagnostic, type Lang } from "@yardstick/language";
import { SourceLines, codeFrame } from "../code-frame.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { STDIN } from "../files.js";
import type { FormatterOptions } from "../command-options.js";
import { forEachRubric } from "./check.js";

/** Runs the command. */
export async function fmt(paths: readonly string[], options: FormatterOptions, context: Context): Promise<ExitCode> {
  const { io, messages, files, err, lang } = context;
  const keywords = keywordsOf(options.keywords, context);
  let unformatted = 0;
  let incorrect = 0;
  const { unreadable } = await forEachRubric(paths, context, async (file) => {
    const source = await files.rubric(file);
    const wrong = syntaxErrors(source, lang);
    if (wrong.length > 0) {
      incorrect += 1;
      const lines = new SourceLines(source);
      for (const one of wrong) io.stderr.write(`${codeFrame(one, file, lines, messages, err)}\n\n`);
      if (file === STDIN && !options.check) io.stdout.write(source);
      return;
    }
    const formatted = format(source, keywords === undefined ? {} : { keywords });
    if (formatted !== source) unformatted += 1;
    if (options.check) {
      if (formatted !== source) io.stdout.write(`${file}\n`);
    } else if (file === STDIN) io.stdout.write(formatted);
    else if (formatted !== source) {
      files.write(file, formatted);
      io.stderr.write(`${messages.formatted(file)}\n`);
    }
  });
  if (unreadable > 0) return NO_FILE;
  return incorrect > 0 || (options.check && unformatted > 0) ? HAS_ERRORS : DONE;
}

function keywordsOf(value: string | undefined, { messages }: Context): Lang | undefined {
  if (value === undefined || value === "zh" || value === "en") return value;
  throw new Failure(WRONG_USAGE, messages.usage.badValue("--keywords", value, "zh, en"));
}

/** The errors that prevent formatting. Errors of the checker do not. */
function syntaxErrors(source: string, lang: Lang): readonly Diagnostic[] {
  return parse(source)
    .findings.map((found) => render(found, lang))
    .filter(({ severity }) => severity === "error");
}
