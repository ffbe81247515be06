/** Styles of the moving ranking: two columns of names with lines between them, and the range of places on the right. */
import { css } from "lit";

/** Without the range of places and the points of the baseline. */
const withoutRange = css`
  :host {
    --left: 120px;
    --right: 320px;
    --range: 0px;
  }
  .sp,
  .ch .hs,
  .b0 .s {
    display: none;
  }
  .b1 {
    padding-right: 8px;
  }
`;

/** Places, names and scores alone. */
const brief = css`
  .ch .hs,
  .sp,
  .g,
  .b0 .s,
  .ch small {
    display: none;
  }
  .b1,
  .b0 {
    gap: 6px;
    font-size: 15px;
  }
  .b1 .nm {
    min-width: 2em;
  }
  .b1 {
    padding-right: 6px;
  }
`;

export const rankLinesStyles = css`
  :host {
    --st-least: 34;
    --left: 190px;
    --right: 486px;
    --range: 116px;
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
    padding: 10px var(--st-pad) 4px;
    background: var(--paper);
  }
  .ch {
    display: grid;
    grid-template-columns: var(--left) minmax(40px, 1fr) calc(var(--right) - var(--range)) var(--range);
    font-weight: 700;
    border-bottom: 1px solid var(--line);
    padding-bottom: 6px;
    align-items: baseline;
    flex: none;
    min-height: 30px;
  }
  .ch span {
    white-space: nowrap;
  }
  .ch small {
    font-weight: 400;
    color: var(--ink-3);
    font-size: var(--st-small);
    margin-left: 4px;
  }
  .ch .hs {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: 8px;
    margin-left: -120px;
  }
  .ch .seg > button {
    height: 24px;
    padding: 0 7px;
    font-size: var(--st-small);
  }
  .request {
    height: 24px;
  }
  .bump {
    position: relative;
    flex: 1;
    min-height: 220px;
  }
  .bump.all {
    overflow: auto;
  }
  .wait {
    color: var(--ink-3);
    padding-top: 12px;
  }
  .field {
    position: relative;
  }
  #lines {
    position: absolute;
    left: 0;
    width: 100%;
  }
  .now {
    margin: 0;
    padding: 0;
  }
  .b0,
  .now li {
    position: absolute;
    display: flex;
    align-items: center;
    white-space: nowrap;
  }
  .b0 {
    left: 0;
    width: var(--left);
    gap: 10px;
    color: var(--ink-2);
    font-size: var(--st-row-old);
  }
  .now li {
    right: 0;
    width: var(--right);
  }
  .b1 {
    width: 100%;
    height: 100%;
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--st-row);
    text-align: left;
    white-space: nowrap;
  }
  .live .now li {
    transition: top var(--move) var(--ease);
  }
  .live #lines path {
    transition: d var(--move) var(--ease);
  }
  .b1:hover {
    background: var(--bar);
  }
  .b1.is-sel {
    background: var(--blue-wash);
  }
  .p {
    width: 1.9em;
    flex: none;
    text-align: right;
    font-weight: 700;
  }
  .b0 .p {
    width: 1.7em;
  }
  .b0 .cut {
    flex: 1;
  }
  .b0 .s {
    padding-right: 8px;
    color: var(--ink-3);
    font-size: 0.92em;
  }
  .b1 .nm {
    flex: 1 1 0;
    min-width: 3em;
  }
  .b1.up .nm,
  .b1.up .p {
    font-weight: 700;
  }
  .b1.up .m,
  .b1.up .nm {
    color: var(--blue);
  }
  .m {
    flex: none;
    width: 2.2em;
    font-size: 0.82em;
    color: var(--ink-2);
  }
  .m svg {
    width: 10px;
    height: 10px;
    margin-right: 3px;
    fill: currentColor;
  }
  .b1 .s {
    flex: none;
    width: 3.6em;
    text-align: right;
  }
  .g {
    flex: none;
    font-size: calc(var(--st-small));
    border: 1px solid var(--line);
    padding: 0 4px;
    line-height: 1.6;
    border-radius: 2px;
    width: 6.1em;
    text-align: center;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .g.first {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
    font-weight: 700;
  }
  .g.last {
    border-style: dashed;
    border-color: var(--line-2);
    color: var(--ink-2);
  }
  .g.blank {
    border-color: transparent;
  }
  .seal {
    display: inline-grid;
    place-items: center;
    width: 1.3em;
    height: 1.3em;
    line-height: 1;
    background: var(--red);
    color: var(--on-red);
    border-radius: 2px;
    font-size: 0.82em;
  }
  .sp {
    flex: none;
    width: calc(var(--range) - 12px);
    height: 18px;
    display: block;
  }
  .sp svg {
    width: 100%;
    height: 100%;
    overflow: visible;
    display: block;
  }
  .sp path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .tk {
    stroke: var(--line);
  }
  .reach {
    stroke: var(--line-2);
    stroke-width: 5;
  }
  .here {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .here.up {
    stroke: var(--blue);
  }
  .even {
    fill: var(--held);
  }
  .odd {
    fill: var(--line-2);
  }
  .mover {
    fill: var(--blue);
  }
  .rest {
    fill: none;
    stroke: var(--ink-2);
    vector-effect: non-scaling-stroke;
  }
  #lines path {
    fill: none;
    stroke: var(--line);
    stroke-width: 1.5;
  }
  #lines path.up {
    stroke: var(--blue);
    stroke-width: 3;
  }
  #lines path.down {
    stroke: var(--ink-2);
    stroke-dasharray: 5 4;
  }
  #lines path.sel {
    stroke-width: 4;
  }
  #lines path.same.sel {
    stroke: var(--blue-line);
  }
  .more {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
    padding: 6px 0;
    color: var(--ink-3);
    font-size: var(--st-small);
  }
  .more .acts {
    margin-left: auto;
    display: flex;
    gap: 8px;
  }
  .more .btn {
    height: 28px;
  }
  @media (min-width: 1600px) {
    :host {
      --st-least: 46;
      --left: 290px;
      --right: 640px;
      --range: 170px;
      padding-top: 18px;
    }
    .b1,
    .b0 {
      gap: 14px;
    }
  }
  @media (min-width: 761px) and (max-width: 1180px) {
    ${withoutRange}
  }
  /* In a page that embeds the sliders, the element is narrower than the window. */
  @container (max-width: 1010px) {
    :host {
      --left: 190px;
      --right: 486px;
      --range: 116px;
    }
  }
  @container (max-width: 740px) {
    ${withoutRange}
  }
  @media (max-width: 760px) {
    :host {
      --left: 96px;
      --right: 216px;
      --range: 0px;
      height: auto;
    }
    ${brief}
    .bump {
      flex: none;
      height: 420px;
    }
  }
  @container (max-width: 520px) {
    :host {
      --st-pad: 10px;
      --left: 76px;
      --right: 172px;
      --range: 0px;
    }
    ${brief}
  }
  :host([isBare]) .hs,
  :host([isBare]) .more .acts {
    display: none;
  }
`;
