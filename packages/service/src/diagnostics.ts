/** What is wrong with a text, in one language, in the order of the text. */
import { render, type Analysis, type Diagnostic, type Lang } from "@yardstick/language";

export function diagnostics({ findings }: Analysis, lang: Lang): Diagnostic[] {
  return findings.map((diagnostic) => render(diagnostic, lang));
}
