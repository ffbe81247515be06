/**
 * Text in, rubric and diagnostics out. Rubrics that it uses are loaded through the caller, since nothing here touches a file;
 * whatever is wrong in any text is a diagnostic, never an exception.
 */
import type { Diagnostic, TypedDiagnostic, Lang } from "@yardstick/language";
import type { CheckedFile, CompileOptions } from "./check-files.js";
import { checkFiles } from "./check-files.js";
import type { Limits } from "./limits.js";
import { DEFAULT_LIMITS } from "./limits.js";
import type { Rubric } from "./rubric.js";
import { CompiledRubric } from "./rubric.js";

export interface Compiled {
  /** Null where there are errors. */
  readonly rubric: Rubric | null;
  /** In the order of the text. Those of used rubrics are found by compiling them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly TypedDiagnostic[];
}

/** Throws a `TypeError` for options that there are not, and for a source that is no text. */
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
