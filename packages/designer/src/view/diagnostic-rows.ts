/** The diagnostics of a row, shown under it: the message, with its fixes as buttons. */
import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic, RenderedFix } from "@yardstick/language";
import { icon } from "@yardstick/ui";

/** What the page that contains the form does with fixes. */
export interface FormFixes {
  /** The diagnostics with the fixes that the page adds; one of these may say what it is `about`. */
  complete(found: readonly Diagnostic[]): readonly Diagnostic[];
  apply(fix: RenderedFix): void;
}

/** @param fixing null where the rubric is read-only */
export function diagnosticRows(
  found: readonly Diagnostic[],
  fixing: FormFixes | null,
): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`${(fixing?.complete(found) ?? found).map(
    ({ severity, message, fixes }) =>
      html`<div class="why ${severity}">
        ${icon(severity === "error" ? "error" : "warning")}<span>${message} ${fixes.map(aboutOf)}</span>${
          fixing === null
            ? nothing
            : fixes.map((fix) => html`<button class="btn line" @click=${() => fixing.apply(fix)}>${fix.title}</button>`)
        }
      </div>`,
  )}`;
}

function aboutOf(fix: RenderedFix & { readonly about?: string }): string {
  return fix.about ?? "";
}
