/** The script of the lesson: its steps to go through, a note for the one that is up, and noting what stands as a new one. */
import { css, html, nothing } from "lit";
import { customElement, query } from "lit/decorators.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { icon } from "../elements/icons.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";

@customElement("ys-script-panel")
export class ScriptPanel extends StageElement {
  @query("textarea") private note!: HTMLTextAreaElement | null;

  static override styles = [
    base,
    controls,
    stageStyles,
    css`
      :host {
        display: flex;
        align-items: flex-start;
        gap: 14px;
        padding: 10px var(--st-pad);
        background: var(--bar);
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        flex: 0 1 auto;
        max-width: 30%;
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
        flex: 1 1 auto;
        min-width: 0;
        min-height: 56px;
        height: 56px;
        max-height: 120px;
        resize: vertical;
        font: inherit;
        font-size: var(--st-say);
        line-height: 1.45;
        color: var(--ink);
        background: var(--paper);
        border: 1px solid var(--line);
        border-radius: var(--r2);
        padding: 4px 10px;
      }
      .acts {
        display: flex;
        flex-direction: column;
        gap: 4px;
        flex: none;
      }
      .acts .btn {
        height: 28px;
        justify-content: flex-start;
      }
      p {
        flex: 1 1 100%;
        color: var(--ink-3);
        font-size: var(--st-small);
      }
      @media (max-width: 760px) {
        :host {
          flex-wrap: wrap;
        }
        ol {
          max-width: none;
        }
        textarea {
          flex: 1 0 100%;
        }
      }
    `,
  ];

  override render() {
    const { stage, words } = this;
    const { script, step } = stage;
    const note = step === null ? "" : (script[step]?.note ?? "");
    return html`
      ${
        script.length === 0
          ? nothing
          : html`<ol aria-label=${words.steps}>
              ${script.map(
                (each, index) =>
                  html`<li>
                    <button
                      aria-current=${index === step ? "step" : "false"}
                      title=${each.note}
                      @click=${() => stage.goToStep(index)}
                    >
                      ${index + 1}
                    </button>
                  </li>`,
              )}
            </ol>`
      }
      <textarea
        aria-label=${words.note}
        placeholder=${script.length === 0 ? words.noScript : words.note}
        .value=${note}
        @change=${() => step !== null && stage.updateStep(this.note?.value ?? "")}
      ></textarea>
      <span class="acts">
        <button class="btn line" @click=${this.#add}>${icon("plus")}${words.addStep}</button>
        ${
          step === null
            ? nothing
            : html`<button class="btn" @click=${() => stage.updateStep(null)}>
                  ${icon("check")}${words.updateStep}
                </button>
                <button class="btn" @click=${() => stage.removeStep()}>${icon("close")}${words.removeStep}</button>`
        }
      </span>
    `;
  }

  #add = (): void => {
    const { stage, note } = this;
    const isNew = stage.step === null;
    stage.addStep(isNew ? (note?.value ?? "") : "");
    note?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-script-panel": ScriptPanel;
  }
}
