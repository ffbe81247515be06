/** Explains the move of the followed subject: one sentence, and a bar for each part. */
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fixedText, numberOrZero, PUBLISHED_DECIMALS, sum } from "@yardstick/exact";
import { base, controls, cssProperties } from "@yardstick/ui";
import { shareChange, shareFigure, signed, unsigned, weightUnit, type WeightUnit } from "./figures.js";
import type { Difference } from "../protocol/protocol.js";
import { shareIn } from "../protocol/position.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";

/** The unit where the group of the weights is unknown. */
const PERCENT: WeightUnit = { whole: "100", inPoints: false };
/** Maximum number of bars; more would leave no room for the ranking. */
const MAX_BARS = 5;

/** The element that explains a difference. */
@customElement("ys-difference")
export class DifferenceView extends StageElement {
  /** The sentence alone. */
  @property({ type: Boolean, reflect: true }) isBrief = false;
  /** The lead over the rival, or the subject's own score. */
  @state() private of: "gap" | "own" = "gap";

  static override styles = [
    base,
    controls,
    stageStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.05fr);
        gap: 28px;
        align-items: center;
        padding: 10px var(--st-pad) 12px;
        background: var(--paper);
      }
      :host([isBrief]) {
        display: block;
      }
      .message {
        font-size: var(--st-message);
        line-height: 1.5;
        text-wrap: pretty;
      }
      .message b {
        font-weight: 700;
      }
      .seg {
        margin-top: 8px;
      }
      .seg > button {
        height: 26px;
      }
      .why {
        display: grid;
        grid-template-columns: minmax(4em, auto) 3.6em minmax(60px, 1fr) 4.2em;
        gap: 3px 12px;
        align-items: center;
      }
      .why > span:first-child,
      .why .nm {
        max-width: 11em;
      }
      .q {
        height: 14px;
        position: relative;
      }
      .q::before {
        content: "";
        position: absolute;
        left: 50%;
        top: -7px;
        bottom: -7px;
        border-left: 1px solid var(--line-2);
      }
      .q i {
        position: absolute;
        top: 0;
        bottom: 0;
      }
      .q .po {
        left: 50%;
        background: var(--blue);
      }
      .q .ne {
        right: 50%;
        border: 1.5px solid var(--ink-2);
        background: repeating-linear-gradient(115deg, var(--ink-2) 0 1px, transparent 1px 4px);
      }
      .d {
        color: var(--ink-3);
        text-align: right;
        font-size: 0.93em;
        white-space: nowrap;
      }
      .tot {
        font-weight: 700;
      }
      hr {
        grid-column: 1 / -1;
        width: 100%;
        border: 0;
        border-top: 1px solid var(--line);
        margin: 2px 0;
      }
      .mut {
        font-size: var(--st-text);
      }
      @media (min-width: 1600px) {
        :host {
          padding: 18px 40px 22px;
          gap: 48px;
        }
        .q {
          height: 18px;
        }
        .why {
          gap: 6px 18px;
        }
      }
      @media (max-width: 1180px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          gap: 10px;
        }
      }
    `,
  ];

  override render() {
    const { stage, messages } = this;
    const difference = stage.results.frame?.difference ?? null;
    if (difference === null) {
      return html`<p class="mut">
        ${stage.followed === null || stage.results.frame?.isMoving !== true ? messages.noSubject : messages.working}
      </p>`;
    }
    if (this.isBrief) return html`<p class="message" role="status">${this.#sentence(difference)}</p>`;
    const of = difference.rival === null ? "own" : this.of;
    return html`
      <div>
        <p class="message" role="status">${this.#sentence(difference)}</p>
        ${
          difference.rival === null
            ? nothing
            : html`<span class="seg" role="group" aria-label=${messages.difference}>
                <button aria-pressed=${of === "gap"} @click=${() => (this.of = "gap")}>${messages.against}</button>
                <button aria-pressed=${of === "own"} @click=${() => (this.of = "own")}>${messages.itself}</button>
              </span>`
        }
      </div>
      ${this.#bars(difference, of)}
    `;
  }

  #sentence({ followed, rival, passed, passedMore, gapBefore, gapNow, parts }: Difference) {
    const { messages } = this;
    const { key, place, before } = followed;
    const names = passed.length === 0 ? "" : messages.passedList(passed, passedMore);
    const sentence =
      place === null || before === null
        ? messages.placeless(key)
        : place < before
          ? messages.rose(key, before, place, names)
          : place > before
            ? messages.fell(key, before, place, names)
            : messages.stayed(key, place);
    const head = html`<b>${sentence.name}</b>${this.stage.store.lang === "zh" ? " " : ""}${sentence.rest}`;
    if (rival === null || gapBefore === null || gapNow === null) return head;
    const gap = (text: string) => {
      const order = numberOrZero(text).compare(0);
      const points = unsigned(text, this.#decimals);
      return order === 0 ? messages.level : order > 0 ? messages.ahead(points) : messages.behind(points);
    };
    const change = numberOrZero(gapNow).compare(numberOrZero(gapBefore));
    const isFalling = change < 0;
    const biggest = parts.reduce<Difference["parts"][number] | null>((best, part) => {
      if (best === null) return part;
      const order = numberOrZero(part.gap).compare(numberOrZero(best.gap));
      return (isFalling ? order < 0 : order > 0) ? part : best;
    }, null);
    const isUnmoved = parts.every(({ share, shareBefore }) => share === shareBefore);
    const rest =
      isUnmoved || biggest === null ? messages.unmoved : change === 0 ? messages.sameGap : this.#biggest(biggest);
    return html`${head}${messages.gap(rival.key, gap(gapBefore), gap(gapNow))}${rest}${this.#crossing(rival.key)}`;
  }

  #biggest({ name, shareBefore, share }: Difference["parts"][number]) {
    const { whole, inPoints } = this.#unit;
    const { lead, part, rest } = this.messages.biggest(name, shareChange(shareBefore, share, whole), inPoints);
    return html`${lead} <b>${part}</b>${rest}`;
  }

  /** The nearest weight at which the two exchange places. */
  #crossing(rival: string) {
    const { stage, messages } = this;
    const { group } = stage;
    if (group === null) return nothing;
    const found = stage.results
      .crossings()
      .flatMap((crossing, index) => {
        const criterion = group.criteria[index];
        if (crossing === null || criterion === undefined) return [];
        return [{ crossing, name: criterion.name, now: shareIn(stage.position, criterion.part) }];
      })
      .sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0];
    if (found === undefined) return nothing;
    const { whole, inPoints } = this.#unit;
    return messages.crossing(found.name, shareFigure(found.crossing.share, whole, 2), inPoints, rival);
  }

  #bars({ parts: all, restGap, restOwn }: Difference, of: "gap" | "own") {
    const { messages } = this;
    const value = (part: Difference["parts"][number]) => (of === "gap" ? (part.gap ?? "0") : part.own);
    const size = (part: Difference["parts"][number]) => Math.abs(numberOrZero(value(part)).toNumber());
    // The largest changes are shown in the order of the rubric; the others are added to the rest.
    const least = [...all].sort((a, b) => size(b) - size(a)).slice(0, MAX_BARS);
    const parts = all.length <= MAX_BARS ? all : all.filter((part) => least.includes(part));
    const others = all.filter((part) => !parts.includes(part)).map((part) => numberOrZero(value(part)));
    const rest = fixedText(sum([numberOrZero(of === "gap" ? restGap : restOwn), ...others]), 6);
    const most = Math.max(
      0.000001,
      ...[...parts.map(value), rest].map((text) => Math.abs(numberOrZero(text).toNumber())),
    );
    const bar = (text: string) => {
      const length = (Math.abs(numberOrZero(text).toNumber()) / most) * 48;
      return html`<span class="q"
        ><i class=${text.startsWith("-") ? "ne" : "po"} style=${cssProperties({ width: `${length}%` })}></i
      ></span>`;
    };
    const { whole, inPoints } = this.#unit;
    const change = ({ shareBefore, share }: Difference["parts"][number]) => {
      const text = shareChange(shareBefore, share, whole);
      return text === "0" ? "" : inPoints ? text : `${text}%`;
    };
    const total = sum([...parts.map(value), rest].map(numberOrZero));
    const hasRest = signed(rest, this.#decimals).startsWith("0") === false;
    return html`<div class="why">
      ${parts.map(
        (part) =>
          html`<span class="nm cut" title=${part.name}>${part.name}</span
            ><span class="d n">${change(part)}</span>${bar(value(part))}<span class="n"
              >${signed(value(part), this.#decimals)}</span
            >`,
      )}
      ${hasRest ? html`<span class="mut cut">${messages.restAndRounding}</span><span></span>${bar(rest)}<span class="n">${signed(rest, this.#decimals)}</span>` : nothing}
      <hr />
      <span class="tot">${of === "gap" ? messages.gapChange : messages.scoreChange}</span><span></span><span></span
      ><span class="tot n">${signed(fixedText(total, 6), this.#decimals)}</span>
    </div>`;
  }

  get #unit(): WeightUnit {
    const { group, inPoints } = this.stage;
    return group === null ? PERCENT : weightUnit(group, inPoints);
  }

  get #decimals(): number {
    return this.stage.opening?.decimals ?? PUBLISHED_DECIMALS;
  }
}

function distance({ crossing, now }: { readonly crossing: { readonly share: string }; readonly now: string }): number {
  return numberOrZero(crossing.share).toNumber() - numberOrZero(now).toNumber();
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-difference": DifferenceView;
  }
}
