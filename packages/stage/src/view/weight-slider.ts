/**
 * One weight: an editable figure, its change, a lock, and a draggable ruler. All sliders of a group share one scale, so
 * that lengths are comparable: the tinted area is the allowed range, the triangle the baseline, the bracket the
 * interval in which the first places do not change.
 */
import type { RationalText } from "@yardstick/exact";
import type { Breakpoints, Criterion } from "@yardstick/engine";
import { html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base, breakableName, controls, icon, cssProperties, type CssProperties } from "@yardstick/ui";
import { intervalFigure, shareChange, shareFigure, type WeightUnit } from "./figures.js";
import { percentOf, shareIn, shareTyped } from "../protocol/position.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";
import { sliderStyles } from "./weight-slider-styles.js";

/** Properties shared by all sliders of a group. */
export interface Scale extends WeightUnit {
  /** Percent at both ends. */
  readonly from: number;
  readonly to: number;
}

/** The slider element of one weight. */
@customElement("ys-weight-slider")
export class WeightSlider extends StageElement {
  @property({ attribute: false }) criterion!: Criterion;
  @property({ attribute: false }) scale!: Scale;
  /** On one line. */
  @property({ type: Boolean, reflect: true }) isDense = false;
  /** Index in `Opening.groups` of the group inside this part; -1 when there is none. */
  @property({ type: Number }) inside = -1;

  static override styles = [base, controls, stageStyles, sliderStyles];

  override render() {
    const { stage, messages, criterion, scale } = this;
    const { part, name } = criterion;
    const share = shareIn(stage.position, part);
    const isLocked = stage.isLocked(part);
    const isFixed = criterion.min === criterion.max;
    const value = percentOf(share);
    return html`
      <div class="a">
        ${
          this.inside < 0
            ? html`<b class="nm">${breakableName(name)}</b>`
            : html`<button
                class="nm inside"
                aria-label=${messages.open(name)}
                @click=${() => stage.showGroup(this.inside)}
              >
                <b>${breakableName(name)}</b>${icon("right")}
              </button>`
        }
        <span class="v"
          ><input
            class="fig"
            inputmode="decimal"
            autocomplete="off"
            aria-label=${messages.typed(name)}
            style=${cssProperties({ width: `${Math.max(1, shareFigure(share, scale.whole).length)}ch` })}
            .value=${shareFigure(share, scale.whole)}
            ?disabled=${isLocked || isFixed}
            @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
            @change=${this.#typed}
            @keydown=${this.#onFigureKey}
          /><i>${scale.inPoints ? messages.points : "%"}</i></span
        >
        <span class="dl n">${this.#change(share)}</span>
        <button
          class="lk"
          aria-label=${messages.off(name)}
          title=${messages.off(name)}
          ?disabled=${isLocked || isFixed || criterion.min !== "0" || share === "0"}
          @click=${() => stage.move(part, "0")}
        >
          <span class="zero" aria-hidden="true">0</span>
        </button>
        <button
          class="lk"
          aria-label=${messages.lock(name)}
          title=${messages.lock(name)}
          aria-pressed=${isLocked}
          @click=${() => stage.toggleLock(part)}
        >
          ${lockIcon(isLocked)}
        </button>
      </div>
      <div class="tr">
        ${this.#ruler()}
        <input
          class="thumb"
          type="range"
          min=${scale.from}
          max=${scale.to}
          step="any"
          aria-label=${name}
          aria-valuetext="${shareFigure(share, scale.whole)} ${scale.inPoints ? messages.points : "%"}"
          .value=${String(value)}
          ?disabled=${isLocked || isFixed}
          @pointerdown=${() => stage.beginDrag()}
          @pointerup=${() => stage.endDrag()}
          @pointercancel=${() => stage.endDrag()}
          @blur=${() => stage.endDrag()}
          @input=${this.#dragged}
          @keydown=${this.#onKey}
        />
      </div>
      ${this.#numbers()}
      <div class="fm">${this.#stableRange(isLocked, isFixed)}</div>
    `;
  }

