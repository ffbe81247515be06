/**
 * `yardstick fmt`: rubrics rewritten in the house style, or with `--check` only named where they are not. A rubric with errors
 * is left as it is and told; from standard input the formatted text goes to standard output.
 */
import { format, parse, render, type Diagnostic, type Lang } from "@yardstick/language";
import { SourceLines, codeFrame } from "../code-frame.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { STDIN } from "../files.js";
import type { FormatterOptions } from "../usage.js";
import { forEachRubric } from "./check.js";

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

function keywordsOf(asked: string | undefined, { messages }: Context): Lang | undefined {
  if (asked === undefined || asked === "zh" || asked === "en") return asked;
  throw new Failure(WRONG_USAGE, messages.usage.badValue("--keywords", asked, "zh, en"));
}

/** What keeps the text from being read; what the checker finds does not keep it from being formatted. */
function syntaxErrors(source: string, lang: Lang): readonly Diagnostic[] {
  return parse(source)
    .findings.map((found) => render(found, lang))
    .filter(({ severity }) => severity === "error");
}
