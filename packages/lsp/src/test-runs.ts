/**
 * Runs the tests of rubrics, and keeps the outcomes until the text changes.
 */
import type { TestOutcome } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Diagnostic } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver";
import { compile } from "yardstick";
import { serverMessages } from "./messages.js";
import type { AnalysedText, Workspace } from "./workspace.js";

/** The outcomes of the tests of one text. */
export interface TestRun {
  /** Null where the rubric has errors, so that its tests cannot run. */
  readonly outcomes: readonly TestOutcome[] | null;
}

/** The latest outcomes of each rubric. */
export class TestRuns {
  readonly #runs = new WeakMap<AnalysedText, TestRun>();

  constructor(private readonly workspace: Workspace) {}

  /** Runs the tests of a rubric. */
  run(of: AnalysedText, lang: Lang): TestRun {
    const { rubric } = compile(of.text.text, { file: of.path, lang, load: this.workspace.read });
    const run: TestRun = { outcomes: rubric?.test() ?? null };
    this.#runs.set(of, run);
    return run;
  }

  /** The outcomes for the present text; null where its tests have not run. */
  latest(of: AnalysedText): TestRun | null {
    return this.#runs.get(of) ?? null;
  }
}

/** What was expected and found, for each expectation that does not hold. */
export function failuresOf({ expectations }: TestOutcome, lang: Lang): readonly string[] {
  return expectations
    .filter(({ holds }) => !holds)
    .map(({ name, expected, found }) => serverMessages[lang].expectedFound(name, expected, found));
}

/** Diagnostics for the expectations that do not hold. */
export function testDiagnostics({ text }: AnalysedText, run: TestRun | null, lang: Lang): Diagnostic[] {
  return (run?.outcomes ?? []).flatMap(({ expectations }) =>
    expectations
      .filter(({ holds }) => !holds)
      .map(({ span, name, expected, found }) => ({
        range: text.rangeOf(span),
        severity: DiagnosticSeverity.Error,
        code: "test-failed",
        source: serverMessages[lang].source,
        message: serverMessages[lang].expectedFound(name, expected, found),
      })),
  );
}
