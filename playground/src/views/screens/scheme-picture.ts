/**
 * The picture of a scheme: its sections on a ruler in proportional width; the adjustable range of a weight has a blue
 * background.
 */
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Lang } from "@yardstick/language";
import type { Scheme, SchemeRuler } from "../../project/examples/schemes.js";

const WIDTH = 360;
const HIGH = 24;
const LOW = 11;

/** Renders the picture of a scheme. */
export function schemePicture({ rulers }: Scheme, lang: Lang): TemplateResult {
  const isThin = rulers.length > 2;
  const step = isThin ? LOW + 6 : HIGH + 14;
  return html`<svg class="picture" viewBox="-0.5 -0.5 ${WIDTH + 1} ${rulers.length * step}" aria-hidden="true">
    ${rulers.map((ruler, at) => svg`<g transform="translate(0 ${at * step})">${drawn(ruler, isThin, lang)}</g>`)}
  </svg>`;
}

function drawn({ sections }: SchemeRuler, isThin: boolean, lang: Lang): SVGTemplateResult {
  const total = sections.reduce((sum, { points }) => sum + points, 0);
  const scale = WIDTH / total;
  const height = isThin ? LOW : HIGH;
  let from = 0;
  const boxes = sections.map(({ name, points, from: least }) => {
    const left = from * scale;
    const width = points * scale;
    from += points;
    const text = fitting(name[lang], width);
    return svg`<g>
      ${least === undefined ? "" : svg`<rect class="room" x=${left + least * scale} y="0" width=${width - least * scale} height=${height} />`}
      <rect class="box" x=${left} y="0" width=${width} height=${height} />
      ${text === "" ? "" : svg`<text x=${left + width / 2} y=${height / 2 + 4.5}>${text}</text>`}
    </g>`;
  });
  const every = total > 110 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor(total / every) + 1 }, (_, at) => {
    const point = at * every;
    return `M${(point * scale).toFixed(2)} ${height}v${point % 10 === 0 ? 7 : point % 5 === 0 ? 5.5 : 3.5}`;
  });
  return svg`${boxes}${isThin ? "" : svg`<path class="ticks" d=${ticks.join("")} />`}`;
}

/** As much of a name as fits the box: the whole, its first two characters, or its first. */
function fitting(name: string, width: number): string {
  const long = (text: string) => [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 12.5 : 6.8), 8);
  const signs = [...name];
  return [name, signs.slice(0, 2).join(""), signs[0] ?? ""].find((text) => long(text) <= width) ?? "";
}
