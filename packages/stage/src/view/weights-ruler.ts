/** The weights on the ruler, those of the baseline above and the present ones below: what the room sees of the sliders. */
import { css, html, svg } from "lit";
import { customElement } from "lit/decorators.js";
import { base, cssProperties } from "@yardstick/ui";
import { numberOrZero } from "@yardstick/exact";
import { shareFigure, weightUnit } from "./figures.js";
import { percentOf, shareIn, sumOf } from "../protocol/position.js";
import type { StageGroup } from "../protocol/protocol.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";

/** The element with the weights of a group as two ribbons. */
@customElement("ys-weights-ruler")
export class WeightsRuler extends StageElement {
  static override styles = [
    base,
    stageStyles,
    css`
      :host {
        display: block;
        padding: 8px var(--st-pad) 12px;
        background: var(--paper);
      }
      p {
        display: flex;
        justify-content: space-between;
        margin: 0 0 2px;
        font-size: var(--st-small);
        color: var(--ink-2);
      }
      .ribbon {
        display: flex;
        border: 1px solid var(--line-2);
      }
      .ribbon > span {
        min-width: 0;
        overflow: hidden;
        text-align: center;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      .ribbon > span + span {
        box-shadow: inset 1px 0 0 var(--line-2);
      }
      .old {
        border-color: var(--line);
        color: var(--ink-2);
        font-size: var(--st-small);
        line-height: 22px;
      }
      .now {
        font-size: var(--st-message);
        line-height: 44px;
      }
      .now > span {
        display: flex;
        justify-content: center;
        gap: 6px;
        padding: 0 4px;
      }
      .now i {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        font-style: normal;
      }
      .now b {
        flex: none;
        font-weight: 700;
      }
      .rise {
        background: var(--blue);
        color: var(--on-blue);
      }
      .fall {
        background: repeating-linear-gradient(115deg, var(--line-2) 0 1px, transparent 1px 6px) bottom / 100% 8px
          no-repeat;
      }
      svg {
        display: block;
        width: 100%;
        height: 14px;
        fill: none;
        stroke: var(--line-2);
      }
    `,
  ];

  override render() {
    const { stage, messages } = this;
    const group = this.#group();
    if (group === null) return html``;
    const { inPoints, whole } = weightUnit(group, null);
    const shares = group.criteria.map(({ part, name }) => {
      const [before, now] = [shareIn(stage.baseline, part), shareIn(stage.position, part)];
      const order = numberOrZero(now).compare(numberOrZero(before));
      return { name, before, now, side: order > 0 ? "rise" : order < 0 ? "fall" : "" };
    });
    return html`<p>
        <span>${stage.baselineName ?? messages.baseline}</span>
        <span
          >${messages.sum}
          ${shareFigure(sumOf(group, stage.position), whole)}${inPoints ? ` ${messages.points}` : "%"}</span
        >
      </p>
      <div class="ribbon old" aria-hidden="true">
        ${shares.map(
          ({ before }) =>
            html`<span style=${cssProperties({ flex: flexOf(before) })}>${shareFigure(before, whole)}</span>`,
        )}
      </div>
      <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
        ${borders(shares).map(([from, to]) => svg`<path d="M${from} 0L${to} 14" vector-effect="non-scaling-stroke" />`)}
      </svg>
      <div class="ribbon now" role="list" aria-label=${messages.weights}>
        ${shares.map(
          ({ name, now, side }) =>
            html`<span role="listitem" class=${side} title=${name} style=${cssProperties({ flex: flexOf(now) })}
              ><i>${name}</i> <b>${shareFigure(now, whole)}</b></span
            >`,
        )}
      </div>`;
  }

  /** The group of the sliders at hand, unless only weights of another have been moved. */
  #group(): StageGroup | null {
    const { opening, group, position, baseline } = this.stage;
    const isMoved = ({ criteria }: StageGroup) =>
      criteria.some(
        ({ part }) => numberOrZero(shareIn(position, part)).compare(numberOrZero(shareIn(baseline, part))) !== 0,
      );
    return group === null || isMoved(group) ? group : (opening?.groups.find(isMoved) ?? group);
  }
}

/** In the proportion of the shares, from nothing. */
const flexOf = (share: string): string => `${percentOf(share)} 1 0`;

/** Where the borders between two parts lie in both ribbons, in thousandths of the width. */
function borders(shares: readonly { readonly before: string; readonly now: string }[]): readonly [number, number][] {
  const ends = (of: "before" | "now") => {
    const percents = shares.map((each) => percentOf(each[of]));
    const total = percents.reduce((a, b) => a + b, 0) || 1;
    let at = 0;
    return percents.map((percent) => ((at += percent) / total) * 1000);
  };
  const [before, now] = [ends("before"), ends("now")];
  return before.slice(0, -1).map((from, index) => [from, now[index] ?? from]);
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-weights-ruler": WeightsRuler;
  }
}
