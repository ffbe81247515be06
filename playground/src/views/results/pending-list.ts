/** Subjects that cannot be ranked yet: the missing data, the assessor responsible for it, and a link to the cell. */
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { cellText, findTable, sameName } from "../../project/project.js";
import { rowsBySubject, subjectName } from "../../store/grid-view.js";
import type { PendingSubject } from "../../store/ranking-view.js";
import { base, controls, marks } from "@yardstick/ui";
import { resultsMessages } from "../../messages/results.js";
import { StoreElement } from "../base/store-element.js";
import { Impacts } from "./impacts.js";

@customElement("ys-pending-list")
export class PendingList extends StoreElement {
  protected readonly topics = [] as const;
  @property({ attribute: false }) pending: readonly PendingSubject[] = [];
  @property({ attribute: false }) provisional = false;
  readonly #impacts = new Impacts(this);

  static override styles = [
    base,
    controls,
    marks,
    css`
      h3 {
        padding: 7px var(--s4) 3px;
        font-size: var(--t-small);
        font-weight: var(--w-text);
        color: var(--ink-3);
        border-bottom: 1px solid var(--line);
      }
      li {
        padding: 4px var(--s4);
        display: grid;
        grid-template-columns: 60px 82px minmax(0, 1fr) auto;
        column-gap: var(--s3);
        align-items: center;
        border-bottom: 1px solid var(--hair);
      }
      .impact {
        padding: 6px var(--s4);
        font-size: var(--t-small);
        line-height: 1.6;
        color: var(--ink-2);
        border-bottom: 1px solid var(--hair);
        text-wrap: pretty;
      }
      .what > span {
        margin-right: 1em;
      }
      .subject {
        text-align: left;
      }
      .subject:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      @container (max-width: 600px) {
        li {
          grid-template-columns: 54px 74px minmax(0, 1fr) auto;
        }
      }
      @container (min-width: 780px) {
        li {
          grid-template-columns: 76px 92px minmax(0, 1fr) auto;
        }
      }
      @media (max-width: 760px) {
        li {
          grid-template-columns: 46px 74px minmax(0, 1fr);
          row-gap: 4px;
        }
        li > .btn {
          grid-column: 2 / -1;
          justify-self: start;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#impacts.dispose();
  }

  override render() {
    const { pending } = this;
    if (pending.length === 0) return nothing;
    return html`<h3>
        ${resultsMessages[this.store.lang].notRanked(pending.length)}
        ${this.provisional ? html`<span class="ochre">${resultsMessages[this.store.lang].provisionalWhy}</span>` : nothing}
      </h3>
      <ul aria-label=${resultsMessages[this.store.lang].notRanked(pending.length)}>
        ${pending.map((subject) => this.#row(subject))}
      </ul>
      ${this.#ifBlanksWereZero()}`;
  }

  /** What the ranking would be if all blanks were zero or no. Where there are many subjects, the checks state it alone. */
  #ifBlanksWereZero() {
    const { good } = this.store;
    const impact =
      good === null || good.many !== null
        ? undefined
        : this.#impacts.known.find(({ alternative }) => alternative.kind === "blanks");
    return impact === undefined ? nothing : html`<p class="impact" role="note">${impact.condition}${impact.text}</p>`;
  }

  #row(subject: PendingSubject) {
    const { messages, store } = this;
    const { key, period, awaiting } = subject;
    const cell = this.#cellOf(subject);
    return html`<li>
      <span><span class="chip wait">${messages.missing}</span></span>
      <button class="subject cut" title=${key} @click=${() => store.openSheet({ key, period })}>${key}</button>
      <span class="what cut"
        >${awaiting.map(
          ({ field, assessor, reason }) =>
            html`<span>${field} <span class="mut">${messages.missingFrom(assessor, reason)}</span></span>`,
        )}</span
      >
      ${
        cell === null
          ? nothing
          : html`<button class="btn line short" @click=${() => store.goToCell(cell)}>
              ${resultsMessages[this.store.lang].fillIn}
            </button>`
      }
    </li>`;
  }

  /** The first missing cell that can be filled in. */
  #cellOf({ key, period, awaiting }: PendingSubject) {
    const { good, tables } = this.store;
    const table = findTable(tables, "subjects", "");
    const field = awaiting.find(({ reason }) => reason === "blank" || reason === "unreadable")?.field;
    if (good === null || table === undefined || field === undefined) return null;
    const rows = rowsBySubject(good.program, table);
    const row = rows.get(subjectName(key, period)) ?? rows.get(subjectName(key, null));
    const isOfSubject = good.program.fields.some(({ name }) => sameName(name, field));
    if (row === undefined || !isOfSubject) return null;
    const header = table.header.find((name) => sameName(name, field)) ?? field;
    return { role: table.role, name: table.name, row, column: header, text: cellText(table, row, header) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-pending-list": PendingList;
  }
}
