/**
 * A subject on the ruler: each section in proportional width, points gained in grey (blue in the selected section),
 * points lost hatched, bonus as an outline beyond. Also the axis over a list of bars, whose marks select a section.
 * Templates with their styles.
 */
import { cssProperties } from "@yardstick/ui";
import { css, html, type TemplateResult } from "lit";
import type { Axis, Bar } from "../../store/section-bars.js";

/** Styles of bars and axis. */
export const barStyles = css`
  .bar {
    display: flex;
    height: 12px;
    gap: 1px;
  }
  .bar.tall {
    height: 18px;
  }
  .bar > i {
    position: relative;
    min-width: 0;
    background: var(--lost);
    overflow: hidden;
  }
  .bar > i > u {
    position: absolute;
    inset: 0 auto 0 0;
    background: var(--held);
    border-right: 1px solid var(--paper);
  }
  .bar > i > u.whole {
    border-right: 0;
  }
  .bar > i.on > u {
    background: var(--blue);
  }
  .bar > i > s {
    position: absolute;
    inset: 0 0 0 auto;
    min-width: 2px;
    background: repeating-linear-gradient(115deg, var(--red) 0 1px, transparent 1px 3px);
  }
  .bar > i.bn {
    background: none;
    overflow: visible;
  }
  .bar > i.bn > u {
    background: var(--paper);
    border: 1.5px solid var(--blue);
    border-left: 0;
  }
  .axis {
    display: flex;
    gap: 1px;
    font-size: var(--t-micro);
    line-height: 14px;
    color: var(--ink-3);
  }
  .axis > * {
    min-width: 0;
    text-align: center;
    border-left: 1px solid var(--line-2);
    height: 16px;
    overflow: hidden;
    white-space: nowrap;
    padding: 0;
  }
  .axis > button:hover {
    color: var(--ink);
    background: var(--blue-wash);
  }
  .axis > button:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  .axis > [aria-pressed="true"] {
    color: var(--blue);
    font-weight: var(--w-strong);
  }
  .axis > .bn {
    border-left-style: dashed;
    color: var(--blue);
  }
`;

/** Renders a bar; `selected` is the index of the selected section's part. */
export function scoreBar(bar: Bar, axis: Axis, selected: number | null, label: string, isTall = false): TemplateResult {
  return html`<div class=${isTall ? "bar tall" : "bar"} role="img" aria-label=${label}>
    ${bar.sections.map(
      ({ part, maxPoints, gained, lost }) =>
        html`<i class=${part === selected ? "on" : ""} style=${cssProperties({ flex: `${maxPoints} 0 0` })}
          ><u class=${lost === 0 ? "whole" : ""} style=${cssProperties({ width: percent(gained) })}></u
          >${lost > 0 ? html`<s style=${cssProperties({ width: percent(lost) })}></s>` : ""}</i
        >`,
    )}
    ${
      axis.bonus > 0
        ? html`<i class="bn" style=${cssProperties({ flex: `${axis.bonus} 0 0` })}
            >${bar.bonus > 0 ? html`<u style=${cssProperties({ width: percent(Math.min(1, bar.bonus / axis.bonus)) })}></u>` : ""}</i
          >`
        : ""
    }
  </div>`;
}

/** @param choose selects a section; null when the selected section is pressed again */
export function scoreAxis(
  axis: Axis,
  selected: number | null,
  labelOf: (name: string) => string,
  bonusLabel: string,
  choose: (part: number | null) => void,
): TemplateResult {
  return html`<div class="axis">
    ${axis.sections.map(
      ({ part, name, maxPoints }) =>
        html`<button
          style=${cssProperties({ flex: `${maxPoints} 0 0` })}
          aria-pressed=${part === selected}
          aria-label=${labelOf(name)}
          title=${name}
          @click=${() => choose(part === selected ? null : part)}
        >
          ${shortName(name)}
        </button>`,
    )}
    ${
      axis.bonus > 0
        ? html`<span class="bn" title=${bonusLabel} style=${cssProperties({ flex: `${axis.bonus} 0 0` })}>+</span>`
        : ""
    }
  </div>`;
}

/** The first character, which is all there is room for. */
function shortName(name: string): string {
  return [...name][0] ?? "";
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
