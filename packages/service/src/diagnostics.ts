/** Diagnostics for display. */
import { render, type Analysis, type Diagnostic, type Lang } from "@yardstick/language";

/** The diagnostics of a text in one language, in the order of the text. */
export function diagnostics({ findings }: Analysis, lang: Lang): Diagnostic[] {
  return findings.map((diagnostic) => render(diagnostic, lang));
}
