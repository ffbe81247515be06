/** The diagnostics of a row, shown under it: the message, with its fixes as buttons. */
import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic, TextEdit } from "@yardstick/language";
import { icon } from "@yardstick/ui";

/** `mend` is null where nothing may be changed. */
export function noticeRows(
  found: readonly Diagnostic[],
  mend: ((edits: readonly TextEdit[]) => void) | null,
): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`${found.map(
    ({ severity, message, fixes }) =>
      html`<div class="why ${severity}">
        ${icon(severity === "error" ? "error" : "warning")}<span>${message}</span>${
          mend === null
            ? nothing
            : fixes.map(
                ({ title, edits }) => html`<button class="btn line" @click=${() => mend(edits)}>${title}</button>`,
              )
        }
      </div>`,
  )}`;
}
