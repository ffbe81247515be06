/**
 * Compiles the text of a rubric.
 */
import type { Diagnostic, TypedDiagnostic, Lang } from "@yardstick/language";
import type { CheckedFile, CompileOptions } from "./check-files.js";
import { checkFiles } from "./check-files.js";
import type { Limits } from "./limits.js";
import { DEFAULT_LIMITS } from "./limits.js";
import type { Rubric } from "./rubric.js";
import { CompiledRubric } from "./rubric.js";

/** The outcome of compiling a rubric. */
export interface Compiled {
  /** Null where there are errors. */
  readonly rubric: Rubric | null;
  /** The diagnostics of this text, in its order. Those of used rubrics are obtained by compiling these. */
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly TypedDiagnostic[];
}

/**
 * Compiles the text of a rubric. Rubrics that it uses are loaded through `options.load`. Errors in a text are diagnostics; invalid
 * arguments throw a `TypeError`.
 */
export function compile(source: string, options: CompileOptions = {}): Compiled {
  const { checked, diagnostics, findings } = checkFiles(source, options);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const lang = options.lang ?? "zh";
  return { rubric: checked === null ? null : rubricOf(checked, limits, lang), diagnostics, findings };
}

function rubricOf({ program, source, file, diagnostics, uses }: CheckedFile, limits: Limits, lang: Lang): Rubric {
  const used = uses.map((other) => (other === null ? null : rubricOf(other, limits, lang)));
  return new CompiledRubric(program, source, file, diagnostics, limits, used, lang);
}
