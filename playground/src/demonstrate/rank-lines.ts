/**
 * The ranking that moves: the baseline at the left, now at the right, a line from place to place. Rows slide, lines bend with them;
 * rising thick and blue, falling dashed, staying a hairline.
 */
import { html, nothing, svg, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isSameSubject } from "../store/subject-id.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { shareFigure } from "./figures.js";
import { shareIn } from "./position.js";
import type { StageRow } from "./protocol.js";
import { rankLinesStyles } from "./rank-lines-styles.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";

const MINUS = "−";

@customElement("ys-rank-lines")
export class RankLines extends StageElement {
  @state() private width = 0;
  @state() private height = 0;
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
    const { stage, words } = this;
    const { frame, group } = stage;
    const weights = (of: "baseline" | "position") =>
      group === null || group.criteria.length > 6
        ? ""
        : group.criteria.map(({ part }) => shareFigure(shareIn(stage[of], part), "100")).join(" / ");
    return html`
      <div class="ch">
        <span>${words.baseline} <small>${stage.baselineName ?? weights("baseline")}</small></span>
        <span></span>
        <span>${words.now} <small>${weights("position")}</small></span>
        <span class="hs">${words.placeRange} ${this.#rangeHead()}</span>
      </div>
      <div class="bump ${this.#isDrawn ? "live" : ""} ${stage.showsAll ? "all" : ""}">
        ${frame === null ? html`<p class="wait">${words.working}</p>` : this.#rows()}
      </div>
      ${frame === null ? nothing : this.#more()}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#watch === null && this.bump !== null) {
      this.#watch = new ResizeObserver(() => this.#measure());
      this.#watch.observe(this.bump);
    }
    if (this.stage.frame !== null && !this.#isDrawn) {
      // The first picture stands at once; only what comes after it moves.
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
    this.stage.setRoom(Math.max(6, Math.min(16, Math.floor(bump.clientHeight / row))));
    this.requestUpdate();
  }

  #rows() {
    const { frame } = this.stage;
    if (frame === null) return nothing;
    const { rows, orderBefore } = frame;
    const step = this.stage.showsAll ? 40 : (this.height || 400) / Math.max(1, rows.length);
    const total = this.stage.showsAll ? `height: ${step * rows.length}px` : "height: 100%";
    const placeBefore = new Map(orderBefore.map((key, index) => [key, index]));
    const x0 = (this.left?.offsetWidth ?? 190) + 4;
    const x1 = this.width - (this.right?.offsetWidth ?? 450) - 4;
    const middle = (x0 + x1) / 2;
    return html`<div class="field" style=${total}>
      <svg id="lines" aria-hidden="true">
        ${repeat(
          rows,
          ({ key }) => key,
          (row, index) => {
            const y0 = ((placeBefore.get(row.key) ?? index) + 0.5) * step;
            const y1 = (index + 0.5) * step;
            const path = `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`;
            return svg`<path class="${directionOf(row)} ${this.#isFollowed(row) ? "sel" : ""}" d=${path} style=${`d: path("${path}")`} />`;
          },
        )}
      </svg>
      ${repeat(
        rows,
        ({ key }) => key,
        (row, index) => html`
          <div
            class="b0"
            aria-hidden="true"
            style="top: ${(placeBefore.get(row.key) ?? index) * step}px; height: ${step}px"
          >
            <span class="p">${row.before ?? "—"}</span><span class="cut">${row.key}</span
            ><span class="s n">${row.scoreBefore ?? ""}</span>
          </div>
        `,
      )}
      <ol class="now" aria-label=${this.words.ranking}>
        ${repeat(
          rows,
          ({ key }) => key,
          (row, index) => html`<li style="top: ${index * step}px; height: ${step}px">${this.#row(row)}</li>`,
        )}
      </ol>
    </div>`;
  }

  #row(row: StageRow) {
    const { stage, words } = this;
    const moved = movedBy(row);
    const isFollowed = this.#isFollowed(row);
    return html`<button
      class="b1 ${directionOf(row)} ${isFollowed ? "is-sel" : ""}"
      data-key=${row.key}
      aria-pressed=${isFollowed}
      @click=${() => stage.follow({ key: row.key, period: row.period })}
    >
      <span class="p"
        >${row.place ?? html`<span class="seal" title=${words.vetoed(row.vetoes.join("、"))}>${stage.workbench.words.seal}</span>`}</span
      >
      <span class="nm cut">${row.key}</span>
      <span class="m"
        >${moved === 0 ? nothing : html`<span class="sr">${moved > 0 ? words.rising(moved) : words.falling(-moved)}</span><span aria-hidden="true">${arrow(moved > 0)}${Math.abs(moved)}</span>`}</span
      >
      <span class="s n">${(row.score ?? "").replace("-", MINUS)}</span>
      ${
        row.grade === null
          ? html`<span class="g blank"></span>`
          : html`<span class="g ${row.grade.level}" title=${row.grade.name}>${row.grade.name}</span>`
      }
      ${this.#range(row)}
    </button>`;
  }

  #rangeHead() {
    const { stage, words } = this;
    const { spread } = stage;
    if (spread === null) {
      return stage.needsAsking
        ? html`<button class="btn line short ask" @click=${() => stage.askFirmness()}>${words.askRange}</button>`
        : html`<small>${words.anyWeights}</small>`;
    }
    return html`<small
      >${spread.sampled === null ? words.drawing(Math.round(spread.progress * 100)) : words.anyWeights}</small
    >`;
  }

  /** Best to worst place over the weights that were drawn, on a line of all places. */
  #range(row: StageRow) {
    const sampled = this.stage.spread?.sampled ?? null;
    const own = sampled?.subjects.find(({ key, period }) => key === row.key && period === row.period);
    if (sampled === null || own === undefined || row.place === null) return html`<span class="sp"></span>`;
    const all = Math.max(2, sampled.subjects.length);
    const x = (place: number) => ((place - 0.5) / all) * 100;
    let ticks = "";
    if (all <= 60) for (let place = 1; place <= all; place += all > 20 ? 5 : 1) ticks += `M${x(place)} 7V11`;
    const half = Math.min(2.5, 50 / all);
    const title = this.words.rangeOf(own.best, own.worst);
    return html`<span class="sp" title=${title}
      ><svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
        <path class="tk" d=${ticks} />
        <path class="reach" d="M${x(own.best) - half} 9H${x(own.worst) + half}" />
        <path class="here ${directionOf(row)}" d="M${x(row.place)} 1V17" /></svg
    ></span>`;
  }

  #more() {
    const { stage, words } = this;
    const { frame } = stage;
    if (frame === null) return nothing;
    const shown = frame.rows.length;
    const all = frame.ranked;
    const isCut = shown < all || stage.showsAll;
    const awaiting = frame.awaiting > 0 ? html`<span>${words.awaiting(frame.awaiting)}</span>` : nothing;
    if (!isCut && frame.awaiting === 0) return nothing;
    return html`<div class="more">
      ${isCut ? html`<span role="status">${words.shown(shown, all, frame.moved)}</span>` : nothing} ${awaiting}
      ${
        isCut
          ? html`<button class="btn line short" @click=${() => stage.showAll(!stage.showsAll)}>
              ${stage.showsAll ? words.showSome : words.showAll(all)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #isFollowed(row: StageRow): boolean {
    return isSameSubject(this.stage.followed, row);
  }
}

function movedBy({ place, before }: StageRow): number {
  return place === null || before === null ? 0 : before - place;
}

function directionOf(row: StageRow): string {
  const moved = movedBy(row);
  return moved > 0 ? "up" : moved < 0 ? "down" : "same";
}

function arrow(isUp: boolean) {
  return html`<svg viewBox="0 0 8 8" aria-hidden="true">
    ${svg`<path d=${isUp ? "M4 0 8 8H0z" : "M4 8 0 0h8z"} />`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-rank-lines": RankLines;
  }
}
