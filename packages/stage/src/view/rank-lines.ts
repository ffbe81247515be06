/**
 * The moving ranking: the baseline on the left, the current order on the right, a line from place to place. Rows slide
 * and lines follow; rising lines are thick and blue, falling ones dashed, unchanged ones hairlines.
 */
import { withMinusSign } from "@yardstick/exact";
import { html, nothing, svg, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isSameSubject } from "@yardstick/engine";
import { base, controls, cssProperties } from "@yardstick/ui";
import { shareFigure } from "./figures.js";
import { shareIn } from "../protocol/position.js";
import type { Frame, StageRow } from "../protocol/protocol.js";
import { fullBar, partBars, placeRange } from "./rank-asides.js";
import { rankLinesStyles } from "./rank-lines-styles.js";
import { arrow, movedBy } from "./moves.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";

/** Height of a row in pixels when all rows are shown. */
const ROW = 40;
/** Number of rows up to which all are drawn with their lines; of more rows, those in view and this many around them. */
const MAX_DRAWN = 300;
const OVERSCAN = 20;
const asides = ["range", "parts"] as const;

/** The element with the moving ranking. */
@customElement("ys-rank-lines")
export class RankLines extends StageElement {
  /** Without controls, as the room sees it. */
  @property({ type: Boolean, reflect: true }) isBare = false;
  @state() private width = 0;
  @state() private height = 0;
  /** Few rows are not drawn higher than this, in pixels. */
  @state() private highest = 85;
  @state() private aside: (typeof asides)[number] = "range";
  @query(".bump") private bump!: HTMLElement | null;
  @query(".b0") private left!: HTMLElement | null;
  @query(".b1") private right!: HTMLElement | null;
  #watch: ResizeObserver | null = null;
  #isDrawn = false;

  static override styles = [base, controls, stageStyles, rankLinesStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watch = null;
  }

