/**
 * The right end of a row in the ranking: the range of its places over the sampled weights, or the contributions of its
 * parts.
 */
import type { SampledRanks } from "@yardstick/engine";
import { html, nothing, svg, type TemplateResult } from "lit";
import { fixedText, numberOrZero, PUBLISHED_DECIMALS } from "@yardstick/exact";
import type { StageGroup, StageRow } from "../protocol/protocol.js";
import type { StageMessages } from "../messages/zh.js";

/** Gap between two segments, in percent of the bar. */
const SEGMENT_GAP = 1;

/** Best to worst place, on a line of all places. */
export function placeRange(
  row: StageRow,
  sampled: SampledRanks,
  direction: string,
  messages: StageMessages,
): TemplateResult {
  const own = sampled.subjects.find(({ key, period }) => key === row.key && period === row.period);
  if (own === undefined || row.place === null) return html`<span class="sp"></span>`;
  const all = Math.max(2, sampled.subjects.length);
  const x = (place: number) => ((place - 0.5) / all) * 100;
  let ticks = "";
  if (all <= 60) for (let place = 1; place <= all; place += all > 20 ? 5 : 1) ticks += `M${x(place)} 7V11`;
  const half = Math.min(2.5, 50 / all);
  return html`<span class="sp" title=${messages.rangeOf(own.best, own.worst)}
    ><svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
      <path class="tk" d=${ticks} />
      <path class="reach" d="M${x(own.best) - half} 9H${x(own.worst) + half}" />
      <path class="here ${direction}" d="M${x(row.place)} 1V17" /></svg
  ></span>`;
}

/** The largest sum of contributions among these rows: the length of a full bar. */
export function fullBar(rows: readonly StageRow[]): number {
  return Math.max(
    1,
    ...rows.map(({ contributions }) => (contributions === null ? 0 : sumOf(segmentsOf(contributions)))),
  );
}

/** One bar, with one segment per part; the part being moved is highlighted, the rest is an outline at the end. */
export function partBars(
  { contributions }: StageRow,
  group: StageGroup,
  full: number,
  mover: number | null,
  messages: StageMessages,
): TemplateResult {
  if (contributions === null) return html`<span class="sp"></span>`;
  const segments = segmentsOf(contributions);
  const names = [...group.criteria.map(({ name }) => name), messages.rest];
  const exact = [...contributions.parts, contributions.rest];
  const title = names
    .map((name, index) => `${name} ${fixedText(numberOrZero(exact[index]), PUBLISHED_DECIMALS)}`)
    .join(", ");
  let from = 0;
  return html`<span class="sp" title=${title}
    ><svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
      ${segments.map((points, index) => {
        const width = (Math.max(0, points) / full) * 100;
        const part = group.criteria[index]?.part ?? null;
        const kind = part === null ? "rest" : part === mover ? "mover" : index % 2 === 0 ? "even" : "odd";
        const drawn =
          width === 0
            ? nothing
            : svg`<rect class=${kind} x=${from} y="3" width=${Math.max(0.5, width - SEGMENT_GAP)} height="12" />`;
        from += width;
        return drawn;
      })}
    </svg></span
  >`;
}

function segmentsOf({ parts, rest }: NonNullable<StageRow["contributions"]>): readonly number[] {
  return [...parts, rest].map((exact) => numberOrZero(exact).toNumber());
}

function sumOf(segments: readonly number[]): number {
  return segments.reduce((sum, points) => sum + Math.max(0, points), 0);
}
