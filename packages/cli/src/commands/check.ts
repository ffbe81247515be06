/**
 * `yardstick check`: every diagnostic of the rubrics given, as code frames with a closing count, or as JSON.
 */
import type { Diagnostic, Severity } from "@yardstick/language";
import { compile, diagnosticJson } from "yardstick";
import { SourceLines, codeFrame } from "../code-frame.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE } from "../exit.js";
import { formatOf, jsonText } from "../output.js";
import type { PathOptions } from "../usage.js";

interface Checked {
  readonly file: string;
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The rubrics under all paths, each once; throws a `Failure` where a path holds none. */
export function rubricsOf(paths: readonly string[], { files, words }: Context): readonly string[] {
  const found = paths.flatMap((path) => {
    const inside = files.rubricsUnder(path);
    if (inside.length === 0) throw new Failure(NO_FILE, words.noRubrics(path));
    return inside;
  });
  return [...new Set(found)];
}

export async function check(paths: readonly string[], options: PathOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["text", "json"] as const, context);
  const { io, words, out, lang } = context;
  const rubrics = rubricsOf(paths, context);
  const checked: Checked[] = [];
  for (const [done, file] of rubrics.entries()) {
    context.progress.tell(words.progress.checking(file, done, rubrics.length));
    const source = await context.files.rubric(file);
    const load = (path: string) => context.files.usedRubric(path);
    checked.push({ file, source, diagnostics: compile(source, { file, lang, load }).diagnostics });
  }
  context.progress.end();

  if (format === "json") {
    io.stdout.write(
      jsonText(checked.flatMap(({ file, diagnostics }) => diagnostics.map((each) => diagnosticJson(each, file)))),
    );
  } else {
    for (const { file, source, diagnostics } of checked) {
      const lines = new SourceLines(source);
      for (const diagnostic of diagnostics) io.stdout.write(`${codeFrame(diagnostic, file, lines, words, out)}\n\n`);
    }
  }
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity) => all.filter((diagnostic) => diagnostic.severity === severity).length;
  const [errors, warnings, advice] = [count("error"), count("warning"), count("advice")];
  if (format === "text") io.stdout.write(`${words.sumOfFindings(errors, warnings, advice, rubrics.length)}\n`);
  return errors > 0 || (options.denyWarnings && warnings > 0) ? HAS_ERRORS : DONE;
}
