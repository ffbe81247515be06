/** The subjects beside a score sheet, in the order of the results and with their filter: one click leads to the next sheet. */
import { withMinusSign } from "@yardstick/exact";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { isSameSubject, type SubjectId } from "@yardstick/engine";
import { resultsMessages } from "../../messages/results.js";
import { base, controls, icon, marks } from "@yardstick/ui";
import { StoreElement } from "../base/store-element.js";

/** Subjects on either side of the one shown; the others are found by name. */
const AROUND = 200;

interface Entry extends SubjectId {
  readonly place: number | null;
  readonly score: string | null;
  readonly isVetoed: boolean;
}

@customElement("ys-subject-list")
export class SubjectList extends StoreElement {
  protected readonly topics = ["evaluation", "details", "selection", "sheet", "layout"] as const;

  static override styles = [
    base,
    controls,
    marks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--bar);
        border-right: 1px solid var(--line);
        font-size: var(--t-body);
      }
      .find {
        position: relative;
        display: flex;
        align-items: center;
        flex: none;
        padding: 8px 10px 4px;
      }
      .find .ic {
        position: absolute;
        left: 18px;
        width: 13px;
        height: 13px;
        color: var(--ink-3);
        pointer-events: none;
      }
      input {
        width: 100%;
        height: var(--h-ctl);
        padding: 0 6px 0 26px;
        border: 1px solid var(--line);
        border-radius: var(--r2);
        background: var(--paper);
        color: var(--ink);
      }
      input::placeholder {
        color: var(--ink-3);
      }
      .about {
        flex: none;
        padding: 2px 12px 6px;
        color: var(--ink-3);
        font-size: var(--t-small);
        border-bottom: 1px solid var(--line);
      }
      ul {
        flex: 1;
        min-height: 0;
        margin: 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
      }
      li button {
        display: grid;
        grid-template-columns: 26px minmax(0, 1fr) auto;
        column-gap: 8px;
        align-items: center;
        width: 100%;
        height: 27px;
        padding: 0 12px;
        text-align: left;
        color: var(--ink);
        border-bottom: 1px solid var(--hair);
      }
      li button:hover {
        background: var(--hair);
      }
      li button:focus-visible {
        box-shadow: inset 0 0 0 2px var(--blue);
      }
      li button[aria-current="true"] {
        background: var(--blue-wash);
        box-shadow: inset 2px 0 0 var(--blue);
      }
      .pl {
        justify-self: end;
        font-weight: var(--w-strong);
      }
      .more {
        padding: 4px 12px;
        color: var(--ink-3);
        font-size: var(--t-small);
      }
    `,
  ];

  override render() {
    const { store } = this;
    const { results, sheet, good } = store;
    const { shown, choice } = results;
    if (shown === null || good === null || sheet === null) return nothing;
    const messages = resultsMessages[store.lang];
    const entries: readonly Entry[] = [
      ...shown.rows.map(({ key, period, place, score, vetoes }) => ({
        key,
        period,
        place,
        score,
        isVetoed: vetoes.length > 0,
      })),
      ...shown.pending.map(({ key, period }) => ({ key, period, place: null, score: null, isVetoed: false })),
    ];
    const at = Math.max(
      0,
      entries.findIndex((entry) => isSameSubject(entry, sheet.subject)),
    );
    const from = Math.max(0, at - AROUND);
    const near = entries.slice(from, at + AROUND + 1);
    const beyond = entries.length - near.length;
    return html`<span class="find" role="search"
        >${icon("search")}<input
          type="search"
          aria-label=${messages.find(good.program.subject)}
          placeholder=${messages.find(good.program.subject)}
          title=${messages.findAbout}
          .value=${choice.find}
          @input=${(event: Event) => results.choose({ find: (event.target as HTMLInputElement).value })}
      /></span>
      <p class="about cut">
        ${store.ranking ?? this.messages.ranking}${results.isFiltered ? html` · ${messages.shown(shown.shown, shown.total)}` : nothing}
      </p>
      <ul aria-label=${this.messages.ranking}>
        ${near.map((entry) => this.#entry(entry, isSameSubject(entry, sheet.subject)))}
        ${beyond === 0 ? nothing : html`<li class="more">${messages.beyond(beyond)}</li>`}
      </ul>`;
  }

  #entry({ key, period, place, score, isVetoed }: Entry, isShown: boolean) {
    const { store, messages } = this;
    return html`<li>
      <button aria-current=${isShown ? "true" : nothing} title=${key} @click=${() => store.openSheet({ key, period })}>
        <span class="pl"
          >${
            place !== null
              ? place
              : isVetoed
                ? html`<span class="seal" role="img" aria-label=${messages.vetoed}>${messages.seal}</span>`
                : "—"
          }</span
        >
        <span class="cut"
          >${key}${store.results.hasSeveralPeriods ? html` <small class="mut">${period}</small>` : nothing}</span
        >
        <span class="n"
          >${score === null ? html`<span class="mut">${messages.missing}</span>` : withMinusSign(score)}</span
        >
      </button>
    </li>`;
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-subject-list": SubjectList;
  }
}
