/** The diagnostics of a row, shown under it: the message, with its fixes as buttons. */
import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic, TextEdit } from "@yardstick/language";
import { icon } from "@yardstick/ui";

/** @param applyFix applies the edits of a fix; null where the rubric is read-only */
export function diagnosticRows(
  found: readonly Diagnostic[],
  applyFix: ((edits: readonly TextEdit[]) => void) | null,
): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`${found.map(
    ({ severity, message, fixes }) =>
      html`<div class="why ${severity}">
        ${icon(severity === "error" ? "error" : "warning")}<span>${message}</span>${
          applyFix === null
            ? nothing
            : fixes.map(
                ({ title, edits }) => html`<button class="btn line" @click=${() => applyFix(edits)}>${title}</button>`,
              )
        }
      </div>`,
  )}`;
}
