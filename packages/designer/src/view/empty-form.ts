/** The form of an empty rubric: an explanation and three ways to start. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "@yardstick/ui";
import type { DesignerMessages } from "../messages/zh.js";

/** The ways to start a rubric. */
export interface EmptyFormActions {
  openQuestions(): void;
  readDocument(): void;
  addSection(): void;
}

/** Renders the form of an empty rubric. */
export function emptyForm({ empty }: DesignerMessages, begin: EmptyFormActions, isReadOnly: boolean): TemplateResult {
  return html`<div class="void">
    <h3>${empty.title}</h3>
    <p>${empty.text}</p>
    ${
      isReadOnly
        ? nothing
        : html`<div class="row">
            <button class="btn main" @click=${() => begin.openQuestions()}>${empty.questions}</button>
            <button class="btn line" @click=${() => begin.readDocument()}>${icon("into")}${empty.document}</button>
            <button class="btn line" data-add="section" @click=${() => begin.addSection()}>
              ${icon("plus")}${empty.section}
            </button>
          </div>`
    }
  </div>`;
}
