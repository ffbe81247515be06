/** The frame of the stage: its bar, its four areas, and their high-contrast styles. */
import { css } from "lit";

export const stageFrameStyles = css`
  :host {
    --end-top: 56px;
    position: fixed;
    inset: 0;
    z-index: 20;
    display: block;
    background: var(--paper);
    color: var(--ink);
  }
  .app {
    text-autospace: normal;
    height: 100%;
    display: flex;
    flex-direction: column;
    background: var(--paper);
    color: var(--ink);
    overflow: hidden;
  }
  .dtop {
    flex: none;
    height: 56px;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 0 16px;
    background: var(--bar);
    border-bottom: 1px solid var(--line);
  }
  .mark {
    width: 22px;
    height: 22px;
    display: block;
  }
  .dt {
    font-size: 18px;
    flex: 0 4 auto;
    min-width: 4em;
  }
  .step {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    font-size: 15px;
    min-width: 0;
    white-space: nowrap;
  }
  .step {
    flex: 0 1 auto;
  }
  .step b {
    max-width: 16em;
    min-width: 4em;
  }
  .dtop .seg {
    flex: none;
  }
  @media (min-width: 761px) and (max-width: 1360px) {
    .dtop,
    .step {
      gap: 6px;
    }
  }
  .keys {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 22px;
    padding: 8px 28px;
    background: var(--bar);
    border-bottom: 1px solid var(--line);
    font-size: var(--st-small);
    color: var(--ink-2);
  }
  .keys div {
    display: flex;
    gap: 6px;
    align-items: baseline;
  }
  .black {
    position: absolute;
    z-index: 10;
    inset: 0;
    background: #000;
  }
  .blocked {
    flex: none;
    margin: 0;
    padding: 8px 28px;
    color: var(--ochre);
    background: var(--ochre-wash);
  }
  .rtop {
    flex: none;
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    padding: 18px var(--st-pad) 6px;
    font-size: var(--st-message);
    color: var(--ink-2);
  }
  .rtop h1 {
    font-size: calc(var(--st-message) * 1.35);
    color: var(--ink);
  }
  .rtop b {
    margin-left: 12px;
    color: var(--ink);
  }
  .for-room {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    cursor: none;
  }
  .for-room ys-difference {
    display: block;
    border-top: 1px solid var(--line);
  }
  .empty {
    padding: 48px;
    font-size: var(--st-message);
    color: var(--ink-2);
  }
  .btn[aria-pressed="true"] {
    color: var(--ink);
    box-shadow: inset 0 -2px 0 var(--ink);
  }
  .btn[aria-pressed="true"]:focus-visible {
    box-shadow: var(--focus);
  }
  .demo {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template: "w c" minmax(0, 1fr) "w e" auto "t t" auto / minmax(400px, 34fr) minmax(0, 66fr);
    gap: 1px;
    background: var(--line);
  }
  .demo > section {
    background: var(--paper);
    min-width: 0;
    min-height: 0;
  }
  .w {
    grid-area: w;
  }
  .c {
    grid-area: c;
  }
  .c.whole {
    grid-row: 1 / 3;
  }
  .c.wide {
    grid-column: 1 / 3;
  }
  .e {
    grid-area: e;
  }
  .t {
    grid-area: t;
  }
  @media (max-width: 1500px) {
    .hide-l {
      display: none !important;
    }
  }
  @media (max-width: 1180px) {
    .hide-m {
      display: none !important;
    }
    .demo {
      grid-template-columns: minmax(330px, 38fr) minmax(0, 62fr);
    }
    .dt {
      display: none;
    }
  }
  @media (min-width: 1600px) {
    .dt {
      font-size: 21px;
    }
    .step {
      font-size: 19px;
    }
  }
  @media (max-width: 760px) {
    .app {
      overflow: auto;
      display: block;
    }
    .dtop {
      position: sticky;
      top: 0;
      z-index: 3;
      padding: 0 8px;
      gap: 4px;
      height: auto;
      min-height: 56px;
      flex-wrap: wrap;
    }
    .dtop .seg {
      order: 3;
      flex: 1 0 100%;
      margin-bottom: 6px;
    }
    .dtop .seg > button {
      flex: 1;
      justify-content: center;
    }
    .step {
      flex: 1;
      gap: 6px;
    }
    .step b {
      flex: 1;
      text-align: center;
    }
    .demo {
      display: block;
      background: none;
    }
    .demo > section {
      border-top: 1px solid var(--line);
    }
  }
  @media print {
    :host {
      position: static;
    }
    .dtop,
    .keys,
    .w,
    .t {
      display: none !important;
    }
    .app,
    .demo {
      display: block;
      height: auto;
      overflow: visible;
      background: none;
    }
    /* Black on white, whatever the theme. */
    .app.app {
      --paper: #ffffff;
      --ink: #000000;
      --ink-2: #222222;
      --ink-3: #444444;
      --hair: #bbbbbb;
      --line: #888888;
      --line-2: #666666;
      --blue: #0033aa;
    }
  }
`;

/** Black on white with thick lines, for poor projectors. */
export const highContrast = css`
  .app.contrast {
    --paper: #ffffff;
    --bar: #ffffff;
    --raised: #ffffff;
    --ink: #000000;
    --ink-2: #000000;
    --ink-3: #1a1a1a;
    --hair: #777777;
    --line: #444444;
    --line-2: #000000;
    --blue: #0033aa;
    --blue-2: #002277;
    --blue-wash: #dbe6ff;
    --blue-line: #0033aa;
    --red: #a00000;
    --on-red: #ffffff;
    --ochre: #5c4200;
    --ochre-wash: #ffffff;
  }
  .app.contrast.dark {
    --paper: #000000;
    --bar: #000000;
    --raised: #000000;
    --ink: #ffffff;
    --ink-2: #ffffff;
    --ink-3: #e6e6e6;
    --hair: #888888;
    --line: #bbbbbb;
    --line-2: #ffffff;
    --blue: #9fc5ff;
    --blue-2: #cfe2ff;
    --blue-wash: #102a52;
    --blue-line: #9fc5ff;
    --red: #ff9d8a;
    --on-red: #000000;
    --ochre: #ffd75e;
    --ochre-wash: #000000;
  }
`;
