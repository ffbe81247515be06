/** The presenter's window: sliders and what the room sees on the left, the note and the steps on the right. */
import { css } from "lit";

export const presenterStyles = css`
  /* A window near the eye, whatever its size. */
  :host,
  ys-weights-panel,
  ys-difference {
    --st-text: 14px;
    --st-small: 13px;
    --st-message: 14px;
    --st-pad: 16px;
  }
  :host {
    --end-top: 44px;
    position: fixed;
    inset: 0;
    display: block;
    color: var(--ink);
    background: var(--paper);
  }
  .window {
    height: 100%;
    display: grid;
    grid-template: "bar bar" 44px "weights notes" minmax(0, 1fr) "room notes" auto / minmax(0, 57fr) minmax(0, 43fr);
    background: var(--paper);
  }
  .bar {
    grid-area: bar;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 0 12px;
    background: var(--bar);
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  .bar .btn {
    height: 28px;
  }
  .grow {
    flex: 1;
  }
  .clock {
    display: inline-flex;
    align-items: baseline;
    gap: 6px;
    color: var(--ink-2);
  }
  .clock b {
    font-size: 20px;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  .clock input {
    width: 3.4em;
    height: 26px;
    padding: 0 4px;
    border: 1px solid var(--line);
    border-radius: var(--r2);
    background: var(--paper);
    color: var(--ink);
    text-align: right;
  }
  progress {
    width: 84px;
    height: 6px;
    align-self: center;
    accent-color: var(--blue);
  }
  .over {
    color: var(--red);
  }
  .link {
    color: var(--ink-2);
  }
  .link.lost {
    color: var(--ochre);
    font-weight: 700;
  }
  .weights {
    grid-area: weights;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    min-height: 0;
    border-right: 1px solid var(--line);
  }
  .weights > * + * {
    border-left: 1px solid var(--line);
    background: var(--bar);
  }
  .room {
    grid-area: room;
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    gap: 16px;
    padding: 8px 16px 12px;
    border-top: 1px solid var(--line);
    border-right: 1px solid var(--line);
  }
  .room h3,
  .notes h3 {
    margin: 0 0 4px;
    font-size: var(--st-small);
    font-weight: 400;
    color: var(--ink-2);
  }
  .room ol {
    margin: 0;
    padding: 0;
    columns: 2;
    column-gap: 20px;
    list-style: none;
  }
  .room li {
    display: grid;
    grid-template-columns: 28px 38px minmax(0, 1fr) auto;
    align-items: center;
    line-height: 23px;
    border-bottom: 1px solid var(--hair);
    break-inside: avoid;
  }
  .room li svg {
    width: 8px;
    height: 8px;
    margin-right: 2px;
    fill: currentColor;
  }
  .room li.moved {
    color: var(--blue);
    font-weight: 700;
  }
  .room ys-difference {
    padding: 0;
  }
  .notes {
    grid-area: notes;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .tabs {
    display: flex;
    flex: none;
    overflow-x: auto;
    scrollbar-width: thin;
    background: var(--bar);
    border-bottom: 1px solid var(--line);
  }
  .tabs button {
    flex: 1 0 auto;
    min-width: 44px;
    height: 36px;
    border-top: 2px solid transparent;
    border-right: 1px solid var(--hair);
    color: var(--ink-2);
  }
  .tabs [aria-current="step"] {
    color: var(--blue);
    font-weight: 700;
    background: var(--paper);
    border-top-color: var(--blue);
  }
  .note {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
    padding: 16px 20px 12px;
  }
  textarea {
    flex: 1;
    width: 100%;
    min-height: 0;
    padding: 0;
    border: 0;
    resize: none;
    font: inherit;
    font-size: 20px;
    line-height: 1.6;
    color: var(--ink);
    background: none;
  }
  .next {
    flex: none;
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 20px;
    background: var(--bar);
    border-top: 1px solid var(--line);
  }
  .next .cut {
    flex: 1;
    min-width: 0;
  }
  .keys {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin: 0;
    padding: 8px 20px;
    color: var(--ink-2);
    font-size: var(--st-small);
    border-top: 1px solid var(--line);
  }
  .keys div {
    display: flex;
    gap: 4px;
  }
  dd {
    margin: 0;
  }
  .waiting {
    padding: 48px;
    font-size: 18px;
    color: var(--ink-2);
  }
  @media (max-width: 760px) {
    :host {
      position: static;
    }
    .window {
      height: auto;
      grid-template: "bar" auto "notes" auto "weights" auto "room" auto / minmax(0, 1fr);
    }
    .bar {
      flex-wrap: wrap;
      padding: 6px 12px;
    }
    .weights {
      grid-auto-flow: row;
    }
    .room {
      grid-template-columns: minmax(0, 1fr);
    }
    textarea {
      min-height: 30vh;
    }
  }
`;
