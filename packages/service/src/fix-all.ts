/**
 * Applies the fixes that leave no choice, until there is none left.
 */
import { applyEdits, type Diagnostic, type Span } from "@yardstick/language";
import { onlyFix } from "./only-fix.js";

/** A fix that was applied. */
export interface AppliedFix {
  /** The text before it. */
  readonly before: string;
  /** The span of its diagnostic in that text. */
  readonly span: Span;
  readonly title: string;
}

/** The text after all fixes, with what was applied. */
export interface AllFixed {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
}

const MAX_ROUNDS = 20;

/**
 * Applies the fixes that leave no choice: each the only one of its diagnostic. A warning's keeps all scores; an error's makes a rubric
 * that has no scores readable, and may be a guess at a name. `diagnosticsOf` gives the diagnostics of a text in its order.
 */
export function fixAll(source: string, diagnosticsOf: (text: string) => readonly Diagnostic[]): AllFixed {
  let text = source;
  const applied: AppliedFix[] = [];
  // A fix may make another possible.
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const chosen = applicable(diagnosticsOf(text));
    if (chosen.length === 0) break;
    const before = text;
    applied.push(...chosen.map(({ span, fix }) => ({ before, span, title: fix.title })));
    text = applyEdits(
      text,
      chosen.flatMap(({ fix }) => fix.edits),
    );
  }
  return { text, applied };
}

interface Chosen {
  /** Of the diagnostic. */
  readonly span: Span;
  readonly fix: Diagnostic["fixes"][number];
}

/** The fixes that leave no choice, none of which touches the text of another. */
function applicable(diagnostics: readonly Diagnostic[]): readonly Chosen[] {
  const taken: Span[] = [];
  return diagnostics.flatMap(({ span, fixes }) => {
    const fix = onlyFix(fixes);
    if (fix === null) return [];
    const spans = fix.edits.map((edit) => edit.span);
    if (spans.some(([start, end]) => taken.some((other) => start <= other[1] && other[0] <= end))) return [];
    taken.push(...spans);
    return [{ span, fix }];
  });
}
