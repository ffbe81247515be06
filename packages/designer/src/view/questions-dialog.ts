/** The four questions as a dialog over an existing rubric. Dispatches the text of the new one. */
import { html, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { DesignerElement } from "./designer-element.js";
import { base } from "@yardstick/ui";
import { dialogStyles } from "./dialog-styles.js";
import "./questions.js";

/** The dialog element. */
@customElement("ys-questions-dialog")
export class QuestionsDialog extends DesignerElement {
  protected readonly topics = ["project"] as const;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [base, dialogStyles];

  open(): void {
    this.dialog.showModal();
    this.renderRoot.querySelector("ys-questions")?.focus();
  }

  override render(): TemplateResult {
    return html`<dialog aria-label=${this.messages.questions.title}>
      <ys-questions
        .store=${this.store}
        .replaces=${this.store.rubric.trim() !== ""}
        @create=${this.#create}
        @give-up=${() => this.dialog.close()}
      ></ys-questions>
    </dialog>`;
  }

  #create = ({ detail }: CustomEvent<string>): void => {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent<string>("create", { detail }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-questions-dialog": QuestionsDialog;
  }
}
