/**
 * A chart of the steps of a coefficient over its bands: each with its value above it, the limits of the bands on the
 * axis.
 */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Step } from "../model/steps.js";

const size = { width: 72, top: 18, rise: 30, bottom: 16 } as const;

/** Renders the chart, or nothing when there are no steps. */
export function stepChart(steps: readonly Step[] | null, label: string): TemplateResult | typeof nothing {
  if (steps === null) return nothing;
  const heights = steps.map(({ height }) => height);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const base = size.top + size.rise + 4;
  const y = (height: number): number =>
    high === low ? size.top + size.rise / 2 : size.top + size.rise - ((height - low) / (high - low)) * size.rise;
  const path = steps.map(({ height }, at) => `${at === 0 ? "M0 " : "V"}${y(height)}H${(at + 1) * size.width}`).join("");
  const width = steps.length * size.width;
  const spoken = steps.map(
    (step, at) => `${at === 0 ? "" : `${steps[at - 1]?.limit ?? ""} `}${step.label} ${step.text}`,
  );
  return html`<svg
    class="chart"
    width=${width}
    height=${base + size.bottom}
    viewBox="0 0 ${width} ${base + size.bottom}"
    role="img"
    aria-label="${label}: ${spoken.join("; ")}"
  >
    ${svg`<path class="axis" d="M0 ${base + 0.5}H${width}" />`}
    ${steps.map(
      ({ height, text, label: name, limit }, at) =>
        svg`<text class="value" x=${(at + 0.5) * size.width} y=${y(height) - 5}>${text}</text>
          <text x=${(at + 0.5) * size.width} y=${base + 13}>${name}</text>
          <text x=${(at + 1) * size.width} y=${base + 13}>${limit}</text>
          ${limit === "" ? nothing : svg`<path class="axis" d="M${(at + 1) * size.width + 0.5} ${y(height)}V${base + 3}" />`}`,
    )}
    ${svg`<path class="steps" d=${path} />`}
  </svg>`;
}
