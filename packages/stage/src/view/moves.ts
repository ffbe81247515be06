/** By how many places a row has moved, and the arrow that shows the direction. */
import { html, svg, type TemplateResult } from "lit";
import type { StageRow } from "../protocol/protocol.js";

/** Places gained since the baseline; negative where lost, 0 where a row has no place in one of them. */
export function movedBy({ place, before }: StageRow): number {
  return place === null || before === null ? 0 : before - place;
}

export function arrow(isUp: boolean): TemplateResult {
  return html`<svg viewBox="0 0 8 8" aria-hidden="true">
    ${svg`<path d=${isUp ? "M4 0 8 8H0z" : "M4 8 0 0h8z"} />`}
  </svg>`;
}
