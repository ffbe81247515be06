/**
 * The foot of a score sheet: the steps from the sum of the parts to the published score, then places and their
 * consequences.
 */
import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import type { Span } from "@yardstick/language/program";
import type { Sheet } from "yardstick";
import type { SheetTexts } from "../../messages/sheet.js";

/** Renders the foot of a score sheet; `showsAll` includes results that do not apply. */
export function sheetTail(
  sheet: Sheet,
  showsAll: boolean,
  messages: SheetTexts,
  reveal: (span: Span) => void,
): TemplateResult {
  const results = showsAll ? sheet.results : sheet.results.filter(({ holds }) => holds !== false);
  const overall = sheet.rankings.filter(({ name }) => !name.includes("/"));
  return html`<table class="chain">
    <caption class="sr">
      ${messages.fromSumToScore}
    </caption>
    <tbody>
      ${sheet.steps.map(
        ({ kind, label, text, value, span }) =>
          html`<tr class=${kind === "score" ? "end" : ""}>
            <th scope="row">${label}</th>
            <td>${span === null ? text : html`<button class="to" @click=${() => reveal(span)}>${text}</button>`}</td>
            <td class=${classMap({ n: true, mut: value === null })}>${value ?? "—"}</td>
          </tr>`,
      )}
      ${overall.map(
        ({ name, text, span }) =>
          html`<tr>
            <th scope="row">${messages.ranking}</th>
            <td colspan="2">
              <button class="to" @click=${() => reveal(span)}>${name}${messages.colon}${text}</button>
            </td>
          </tr>`,
      )}
      ${results.map(
        ({ kind, name, text, span, holds }) =>
          html`<tr class=${holds === false ? "off" : ""}>
            <th scope="row">${messages.resultKind[kind]}</th>
            <td colspan="2">
              <button class="to" @click=${() => reveal(span)}>
                ${name}${text === "" ? nothing : html`${messages.colon}${text}`}
              </button>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
