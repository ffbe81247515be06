/** The bar over the ranking: find, filters by grade, field and state, grouping, and the comparison with the period before. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { resultsMessages, type ResultsMessages } from "../../messages/results.js";
import { countsOf } from "../../store/filtered-results.js";
import type { RankingView } from "../../store/ranking-view.js";
import { subjectStates, type SubjectState } from "../../store/shown-results.js";
import type { SubjectProperty } from "../../store/subject-properties.js";
import { base, controls, icon } from "@yardstick/ui";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-results-bar")
export class ResultsBar extends StoreElement {
  protected readonly topics = ["evaluation", "selection", "layout"] as const;

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
        min-height: 36px;
        padding: 4px var(--s2) 4px var(--s4);
        border-bottom: 1px solid var(--hair);
        background: var(--bar);
        font-size: var(--t-small);
        white-space: nowrap;
      }
      @media (max-width: 760px) {
        /* On a phone several lines would leave little of the ranking: one line that scrolls. */
        :host {
          flex-wrap: nowrap;
          padding-block: 0;
          overflow-x: auto;
          scrollbar-width: thin;
        }
      }
      :host > * {
        flex: none;
      }
      .find {
        position: relative;
        display: flex;
        align-items: center;
      }
      .find .ic {
        position: absolute;
        left: 7px;
        width: 13px;
        height: 13px;
        color: var(--ink-3);
        pointer-events: none;
      }
      .find input {
        width: 11em;
        height: 26px;
        text-overflow: ellipsis;
        padding: 0 6px 0 25px;
        border: 1px solid var(--line);
        border-radius: var(--r2);
        background: var(--paper);
        color: var(--ink);
      }
      .find input::placeholder {
        color: var(--ink-3);
      }
      select {
        height: 26px;
        max-width: 13em;
        padding: 0 4px;
        border: 1px solid var(--line);
        border-radius: var(--r2);
        background: var(--paper);
        color: var(--ink-2);
        field-sizing: content;
      }
      select:hover {
        border-color: var(--line-2);
      }
      option {
        background: var(--raised);
        color: var(--ink);
      }
      select.on {
        border-color: var(--blue);
        color: var(--blue);
        font-weight: var(--w-strong);
      }
      button.state,
      button.compare {
        height: 26px;
        padding: 0 8px;
        border: 1px solid var(--line);
        border-radius: var(--r2);
        background: var(--paper);
        color: var(--ink-2);
      }
      button.state:hover,
      button.compare:hover {
        border-color: var(--line-2);
        color: var(--ink);
      }
      button b {
        margin-left: 4px;
        font-weight: var(--w-text);
        color: var(--ink-3);
      }
      button.pending {
        border-style: dashed;
        border-color: var(--line-2);
      }
      button.vetoed {
        border-color: var(--red-line);
        color: var(--red);
      }
      button.tied {
        border-color: var(--ochre-line);
        color: var(--ochre);
      }
      button[aria-pressed="true"],
      button[aria-pressed="true"]:hover {
        background: var(--blue);
        border-color: var(--blue);
        border-style: solid;
        color: var(--on-blue);
      }
      button[aria-pressed="true"] b {
        color: inherit;
      }
      .clear {
        color: var(--blue);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .grow {
        flex: 1;
      }
    `,
  ];

  #counted: { readonly view: RankingView; readonly counts: ReturnType<typeof countsOf> } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.store.results.load();
  }

  override render() {
    const { store } = this;
    const { results, good } = store;
    const { view, shown } = results;
    if (good === null || view === null || shown === null) return nothing;
    const messages = resultsMessages[store.lang];
    const counts = this.#countsOf(view);
    const { properties, periodBefore, choice, hasMarks, isFiltered } = results;
    // Marks of many subjects are counted once they have been read.
    const states = subjectStates.filter((state) => counts[state] > 0 || (!hasMarks && state !== "pending"));
    return html`<span class="find" role="search"
        >${icon("search")}<input
          type="search"
          aria-label=${messages.find(good.program.subject)}
          placeholder=${messages.find(good.program.subject)}
          title=${messages.findAbout}
          .value=${choice.find}
          @input=${(event: Event) => results.choose({ find: (event.target as HTMLInputElement).value })}
          @keydown=${this.#onKeyDown}
      /></span>
      ${properties.map((property) => this.#property(property, messages))}
      ${states.map((state) => this.#state(state, hasMarks || state === "pending" ? counts[state] : null, messages))}
      ${
        isFiltered
          ? html`<span role="status"
                >${hasMarks || choice.state === null ? messages.shown(shown.shown, shown.total) : messages.working}</span
              ><button class="clear" @click=${() => results.choose({ find: "", state: null, values: new Map() })}>
                ${messages.clear}
              </button>`
          : nothing
      }
      <span class="grow"></span>
      ${properties.length === 0 ? nothing : this.#grouping(properties, messages)}
      ${
        periodBefore === null
          ? nothing
          : html`<button
              class="compare"
              aria-pressed=${choice.isCompared}
              @click=${() => results.choose({ isCompared: !choice.isCompared, ...(choice.sort?.by === "change" ? { sort: null } : {}) })}
            >
              ${messages.compare(periodBefore)}
            </button>`
      }`;
  }

  #countsOf(view: RankingView): ReturnType<typeof countsOf> {
    if (this.#counted?.view !== view) this.#counted = { view, counts: countsOf(view) };
    return this.#counted.counts;
  }

  #property({ name, kind, values }: SubjectProperty, messages: ResultsMessages): TemplateResult {
    const { results } = this.store;
    const chosen = results.choice.values.get(name) ?? "";
    const choose = (value: string) => {
      const next = new Map(results.choice.values);
      if (value === "") next.delete(name);
      else next.set(name, value);
      results.choose({ values: next });
    };
    const label = kind === "period" ? messages.period : name;
    return html`<select
      class=${chosen === "" ? "" : "on"}
      aria-label=${label}
      .value=${chosen}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${chosen === ""}>${messages.any(label)}</option>
      ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${value}</option>`)}
    </select>`;
  }

  #state(state: SubjectState, count: number | null, messages: ResultsMessages): TemplateResult {
    const { results } = this.store;
    const isOn = results.choice.state === state;
    return html`<button
      class="state ${state}"
      aria-pressed=${isOn}
      title=${messages.stateAbout[state]}
      @click=${() => results.choose({ state: isOn ? null : state })}
    >
      ${messages.state[state]}${count === null ? nothing : html`<b>${count}</b>`}
    </button>`;
  }

  #grouping(properties: readonly SubjectProperty[], messages: ResultsMessages): TemplateResult {
    const { results } = this.store;
    const { group } = results.choice;
    return html`<select
      class=${group === null ? "" : "on"}
      aria-label=${messages.group}
      @change=${(event: Event) => {
        const at = Number((event.target as HTMLSelectElement).value);
        results.choose({ group: properties[at]?.name ?? null });
      }}
    >
      <option value="-1" ?selected=${group === null}>${messages.notGrouped}</option>
      ${properties.map(
        ({ name, kind }, at) =>
          html`<option value=${at} ?selected=${group === name}>
            ${messages.groupedBy(kind === "period" ? messages.period : name)}
          </option>`,
      )}
    </select>`;
  }

  /** Esc clears the text before it leaves the field. */
  #onKeyDown = (event: KeyboardEvent): void => {
    const { results } = this.store;
    if (event.key !== "Escape" || results.choice.find === "") return;
    event.preventDefault();
    event.stopPropagation();
    results.choose({ find: "" });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-results-bar": ResultsBar;
  }
}
