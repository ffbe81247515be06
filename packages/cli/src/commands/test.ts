/**
 * `yardstick test`: runs the tests in rubrics, and reports for each that fails what was expected and found.
 */
import type { TestOutcome } from "@yardstick/engine";
import type { Diagnostic } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import { compile } from "yardstick";
import { SourceLines } from "../code-frame.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, HAS_ERRORS, NO_FILE } from "../exit.js";
import { workflowCommand } from "../github-annotations.js";
import { printDiagnostics } from "../inputs.js";
import { jsonText } from "../json-pieces.js";
import type { JunitSuite } from "../junit.js";
import { junitXml } from "../junit.js";
import { formatOf } from "../output.js";
import type { TestOptions } from "../command-options.js";
import { forEachRubric } from "./check.js";

interface Tested {
  readonly file: string;
  readonly source: string;
  /** Null where the rubric has errors and cannot run. */
  readonly outcomes: readonly TestOutcome[] | null;
  /** The errors of a rubric that cannot run. */
  readonly errors: readonly Diagnostic[];
}

const FORMATS = ["text", "json", "github", "junit"] as const;

async function testOf(file: string, context: Context): Promise<Tested> {
  const source = await context.files.rubric(file);
  const load = (path: string) => context.files.usedRubric(path);
  const { rubric, diagnostics } = compile(source, { file, lang: context.lang, load });
  if (rubric !== null) return { file, source, outcomes: rubric.test(), errors: [] };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  printDiagnostics(errors, file, source, context);
  return { file, source, outcomes: null, errors };
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

/** What was expected and found, for each expectation that does not hold. */
const failuresOf = ({ expectations }: TestOutcome, { messages }: Context) =>
  expectations
    .filter(({ holds }) => !holds)
    .map(({ span, name, expected, found }) => ({
      span,
      sentence: messages.expectedFound(name, expected, found ?? messages.nothing),
    }));

/** An annotation for each error of a rubric and for each expectation that does not hold. */
function annotationsOf({ file, source, outcomes, errors }: Tested, context: Context): readonly string[] {
  const lines = new SourceLines(source);
  const failures = (outcomes ?? []).flatMap((outcome) =>
    failuresOf(outcome, context).map(({ span, sentence }) => ({ span, title: outcome.name, message: sentence })),
  );
  const all = [...errors.map(({ span, code, message }) => ({ span, title: code, message })), ...failures];
  return all.map((each) => workflowCommand({ level: "error", file, ...each }, lines));
}

function suiteOf({ file, source, outcomes, errors }: Tested, context: Context): JunitSuite {
  const lines = new SourceLines(source);
  const at = (span: Span) => {
    const { line, column } = lines.positionOf(span[0]);
    return `${file}:${line}:${column}`;
  };
  const broken = errors.map(({ span, code, message }) => ({
    name: code,
    problem: { kind: "error" as const, message, details: at(span) },
  }));
  const cases = (outcomes ?? []).map((outcome) => {
    const failures = failuresOf(outcome, context);
    const [first] = failures;
    const details = failures.map(({ span, sentence }) => `${at(span)} ${sentence}`).join("\n");
    const problem = first === undefined ? null : { kind: "failure" as const, message: first.sentence, details };
    return { name: outcome.name, problem };
  });
  return { name: file, cases: [...broken, ...cases] };
}

/** Runs the command. */
export async function test(paths: readonly string[], options: TestOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, FORMATS, context);
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
  } else if (format === "junit") {
    io.stdout.write(junitXml(tested.map((each) => suiteOf(each, context))));
  } else {
    for (const each of tested) {
      if (format === "text") print(each, context);
      else for (const line of annotationsOf(each, context)) io.stdout.write(`${line}\n`);
    }
    const passed = outcomes.filter((outcome) => outcome.passed).length;
    io.stdout.write(
      `${outcomes.length === 0 ? messages.noTests : messages.testCounts(passed, outcomes.length - passed)}\n`,
    );
  }
  if (unreadable > 0) return NO_FILE;
  const hasFailures = tested.some((each) => each.outcomes === null) || outcomes.some(({ passed }) => !passed);
  return hasFailures ? HAS_ERRORS : DONE;
}
