/**
 * Corrections for diagnostics, as text edits with a title.
 */
import { render, type Analysis, type Lang, type RenderedFix, type Span } from "@yardstick/language";

/** A correction. */
export interface QuickFix extends RenderedFix {
  /** The code of the diagnostic that it corrects. */
  readonly code: string;
}

/** The corrections of all diagnostics that touch the range. */
export function quickFixes({ findings }: Analysis, range: Span, lang: Lang): QuickFix[] {
  return findings
    .filter((f) => f.span[0] <= range[1] && range[0] <= f.span[1])
    .flatMap((f) => render(f, lang).fixes.map((fix) => ({ ...fix, code: f.code })));
}
