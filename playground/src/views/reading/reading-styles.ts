/** Styles of the reading screen: bar, ledger, filter, heads, foot. The rows have styles of their own. */
import { css } from "lit";

export const readingStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 20;
    background: var(--paper);
    font-size: var(--t-body);
  }
  .rd {
    --nm: 104px;
    --pt: 46px;
    --seam: 44px;
    --ac: 70px;
    height: 100%;
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .top {
    flex: none;
    height: var(--h-bar);
    display: flex;
    align-items: center;
    gap: var(--s2);
    padding: 0 var(--s3);
    background: var(--bar);
    border-bottom: 1px solid var(--line);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--s2);
    letter-spacing: 0.06em;
    padding-right: var(--s2);
  }
  .brand .mark {
    width: 22px;
    height: 22px;
    flex: none;
  }
  h1 {
    font-size: var(--t-base);
    font-weight: var(--w-text);
  }
  .safe {
    font-size: var(--t-small);
    color: var(--ink-3);
    white-space: nowrap;
  }
  .empty {
    flex: 1;
    display: grid;
    place-items: center;
    padding: var(--s6);
    text-align: center;
  }
  .empty div {
    max-width: 42em;
    display: grid;
    gap: var(--s3);
    justify-items: center;
    font-size: var(--t-base);
  }
  .all {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .ledger {
    flex: none;
    display: grid;
    grid-template-columns: 176px minmax(0, 1fr) 218px;
    column-gap: 24px;
    padding: 10px var(--s4) 6px;
    background: var(--bar);
    border-bottom: 1px solid var(--line);
  }
  .big {
    font-size: var(--t-show);
    font-weight: var(--w-strong);
    line-height: 1.05;
    white-space: nowrap;
  }
  .big small {
    font-size: var(--t-body);
    font-weight: var(--w-text);
    color: var(--ink-2);
    margin-left: 6px;
  }
  .big.red small {
    color: inherit;
  }
  .cap {
    font-size: var(--t-small);
    color: var(--ink-3);
    line-height: 1.5;
    margin-top: 4px;
  }
  .cap.red {
    color: var(--red);
  }
  .cap .ic {
    width: 12px;
    height: 12px;
    stroke-width: 2;
    vertical-align: -1px;
    margin-left: 6px;
  }
  .bar {
    display: flex;
    border-left: 1px solid var(--line-2);
  }
  .bar > * {
    height: 24px;
    min-width: 0;
    border: 1px solid var(--line-2);
    border-left: 0;
    border-bottom: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding: 0 2px;
    font-size: var(--t-small);
    color: var(--ink-2);
    background: var(--paper);
    white-space: nowrap;
    overflow: hidden;
  }
  .bar > button:hover {
    background: var(--blue-wash);
  }
  .bar > [aria-current="true"] {
    background: var(--blue);
    color: var(--on-blue);
    font-weight: var(--w-strong);
  }
  .bar > :focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
    border-radius: 0;
  }
  .bar > [aria-current="true"]:focus-visible {
    box-shadow:
      inset 0 0 0 2px var(--blue),
      inset 0 0 0 3px var(--on-blue);
  }
  .bar > .gap {
    border-style: dashed;
    border-color: var(--red);
    border-left: 0;
    border-bottom: 0;
    color: var(--red);
    background: var(--red-wash);
    font-weight: var(--w-strong);
  }
  .bar > .bonus {
    border-style: dashed;
    border-color: var(--blue-line);
    border-left: 0;
    border-bottom: 0;
    color: var(--blue);
    background: none;
  }
  .states {
    display: flex;
    border-left: 1px solid var(--line-2);
  }
  .states > span {
    display: flex;
    gap: 1px;
    min-width: 0;
    padding: 2px 1px;
    border-right: 1px solid var(--line-2);
    background: var(--paper);
  }
  .states > .none {
    border-right: 0;
    background: none;
  }
  .states > .gap {
    border-right-color: var(--red);
    background: var(--red-wash);
  }
  .states i,
  .legend i {
    display: block;
    height: 6px;
    min-width: 0;
  }
  i.read {
    background: var(--held);
  }
  i.asks {
    background: var(--ochre);
  }
  i.judged {
    border: 1.5px solid var(--held);
  }
  i.not-read,
  i.not-a-rule {
    border: 1px dashed var(--line-2);
  }
  .ticks {
    display: block;
    width: 100%;
    height: 9px;
    color: var(--line-2);
    overflow: visible;
  }
  .numbers {
    position: relative;
    height: 14px;
    font-size: var(--t-micro);
    line-height: 14px;
    color: var(--ink-3);
  }
  .numbers span {
    position: absolute;
    transform: translateX(-50%);
  }
  .numbers span:first-child {
    transform: none;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    margin-top: 4px;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    white-space: nowrap;
  }
  .legend i {
    width: 16px;
    height: 7px;
  }
  .counts {
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .counts div {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    line-height: 22px;
    border-bottom: 1px solid var(--hair);
    white-space: nowrap;
  }
  .counts div:last-child {
    border-bottom: 0;
  }
  .counts dd {
    font-weight: var(--w-strong);
    color: var(--ink);
  }
  .flt {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--s3);
    height: 38px;
    padding: 0 var(--s4);
    background: var(--paper);
    border-bottom: 1px solid var(--line);
  }
  .tabs > [aria-pressed="true"] {
    color: var(--ink);
    font-weight: var(--w-strong);
    border-bottom-color: var(--blue);
  }
  .hd {
    flex: none;
    display: grid;
    grid-template-columns: var(--nm) var(--pt) minmax(0, 44fr) var(--seam) minmax(0, 56fr) var(--ac);
    align-items: center;
    height: 30px;
    padding: 0 var(--s4);
    font-size: var(--t-small);
    color: var(--ink-3);
    background: var(--paper);
    border-bottom: 1px solid var(--line);
  }
  .hd > * {
    padding-left: 8px;
  }
  .hd > :first-child {
    padding-left: 0;
  }
  .hd .n {
    padding: 0 8px 0 0;
  }
  .hd b {
    font-size: var(--t-body);
    color: var(--ink);
  }
  .hk {
    grid-column: 5/-1;
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: var(--s3);
  }
  .keys {
    display: inline-flex;
    gap: 10px;
    white-space: nowrap;
  }
  .keys > span {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .keys kbd {
    line-height: 17px;
    border-bottom-width: 1px;
  }
  .bd {
    flex: 1;
    min-height: 0;
    overflow: auto;
    background: var(--paper);
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .warn {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--s3);
    padding: 6px var(--s4);
    border-bottom: 1px solid var(--hair);
  }
  .warn.red {
    background: var(--red-wash);
    border-bottom-color: var(--red-line);
  }
  .warn.ochre {
    background: var(--ochre-wash);
    border-bottom-color: var(--ochre-line);
  }
  .only {
    padding: 5px var(--s4);
    font-size: var(--t-small);
    color: var(--ink-2);
    background: var(--bar);
    border-bottom: 1px solid var(--hair);
  }
  .only button {
    color: var(--blue);
    margin-left: var(--s2);
  }
  .ft,
  .leave {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: 9px var(--s4);
    background: var(--bar);
    border-top: 1px solid var(--line);
  }
  .leave {
    background: var(--ochre-wash);
    color: var(--ochre);
  }
  .ft p {
    min-width: 0;
    line-height: 1.6;
  }
  .ft small {
    display: block;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .ft .btn {
    height: 34px;
    padding: 0 12px;
  }
  .ft .seg > button {
    height: 32px;
    color: var(--ink);
  }
  .ft .picker {
    max-width: 11em;
    flex: none;
  }
  .thumb {
    display: none;
  }
  @media (min-width: 1600px) {
    .rd {
      --nm: 160px;
      --pt: 56px;
      --ac: 90px;
    }
  }
  @media (max-width: 760px) {
    .ledger {
      display: block;
      padding: 10px 16px 8px;
    }
    .total {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 10px;
      margin-bottom: 8px;
    }
    .big {
      font-size: var(--t-large);
    }
    .cap {
      margin: 0;
    }
    .bar > * {
      height: 28px;
    }
    .bar .v {
      display: none;
    }
    .counts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
    }
    .counts div {
      border: 0;
      gap: 6px;
    }
    .counts div:first-child {
      display: none;
    }
    .flt {
      height: 44px;
      padding: 0 16px;
    }
    .hd {
      display: none;
    }
    .leave {
      flex-wrap: wrap;
    }
    .ft {
      display: none;
    }
    .thumb {
      flex: none;
      display: grid;
      grid-template-columns: 52px 1fr 1fr;
      gap: 8px;
      padding: 8px 12px;
      background: var(--bar);
      border-top: 1px solid var(--line);
    }
    .thumb .btn {
      height: 44px;
      font-size: var(--t-base);
      padding: 0 4px;
    }
    .thumb .btn.ico {
      width: 52px;
    }
  }
`;
