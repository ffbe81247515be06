/**
 * Columns and rows of the ranking, with one more column (`--by`) when the ranking is not by score. The layout depends
 * on the width of the pane: a wide one adds lost points and bonus, a phone puts the marks below.
 */
import { css } from "lit";

export const rankingStyles = css`
  :host {
    display: block;
  }
  .rk-h,
  .rk-r {
    display: grid;
    grid-template-columns: 60px 82px minmax(90px, 1fr) var(--by,) 56px var(--cmp,) 158px;
    column-gap: var(--s3);
    align-items: center;
    padding: 0 var(--s4);
  }
  .by {
    --by: 64px;
  }
  .cmp {
    --cmp: 58px;
  }
  .pl b.prov {
    text-decoration: underline dashed 1px;
    text-underline-offset: 4px;
  }
  .wide,
  .opt {
    display: none;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    max-width: 100%;
  }
  .sort:hover,
  [aria-sort] .sort {
    color: var(--ink);
  }
  [aria-sort] .sort {
    font-weight: var(--w-strong);
  }
  .sort .ic,
  .rk-g .ic {
    width: 12px;
    height: 12px;
    flex: none;
  }
  .rk-g {
    height: 30px;
    border-bottom: 1px solid var(--line);
    background: var(--bar);
  }
  .rk-g button {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 29px;
    padding: 0 var(--s4);
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .rk-g b {
    font-size: var(--t-body);
    color: var(--ink);
  }
  .rk-h {
    font-size: var(--t-small);
    color: var(--ink-3);
    height: 30px;
    border-bottom: 1px solid var(--line);
    align-items: end;
    padding-bottom: 4px;
    position: sticky;
    top: 0;
    background: var(--paper);
    z-index: 1;
  }
  .rk-r {
    height: var(--h-row);
    border-bottom: 1px solid var(--hair);
    cursor: pointer;
    content-visibility: auto;
    contain-intrinsic-size: auto var(--h-row);
  }
  .rk-r:hover {
    background: var(--bar);
  }
  .rk-r.is-sel {
    background: var(--blue-wash);
    box-shadow: inset 2px 0 0 var(--blue);
  }
  .rk-r:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  .pl {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .pl b {
    font-size: var(--t-head);
    width: 22px;
    text-align: right;
  }
  .pl .seal {
    margin-left: 4px;
  }
  .sc {
    font-weight: var(--w-strong);
    font-size: var(--t-base);
  }
  .mk {
    display: flex;
    gap: 4px;
    overflow: hidden;
    counter-reset: n;
  }
  /* Where there is no room for all marks, the later ones are shortened first; their titles are whole. */
  .mk > * + * {
    flex-shrink: 1e3;
  }
  .out .nmx {
    color: var(--ink-2);
  }
  .empty {
    padding: var(--s6) var(--s4);
    color: var(--ink-2);
  }
  .empty p + p {
    margin-top: var(--s2);
  }
  @media (min-width: 1200px) and (min-height: 900px) {
    .rk-r {
      height: 32px;
    }
  }
  /* Of three or more marks the first is seen, and how many follow; where they stand below the name there is room for all. */
  @container (601px <= width <= 779px) {
    .mk:has(:nth-child(3)) > * + * {
      counter-increment: n;
      position: absolute;
      opacity: 0;
      pointer-events: none;
    }
    .mk:has(:nth-child(3))::after {
      content: "+" counter(n);
    }
  }
  @container (max-width: 600px) {
    .rk-h,
    .rk-r {
      grid-template-columns: 54px 74px minmax(60px, 1fr) var(--by,) 52px var(--cmp,) 148px;
    }
    .axis > button:not([aria-pressed="true"]) {
      font-size: 0;
    }
  }
  @container (min-width: 780px) {
    .rk-h,
    .rk-r {
      grid-template-columns: 76px 92px minmax(120px, 1fr) 62px 62px var(--by,) 66px var(--cmp,) 232px;
    }
    .opt {
      display: block;
    }
  }
  @container (min-width: 940px) {
    .cmp {
      --cmp: 58px 58px;
    }
    .wide {
      display: block;
    }
    .rk-h,
    .rk-r {
      grid-template-columns: 76px 92px minmax(120px, 1fr) 62px 62px var(--by,) 66px var(--cmp,) 312px;
    }
  }
  @media (max-width: 760px) {
    .rk-h,
    .rk-r {
      grid-template-columns: 46px 74px minmax(60px, 1fr) var(--by,) 52px var(--cmp,);
    }
    .mkh {
      display: none;
    }
    .rk-r {
      height: auto;
      padding-top: 8px;
      padding-bottom: 8px;
      row-gap: 4px;
    }
    .mk {
      grid-column: 2 / -1;
      flex-wrap: wrap;
    }
    .mk:empty {
      display: none;
    }
    .pl {
      gap: 4px;
    }
    .pl b {
      width: 18px;
    }
  }
`;
