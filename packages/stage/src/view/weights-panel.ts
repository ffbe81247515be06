/**
 * The left side of the stage: the weights of one group on a common scale, how the rest is shared, and writing to the
 * text.
 */
import type { Sharing } from "@yardstick/engine";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { base, controls, icon } from "@yardstick/ui";
import { shareFigure, weightUnit } from "./figures.js";
import { isSame, percentOf, shareIn, sumOf, writtenPosition } from "../protocol/position.js";
import type { StageGroup } from "../protocol/protocol.js";
import { StageElement } from "./stage-element.js";
import type { WritingOutcome } from "../model/stage-writing.js";
import { stageStyles } from "./stage-styles.js";
import type { Scale } from "./weight-slider.js";
import "./weight-slider.js";

const sharings: readonly Sharing[] = ["proportional", "equal", "none"];

/** Sliders beyond which each is lower on a low screen, so that nine sections are seen at once. */
const MANY = 7;

/** The element with the sliders of one group. */
@customElement("ys-weights-panel")
export class WeightsPanel extends StageElement {
  /** Index of the group in `Opening.groups`; null: the one that the stage shows. */
  @property({ attribute: false }) group: number | null = null;
  /** Each slider on one line, for a window near the eye. */
  @property({ type: Boolean, reflect: true }) isDense = false;
  /** Beside the panel of the group above, which has the buttons. */
  @property({ type: Boolean, reflect: true }) isInner = false;
  @state() private naming: string | null = null;

