/** The bar over the grid: find and replace, and which rows are displayed in which order. */
import { css, html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { base, controls, icon } from "@yardstick/ui";
import { dataTexts, type DataTexts } from "../../messages/data.js";
import { StoreElement } from "../base/store-element.js";
import type { RowFilter } from "./grid-order.js";

/** What the bar does with the grid. */
export interface GridPort {
  /** Moves to the next cell that contains a text (`step` 1) or the previous one (-1); returns how many cells contain it. */
  find(text: string, step: 1 | -1): number;
  /** Replaces a text in the current cell, or in all displayed cells; returns in how many. */
  replace(text: string, by: string, isEverywhere: boolean): number;
  filter(filter: RowFilter): void;
  /** Sorts by the column of the current cell; null restores the order of the table. */
  sort(isDescending: boolean | null): void;
  focus(): void;
}

const FILTERS: readonly RowFilter[] = ["all", "missing", "bad", "changed"];

@customElement("ys-grid-tools")
export class GridTools extends StoreElement {
  protected readonly topics = ["save"] as const;

  protected override get messages(): DataTexts {
    return dataTexts[this.store.lang];
  }
  @property({ attribute: false }) port!: GridPort;
  @state() private found: number | null = null;
  @state() private replaced: number | null = null;
  @query("input") private field!: HTMLInputElement;
  @query(".by") private byField!: HTMLInputElement;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 6px;
        padding: 4px var(--s3);
        border-bottom: 1px solid var(--hair);
        background: var(--bar);
        font-size: var(--t-small);
      }
      input,
      select {
        height: 26px;
        padding: 0 6px;
        border: 1px solid var(--line-2);
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--ink);
      }
      input {
        width: 9em;
      }
      .grow {
        flex: 1;
      }
    `,
  ];

  override render() {
    const { messages, store, port } = this;
    const { gridTools: words } = messages;
    const small = (label: string, act: () => void, changes = false) =>
      html`<button class="btn line small" ?disabled=${changes && store.isReadOnly} @click=${act}>${label}</button>`;
    return html`<input
        type="search"
        aria-label=${words.find}
        placeholder=${words.find}
        @keydown=${this.#onKey}
        @input=${() => (this.found = null)}
      />
      ${small(words.previous, () => this.#find(-1))} ${small(words.next, () => this.#find(1))}
      <span role="status">${this.found === null ? "" : words.found(this.found)}</span>
      <input class="by" aria-label=${words.replaceBy} placeholder=${words.replaceBy} @keydown=${this.#onKey} />
      ${small(words.replace, () => this.#replace(false), true)}
      ${small(words.replaceAll, () => this.#replace(true), true)}
      <span role="status">${this.replaced === null ? "" : words.replaced(this.replaced)}</span>
      <span class="grow"></span>
      <select
        aria-label=${words.filter}
        @change=${(event: Event) => port.filter((event.target as HTMLSelectElement).value as RowFilter)}
      >
        ${FILTERS.map((filter) => html`<option value=${filter}>${words.filters[filter]}</option>`)}
      </select>
      ${small(words.ascending, () => port.sort(false))} ${small(words.descending, () => port.sort(true))}
      ${small(words.unsorted, () => port.sort(null))}
      <button class="btn icon" aria-label=${words.close} title=${words.close} @click=${() => this.#close()}>
        ${icon("close")}
      </button>`;
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.field.focus();
      this.field.select();
    });
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Enter") this.#find(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #find(step: 1 | -1): void {
    const text = this.field.value;
    if (text !== "") this.found = this.port.find(text, step);
  }

  #replace(isEverywhere: boolean): void {
    const text = this.field.value;
    if (text !== "") this.replaced = this.port.replace(text, this.byField.value, isEverywhere);
  }

  #close(): void {
    this.port.filter("all");
    this.port.sort(null);
    this.dispatchEvent(new CustomEvent("close"));
    this.port.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-grid-tools": GridTools;
  }
}
