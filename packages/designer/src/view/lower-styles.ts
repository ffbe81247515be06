/** Styles of bands, rows between braces, step charts, and the groups below the table. */
import { css } from "lit";

export const lowerStyles = css`
  table.bands {
    width: auto;
    margin: 2px 0 4px 2px;
    border-left: 1px solid var(--line);
  }
  .bands td {
    padding: 1px 6px;
    white-space: nowrap;
    vertical-align: baseline;
  }
  .bands td:first-child {
    color: var(--ink-2);
    text-align: right;
    border-right: 1px solid var(--hair);
  }
  .bands tr + tr td {
    border-top: 1px solid var(--hair);
  }
  .row-end {
    opacity: 0;
  }
  tr:hover .row-end,
  tr:focus-within .row-end,
  .r:hover > .row-end,
  .r:focus-within > .row-end {
    opacity: 1;
  }
  .rows {
    display: grid;
    padding-left: 14px;
    margin: 0 0 2px 2px;
    border-left: 1px solid var(--line);
  }
  .rows .r {
    display: flex;
    align-items: baseline;
    gap: 4px;
    padding: 1px 0;
    line-height: 1.6;
  }
  .rows .r > .s {
    flex: 0 1 auto;
    min-width: 0;
  }
  .more-row {
    justify-self: start;
    color: var(--blue);
    font-size: var(--t-small);
    padding: 1px 4px;
    margin: 2px 0;
    display: inline-flex;
    gap: 3px;
    align-items: center;
  }
  .bands + .more-row {
    display: flex;
    width: fit-content;
  }
  .more-row .ic {
    width: 11px;
    height: 11px;
  }
  .more-row:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .chart {
    display: block;
    margin: 6px 0 2px 2px;
    max-width: 100%;
    overflow: visible;
  }
  .chart text {
    fill: var(--ink-3);
    font-size: var(--t-micro);
    text-anchor: middle;
  }
  .chart .value {
    fill: var(--ink);
    font-size: var(--t-small);
  }
  .chart path {
    fill: none;
    stroke: var(--line-2);
  }
  .chart .axis {
    stroke: var(--line);
  }
  .chart .steps {
    stroke: var(--ink-2);
    stroke-width: 2;
  }
  .group,
  .it,
  .sec-head,
  .sub-head,
  .decl {
    scroll-margin-top: 27px;
  }
  .rows .r > .row-end .btn {
    width: 20px;
    height: 20px;
  }
  .group > h3 {
    display: flex;
    align-items: baseline;
    gap: var(--s2);
    font-size: var(--t-base);
    padding: 14px var(--s4) 5px;
    border-bottom: 1px solid var(--line);
  }
  .group > h3 small {
    font-weight: var(--w-text);
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .group > h3 .btn {
    margin: -6px -6px -6px 0;
  }
  .decl {
    display: flex;
    align-items: flex-start;
    gap: 5px;
    padding: 4px var(--s4);
    border-bottom: 1px solid var(--hair);
    line-height: 1.7;
    position: relative;
  }
  .decl > .tools .btn {
    width: 24px;
    height: 24px;
    margin: 0 -4px 0 0;
  }
  .group.is-empty > h3 {
    color: var(--ink-3);
    font-weight: var(--w-text);
    padding-top: 8px;
    border-bottom-color: var(--hair);
  }
  .rows.given,
  .rows.expect {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
  }
  .rows.levels {
    width: fit-content;
    max-width: 100%;
  }
  .rows.levels .s {
    display: flex;
    gap: var(--s2);
  }
  .decl > .s {
    flex: 1;
    min-width: 0;
  }
  .decl > .mark {
    width: 18px;
    flex: none;
    padding-top: 3px;
    color: var(--ink-2);
    display: inline-flex;
    justify-content: center;
  }
  .decl .seal {
    width: 16px;
    height: 16px;
    font-size: 10px;
  }
  .decl .within {
    display: block;
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .void {
    padding: var(--s6) var(--s4);
    display: grid;
    gap: var(--s2);
    max-width: 46em;
    color: var(--ink-2);
  }
  .void h3 {
    color: var(--ink);
    font-size: var(--t-head);
  }
  .void .row {
    flex-wrap: wrap;
  }
`;
