/** Ties at the cut of a quota: who ties, what could decide it and for whom, and the edits that write it into the rubric. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { QuotaCut } from "@yardstick/engine";
import type { TextEdit } from "@yardstick/language";
import { base, controls, icon } from "@yardstick/ui";
import { tieDeciders } from "yardstick";
import { tieMessages } from "../../messages/ties.js";
import { StoreElement } from "../base/store-element.js";
import { decideByHand, decisionField, thenBy } from "./tie-edits.js";

/** Subjects with columns of their own; those of a longer tie are named in the sentence alone. */
const MAX_COLUMNS = 4;
/** Values that are listed. */
const MAX_ROWS = 6;

@customElement("ys-ties-at-cut")
export class TiesAtCut extends StoreElement {
  protected readonly topics = ["evaluation", "save"] as const;
  @property({ attribute: false }) cuts: readonly QuotaCut[] = [];

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .tie {
        padding: var(--s2) var(--s4) var(--s3);
        border-bottom: 1px solid var(--hair);
        box-shadow: inset 3px 0 0 var(--ochre-line);
      }
      .mark {
        color: var(--ochre);
        font-weight: var(--w-strong);
        margin-right: var(--s2);
      }
      .mark .ic {
        width: 12px;
        height: 12px;
        vertical-align: -1px;
        margin-right: 3px;
      }
      .both {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2) var(--s5);
        padding-top: var(--s2);
      }
      table {
        width: auto;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 3px 10px 3px 0;
        text-align: left;
        font-weight: var(--w-text);
        border-bottom: 1px solid var(--hair);
      }
      thead th {
        color: var(--ink-3);
        border-bottom-color: var(--line);
      }
      .n {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      b {
        font-weight: var(--w-strong);
      }
      .acts {
        display: grid;
        gap: 6px;
        justify-items: start;
        align-content: start;
        min-width: 0;
      }
      small {
        color: var(--ink-3);
        max-width: 34em;
      }
    `,
  ];

  override render() {
    return this.cuts.map((cut) => this.#tie(cut));
  }

  #tie(cut: QuotaCut): TemplateResult {
    const { store } = this;
    const messages = tieMessages[store.lang];
    const { good, rubric, lang } = store;
    const deciders =
      good === null || good.many !== null ? [] : tieDeciders(cut, good.result, good.program).slice(0, MAX_ROWS);
    const { grades, group, left, tied } = cut;
    const grade = group === null ? cut.grade : messages.within(cut.grade, group);
    const first = tied.slice(0, MAX_COLUMNS).join(messages.list);
    const names = tied.length > MAX_COLUMNS ? messages.more(first, tied.length) : first;
    const isCurrent = good !== null && good.rubric === rubric && !store.isReadOnly;
    const byHand = isCurrent ? decideByHand(rubric, grades) : null;
    const edits = isCurrent
      ? deciders.flatMap(({ by }) => {
          const found = thenBy(rubric, grades, by);
          return found === null ? [] : [{ by, found }];
        })
      : [];
    const hasRanking = good?.program.grades.find(({ name }) => name === grades)?.by !== null;
    return html`<div class="tie" role="group" aria-label=${`${messages.mark} ${grade}`}>
      <p><span class="mark">${icon("warning")}${messages.mark}</span>${messages.says(grade, left, names)}</p>
      <div class="both">
        ${
          deciders.length === 0
            ? html`<p>${messages.none}</p>`
            : html`<table>
                <thead>
                  <tr>
                    <th scope="col">${messages.could}</th>
                    ${
                      tied.length > MAX_COLUMNS
                        ? nothing
                        : tied.map((key) => html`<th scope="col" class="n">${key}</th>`)
                    }
                    <th scope="col">${messages.to(grade)}</th>
                  </tr>
                </thead>
                <tbody>
                  ${deciders.map(
                    ({ by, values, takes }) =>
                      html`<tr>
                        <td>${by}</td>
                        ${
                          tied.length > MAX_COLUMNS
                            ? nothing
                            : values.map(
                                ({ key, value }) =>
                                  html`<td class="n">${takes.includes(key) ? html`<b>${value}</b>` : value}</td>`,
                              )
                        }
                        <td>${takes.join(messages.list)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
        }
        <div class="acts">
          ${edits.map(
            ({ by, found }) =>
              html`<button class="btn line short" @click=${() => this.#edit(found)}>${messages.thenBy(by)}</button>`,
          )}
          ${
            byHand === null
              ? nothing
              : html`<button class="btn line short" @click=${() => this.#edit(byHand)}>${messages.byHand}</button
                  ><small>${messages.byHandWhy(decisionField(rubric))}</small>`
          }
          ${hasRanking ? nothing : html`<small lang=${lang}>${messages.noRanking}</small>`}
        </div>
      </div>
    </div>`;
  }

  #edit(edits: readonly TextEdit[]): void {
    const { store } = this;
    store.editRubric(edits);
    store.layout.show("rubric");
    const [start] = edits.at(-1)?.span ?? [0];
    store.reveal([start, start]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-ties-at-cut": TiesAtCut;
  }
}
