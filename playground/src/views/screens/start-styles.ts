/** The start page: three doors of one height, the recent projects below; on a phone the recent projects first. */
import { css } from "lit";

export const startStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 20;
    background: var(--paper);
    font-size: var(--t-body);
  }
  main {
    height: 100%;
    display: flex;
    flex-direction: column;
  }
  .top {
    flex: none;
    height: var(--h-bar);
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: 0 var(--s3);
    background: var(--bar);
    border-bottom: 1px solid var(--line);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--s2);
    letter-spacing: 0.06em;
  }
  .brand .mark {
    width: 22px;
    height: 22px;
  }
  .hm {
    flex: 1;
    min-height: 0;
    overflow: auto;
    display: flex;
    flex-direction: column;
  }
  .lead {
    flex: none;
    display: flex;
    align-items: baseline;
    gap: 14px;
    padding: 16px 32px 14px;
    border-bottom: 1px solid var(--line);
    color: var(--ink-2);
  }
  h1 {
    font-size: var(--t-title);
    line-height: 1.4;
    white-space: nowrap;
    color: var(--ink);
  }
  .loc {
    margin-left: auto;
    display: inline-flex;
    gap: 6px;
    align-items: center;
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .loc .ic {
    width: 14px;
    height: 14px;
  }
  .doors {
    flex: 1 0 auto;
    display: grid;
    grid-template-columns: minmax(0, 38fr) minmax(0, 31fr) minmax(0, 31fr);
    border-bottom: 1px solid var(--line);
  }
  .door {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: 18px 26px 18px 32px;
    border-right: 1px solid var(--line);
  }
  .door + .door {
    padding-left: 26px;
  }
  .door:last-child {
    border-right: 0;
    padding-right: 32px;
  }
  h2 {
    font-size: var(--t-title);
    line-height: 1.35;
  }
  .sub {
    font-size: var(--t-small);
    line-height: 1.6;
    color: var(--ink-3);
    margin-top: 1px;
  }
  summary.sub {
    margin-top: 8px;
    cursor: pointer;
  }
  .dropb {
    margin-top: 12px;
    padding: 15px 16px 14px;
    text-align: center;
    border: 1.5px dashed var(--line-2);
    border-radius: var(--r3);
  }
  .dropb > b {
    display: block;
    font-size: var(--t-head);
    line-height: 1.5;
  }
  .dropb small {
    display: block;
    font-size: var(--t-small);
    line-height: 1.5;
    color: var(--ink-3);
  }
  .dropb small.ochre {
    color: var(--ochre);
    margin-top: 6px;
  }
  .bs {
    display: flex;
    gap: 8px;
    justify-content: center;
    margin-top: 9px;
  }
  .bs .btn {
    height: 32px;
    padding: 0 14px;
  }
  .turn {
    margin-top: 14px;
    border-top: 1px solid var(--line);
  }
  .turn li {
    display: grid;
    grid-template-columns: 26px minmax(0, 49fr) minmax(0, 51fr);
    border-bottom: 1px solid var(--hair);
    line-height: 1.65;
  }
  .turn li > :nth-child(n + 2) {
    padding: 7px 0 6px;
  }
  .turn li > :nth-child(2) {
    padding-right: 8px;
    border-right: 1px solid var(--line-2);
  }
  .turn li > :nth-child(3) {
    padding-left: 10px;
  }
  .turn .th {
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .turn .th > :nth-child(n + 2) {
    padding-top: 3px;
    padding-bottom: 2px;
  }
  .turn u {
    text-decoration: none;
    border-bottom: 1px solid var(--blue-line);
    white-space: nowrap;
  }
  .turn .sg {
    margin-right: 4px;
  }
  .mk {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 18px;
    height: 18px;
    margin-top: 8px;
    border-radius: var(--r1);
    font-size: var(--t-micro);
    line-height: 1;
    color: var(--ink-2);
  }
  .mk .ic {
    width: 13px;
    height: 13px;
    stroke-width: 1.9;
  }
  .mk.asks {
    color: var(--ochre);
    background: var(--ochre-wash);
    box-shadow: inset 0 0 0 1px var(--ochre);
    font-weight: var(--w-strong);
  }
  .mk.judge svg {
    width: 14px;
    height: 14px;
    fill: none;
    stroke: var(--red);
    stroke-width: 1.5;
  }
  .mk.not-read {
    border: 1px dashed var(--line-2);
    color: var(--ink);
  }
  .tot {
    margin-top: auto;
    padding-top: 10px;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  ys-questions {
    flex: 1;
    display: flex;
    flex-direction: column;
  }
  .exs {
    margin-top: 8px;
    border-top: 1px solid var(--line);
  }
  .exs li {
    border-bottom: 1px solid var(--hair);
  }
  .tp {
    width: 100%;
    display: grid;
    grid-template-columns: 26px minmax(0, 1fr);
    padding: 7px 0 8px;
  }
  .tp:hover,
  .rc:hover {
    background: var(--bar);
  }
  .tp:hover b {
    color: var(--blue);
  }
  .lt {
    font-size: var(--t-title);
    font-weight: var(--w-strong);
    line-height: 1.2;
  }
  .tx {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 8px;
    min-width: 0;
  }
  .tx > b {
    font-size: var(--t-base);
    line-height: 1.5;
  }
  .tx small {
    font-size: var(--t-small);
    line-height: 1.6;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .tx .pp {
    line-height: 21px;
  }
  .tx .dd {
    grid-column: 1/-1;
    color: var(--ink-2);
  }
  .tx .mr {
    grid-column: 1/-1;
    margin-top: 4px;
  }
  .mr {
    display: flex;
    border-left: 1px solid var(--line-2);
    min-width: 0;
  }
  .mr:empty {
    border: 0;
  }
  .mr > span {
    height: 15px;
    padding: 0 1px;
    border: 1px solid var(--line-2);
    border-left: 0;
    font-size: var(--t-micro);
    line-height: 13px;
    text-align: center;
    color: var(--ink-2);
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
  }
  .rec {
    flex: none;
    padding: 12px 32px 10px;
  }
  .rec h2 {
    display: flex;
    align-items: center;
    gap: var(--s2);
    font-size: var(--t-head);
    margin-bottom: 5px;
  }
  .rec h2 .btn {
    height: 24px;
    padding: 0 8px;
    font-size: var(--t-small);
    font-weight: var(--w-text);
  }
  .rec h2 .btn.blue {
    color: var(--blue);
  }
  .rec ul {
    border-top: 1px solid var(--line);
  }
  .rc {
    width: 100%;
    display: grid;
    grid-template-columns: minmax(0, 240px) 100px minmax(160px, 1fr) 96px 110px;
    gap: 20px;
    align-items: center;
    min-height: 34px;
    border-bottom: 1px solid var(--hair);
  }
  .rc small {
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  @media (min-width: 1600px) {
    .lead {
      padding: 22px 56px 18px;
    }
    .door {
      padding: 28px 44px 28px 56px;
    }
    .door + .door {
      padding-left: 44px;
    }
    .door:last-child {
      padding-right: 56px;
    }
    .dropb {
      padding: 30px 16px 28px;
      margin-top: 18px;
    }
    .turn {
      margin-top: 22px;
      font-size: var(--t-base);
    }
    .turn li > :nth-child(n + 2) {
      padding-block: 10px 9px;
    }
    .mk {
      margin-top: 12px;
    }
    .tp {
      padding: 10px 0 11px;
    }
    .mr > span {
      height: 18px;
      line-height: 16px;
    }
    .rec {
      padding: 20px 56px 24px;
    }
    .rc {
      min-height: 42px;
      grid-template-columns: minmax(0, 300px) 120px minmax(160px, 1fr) 120px 120px;
    }
  }
  @media (max-width: 760px) {
    .lead {
      order: -2;
      display: block;
      padding: 14px 16px 12px;
    }
    .loc {
      margin: 2px 0 0;
    }
    .rec {
      order: -1;
      padding: 12px 16px;
      border-bottom: 1px solid var(--line);
    }
    .rec h2 {
      flex-wrap: wrap;
    }
    .rec h2 .grow {
      flex-basis: 100%;
    }
    .rec h2 .btn {
      padding: 0 6px;
      height: var(--h-ctl);
    }
    .rc {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 8px;
      padding: 8px 0;
    }
    .rc > small {
      display: none;
    }
    .rc .mr {
      grid-column: 1/-1;
      grid-row: 2;
    }
    .doors {
      display: block;
    }
    .door,
    .door + .door,
    .door:last-child {
      padding: 18px 16px;
      border-right: 0;
      border-bottom: 1px solid var(--line);
    }
    .door:last-child {
      border-bottom: 0;
    }
    .bs .btn {
      flex: 1;
      height: var(--h-touch);
    }
    .turn li {
      grid-template-columns: 26px minmax(0, 1fr);
      padding: 6px 0;
    }
    .turn .th {
      display: none;
    }
    .turn li > :nth-child(n + 2) {
      padding: 0;
      border: 0;
    }
    .turn li > :nth-child(3) {
      grid-column: 2;
    }
    .mk {
      margin-top: 2px;
    }
  }
`;
