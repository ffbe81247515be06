/**
 * Notes of the result, under the ranking: their number and the first of them; expanded, all of them. Empty when there
 * are none.
 */
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { NoteText } from "yardstick";
import { base, icon } from "@yardstick/ui";
import { resultsMessages } from "../../messages/results.js";
import { LazyView } from "../base/lazy-view.js";
import { StoreElement } from "../base/store-element.js";

/** With many subjects notes take a while, so they are requested after a pause in editing of this many milliseconds. */
const REST_MS = 400;

@customElement("ys-result-notes")
export class ResultNotes extends StoreElement {
  protected readonly topics = ["evaluation"] as const;
  @state() private notes: readonly NoteText[] = [];
  /** Result and language for which the notes were requested. */
  #of: readonly unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ties = new LazyView(this, () => import("./tie-at-cut.js"));

  static override styles = [
    base,
    css`
      :host {
        display: block;
        flex: none;
        border-top: 1px solid var(--line);
        background: var(--paper);
        font-size: var(--t-small);
      }
      :host([hidden]) {
        display: none;
      }
      summary {
        display: flex;
        align-items: center;
        gap: var(--s2);
        height: 28px;
        padding: 0 var(--s4);
        cursor: pointer;
        list-style: none;
        color: var(--ink-2);
        white-space: nowrap;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary:focus-visible {
        box-shadow: inset 0 0 0 2px var(--blue);
      }
      summary b {
        color: var(--ochre);
        flex: none;
      }
      summary .ic {
        width: 12px;
        height: 12px;
        flex: none;
      }
      [open] summary .ic {
        transform: rotate(180deg);
      }
      [open] summary .cut {
        visibility: hidden;
      }
      .cut {
        flex: 1;
        min-width: 0;
      }
      .all {
        max-height: min(48vh, 320px);
        overflow: auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
        border-top: 1px solid var(--hair);
      }
      li {
        padding: 5px var(--s4);
        border-bottom: 1px solid var(--hair);
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      li:last-child {
        border-bottom: 0;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.onChange();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#of = [];
  }

  protected override onChange(): void {
    const { good, lang } = this.store;
    if (good === null || (this.#of[0] === good.result && this.#of[1] === lang)) return;
    this.#of = [good.result, lang];
    clearTimeout(this.#timer);
    if (good.many === null) void this.#fetch();
    else this.#timer = setTimeout(() => void this.#fetch(), REST_MS);
  }

  async #fetch(): Promise<void> {
    const requestedFor = this.#of;
    const notes = await this.store.request("notes", {});
    if (notes !== null && requestedFor === this.#of) this.notes = notes;
  }

  #tiesAtCut() {
    const { store } = this;
    const cuts = store.good?.result.cuts ?? [];
    if (cuts.length === 0) return nothing;
    return this.#ties.show(
      () => html`<ys-ties-at-cut .store=${store} .cuts=${cuts}></ys-ties-at-cut>`,
      this.messages.viewFailed,
    );
  }

  override render() {
    const { notes } = this;
    const [first] = notes;
    this.hidden = first === undefined;
    if (first === undefined) return nothing;
    const cuts = this.store.good?.result.cuts.length ?? 0;
    return html`<details>
      <summary>
        <b
          >${resultsMessages[this.store.lang].notes(notes.length)}${
            cuts === 0 ? nothing : html` · ${resultsMessages[this.store.lang].state.tied} ${cuts}`
          }</b
        ><span class="cut">${first.text}</span>${icon("down")}
      </summary>
      <div class="all" tabindex="0" role="group" aria-label=${resultsMessages[this.store.lang].notes(notes.length)}>
        ${this.#tiesAtCut()}
        <ul aria-label=${resultsMessages[this.store.lang].notes(notes.length)}>
          ${notes.map(({ text }) => html`<li>${text}</li>`)}
        </ul>
      </div>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-result-notes": ResultNotes;
  }
}
