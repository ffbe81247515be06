/**
 * `yardstick test`: runs the tests in rubrics, and reports for each that fails what was expected and found.
 */
import type { TestOutcome } from "@yardstick/engine";
import { compile } from "yardstick";
import { SourceLines } from "../code-frame.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, HAS_ERRORS, NO_FILE } from "../exit.js";
import { printDiagnostics } from "../inputs.js";
import { jsonText } from "../json-pieces.js";
import { formatOf } from "../output.js";
import type { PathOptions } from "../usage.js";
import { forEachRubric } from "./check.js";

interface Tested {
  readonly file: string;
  readonly source: string;
  /** Null where the rubric has errors and cannot run. */
  readonly outcomes: readonly TestOutcome[] | null;
}

async function testOf(file: string, context: Context): Promise<Tested> {
  const source = await context.files.rubric(file);
  const load = (path: string) => context.files.usedRubric(path);
  const { rubric, diagnostics } = compile(source, { file, lang: context.lang, load });
  if (rubric !== null) return { file, source, outcomes: rubric.test() };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  printDiagnostics(errors, file, source, context);
  return { file, source, outcomes: null };
}

function print({ file, source, outcomes }: Tested, { io, messages, out }: Context): void {
  if (outcomes === null || outcomes.length === 0) return;
  const lines = new SourceLines(source);
  io.stdout.write(`${out.bold(file)}\n`);
  for (const { name, passed, span, expectations } of outcomes) {
    const { line, column } = lines.positionOf(span[0]);
    const location = passed ? "" : `  ${out.dim(`${file}:${line}:${column}`)}`;
    io.stdout.write(
      `  ${passed ? out.green(`✓ ${messages.passed}`) : out.red(`✗ ${messages.failed}`)}  ${name}${location}\n`,
    );
    for (const { span: of, name: result, expected, found } of expectations.filter(({ holds }) => !holds)) {
      const at = lines.positionOf(of[0]);
      const sentence = messages.expectedFound(result, expected, found ?? messages.nothing);
      io.stdout.write(`      ${out.dim(`${file}:${at.line}:${at.column}`)} ${sentence}\n`);
    }
  }
}

/** Runs the command. */
export async function test(paths: readonly string[], options: PathOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["text", "json"] as const, context);
  const { io, messages } = context;
  const { results: tested, unreadable } = await forEachRubric(paths, context, (file, done, all) => {
    context.progress.notify(messages.progress.checking(file, done, all));
    return testOf(file, context);
  });
  context.progress.end();

  const outcomes = tested.flatMap((each) => each.outcomes ?? []);
  if (format === "json") {
    const all = tested.flatMap(({ file, outcomes: own }) => (own ?? []).map((outcome) => ({ file, ...outcome })));
    io.stdout.write(jsonText(all));
  } else {
    for (const each of tested) print(each, context);
    const passed = outcomes.filter((outcome) => outcome.passed).length;
    io.stdout.write(
      `${outcomes.length === 0 ? messages.noTests : messages.testCounts(passed, outcomes.length - passed)}\n`,
    );
  }
  if (unreadable > 0) return NO_FILE;
  const hasFailures = tested.some((each) => each.outcomes === null) || outcomes.some(({ passed }) => !passed);
  return hasFailures ? HAS_ERRORS : DONE;
}
