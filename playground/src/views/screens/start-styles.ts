/** The start screen: ways to begin on the left, the example schemes on the right, one row each with its ruler. */
import { css } from "lit";

export const startStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 20;
    background: var(--paper);
  }
  main {
    height: 100%;
    display: flex;
    flex-direction: column;
  }
  .bar {
    flex: none;
    height: var(--h-bar);
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: 0 var(--s3) 0 var(--s4);
    background: var(--bar);
    border-bottom: 1px solid var(--line);
  }
  h1 {
    font-size: var(--t-base);
  }
  .start {
    flex: 1;
    min-height: 0;
    overflow: auto;
    display: grid;
    grid-template-columns: minmax(300px, 33fr) 67fr;
    gap: 1px;
    background: var(--line);
  }
  section {
    background: var(--paper);
    padding: 22px 32px 18px;
  }
  .mine {
    display: flex;
    flex-direction: column;
  }
  h2 {
    font-size: var(--t-title);
    line-height: 1.4;
    margin-bottom: 8px;
  }
  h2 small {
    font-size: var(--t-small);
    font-weight: var(--w-text);
    color: var(--ink-3);
    margin-left: 6px;
  }
  .have {
    display: grid;
    gap: 8px;
    margin-bottom: 24px;
  }
  .op {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: var(--r2);
  }
  .op.dashed {
    border-style: dashed;
    border-color: var(--line-2);
  }
  ys-questions {
    margin-bottom: 22px;
  }
  .op:hover {
    border-color: var(--blue);
    background: var(--blue-wash);
  }
  .op b {
    display: block;
    font-size: var(--t-base);
  }
  .op small,
  .recent small {
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .recent {
    border-top: 1px solid var(--line);
  }
  .recent button {
    width: 100%;
    display: flex;
    justify-content: space-between;
    gap: var(--s3);
    align-items: baseline;
    padding: 8px 4px;
    border-bottom: 1px solid var(--hair);
  }
  .recent b {
    font-weight: var(--w-text);
  }
  .recent small {
    white-space: nowrap;
  }
  .recent button:hover {
    background: var(--bar);
  }
  .local {
    margin-top: auto;
    padding-top: 14px;
    display: flex;
    gap: 6px;
    align-items: center;
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .schemes ul {
    border-top: 1px solid var(--line);
  }
  .tp {
    width: 100%;
    display: grid;
    grid-template-columns: 34px minmax(0, 1fr) minmax(200px, 46%);
    gap: 0 16px;
    align-items: start;
    padding: 14px 8px 13px;
    border-bottom: 1px solid var(--hair);
    min-height: max(100px, calc((100vh - 150px) / 5));
  }
  .tp:hover {
    background: var(--bar);
  }
  .tp:hover .name {
    color: var(--blue);
  }
  .lt {
    font-size: 26px;
    font-weight: var(--w-strong);
    line-height: 1.15;
  }
  .tx > span {
    display: block;
  }
  .name {
    font-size: var(--t-head);
    font-weight: var(--w-strong);
    line-height: 1.45;
  }
  .name small {
    font-weight: var(--w-text);
    color: var(--ink-3);
    font-size: var(--t-small);
    margin-left: 4px;
    white-space: nowrap;
  }
  .line {
    color: var(--ink-2);
    line-height: 1.5;
    margin-top: 2px;
  }
  .tg {
    font-size: var(--t-small);
    color: var(--ink-3);
    margin-top: 4px;
  }
  .tg span + span::before {
    content: "/";
    margin: 0 6px;
    color: var(--line);
  }
  .pic {
    padding-top: 5px;
  }
  .picture {
    display: block;
    width: 100%;
    height: auto;
  }
  .picture .box {
    fill: none;
    stroke: var(--line-2);
  }
  .picture .room {
    fill: var(--blue-wash);
  }
  .picture .ticks {
    fill: none;
    stroke: var(--line-2);
  }
  .picture text {
    font-size: 12px;
    text-anchor: middle;
    fill: var(--ink-2);
  }
  @media (max-width: 760px) {
    .start {
      display: block;
    }
    section {
      padding: 18px 16px;
    }
    .schemes {
      border-top: 1px solid var(--line);
    }
    .tp {
      grid-template-columns: 28px minmax(0, 1fr);
      padding: 14px 0;
      min-height: 0;
    }
    .pic {
      grid-column: 2;
      padding-top: 10px;
    }
    .lt {
      font-size: 20px;
    }
  }
`;