  override render() {
    const { stage, messages } = this;
    const { group } = stage;
    const { frame, isLate } = stage.results;
    const weights = (of: "baseline" | "position") =>
      group === null || group.criteria.length > 6
        ? ""
        : group.criteria.map(({ part }) => shareFigure(shareIn(stage[of], part), "100")).join(" / ");
    const isLong = stage.showsAll && (frame?.length ?? 0) > MAX_DRAWN;
    return html`
      <div class="ch">
        <span>${messages.baseline} <small>${stage.baselineName ?? weights("baseline")}</small></span>
        <span></span>
        <span>${messages.now} <small role="status">${isLate ? messages.working : weights("position")}</small></span>
        <span class="hs">${this.#asideHead()}</span>
      </div>
      <div
        class="bump ${this.#isDrawn && !isLong ? "live" : ""} ${stage.showsAll ? "all" : ""}"
        @scroll=${this.#showSight}
      >
        ${frame === null ? html`<p class="wait">${messages.working}</p>` : this.#rows(frame)}
      </div>
      ${frame === null ? nothing : this.#more(frame)}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#watch === null && this.bump !== null) {
      this.#watch = new ResizeObserver(() => this.#measure());
      this.#watch.observe(this.bump);
    }
    if (this.stage.results.frame !== null && !this.#isDrawn) {
      // The first frame is shown without animation.
      requestAnimationFrame(() => {
        this.#isDrawn = true;
        this.#measure();
      });
    }
  }

  #measure(): void {
    const { bump } = this;
    if (bump === null) return;
    this.width = bump.clientWidth;
    this.height = bump.clientHeight;
    const row = parseFloat(getComputedStyle(this).getPropertyValue("--st-least")) || 34;
    this.highest = 2.5 * row;
    this.stage.setRoom(Math.max(6, Math.min(16, Math.floor(bump.clientHeight / row))));
    if (this.stage.showsAll) this.#showSight();
    this.requestUpdate();
  }

  /** Of many rows, requests those in view and some above and below. */
  #showSight = (): void => {
    const { stage, bump } = this;
    if (!stage.showsAll || bump === null) return;
    const few = (stage.results.frame?.length ?? 0) <= MAX_DRAWN;
    const first = few ? 0 : Math.max(0, Math.floor(bump.scrollTop / ROW / OVERSCAN) * OVERSCAN - OVERSCAN);
    const count = few ? MAX_DRAWN : Math.ceil(bump.clientHeight / ROW) + 3 * OVERSCAN;
    stage.showRange({ from: first, count });
  };

  #rows(frame: Frame) {
    const { showsAll } = this.stage;
    const { rows, length } = frame;
    const step = showsAll ? ROW : Math.min(this.highest, (this.height || 400) / Math.max(1, rows.length));
    const height = showsAll ? `${step * length}px` : "100%";
    const x0 = (this.left?.offsetWidth ?? 190) + 4;
    const x1 = this.width - (this.right?.offsetWidth ?? 450) - 4;
    const middle = (x0 + x1) / 2;
    const from = (rows[0]?.at ?? 0) * step;
    const full = this.aside === "parts" ? fullBar(rows) : 0;
    return html`<div class="field" style=${cssProperties({ height })}>
      <svg
        id="lines"
        aria-hidden="true"
        style=${cssProperties({ top: `${from}px`, height: `${rows.length * step}px` })}
      >
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => {
            const y0 = (row.atBefore + 0.5) * step - from;
            const y1 = (row.at + 0.5) * step - from;
            const path = `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`;
            return svg`<path class="${directionOf(row)} ${this.#isFollowed(row) ? "sel" : ""}" d=${path} style=${cssProperties({ d: `path("${path}")` })} />`;
          },
        )}
      </svg>
      ${repeat(
        rows,
        ({ key }) => key,
        (row) => html`
          <div
            class="b0"
            aria-hidden="true"
            style=${cssProperties({ top: `${row.atBefore * step}px`, height: `${step}px` })}
          >
            <span class="p">${row.before ?? "—"}</span><span class="cut">${row.key}</span
            ><span class="s n">${withMinusSign(row.scoreBefore ?? "")}</span>
          </div>
        `,
      )}
      <ol class="now" aria-label=${this.messages.ranking} start=${(rows[0]?.at ?? 0) + 1}>
        ${repeat(
          rows,
          ({ key }) => key,
          (row) =>
            html`<li style=${cssProperties({ top: `${row.at * step}px`, height: `${step}px` })}>
              ${this.#row(row, full)}
            </li>`,
        )}
      </ol>
    </div>`;
  }

  #row(row: StageRow, full: number) {
    const { stage, messages } = this;
    const moved = movedBy(row);
    const isFollowed = this.#isFollowed(row);
    return html`<button
      class="b1 ${directionOf(row)} ${isFollowed ? "is-sel" : ""}"
      data-key=${row.key}
      aria-pressed=${isFollowed}
      @click=${() => stage.follow({ key: row.key, period: row.period })}
    >
      <span class="p"
        >${row.place ?? html`<span class="seal" title=${messages.vetoed(row.vetoes)}>${messages.seal}</span>`}</span
      >
      <span class="nm cut">${row.key}</span>
      <span class="m"
        >${moved === 0 ? nothing : html`<span class="sr">${moved > 0 ? messages.rising(moved) : messages.falling(-moved)}</span><span aria-hidden="true">${arrow(moved > 0)}${Math.abs(moved)}</span>`}</span
      >
      <span class="s n">${withMinusSign(row.score ?? "")}</span>
      ${
        row.grade === null
          ? html`<span class="g blank"></span>`
          : html`<span class="g ${row.grade.level}" title=${row.grade.name}>${row.grade.name}</span>`
      }
      ${this.#aside(row, full)}
    </button>`;
  }

  #asideHead() {
    const { stage, messages } = this;
    const { spread, needsRequest } = stage.results;
    const choice = html`<span class="seg short" role="group" aria-label=${messages.aside}>
      ${asides.map(
        (aside) =>
          html`<button aria-pressed=${this.aside === aside} @click=${() => (this.aside = aside)}>
            ${messages.asides[aside]}
          </button>`,
      )}
    </span>`;
    if (this.aside === "parts") return choice;
    if (spread === null && needsRequest) {
      return html`<button class="btn line short request" @click=${() => stage.results.requestRobustness()}>
          ${messages.requestRange}</button
        >${choice}`;
    }
    const isDrawing = spread !== null && spread.sampled === null;
    return html`<small class="hint"
        >${isDrawing ? messages.drawing(Math.round(spread.progress * 100)) : messages.anyWeights}</small
      >${choice}`;
  }

  #aside(row: StageRow, full: number) {
    const { stage, messages } = this;
    if (this.aside === "parts" && stage.group !== null) return partBars(row, stage.group, full, stage.mover, messages);
    const sampled = stage.results.spread?.sampled ?? null;
    return sampled === null ? html`<span class="sp"></span>` : placeRange(row, sampled, directionOf(row), messages);
  }

  #more(frame: Frame) {
    const { stage, messages } = this;
    const isCut = frame.length < frame.ranked || stage.showsAll;
    const hasGrades = (stage.store.good?.program.grades.length ?? 0) > 0;
    if (!isCut && frame.awaiting === 0 && !frame.lacksDetail) return nothing;
    const shown = stage.showsAll ? frame.ranked : frame.rows.length;
    return html`<div class="more">
      ${isCut ? html`<span role="status">${messages.shown(shown, frame.ranked, frame.moved)}</span>` : nothing}
      ${frame.awaiting > 0 ? html`<span>${messages.awaiting(frame.awaiting)}</span>` : nothing}
      <span class="acts">
        ${
          frame.lacksDetail && hasGrades
            ? html`<button class="btn line short" @click=${() => stage.results.requestDetail()}>
                ${messages.requestGrades}
              </button>`
            : nothing
        }
        ${
          isCut
            ? html`<button class="btn line short" @click=${this.#toggleAll}>
                ${stage.showsAll ? messages.showSome : messages.showAll(frame.ranked)}
              </button>`
            : nothing
        }
      </span>
    </div>`;
  }

  #toggleAll = (): void => {
    const { stage, bump } = this;
    if (bump !== null) bump.scrollTop = 0;
    stage.showRange(stage.showsAll ? null : { from: 0, count: MAX_DRAWN });
  };

  #isFollowed(row: StageRow): boolean {
    return isSameSubject(this.stage.followed, row);
  }
}

function directionOf(row: StageRow): string {
  const moved = movedBy(row);
  return moved > 0 ? "up" : moved < 0 ? "down" : "same";
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-rank-lines": RankLines;
  }
}
