/**
 * What every element of the workbench is: a view of the store that is given to it as a property, redrawn when one of the
 * topics it names has changed, or the language.
 */
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { Topic } from "../store/topics.js";
import type { Workbench } from "../store/workbench.js";
import type { Words } from "../words/catalogue.js";

export abstract class StoreElement extends LitElement {
  @property({ attribute: false }) store!: Workbench;
  #unsubscribe: (() => void) | null = null;

  /** Changes of these parts of the state redraw the element; those of the language always do. */
  protected abstract readonly topics: readonly Topic[];

  protected get words(): Words {
    return this.store.words;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe([...this.topics, "preferences"], () => this.onChange());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  protected onChange(): void {
    this.requestUpdate();
  }
}
