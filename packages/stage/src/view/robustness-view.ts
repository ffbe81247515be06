/**
 * Robustness of the places: for each subject, how often it held each place while the weights varied; for each weight,
 * how far it can move and what it decides; and the assumptions behind these figures.
 */
import { describeNotLinear } from "yardstick";
import { type Interval, isSameSubject } from "@yardstick/engine";
import { css, html, nothing, svg } from "lit";
import { customElement } from "lit/decorators.js";
import { numberOrZero } from "@yardstick/exact";
import { base, controls, cssProperties } from "@yardstick/ui";
import { intervalFigure, shareFigure } from "./figures.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";

/** Maximum number of rows that are legible on a projected screen. */
const MAX_PLOTTED = 60;
const tops = [1, 3, 5, 10];

/** The element with the robustness of places. */
@customElement("ys-robustness")
export class RobustnessView extends StageElement {
  static override styles = [
    base,
    controls,
    stageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(620px, 1fr);
        gap: 16px 36px;
        align-content: start;
        padding: 14px var(--st-pad);
        height: 100%;
        overflow: auto;
        background: var(--paper);
      }
      h2 {
        margin-bottom: 4px;
      }
      .lead {
        color: var(--ink-3);
        font-size: var(--st-small);
        margin-bottom: 10px;
        text-wrap: pretty;
      }
      .plot {
        display: grid;
        grid-template-columns: 2.2em minmax(4em, max-content) minmax(60px, 1fr) 5.4em;
        align-items: center;
        gap: 0 10px;
      }
      .plot button {
        display: contents;
      }
      .plot .nm,
      .plot .pl {
        line-height: 1.65;
      }
      .plot .pl {
        text-align: right;
        font-weight: 700;
      }
      .plot .nm {
        max-width: 10em;
      }
      .plot .sel {
        color: var(--blue);
        font-weight: 700;
      }
      .plot .rg {
        color: var(--ink-3);
        font-size: var(--st-small);
        text-align: right;
        white-space: nowrap;
      }
      .plot svg {
        width: 100%;
        height: 20px;
        display: block;
        overflow: visible;
      }
      .plot button:focus-visible .nm {
        box-shadow: var(--focus);
      }
      rect {
        fill: var(--held);
      }
      .sel rect {
        fill: var(--blue);
      }
      .axis {
        stroke: var(--hair);
        vector-effect: non-scaling-stroke;
      }
      .median {
        stroke: var(--ink);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      table th,
      table td {
        text-align: left;
        padding: 5px 10px 5px 0;
        border-bottom: 1px solid var(--hair);
        vertical-align: baseline;
        line-height: 1.35;
      }
      table th {
        color: var(--ink-3);
        font-size: var(--st-small);
        white-space: nowrap;
      }
      td.n,
      th.n {
        text-align: right;
      }
      td.iv {
        white-space: nowrap;
        font-size: var(--st-small);
      }
      .bar {
        position: relative;
        height: 12px;
        min-width: 60px;
        background: var(--lost);
      }
      .bar i {
        position: absolute;
        inset: 0 auto 0 0;
        background: var(--held);
      }
      .bar b {
        position: absolute;
        top: -3px;
        bottom: -3px;
        border-left: 2px solid var(--ink);
      }
      .assume {
        margin-top: 14px;
        color: var(--ink-2);
        font-size: var(--st-small);
      }
      .assume li {
        padding-left: 14px;
        position: relative;
        line-height: 1.6;
      }
      .assume li::before {
        content: "·";
        position: absolute;
        left: 3px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 12px;
        align-items: center;
        margin-bottom: 6px;
      }
      .head .seg {
        margin-left: auto;
      }
      .head .seg > button {
        height: 28px;
      }
      .scroll {
        overflow-x: auto;
      }
      @media (max-width: 1500px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        .weights {
          order: -1;
        }
      }
      @media (max-width: 760px) {
        :host {
          height: auto;
          overflow: visible;
        }
      }
    `,
  ];

  override render() {
    const { stage } = this;
    return html`<div>${this.#plot()}</div>
      <div class="weights">
        ${this.#weights()} ${stage.results.robustness === null ? nothing : this.#assumptions()}
      </div>`;
  }

  #plot() {
    const { stage, messages } = this;
    const sampled = stage.results.spread?.sampled ?? null;
    if (sampled === null) {
      const isWaiting = stage.results.spread === null && stage.results.needsRequest;
      return html`<h2>${messages.robustnessTitle}</h2>
        <p class="lead">
          ${isWaiting ? nothing : messages.drawing(Math.round((stage.results.spread?.progress ?? 0) * 100))}
        </p>
        ${isWaiting ? html`<button class="btn line" @click=${() => stage.results.requestRobustness()}>${messages.requestRange}</button>` : nothing}`;
    }
    const all = Math.max(2, sampled.subjects.length);
    const most = Math.max(...sampled.subjects.flatMap(({ places }) => places.map(({ draws }) => draws)));
    const x = (place: number) => ((place - 1) / all) * 100;
    return html`<h2>${messages.robustnessTitle}</h2>
      <p class="lead">${messages.robustnessLead(sampled.samples)}</p>
      <div class="plot">
        ${sampled.subjects.slice(0, MAX_PLOTTED).map((subject) => {
          const { key, period, place, best, worst, median, places } = subject;
          const isFollowed = isSameSubject(stage.followed, { key, period });
          const mark = isFollowed ? "sel" : "";
          return html`<button
            aria-pressed=${isFollowed}
            title=${messages.plotOf(key, best, worst, median)}
            @click=${() => stage.follow({ key, period })}
          >
            <span class="pl ${mark}">${place}</span><span class="nm cut ${mark}">${key}</span>
            <svg class=${mark} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
              <path class="axis" d="M0 19.5H100" />
              ${places.map(({ place: at, draws }) => bar(x(at), 100 / all, (draws / most) * 18))}
              ${median > 0 ? line(x(median) + 50 / all) : nothing}
            </svg>
            <span class="rg">${best === worst ? best : `${best}–${worst}`}</span>
          </button>`;
        })}
      </div>`;
  }

  #weights() {
    const { stage, messages } = this;
    const { group, top } = stage;
    const { robustness } = stage.results;
    if (robustness === null || group === null)
      return html`<h2>${messages.decides}</h2>
        <p class="lead">${stage.results.needsRequest ? nothing : messages.working}</p>`;
    const decides = (part: number | null) => robustness.decisive.find((each) => each.part === part)?.decides ?? null;
    const most = Math.max(
      0.01,
      ...robustness.decisive.map((each) => Math.abs(numberOrZero(each.decides).toNumber())),
      ...robustness.breakpoints.map(({ share }) => numberOrZero(share).toNumber()),
    );
    const barOf = (share: string, value: string | null) => {
      const size = value === null ? 0 : Math.max(0, (numberOrZero(value).toNumber() / most) * 100);
      return html`<div class="bar">
        <i style=${cssProperties({ width: `${size}%` })}></i
        >${share === "" ? nothing : html`<b style=${cssProperties({ left: `${(numberOrZero(share).toNumber() / most) * 100}%` })}></b>`}
      </div>`;
    };
    const rest = decides(null);
    return html`
      <div class="head">
        <h2>${messages.decides}</h2>
        <span class="seg" role="group" aria-label=${messages.top}>
          ${tops.map((count) => html`<button aria-pressed=${top === count} @click=${() => stage.setTop(count)}>${count}</button>`)}
        </span>
      </div>
      <p class="lead">${messages.decidesLead}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <td></td>
              <th class="n">${messages.weight}</th>
              <th class="n">${messages.share}</th>
              <td></td>
              <th>${messages.firstStays}</th>
              <th>${messages.topStays(top)}</th>
              <th>${messages.orderStays}</th>
            </tr>
          </thead>
          <tbody>
            ${robustness.breakpoints.map((each) => {
              const name = group.criteria.find(({ part }) => part === each.part)?.name ?? "";
              const value = decides(each.part);
              return html`<tr>
                <td>${name}</td>
                <td class="n">${shareFigure(each.share, "100")}%</td>
                <td class="n">${value === null ? "—" : `${shareFigure(value, "100", 0)}%`}</td>
                <td>${barOf(each.share, value)}</td>
                <td class="iv">${this.#interval(each.first)}</td>
                <td class="iv">${this.#interval(each.top)}</td>
                <td class="iv">${this.#interval(each.order)}</td>
              </tr>`;
            })}
            ${
              rest === null
                ? nothing
                : html`<tr>
                    <td>${messages.rest}</td>
                    <td></td>
                    <td class="n">${shareFigure(rest, "100", 0)}%</td>
                    <td>${barOf("", rest)}</td>
                    <td></td>
                    <td></td>
                    <td></td>
                  </tr>`
            }
          </tbody>
        </table>
      </div>
    `;
  }

  #interval(interval: Interval | null) {
    if (interval === null) return this.messages.fixed;
    if (interval.reachesFrom && interval.reachesTo) return this.messages.always;
    return `${intervalFigure(interval, "100")}%`;
  }

  #assumptions() {
    const { stage, messages } = this;
    const { group } = stage;
    const { robustness, spread } = stage.results;
    if (robustness === null || group === null) return nothing;
    const { assume } = messages;
    const isTried = robustness.breakpoints.some(({ method }) => method === "bisection");
    const sampled = spread?.sampled ?? null;
    const lines = [
      assume.sharing[stage.sharing],
      assume.own,
      isTried ? messages.bisected : assume.exact,
      ...(sampled === null ? [] : [assume.drawn(sampled.samples, sampled.seed)]),
      ...(sampled?.ranges.some(({ isAssumed }) => isAssumed) === true ? [assume.assumed] : []),
    ];
    return html`<div class="assume">
      <h3>${messages.assumptions}</h3>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${
        robustness.notLinear.length === 0
          ? nothing
          : html`<p class="ochre">${messages.notLinear}</p>
              <ul>
                ${robustness.notLinear.map((reason) => html`<li>${describeNotLinear(reason, stage.store.lang)}</li>`)}
              </ul>`
      }
    </div>`;
  }
}

function bar(x: number, width: number, height: number) {
  const tall = Math.max(0.8, height);
  return svg`<rect x=${x + width * 0.08} y=${19 - tall} width=${Math.max(0.6, width * 0.84)} height=${tall} />`;
}

function line(x: number) {
  return svg`<path class="median" d=${`M${x} 0V20`} />`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-robustness": RobustnessView;
  }
}
