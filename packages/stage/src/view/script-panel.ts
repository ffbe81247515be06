/**
 * The script of the demonstration: navigation between steps, the note of the current one, and saving the current
 * position as a new step.
 */
import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { base, controls, icon } from "@yardstick/ui";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";

/** The element with the script. */
@customElement("ys-script-panel")
export class ScriptPanel extends StageElement {
  /** Whether the note of the step is shown; before there are steps it is, to be written. */
  @property({ attribute: false }) showsNote = false;
  @query("textarea") private note!: HTMLTextAreaElement | null;

  static override styles = [
    base,
    controls,
    stageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(max-content, auto) minmax(0, 1fr);
        gap: 6px 16px;
        padding: 8px var(--st-pad);
        background: var(--bar);
      }
      .steps {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        gap: 4px;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        max-width: 292px;
        max-height: 68px;
        overflow: auto;
      }
      li button {
        min-width: 32px;
        height: 32px;
        border: 1px solid var(--line);
        border-radius: var(--r2);
        text-align: center;
        background: var(--paper);
        font-size: var(--t-base);
      }
      li [aria-current="step"] {
        background: var(--ink);
        color: var(--paper);
        border-color: var(--ink);
        font-weight: 700;
      }
      textarea {
        width: 100%;
        height: 66px;
        min-height: 66px;
        max-height: 160px;
        resize: vertical;
        font: inherit;
        font-size: var(--st-message);
        line-height: 1.45;
        color: var(--ink);
        background: var(--paper);
        border: 1px solid var(--line);
        border-radius: var(--r2);
        padding: 4px 10px;
      }
      .acts {
        display: flex;
        gap: 4px;
      }
      .acts .btn {
        height: 28px;
      }
      @media (max-width: 760px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        ol {
          max-width: none;
        }
      }
    `,
  ];

  override render() {
    const { stage, messages } = this;
    const { script } = stage;
    const { steps, step } = script;
    const note = step === null ? "" : (steps[step]?.note ?? "");
    const showsNote = this.showsNote || steps.length === 0;
    const act = (label: string, text: string, mark: ReturnType<typeof icon>, does: () => void) =>
      html`<button class="btn line" aria-label=${label} title=${label} @click=${does}>${mark}${text}</button>`;
    return html`
      <div class="steps">
        ${
          steps.length === 0
            ? nothing
            : html`<ol aria-label=${messages.steps}>
                ${steps.map(
                  (each, index) =>
                    html`<li>
                      <button
                        aria-current=${index === step ? "step" : "false"}
                        title=${this.showsNote ? each.note : nothing}
                        @click=${() => script.goTo(index)}
                      >
                        ${index + 1}
                      </button>
                    </li>`,
                )}
              </ol>`
        }
        <span class="acts">
          ${
            steps.length === 0
              ? nothing
              : html`<button
                  class="btn line"
                  aria-pressed=${this.showsNote}
                  title=${messages.showNote}
                  @click=${() => this.dispatchEvent(new CustomEvent("toggle-note"))}
                >
                  ${messages.noteButton}<kbd>N</kbd>
                </button>`
          }
          ${act(messages.addStep, messages.add, icon("plus"), this.#add)}
          ${
            step === null
              ? nothing
              : html`${act(messages.updateStep, messages.update, icon("check"), () => script.update(null))}
                ${act(messages.removeStep, messages.remove, icon("close"), () => script.remove())}`
          }
        </span>
      </div>
      ${showsNote ? this.#noteField(note) : html`<p class="mut">${messages.noteHidden}</p>`}
    `;
  }

  #noteField(note: string) {
    const { stage, messages } = this;
    const { script } = stage;
    const { steps, step } = script;
    return html`<textarea
      aria-label=${messages.note}
      placeholder=${steps.length === 0 ? messages.noScript : messages.note}
      .value=${note}
      @change=${() => step !== null && script.update(this.note?.value ?? "")}
    ></textarea>`;
  }

  #add = (): void => {
    const { script } = this.stage;
    const { note } = this;
    script.add(script.step === null ? (note?.value ?? "") : "");
    note?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-script-panel": ScriptPanel;
  }
}
