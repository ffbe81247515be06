/**
 * Ways to mend what is wrong at a place, as text edits with a title.
 */
import { render, type Analysis, type Lang, type RenderedFix, type Span } from "@yardstick/language";

export interface QuickFix extends RenderedFix {
  /** The code of the diagnostic it mends. */
  readonly code: string;
}

/** Fixes of every diagnostic that the range touches. */
export function quickFixes({ findings }: Analysis, range: Span, lang: Lang): QuickFix[] {
  return findings
    .filter((f) => f.span[0] <= range[1] && range[0] <= f.span[1])
    .flatMap((f) => render(f, lang).fixes.map((fix) => ({ ...fix, code: f.code })));
}
