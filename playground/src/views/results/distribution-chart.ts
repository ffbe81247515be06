/**
 * The distribution of the scores: one column per step of points, median and mean, and for each section the range of
 * what was gained.
 */
import { withMinusSign } from "@yardstick/exact";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { distribution, type Distribution } from "../../store/distribution.js";
import { rankingView } from "../../store/ranking-view.js";
import { base, cssProperties } from "@yardstick/ui";
import { tabTexts, type TabTexts } from "../../messages/result-tabs.js";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-distribution-chart")
export class DistributionChart extends StoreElement {
  protected readonly topics = ["evaluation", "details", "layout", "selection"] as const;

  protected override get messages(): TabTexts {
    return tabTexts[this.store.lang];
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        padding: 12px var(--s4) 16px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 28px;
        margin-bottom: 10px;
      }
      dt {
        font-size: var(--t-small);
        color: var(--ink-3);
      }
      dd {
        font-size: var(--t-title);
        font-weight: var(--w-strong);
      }
      .steps {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        align-items: end;
        gap: 2px;
        height: 150px;
        border-bottom: 1px solid var(--line-2);
      }
      .steps > li {
        display: flex;
        flex-direction: column;
        justify-content: end;
        height: 100%;
        text-align: center;
        font-size: var(--t-small);
      }
      .steps i {
        display: block;
        background: var(--held);
        min-height: 1px;
      }
      .steps .mine i {
        background: var(--blue);
      }
      .ends {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 2px;
        font-size: var(--t-micro);
        color: var(--ink-3);
        margin-bottom: 14px;
      }
      .ends span {
        border-left: 1px solid var(--line-2);
        padding-left: 2px;
        white-space: nowrap;
        overflow: hidden;
      }
      th {
        text-align: left;
        width: 9em;
      }
      caption,
      thead th {
        font-size: var(--t-small);
        color: var(--ink-3);
        text-align: left;
      }
      caption {
        padding-bottom: 2px;
        border-bottom: 1px solid var(--line);
      }
      td,
      tbody th {
        padding: 4px 12px 4px 0;
        border-bottom: 1px solid var(--hair);
      }
      td.n {
        width: 4.5em;
        padding-right: 0;
      }
      .range {
        position: relative;
        height: 10px;
        background: var(--lost);
      }
      .range u {
        position: absolute;
        top: 0;
        bottom: 0;
        background: var(--held-2);
      }
      .range b {
        position: absolute;
        top: -2px;
        bottom: -2px;
        width: 2px;
        background: var(--ink);
      }
      .empty {
        color: var(--ink-2);
      }
      @media (max-width: 760px) {
        th {
          width: 6em;
        }
      }
    `,
  ];

  override render() {
    const { store } = this;
    const { good } = store;
    if (good === null) return nothing;
    const found = distribution(rankingView(good, store.ranking), good.program.scoreDecimals);
    if (found === null) return html`<p class="empty">${this.messages.noScores}</p>`;
    return html`${this.#figures(found)}${this.#steps(found)}${found.sections.length === 0 ? nothing : this.#sections(found)}`;
  }

  #figures({ median, mean, least, most }: Distribution) {
    const { messages } = this;
    const fact = (name: string, value: string) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<dl>
      ${fact(messages.median, withMinusSign(median))} ${fact(messages.mean, withMinusSign(mean))}
      ${fact(messages.spread, `${withMinusSign(least)} – ${withMinusSign(most)}`)}
    </dl>`;
  }

  #steps({ steps }: Distribution) {
    const { messages } = this;
    const most = steps.reduce((top, { keys }) => Math.max(top, keys.length), 1);
    const mine = this.store.subject?.key ?? "";
    return html`<ul class="steps" aria-label=${messages.distributionOf(this.messages.score)}>
        ${steps.map(
          ({ from, to, keys }) =>
            html`<li
              class=${keys.includes(mine) ? "mine" : ""}
              title=${`${messages.scoreFrom(withMinusSign(from), withMinusSign(to))}${this.messages.colon}${keys.slice(0, 12).join(this.messages.comma)}`}
            >
              <span class="sr">${messages.scoreFrom(withMinusSign(from), withMinusSign(to))}${this.messages.colon}</span
              ><span>${keys.length === 0 ? "" : keys.length}</span
              ><i
                style=${cssProperties({ height: `${((keys.length / most) * 84).toFixed(1)}%` })}
                aria-hidden="true"
              ></i>
            </li>`,
        )}
      </ul>
      <div class="ends" aria-hidden="true">${steps.map(({ from }) => html`<span>${withMinusSign(from)}</span>`)}</div>`;
  }

  #sections({ sections }: Distribution) {
    const { messages } = this;
    const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
    return html`<table>
      <caption>
        ${messages.bySection}${this.messages.colon}${messages.spread}
      </caption>
      <tbody>
        ${sections.map(
          ({ name, least, mean, most }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>
                <div class="range" aria-hidden="true">
                  <u style=${cssProperties({ left: `${percent(least)}`, right: `${percent(1 - most)}` })}></u
                  ><b style=${cssProperties({ left: `${percent(mean)}` })}></b>
                </div>
              </td>
              <td class="n">${percent(mean)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-distribution-chart": DistributionChart;
  }
}
