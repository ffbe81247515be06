/** The icons of the app: 16 px, one stroke. Decorative only; a visible text or a label accompanies each of them. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const shapes = {
  bin: svg`<path d="M3 4.5h10M6.3 4.5v-2h3.4v2M4.3 4.5l.6 9h6.2l.6-9M6.7 7v4M9.3 7v4" />`,
  check: svg`<path d="m3.5 8.5 3 3 6-7" />`,
  clock: svg`<circle cx="8" cy="8" r="5.8" /><path d="M8 4.6V8l2.3 1.6" />`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8" />`,
  data: svg`<path d="M2 3h12v10.5H2zM2 6.5h12M2 10h12M6.5 3v10.5" />`,
  up: svg`<path d="m4.5 9.5 3.5-3.5 3.5 3.5" />`,
  down: svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />`,
  error: svg`<circle cx="8" cy="8" r="5.8" /><path d="m6 6 4 4M10 6l-4 4" />`,
  advice: svg`<path d="M6 11.2c-1.3-.9-2-2-2-3.4a4 4 0 0 1 8 0c0 1.4-.7 2.5-2 3.4zM6.3 13.8h3.4" />`,
  flag: svg`<path d="M4 14V2.5M4 3h8.5l-2 2.75 2 2.75H4" />`,
  flagFull: svg`<path d="M4 14V2.5M4 3h8.5l-2 2.75 2 2.75H4" fill="currentColor" />`,
  lines: svg`<path d="M3 4h10M3 8h10M3 12h6" />`,
  left: svg`<path d="M9.5 4.5 6 8l3.5 3.5" />`,
  lock: svg`<rect x="3.5" y="7" width="9" height="6.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />`,
  moon: svg`<path d="M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z" />`,
  outline: svg`<path d="M2.5 3.5h11M5.5 8h8M5.5 12.5h8M2.5 8h.01M2.5 12.5h.01" />`,
  tidy: svg`<path d="M2.5 3.5h11M2.5 6.5h7M2.5 9.5h11M2.5 12.5h7" />`,
  out: svg`<path d="M8 2v7.5M5.2 6.9 8 9.7l2.8-2.8M2.5 13.5h11" />`,
  redo: svg`<path d="m10 4 3 3-3 3M13 7H6.5a3.5 3.5 0 0 0 0 7H9" />`,
  results: svg`<path d="M3 13.5V9M6.4 13.5v-11M9.7 13.5v-7M13 13.5v-4" />`,
  right: svg`<path d="m6.5 4.5 3.5 3.5-3.5 3.5" />`,
  rubric: svg`<path d="M3.5 2h9v12h-9zM5.5 5h5M5.5 7.5h5M5.5 10h3" />`,
  stage: svg`<path d="M1.8 2.5h12.4v8.3H1.8zM5.5 13.8h5M8 10.8v3M6.8 4.9v3.6L9.7 6.7z" />`,
  sun: svg`<circle cx="8" cy="8" r="2.6" />
    <path
      d="M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1"
    />`,
  undo: svg`<path d="M6 4 3 7l3 3M3 7h6.5a3.5 3.5 0 0 1 0 7H7" />`,
  folder: svg`<path d="M1.8 12.8V3.5h4l1.4 1.8h7v7.5z" />`,
  share: svg`<path d="M8 9.5V2M5.2 4.6 8 1.9l2.8 2.7M4.5 7H3v7h10V7h-1.5" />`,
  into: svg`<path d="M8 9.5V2M5.2 4.6 8 1.9l2.8 2.7M2.5 13.5h11" />`,
  addRow: svg`<path d="M2 3.5h12v4H2zM8 9.5v5M5.5 12h5" />`,
  removeRow: svg`<path d="M2 3.5h12v4H2zM5.5 12h5" />`,
  dice: svg`<path d="M2.5 2.5h11v11h-11zM5.5 5.5v.01M10.5 5.5v.01M8 8v.01M5.5 10.5v.01M10.5 10.5v.01" />`,
  file: svg`<path d="M4 1.8h5l3 3v9.4H4zM9 1.8v3h3" />`,
  contrast: svg`<circle cx="8" cy="8" r="5.8" /><path d="M8 2.2v11.6a5.8 5.8 0 0 0 0-11.6z" fill="currentColor" />`,
  warning: svg`<path d="M8 2.5 14.3 13.5H1.7zM8 6.5v3.4M8 11.8v.01" />`,
  search: svg`<circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3.5 3.5" />`,
  plus: svg`<path d="M8 3v10M3 8h10" />`,
  more: svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2" />`,
  paste: svg`<path d="M5.5 3.5h-2v10.5h9V3.5h-2M5.5 2h5v3h-5zM5.5 8h5M5.5 10.5h5" />`,
  print: svg`<path d="M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z" />`,
} satisfies Record<string, SVGTemplateResult>;

/** The names of the icons. */
export type IconName = keyof typeof shapes;

/** An icon as an SVG template, hidden from screen readers. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="ic" viewBox="0 0 16 16" aria-hidden="true">${shapes[name]}</svg>`;
}

/** The logo: a ruler with a red notch. */
export const brandMark = html`<svg
  class="mark"
  viewBox="0 0 22 22"
  aria-hidden="true"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
>
  <path d="M2 7.5h18v9H2z" />
  <path d="M5.6 7.5V12M9.2 7.5v2.6M12.8 7.5V12M16.4 7.5v2.6" />
  <path d="M12.8 3v2.2" stroke="var(--red)" stroke-width="2.2" />
</svg>`;

/** The sign of a discretionary rule: a lozenge with a minus or a plus in it. */
export function discretionSign(isDeduction: boolean): TemplateResult {
  return html`<svg viewBox="0 0 12 12" aria-hidden="true">
    <path d=${isDeduction ? "M6 1 11 6 6 11 1 6zM4 6h4" : "M6 1 11 6 6 11 1 6zM4 6h4M6 4v4"} />
  </svg>`;
}
