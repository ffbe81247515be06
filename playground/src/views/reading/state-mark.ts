/** The mark of a clause's state: shape first, colour second, as it stands on the seam and in the filter. */
import { html, type TemplateResult } from "lit";
import type { ClauseState } from "@yardstick/documents";
import { discretionSign, icon } from "@yardstick/ui";
import type { ReadingMessages } from "../../messages/reading.js";

/** @param isByUser a question of the clause has been answered */
export function stateMark(state: ClauseState, messages: ReadingMessages, isByUser = false): TemplateResult {
  const title = isByUser && state !== "asks" ? messages.byYou : messages.states[state];
  switch (state) {
    case "asks":
      return html`<span class="mk ask" title=${title}>${messages.letter.asks}</span>`;
    case "not-read":
      return html`<span class="mk none" title=${title}>${messages.letter["not-read"]}</span>`;
    case "judged":
      return html`<span class="mk judge ${isByUser ? "by" : ""}" title=${title}>${discretionSign(true)}</span>`;
    case "read":
      return html`<span class="mk ${isByUser ? "by" : ""}" title=${title}>${icon("check")}</span>`;
    case "not-a-rule":
      return html`<span class="mk note" title=${title}>${icon("lines")}</span>`;
  }
}