  #change(share: RationalText): string {
    const { stage, criterion, scale } = this;
    const change = shareChange(shareIn(stage.baseline, criterion.part), share, scale.whole);
    return change === "0" ? "" : change;
  }

  #ruler() {
    const { criterion, stage } = this;
    const x = (percent: number) => this.#at(percent);
    const [low, high] = [percentOf(criterion.min), percentOf(criterion.max)];
    const before = x(percentOf(shareIn(stage.baseline, criterion.part)));
    const { from, to } = this.scale;
    const step = to - from > 60 ? 2 : 1;
    let ticks = "";
    for (let at = Math.ceil(from); at <= to; at += step) ticks += `M${x(at)} 30V${at % 5 === 0 ? 19 : 24}`;
    return html`<svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
        <rect class="wash" x=${x(low)} width=${Math.max(0.4, x(high) - x(low))} y="6" height="24" />
        <path class="ticks" d="${ticks}M0 30H100" />
      </svg>
      <span
        class="base"
        style=${cssProperties({ left: `calc(6px + (100% - 12px) * ${before / 100})` })}
        aria-hidden="true"
      ></span>`;
  }

  /** The ends of the allowed range take precedence; other labels are left out where they would collide. */
  #numbers() {
    const { criterion, scale } = this;
    const limits = criterion.isBounded ? [...new Set([percentOf(criterion.min), percentOf(criterion.max)])] : [];
    const step = scale.to - scale.from > 60 ? 20 : 10;
    const apart = ((scale.to - scale.from) * 6) / 100;
    const others: number[] = [];
    for (let at = Math.ceil(scale.from / step) * step; at <= scale.to; at += step)
      if (limits.every((limit) => Math.abs(limit - at) > apart)) others.push(at);
    const figure = (percent: number) => shareFigure(`${Math.round(percent * 100)}/10000`, scale.whole);
    return html`<div class="nb" aria-hidden="true">
      ${limits.map((percent) => html`<span class="lim" style=${cssProperties({ left: `${this.#at(percent)}%` })}>${figure(percent)}</span>`)}
      ${others.map((percent) => html`<span style=${cssProperties({ left: `${this.#at(percent)}%` })}>${figure(percent)}</span>`)}
    </div>`;
  }

  #stableRange(isLocked: boolean, isFixed: boolean) {
    const { messages, stage, criterion } = this;
    const note = (text: string) =>
      html`<span
        style=${cssProperties({ left: `${this.#at(percentOf(criterion.min))}%`, transform: "translateX(-8px)" })}
        >${text}</span
      >`;
    if (shareIn(stage.position, criterion.part) === "0" && !isLocked) return note(messages.offText);
    if (isLocked) return note(messages.locked);
    if (isFixed) return note(messages.fixed);
    const found = stage.results.breakpointsOf(criterion.part, stage.mover);
    if (found === null) return nothing;
    if (found.reach === null || found.reach.from === found.reach.to) return note(messages.noRoom);
    return this.#bracket(found);
  }

  #bracket({ top }: Breakpoints) {
    const { messages, stage } = this;
    if (top === null) return nothing;
    const [from, to] = [percentOf(top.from), percentOf(top.to)];
    const [x, y] = [this.#at(from), this.#at(to)];
    const isAll = top.reachesFrom && top.reachesTo;
    const text = isAll
      ? messages.staysAll(stage.top)
      : messages.stays(stage.top, intervalFigure(top, this.scale.whole));
    const place: CssProperties = x + y > 96 ? { right: `${100 - x}%` } : { left: `${y}%` };
    return html`<i style=${cssProperties({ left: `${x}%`, width: `max(6px, ${y - x}%)` })}></i
      ><span style=${cssProperties(place)}>${text}</span>`;
  }

  #at(percent: number): number {
    const { from, to } = this.scale;
    return Math.round(Math.max(0, Math.min(100, ((percent - from) / (to - from)) * 100)) * 1000) / 1000;
  }

  /** Exactly to a tenth of a percentage point; the thumb stops where the weight does. */
  #dragged = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const { stage, criterion } = this;
    stage.move(criterion.part, `${Math.max(0, Math.round(Number(input.value) * 10))}/1000`);
    input.value = String(percentOf(shareIn(stage.position, criterion.part)));
  };

  #onKey = (event: KeyboardEvent): void => {
    const { stage, criterion } = this;
    const { part } = criterion;
    const now = percentOf(shareIn(stage.position, part));
    const step = event.shiftKey ? 5 : 0.5;
    const to = (percent: number) => stage.move(part, `${Math.max(0, Math.round(percent * 1000))}/100000`);
    switch (event.key) {
      case "ArrowRight":
      case "ArrowUp":
        to(now + step);
        break;
      case "ArrowLeft":
      case "ArrowDown":
        to(now - step);
        break;
      case "Home":
        stage.move(part, criterion.min);
        break;
      case "End":
        stage.move(part, criterion.max);
        break;
      case "0":
        stage.move(part, "0");
        break;
      case "l":
      case "L":
        stage.toggleLock(part);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const share = shareTyped(input.value, this.scale.inPoints ? this.scale.whole : null);
    if (share !== null) this.stage.move(this.criterion.part, share);
    input.value = shareFigure(shareIn(this.stage.position, this.criterion.part), this.scale.whole);
  };

  #onFigureKey = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    if (event.key === "Enter") input.blur();
    else if (event.key === "Escape") {
      input.value = shareFigure(shareIn(this.stage.position, this.criterion.part), this.scale.whole);
      input.blur();
      event.preventDefault();
    }
    event.stopPropagation();
  };
}

function lockIcon(isLocked: boolean) {
  const shackle = isLocked ? "M5.5 7V5a2.5 2.5 0 0 1 5 0v2" : "M5.5 7V4.6a2.5 2.5 0 0 1 4.8-1";
  return html`<svg class="ic" viewBox="0 0 16 16" aria-hidden="true">
    ${svg`<rect x="3.5" y="7" width="9" height="6.5" /><path d=${shackle} />`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-weight-slider": WeightSlider;
  }
}
