/**
 * The base of the elements of the stage: shows the stage's state, is redrawn when it changes, and provides the
 * messages.
 */
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { Stage } from "../model/stage.js";
import { stageMessages } from "../messages/messages.js";
import type { StageMessages } from "../messages/zh.js";

/** Redraws when the stage changes; `stage` must be set before the element is connected. */
export abstract class StageElement extends LitElement {
  @property({ attribute: false }) stage!: Stage;
  #ends: (() => void)[] = [];

  protected get messages(): StageMessages {
    return stageMessages[this.stage.store.lang];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ends = [
      this.stage.subscribe(() => this.requestUpdate()),
      this.stage.store.subscribe(["preferences", "project"], () => this.requestUpdate()),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends) end();
    this.#ends = [];
  }
}
