/** Styles of the rows of the reading screen: sections, items, clauses with their marks, rules and questions. */
import { css } from "lit";

export const rowStyles = css`
  .sh {
    display: flex;
    align-items: baseline;
    gap: 12px;
    padding: 9px var(--s4) 6px;
    border-bottom: 1px solid var(--line);
  }
  .sh h2 {
    font-size: 16px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .sh .pts {
    font-size: 16px;
    font-weight: var(--w-strong);
    white-space: nowrap;
  }
  .sh .sum {
    font-size: var(--t-small);
    color: var(--ink-3);
    white-space: nowrap;
  }
  .sh .btn {
    align-self: center;
    height: 24px;
  }
  .cts {
    display: inline-flex;
    gap: 12px;
    align-self: center;
  }
  .ct {
    display: inline-flex;
    gap: 3px;
    align-items: center;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .ri {
    display: grid;
    grid-template-columns: var(--nm) var(--pt) minmax(0, 1fr);
    padding-left: var(--s4);
    border-bottom: 1px solid var(--line);
    content-visibility: auto;
    contain-intrinsic-size: auto 80px;
  }
  .nm {
    padding: 7px 8px 6px 0;
    border-right: 1px solid var(--hair);
    font-weight: var(--w-strong);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .nm small,
  .pt small {
    display: block;
    font-size: var(--t-small);
    font-weight: var(--w-text);
    color: var(--ink-3);
  }
  .pt {
    padding: 7px 8px 0 0;
    border-right: 1px solid var(--hair);
    font-size: var(--t-base);
    font-weight: var(--w-strong);
  }
  .cls {
    min-width: 0;
  }
  .cl {
    --bg: var(--paper);
    display: grid;
    grid-template-columns: minmax(0, 44fr) var(--seam) minmax(0, 56fr) var(--ac);
    padding-right: var(--s4);
    border-bottom: 1px solid var(--hair);
    background: var(--bg);
  }
  .cl:last-child {
    border-bottom: 0;
  }
  .cl:not(.cur):hover {
    --bg: color-mix(in srgb, var(--blue-wash) 45%, var(--paper));
  }
  .cl.cur {
    --bg: var(--blue-wash);
    box-shadow: inset 2px 0 0 var(--blue);
  }
  .cl.cur:focus-visible {
    border-radius: 0;
    box-shadow:
      inset 3px 0 0 var(--blue),
      inset 0 0 0 1px var(--blue);
  }
  .preface .ri {
    grid-template-columns: 0 0 minmax(0, 1fr);
    padding-left: calc(var(--nm) + var(--pt) + var(--s4));
  }
  .preface .nm,
  .preface .pt {
    visibility: hidden;
    padding: 0;
    border: 0;
  }
  .src {
    display: flex;
    gap: 8px;
    margin-right: calc(var(--seam) / -2);
    padding: 6px calc(var(--seam) / 2 + 8px) 6px 8px;
    border-right: 1px solid var(--line-2);
    line-height: 1.65;
  }
  .cn {
    flex: none;
    min-width: 20px;
    text-align: right;
    font-size: var(--t-small);
    line-height: 21px;
    color: var(--ink-3);
  }
  .src p {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .seam {
    display: flex;
    justify-content: center;
    align-items: flex-start;
    padding-top: 8px;
    z-index: 1;
  }
  .seam .mk.note,
  .seam .mk.none,
  .seam .mk.judge:not(.by),
  .seam .mk:not(.by):not(.ask) {
    background: var(--bg, var(--paper));
  }
  .rl {
    padding: 4px 0 4px 2px;
    min-width: 0;
  }
  .ac {
    padding-top: 4px;
    text-align: right;
  }
  .ac .btn {
    height: 24px;
    padding: 0 6px;
    font-size: var(--t-small);
    color: var(--ink-3);
    visibility: hidden;
  }
  .cl:hover .ac .btn,
  .cl:focus-within .ac .btn,
  .cl.cur .ac .btn {
    visibility: visible;
  }
  .fg {
    text-decoration: none;
    border-bottom: 1px solid var(--blue-line);
    padding-bottom: 1px;
    margin: 0 2px;
    white-space: nowrap;
  }
  .fg.no {
    border-bottom: 1px dashed var(--ochre);
    background: var(--ochre-wash);
    color: var(--ochre);
  }
  .rule {
    display: flex;
    align-items: baseline;
    gap: 5px;
    min-height: 26px;
    padding: 2px 0;
    line-height: 1.6;
  }
  .rule .sg {
    align-self: flex-start;
    margin-top: 4px;
  }
  .rule .sg .ic {
    width: 12px;
    height: 12px;
  }
  .s {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .s > *,
  .r > * {
    margin-right: 4px;
  }
  .r {
    display: block;
    padding-left: 14px;
  }
  .kw {
    color: var(--ink-2);
  }
  .slot {
    display: inline-block;
    padding: 0 3px;
    border-bottom: 1px solid var(--blue-line);
    line-height: 1.35;
  }
  .slot.num {
    min-width: 3ch;
    text-align: center;
  }
  .slot.free {
    border-bottom: 1px dashed var(--ochre);
    background: var(--ochre-wash);
    color: var(--ochre);
  }
  .fg.hot,
  .slot.hot {
    background: var(--blue);
    color: var(--on-blue);
    border-bottom-color: var(--blue);
  }
  .nt {
    padding: 0 0 3px 19px;
    font-size: var(--t-small);
    line-height: 1.6;
    color: var(--ink-3);
  }
  .cur .nt {
    color: var(--ink-2);
  }
  .nt.blue {
    color: var(--blue);
  }
  .nt.ochre {
    color: var(--ochre);
  }
  .nt .ic {
    width: 12px;
    height: 12px;
    vertical-align: -1.5px;
    margin-right: 4px;
  }
  .not-a-rule .nt {
    padding-top: 4px;
  }
  .un {
    padding: 2px 0 2px 19px;
  }
  .un b {
    font-weight: var(--w-text);
  }
  .qa {
    padding: 1px 0 6px 19px;
  }
  .qq {
    line-height: 1.6;
  }
  .cl:not(.cur) .qq b {
    color: var(--ochre);
  }
  .opts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-top: 4px;
  }
  .opt {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 28px;
    padding: 2px 10px 2px 6px;
    border: 1px solid var(--line);
    border-radius: var(--r2);
    background: var(--paper);
  }
  .opt:hover {
    border-color: var(--blue);
  }
  .opt kbd {
    min-width: 12px;
    padding: 0;
    border: 0;
    background: none;
    text-align: center;
    color: var(--ink-3);
  }
  .opt.on {
    border-color: var(--blue);
    box-shadow: inset 0 0 0 1px var(--blue);
    background: var(--raised);
  }
  .opt.on kbd {
    color: var(--blue);
    font-weight: var(--w-strong);
  }
  .opt:focus-visible {
    box-shadow: var(--focus);
  }
  .ky {
    display: inline-flex;
    gap: 5px;
    align-items: center;
    margin-left: 6px;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .alone {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 6px 8px;
    color: var(--ink-2);
  }
  .np {
    display: grid;
    grid-template-columns: calc(var(--nm) + var(--pt)) minmax(0, 44fr) var(--seam) minmax(0, 56fr) var(--ac);
    padding: 0 var(--s4);
    border-bottom: 1px solid var(--hair);
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .np .src {
    grid-column: 1/3;
    padding: 5px calc(var(--seam) / 2 + 8px) 5px 0;
    font-size: var(--t-body);
    color: var(--ink-2);
  }
  .np.title .src {
    font-size: var(--t-head);
    font-weight: var(--w-strong);
    color: var(--ink);
  }
  .np .seam {
    padding-top: 6px;
  }
  .np .rl {
    padding: 7px 0 5px 21px;
  }
  @media (max-width: 760px) {
    .sh {
      padding: 10px 16px 7px;
      gap: 8px;
      flex-wrap: wrap;
    }
    .ri {
      display: block;
      padding-left: 0;
    }
    .preface .ri {
      padding-left: 0;
    }
    .preface .nm,
    .preface .pt {
      display: none;
    }
    .nm {
      display: inline-block;
      border: 0;
      padding: 9px 4px 7px 16px;
      font-size: var(--t-base);
    }
    .nm small {
      display: inline;
      margin-left: 8px;
    }
    .pt {
      display: inline-block;
      border: 0;
      padding: 9px 0 0;
    }
    .cl {
      grid-template-columns: 44px minmax(0, 1fr);
      padding: 0;
      border-top: 1px solid var(--hair);
      border-bottom: 0;
    }
    .src {
      grid-column: 1/-1;
      margin: 0;
      border-right: 0;
      padding: 8px 16px 7px;
      background: var(--bar);
      font-size: var(--t-base);
      color: var(--ink-2);
    }
    .cur .src {
      background: color-mix(in srgb, var(--blue-wash) 60%, var(--bar));
    }
    .cn {
      text-align: left;
    }
    .seam {
      grid-column: 1;
      justify-content: flex-start;
      padding: 10px 0 0 14px;
    }
    .rl {
      padding: 4px 16px 6px 0;
    }
    .rule {
      min-height: 32px;
    }
    .qa,
    .nt,
    .un {
      padding-left: 0;
    }
    .ac {
      grid-column: 2;
      text-align: left;
      padding: 0;
    }
    .ac .btn {
      display: none;
    }
    .cl.cur .ac .btn {
      display: inline-flex;
      height: 36px;
      padding: 0;
      color: var(--blue);
    }
    .opts {
      display: grid;
    }
    .opt {
      min-height: 44px;
      text-align: left;
    }
    .np {
      display: block;
      padding: 8px 16px;
    }
    .np .src {
      display: block;
      padding: 0;
      background: none;
    }
    .np .seam {
      display: none;
    }
    .np .rl {
      padding: 0;
    }
  }
`;
