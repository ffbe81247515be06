/** A text of the document that is no clause, as a row: its words on the left, what becomes of it on the right. */
import { html, type TemplateResult } from "lit";
import type { ReadingMessages } from "../../messages/reading.js";
import type { TextSheet } from "../../protocol/reading-sheet.js";
import { stateMark } from "./state-mark.js";

/** The row. */
export function textRow({ use, text }: TextSheet, messages: ReadingMessages): TemplateResult {
  return html`<div class="np ${use}">
    <div class="src"><p>${text}</p></div>
    <div class="seam">${stateMark("not-a-rule", messages)}</div>
    <div class="rl"><p>${messages.uses[use]}</p></div>
  </div>`;
}
