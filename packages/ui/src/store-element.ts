/** The base of elements that show a store: redrawn when one of the element's topics or the preferences have changed. */
import { LitElement } from "lit";
import { property } from "lit/decorators.js";

/** A state that notifies its listeners of the part that has changed. */
export interface Store {
  /** Calls `listener` at every change of any of `topics`. Returns a function that unsubscribes. */
  subscribe(topics: readonly string[], listener: () => void): () => void;
}

/** An element that shows `store`, which is set as a property before the element is connected. */
export abstract class StoreElement<Shown extends Store> extends LitElement {
  @property({ attribute: false }) store!: Shown;
  #unsubscribe: (() => void) | null = null;

  /** Changes of these topics redraw the element; changes of `preferences`, the language among them, always do. */
  protected abstract readonly topics: readonly string[];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe([...this.topics, "preferences"], () => this.onChange());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Called at every change; redraws the element. */
  protected onChange(): void {
    this.requestUpdate();
  }
}
