/**
 * The beginning of every shadow root: the reset of `page.css`, visible focus, and the layout that all elements share.
 * Colours, sizes and type come from `tokens.css` through custom properties.
 */
import { css } from "lit";

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4,
  b,
  strong {
    font-weight: var(--w-strong);
  }
  th {
    font-weight: var(--w-text);
  }
  button,
  input,
  select {
    font: inherit;
    font-variant-numeric: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: inherit;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    box-shadow: var(--focus);
    border-radius: var(--r1);
  }
  .ic {
    width: 16px;
    height: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .n {
    text-align: right;
    white-space: nowrap;
  }
  .mut {
    color: var(--ink-3);
  }
  .sec {
    color: var(--ink-2);
  }
  .small {
    font-size: var(--t-small);
  }
  .red {
    color: var(--red);
  }
  .blue {
    color: var(--blue);
  }
  .ochre {
    color: var(--ochre);
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--s2);
  }
  .row.gap-0 {
    gap: 0;
  }
  .row.gap-2 {
    gap: 2px;
  }
  .row.gap-4 {
    gap: 4px;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
  }
  @media (max-width: 760px) {
    .hide-s {
      display: none !important;
    }
  }
  @media (min-width: 761px) {
    .only-s {
      display: none !important;
    }
  }
`;