  static override styles = [
    base,
    controls,
    stageStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        padding: 14px var(--st-pad) 10px;
        overflow: hidden;
        background: var(--paper);
        min-height: 0;
        height: 100%;
      }
      .wh {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        flex: none;
      }
      .wh h2 {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-right: auto;
        min-width: 0;
      }
      .sum {
        color: var(--ink-2);
        white-space: nowrap;
      }
      .sum.off {
        color: var(--red);
        font-weight: 700;
      }
      .list {
        flex: 1 1 auto;
        min-height: 0;
        overflow: hidden auto;
        margin: 0 -8px;
        padding: 0 8px;
        display: grid;
        grid-auto-rows: minmax(min-content, 1fr);
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        font-size: var(--st-small);
        color: var(--ink-3);
        padding: 8px 0 6px;
        border-top: 1px solid var(--hair);
        flex: none;
      }
      .key span {
        white-space: nowrap;
      }
      .key i {
        display: inline-block;
        margin-right: 6px;
      }
      .k1 {
        width: 18px;
        height: 10px;
        background: var(--blue-wash);
        border: 1px solid var(--blue-line);
      }
      .k2 {
        width: 0;
        height: 0;
        border: 5px solid transparent;
        border-top: 8px solid var(--ink-2);
        border-bottom: 0;
      }
      .k3 {
        width: 18px;
        height: 8px;
        border: 1.5px solid var(--ink-2);
        border-top: 0;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
        padding-top: 6px;
        flex: none;
      }
      .foot .btn {
        height: 34px;
      }
      .share {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
        font-size: var(--st-small);
        color: var(--ink-2);
        flex: none;
        padding-top: 6px;
      }
      .share .seg > button {
        height: 28px;
      }
      form {
        display: contents;
      }
      form input {
        height: 34px;
        border: 1px solid var(--line-2);
        border-radius: var(--r2);
        background: var(--raised);
        padding: 0 8px;
        min-width: 0;
        flex: 1 1 120px;
      }
      .outcome {
        flex: 1 0 100%;
        font-size: var(--st-small);
        color: var(--ink-2);
      }
      .outcome.no {
        color: var(--ochre);
      }
      :host([isDense]) .key {
        display: none;
      }
      :host([isDense]) ys-weight-slider {
        --st-name: 14px;
        --st-value: 17px;
        --st-text: 13px;
        --st-small: 12px;
      }
      :host([isDense]) .list {
        margin: 0;
        padding: 0;
        grid-auto-rows: minmax(34px, 48px);
      }
      :host([isInner]) .share,
      :host([isInner]) .wh .seg {
        display: none;
      }
      @media (max-height: 760px) and (min-width: 761px) {
        :host {
          padding-top: 8px;
        }
        .key {
          display: none;
        }
        .share,
        .foot {
          padding-top: 4px;
        }
        .foot .btn {
          height: 30px;
        }
        .share .seg > button {
          height: 25px;
        }
        .wh .seg > button {
          height: 26px;
        }
      }
      @media (min-width: 761px) {
        .list {
          container: weights / size;
        }
      }
      @media (max-width: 760px) {
        :host {
          height: auto;
          overflow: visible;
        }
        .list {
          flex: none;
          overflow: visible;
        }
      }
    `,
  ];

  override render() {
    const { stage, messages } = this;
    const { opening } = stage;
    const group = this.group === null ? stage.group : (opening?.groups[this.group] ?? null);
    if (group === null || opening === null) return nothing;
    const scale = this.#scale(group);
    const total = sumOf(group, stage.position);
    const sum = shareFigure(total, scale.whole);
    const isOff = total !== "1";
    return html`
      <div class="wh">
        <h2>
          ${
            group.parent === null
              ? messages.weights
              : html`<button class="btn ico" aria-label=${messages.up} title=${messages.up} @click=${this.#up}>
                    ${icon("left")}</button
                  ><span>${messages.weightsOf(group.name ?? "")}</span>`
          }
        </h2>
        <span class="sum ${isOff ? "off" : ""}" role="status"
          >${messages.sum} <b>${sum}${scale.inPoints ? ` ${messages.points}` : "%"}</b></span
        >
        <span class="seg" role="group" aria-label=${messages.unit}>
          <button aria-pressed=${!scale.inPoints} @click=${() => stage.setInPoints(false)}>${messages.shares}</button>
          <button aria-pressed=${scale.inPoints} @click=${() => stage.setInPoints(true)}>${messages.points}</button>
        </span>
      </div>
      <div class="list">
        ${repeat(
          group.criteria,
          ({ part }) => part,
          (criterion) =>
            html`<ys-weight-slider
              class=${group.criteria.length > MANY ? "many" : nothing}
              .stage=${stage}
              .criterion=${criterion}
              .scale=${scale}
              ?isDense=${this.isDense}
              .inside=${group.inside.find(({ part }) => part === criterion.part)?.group ?? -1}
            ></ys-weight-slider>`,
        )}
      </div>
      <div class="key" aria-hidden="true">
        <span><i class="k1"></i>${messages.keyAllowed}</span><span><i class="k2"></i>${messages.keyBaseline}</span
        ><span><i class="k3"></i>${messages.keyStable(stage.top)}</span>
      </div>
      <div class="share">
        <span id="sharing">${messages.sharing}</span>
        <span class="seg" role="group" aria-labelledby="sharing">
          ${sharings.map(
            (sharing) =>
              html`<button aria-pressed=${stage.sharing === sharing} @click=${() => stage.setSharing(sharing)}>
                ${messages.sharings[sharing]}
              </button>`,
          )}
        </span>
      </div>
      ${this.isInner ? nothing : this.#foot(opening)}
    `;
  }

  #foot(opening: NonNullable<WeightsPanel["stage"]["opening"]>) {
    const { stage, messages } = this;
    const isWritten = isSame({ ...stage.position, scenario: null }, writtenPosition(opening));
    const outcome =
      stage.writing.outcome === null
        ? nothing
        : html`<span class="outcome ${isDone(stage.writing.outcome) ? "" : "no"}" role="status"
            >${messages.outcome[stage.writing.outcome]}</span
          >`;
    if (this.naming !== null) {
      return html`<div class="foot">
        <form @submit=${this.#keep}>
          <input
            name="name"
            aria-label=${messages.keepName}
            .value=${this.naming}
            @keydown=${this.#onNameKey}
            autocomplete="off"
          />
          <button class="btn main" type="submit">${messages.confirm}</button>
          <button class="btn" type="button" @click=${() => (this.naming = null)}>${messages.cancel}</button>
        </form>
      </div>`;
    }
    return html`<div class="foot">
      <button class="btn line" ?disabled=${!stage.canUndo} @click=${() => stage.undo()}>
        ${icon("undo")}${messages.undo}
      </button>
      <button class="btn line" ?disabled=${isWritten || stage.sum !== "1"} @click=${() => stage.writing.apply()}>
        ${messages.apply}
      </button>
      <button class="btn line" ?disabled=${isWritten || stage.sum !== "1"} @click=${this.#name}>
        ${messages.keep}
      </button>
      ${outcome}
    </div>`;
  }

  #up = (): void => this.stage.showGroup(this.stage.groupAbove ?? 0);

  #name = async (): Promise<void> => {
    this.naming = this.stage.freeName(this.messages.keepStem);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>("form input")?.select();
  };

  #keep = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = this.renderRoot.querySelector<HTMLInputElement>("form input")?.value.trim() ?? "";
    if (name === "") return;
    this.naming = null;
    this.stage.writing.addScenario(name);
  };

  #onNameKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      this.naming = null;
      event.preventDefault();
    }
    event.stopPropagation();
  };

  /** Wide enough for every range and every current weight; 0–100 when nothing is bounded. */
  #scale(group: StageGroup): Scale {
    const { stage } = this;
    const unit = weightUnit(group, stage.inPoints);
    if (group.criteria.some(({ isBounded }) => !isBounded)) return { from: 0, to: 100, ...unit };
    const all = group.criteria.flatMap(({ part, min, max }) =>
      [min, max, shareIn(stage.position, part)].map(percentOf),
    );
    const from = Math.max(0, Math.floor(Math.min(...all) / 5) * 5 - 5);
    const to = Math.min(100, Math.ceil(Math.max(...all) / 5) * 5 + 5);
    return { from, to, ...unit };
  }
}

function isDone(outcome: WritingOutcome): boolean {
  return outcome === "applied" || outcome === "kept" || outcome === "saved-step";
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-weights-panel": WeightsPanel;
  }
}
