/** Sliders next to the ranking that they change: the stage without its frame, script and keys. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Stage } from "../model/stage.js";
import { stageMessages } from "../messages/messages.js";
import { stageStyles } from "./stage-styles.js";
import "./rank-lines.js";
import "./weights-panel.js";
import type { StageStore } from "../model/stage-store.js";
import { base } from "@yardstick/ui";

/** The element with sliders and ranking only. */
@customElement("ys-weights-view")
export class WeightsView extends LitElement {
  @property({ attribute: false }) store!: StageStore;
  @state() private stage: Stage | null = null;
  /** The result for which the stage was opened: a new text reopens it, a moved thumb does not. */
  #openedOn: unknown = null;
  #unsubscribe = () => {};

  static override styles = [
    base,
    stageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
        grid-auto-rows: minmax(380px, 1fr);
        overflow: auto;
        gap: 1px;
        background: var(--line);
      }
      section {
        min-width: 0;
        min-height: 0;
        overflow: hidden auto;
        display: grid;
        background: var(--paper);
        container-type: inline-size;
      }
      /* On a phone the panels are as high as their content. */
      @media (max-width: 760px) {
        :host {
          grid-auto-rows: auto;
        }
      }
      .empty {
        grid-column: 1 / -1;
        padding: 24px;
        color: var(--ink-2);
        background: var(--paper);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe(["evaluation", "preferences"], () => this.#open());
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe();
    this.#close();
  }

  override render() {
    const { stage } = this;
    if (stage === null) return nothing;
    const messages = stageMessages[this.store.lang];
    if (stage.isEmpty) return html`<p class="empty">${messages.empty}</p>`;
    return html`<section aria-label=${messages.weights}><ys-weights-panel .stage=${stage}></ys-weights-panel></section>
      <section aria-label=${messages.ranking}><ys-rank-lines .stage=${stage}></ys-rank-lines></section>`;
  }

  #open(): void {
    const { good } = this.store;
    if (good === null || this.#openedOn === good.program) {
      this.requestUpdate();
      return;
    }
    this.#close();
    this.#openedOn = good.program;
    const stage = new Stage(this.store);
    stage.subscribe(() => this.requestUpdate());
    void stage.open().then(() => {
      if (this.#openedOn === good.program && this.isConnected) this.stage = stage;
      else stage.dispose();
    });
  }

  #close(): void {
    this.stage?.dispose();
    this.stage = null;
    this.#openedOn = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-weights-view": WeightsView;
  }
}
