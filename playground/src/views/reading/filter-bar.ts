/** The bar over the clauses: a filter by state with counts, and the way to the next question. */
import { html, type TemplateResult } from "lit";
import type { ReadingMessages } from "../../messages/reading.js";
import type { ReadingSheet } from "../../protocol/reading-sheet.js";
import type { ReadingFilter } from "../../store/reading-session.js";
import { stateMark } from "./state-mark.js";

/** The filters in the order of the bar. */
export const FILTERS: readonly ReadingFilter[] = ["all", "asks", "judged", "not-read", "read", "not-a-rule"];

/** @param chosen the filter that applies */
export function filterBar(
  { clauses, questions, summary }: ReadingSheet,
  messages: ReadingMessages,
  chosen: ReadingFilter,
  { choose, next }: { readonly choose: (filter: ReadingFilter) => void; readonly next: () => void },
): TemplateResult {
  const count = (filter: ReadingFilter): number =>
    filter === "all"
      ? Object.entries(clauses).reduce((sum, [state, each]) => sum + (state === "not-a-rule" ? 0 : each), 0)
      : clauses[filter];
  return html`<div class="flt">
    <div class="tabs" role="group" aria-label=${messages.filter}>
      ${FILTERS.map(
        (filter) =>
          html`<button aria-pressed=${chosen === filter} @click=${() => choose(filter)}>
            ${filter === "all" ? messages.all : html`${stateMark(filter, messages)}${messages.states[filter]}`}
            <span class="cnt">${count(filter)}</span>
          </button>`,
      )}
    </div>
    <span class="grow"></span>
    <span class="sec small hide-s" role="status">${messages.answeredAndOpen(questions.answered, questions.open)}</span>
    <button class="btn line hide-s" ?disabled=${summary.open === 0} @click=${() => next()}>
      ${questions.open === 0 && summary.open > 0 ? messages.nextUnread : messages.nextQuestion}<kbd>N</kbd>
    </button>
  </div>`;
}
