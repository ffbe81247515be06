/** Styles of a weight slider: figure, ruler, thumb, bracket. */
import { css } from "lit";

export const sliderStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    justify-content: center;
    padding: 6px 0;
    border-top: 1px solid var(--hair);
    min-width: 0;
    container-type: inline-size;
  }
  :host(:first-of-type) {
    border-top: 0;
  }
  .a {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  .nm {
    font-size: var(--st-name);
    line-height: 1.35;
    min-width: 0;
    overflow: hidden;
    /* Room for letters below the line, and for their underline. */
    padding-bottom: 4px;
    margin-bottom: -4px;
    text-overflow: ellipsis;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow-wrap: anywhere;
  }
  .nm.inside {
    text-decoration: underline;
    text-decoration-color: var(--line);
    text-underline-offset: 5px;
    text-decoration-thickness: 1px;
  }
  .nm.inside:hover {
    text-decoration-color: var(--blue);
    color: var(--blue);
  }
  .nm .ic {
    width: 13px;
    height: 13px;
    vertical-align: 0;
    margin-left: 3px;
    color: var(--ink-3);
  }
  .v {
    margin-left: auto;
    display: inline-flex;
    align-items: baseline;
    line-height: 1.1;
    flex: none;
  }
  .fig {
    font-size: var(--st-value);
    font-weight: 700;
    line-height: 1.1;
    text-align: right;
    border: 0;
    border-bottom: 1px solid transparent;
    background: none;
    padding: 0;
    min-width: 1ch;
    box-sizing: content-box;
    color: var(--ink);
  }
  .fig:hover:not(:disabled) {
    border-bottom-color: var(--blue-line);
  }
  .fig:focus {
    border-bottom-color: var(--blue);
    background: var(--raised);
  }
  .v i {
    font-style: normal;
    font-size: calc(var(--st-value) * 0.55);
    color: var(--ink-3);
    margin-left: 1px;
  }
  .dl {
    min-width: 44px;
    font-size: calc(var(--st-text) + 1px);
    color: var(--ink-2);
    flex: none;
  }
  .lk {
    align-self: center;
    width: 36px;
    height: 36px;
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    border: 1px solid transparent;
    border-radius: 3px;
    color: var(--ink-3);
  }
  .lk .ic {
    width: 18px;
    height: 18px;
  }
  .lk + .lk {
    margin-left: -6px;
  }
  .lk:hover {
    border-color: var(--line);
  }
  .lk[disabled] {
    color: var(--ink-off);
    visibility: hidden;
  }
  .lk[aria-pressed="true"] {
    color: var(--paper);
    background: var(--ink);
  }
  .zero {
    font-size: 15px;
    width: 19px;
    line-height: 17px;
    border: 1.4px solid currentColor;
    border-radius: 50%;
    text-align: center;
    font-size: 12px;
  }
  .tr {
    position: relative;
    height: 30px;
    margin-top: 2px;
    flex: none;
  }
  .tr svg {
    position: absolute;
    left: 6px;
    width: calc(100% - 12px);
    height: 100%;
    overflow: visible;
  }
  .wash {
    fill: var(--blue-wash);
    stroke: var(--blue-line);
    vector-effect: non-scaling-stroke;
  }
  .ticks {
    fill: none;
    stroke: var(--line-2);
    vector-effect: non-scaling-stroke;
  }
  .base {
    position: absolute;
    top: 0;
    width: 0;
    height: 0;
    transform: translateX(-50%);
    border: 5px solid transparent;
    border-top: 8px solid var(--ink-2);
    border-bottom: 0;
  }
  .thumb {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 30px;
    margin: 0;
    background: none;
    appearance: none;
    -webkit-appearance: none;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .thumb::-webkit-slider-thumb {
    -webkit-appearance: none;
    width: 12px;
    height: 30px;
    background: var(--blue);
    border: 0;
    border-radius: 2px;
    box-shadow: 0 0 0 2px var(--paper);
  }
  .thumb::-moz-range-thumb {
    width: 12px;
    height: 30px;
    background: var(--blue);
    border: 0;
    border-radius: 2px;
  }
  .thumb:focus-visible {
    box-shadow: none;
  }
  .thumb:focus-visible::-webkit-slider-thumb {
    box-shadow:
      0 0 0 2px var(--paper),
      0 0 0 4px var(--blue);
  }
  .thumb:disabled {
    cursor: default;
  }
  .thumb:disabled::-webkit-slider-thumb {
    background: var(--ink-3);
  }
  .nb {
    position: relative;
    height: 17px;
    font-size: 12px;
    color: var(--ink-3);
    margin: 0 6px;
    flex: none;
  }
  .nb span {
    position: absolute;
    transform: translateX(-50%);
    line-height: 17px;
  }
  .nb .lim {
    color: var(--ink);
    font-weight: 700;
  }
  .fm {
    position: relative;
    height: 24px;
    margin: 2px 6px 0;
    flex: none;
  }
  .fm i {
    position: absolute;
    top: 2px;
    height: 9px;
    border: 1.5px solid var(--ink-2);
    border-top: 0;
  }
  .fm span {
    position: absolute;
    top: 5px;
    font-size: var(--st-small);
    color: var(--ink-2);
    white-space: nowrap;
    padding: 0 8px;
    line-height: 18px;
  }
  /* No room beside the bracket: its label stands below. */
  @container (max-width: 340px) {
    .nm {
      font-size: min(17px, var(--st-name));
    }
    .dl:empty,
    .lk[disabled] {
      display: none;
    }
    :host(:not(.many)) .fm:has(i) {
      height: 34px;
    }
    :host(:not(.many)) .fm i + span {
      inset: 14px auto auto 0 !important;
      padding: 0;
    }
  }
  @media (max-height: 760px) and (pointer: fine) {
    :host {
      padding: 1px 0;
    }
    .nm {
      line-height: 1.25;
    }
    .fig {
      font-size: calc(var(--st-value) * 0.76);
    }
    .lk {
      height: 26px;
    }
    .tr {
      height: 22px;
      margin-top: 0;
    }
    .thumb,
    .thumb::-webkit-slider-thumb {
      height: 22px;
    }
    .nb {
      height: 15px;
    }
    .nb span {
      line-height: 15px;
    }
    .fm {
      height: 18px;
      margin-top: 0;
    }
    .fm i {
      top: 1px;
    }
    .fm span {
      top: 1px;
      line-height: 16px;
    }
    :host(.many:not([isDense])) {
      padding: 0;
    }
    :host(.many) .lk {
      height: 24px;
    }
    :host(.many) .nm {
      line-height: 1.15;
      padding-bottom: 3px;
      margin-bottom: -3px;
    }
    :host(.many:not([isDense])) :is(.tr, .thumb) {
      height: 17px;
    }
    :host(.many:not([isDense])) .thumb::-webkit-slider-thumb {
      height: 17px;
    }
    :host(.many) .nb {
      display: none;
    }
    :host(.many) .fm {
      height: 15px;
    }
    :host(.many) .fm span {
      line-height: 14px;
    }
  }
  /* Many on a low list, as with the script open. */
  @container weights (max-height: 540px) {
    :host(.many:not([isDense])) .nm {
      font-size: 15px;
      line-height: 1.1;
    }
    :host(.many:not([isDense])) .fig {
      font-size: 18px;
    }
    :host(.many:not([isDense])) .v i {
      font-size: 13px;
    }
    :host(.many:not([isDense])) .lk {
      height: 19px;
    }
    :host(.many:not([isDense])) :is(.tr, .thumb) {
      height: 11px;
    }
    :host(.many:not([isDense])) .thumb::-webkit-slider-thumb {
      height: 11px;
    }
    :host(.many:not([isDense])) .fm {
      height: 14px;
    }
    :host(.many:not([isDense])) .fm span {
      font-size: 12px;
      line-height: 13px;
    }
  }
  @media (min-width: 1600px) and (min-height: 900px) {
    .tr,
    .thumb {
      height: 38px;
    }
    .thumb::-webkit-slider-thumb {
      height: 38px;
      width: 14px;
    }
    .nb {
      height: 22px;
      font-size: 15px;
    }
    .fm {
      height: 28px;
    }
    .dl {
      min-width: 60px;
    }
  }
  @media (min-width: 1600px) and (min-height: 900px) and (max-height: 1200px) and (pointer: fine) {
    :host(.many:not([isDense])) {
      padding: 0;
    }
    :host(.many:not([isDense])) .fig {
      font-size: calc(var(--st-value) * 0.76);
    }
    :host(.many:not([isDense])) .nm {
      font-size: calc(var(--st-name) * 0.88);
      line-height: 1.15;
    }
    :host(.many:not([isDense])) :is(.tr, .thumb) {
      height: 24px;
      margin-top: 0;
    }
    :host(.many:not([isDense])) .thumb::-webkit-slider-thumb {
      height: 24px;
    }
    :host(.many:not([isDense])) .nb {
      display: none;
    }
    :host(.many:not([isDense])) .fm {
      height: 20px;
      margin-top: 0;
    }
    :host(.many:not([isDense])) .fm i {
      top: 1px;
    }
    :host(.many:not([isDense])) .fm span {
      top: 1px;
    }
    :host(.many:not([isDense])) .lk {
      height: 28px;
    }
  }
  @media (pointer: coarse) {
    .lk {
      width: 44px;
      height: 44px;
    }
    .tr,
    .thumb,
    .thumb::-webkit-slider-thumb {
      height: 40px;
    }
    .thumb::-webkit-slider-thumb {
      width: 18px;
    }
  }
  :host([isDense]) {
    display: grid;
    grid-template-columns: clamp(6.2em, 24%, 14em) minmax(60px, 1fr) 3.2em 2.8em 28px;
    grid-template-rows: minmax(0, 1fr);
    align-items: center;
    column-gap: 8px;
    padding: 0;
  }
  :host([isDense]) .a {
    display: contents;
  }
  :host([isDense]) .a > *,
  :host([isDense]) .tr {
    grid-row: 1;
  }
  :host([isDense]) .nm {
    grid-column: 1;
    display: block;
    white-space: nowrap;
    text-align: left;
  }
  :host([isDense]) .fig {
    font-size: var(--st-value);
  }
  :host([isDense]) .v i {
    display: none;
  }
  :host([isDense]) .tr {
    grid-column: 2;
    height: 24px;
    margin: 0;
  }
  :host([isDense]) .thumb,
  :host([isDense]) .thumb::-webkit-slider-thumb {
    height: 24px;
  }
  :host([isDense]) .v {
    grid-column: 3;
  }
  :host([isDense]) .dl {
    grid-column: 4;
    min-width: 0;
  }
  :host([isDense]) .lk {
    width: 28px;
    height: 28px;
  }
  :host([isDense]) .lk:has(.zero),
  :host([isDense]) .nb,
  :host([isDense]) .fm {
    display: none;
  }
`;
