/**
 * Corrections for diagnostics, as text edits with a title.
 */
import { render, type Analysis, type Lang, type RenderedFix, type Span } from "@yardstick/language";
import { onlyFix } from "./only-fix.js";

/** A correction. */
export interface QuickFix extends RenderedFix {
  /** The code of the diagnostic that it corrects. */
  readonly code: string;
  /** The span of that diagnostic. */
  readonly span: Span;
  /** Whether it leaves no choice, so that an editor may apply it at a key without a question. */
  readonly isPreferred: boolean;
}

/** The corrections of all diagnostics that touch the range. */
export function quickFixes({ findings }: Analysis, range: Span, lang: Lang): QuickFix[] {
  return findings
    .filter((f) => f.span[0] <= range[1] && range[0] <= f.span[1])
    .flatMap((f) => {
      const { code, span, fixes } = render(f, lang);
      return fixes.map((fix) => ({ ...fix, code, span, isPreferred: fix === onlyFix(fixes) }));
    });
}
