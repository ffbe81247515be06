/** Facts about diagnostics for the screen: their number by severity, and their line in the text. */
import type { Diagnostic, Severity } from "@yardstick/language";

/** The number of diagnostics of each severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** The number of errors, those of unfilled slots apart: nothing is wrong there yet. */
export function countErrors(diagnostics: readonly Diagnostic[]): {
  readonly errors: number;
  readonly unfilled: number;
} {
  const unfilled = diagnostics.filter(isUnfilled).length;
  return { errors: countBySeverity(diagnostics).error - unfilled, unfilled };
}

/** Whether a diagnostic is about an unfilled slot. */
export function isUnfilled({ code }: Diagnostic): boolean {
  return code === "unfilled-slot";
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
