/** The score sheet as a document: hairlines between items, figures in columns, evidence beside a vertical line. */
import { css } from "lit";

export const sheetStyles = css`
  :host {
    container-type: inline-size;
    flex-direction: row;
  }
  ys-subject-list {
    display: none;
    flex: none;
    width: 216px;
  }
  @container (min-width: 860px) {
    ys-subject-list {
      display: flex;
    }
  }
  .seg {
    flex: none;
  }
  .changes .size {
    padding-left: 16px;
    vertical-align: middle;
  }
  .lb {
    display: block;
    height: 9px;
    min-width: 2px;
    margin-left: auto;
    background: repeating-linear-gradient(115deg, var(--red) 0 1px, transparent 1px 3px), var(--lost);
  }
  .lb.pl {
    background: none;
    border: 1.5px solid var(--blue);
  }
  .pad {
    visibility: hidden;
  }
  .fold {
    border-bottom: 1px solid var(--hair);
  }
  .fold summary {
    padding: 8px 0;
    cursor: pointer;
  }
  .fold ul {
    margin: 0;
    padding: 0 0 10px 18px;
    list-style: none;
  }
  .fold li {
    padding: 2px 0;
    display: flex;
    gap: 10px;
  }
  .fold .here {
    background: var(--blue-wash);
    box-shadow: inset 2px 0 0 var(--blue);
  }
  .fold li > .mut {
    flex: 0 0 auto;
    max-width: 40%;
  }
  section {
    min-width: 0;
    display: flex;
    flex-direction: column;
    min-height: 0;
    flex: 1;
  }
  .pane-head {
    padding-left: var(--s2);
  }
  .pane-body:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  .nowrap {
    white-space: nowrap;
  }
  .fixed {
    flex: none;
  }
  .paper {
    max-width: 760px;
    margin: 0 auto;
    padding: 20px 20px 32px;
    font-size: 12.5px;
  }
  .to {
    text-align: left;
  }
  .to:hover {
    text-decoration: underline;
    text-decoration-color: var(--blue-line);
    text-underline-offset: 3px;
  }
  .th {
    display: flex;
    justify-content: space-between;
    align-items: flex-end;
    gap: var(--s4);
    border-bottom: 2px solid var(--ink);
    padding-bottom: 10px;
  }
  .eyb {
    font-size: 12px;
    color: var(--ink-3);
  }
  h1 {
    font-size: 26px;
    line-height: 1.3;
    letter-spacing: 0.04em;
  }
  h1 small {
    font-size: 15px;
    font-weight: 400;
    color: var(--ink-3);
  }
  .th dl {
    display: flex;
    gap: 28px;
    align-items: flex-end;
  }
  .th dt {
    font-size: 12px;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .th dd {
    line-height: 1.3;
    min-height: 24px;
  }
  .th .big {
    font-size: 26px;
    font-weight: 700;
  }
  .th .prov {
    text-decoration: underline dashed 1px;
    text-underline-offset: 5px;
  }
  .th .with {
    color: var(--ink-2);
  }
  .th .big .seal {
    width: 26px;
    height: 26px;
    font-size: 17px;
    vertical-align: -1px;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    max-width: 260px;
    padding-bottom: 5px;
  }
  .why {
    padding: 8px 0 2px;
    color: var(--ink-2);
  }
  .ruler {
    padding-top: 12px;
  }
  .ticks {
    display: block;
    width: 100%;
    height: 9px;
    color: var(--line-2);
  }
  .sums-room {
    overflow-x: auto;
    margin: 6px 0 14px;
    scrollbar-width: thin;
  }
  .sums-room:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  .sums th,
  .sums td {
    padding: 0 0 0 6px;
    text-align: right;
    font-size: 12px;
    line-height: 19px;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .sums [scope="row"] {
    text-align: left;
    padding-left: 0;
    width: 28px;
  }
  .sums .got td {
    font-size: 12.5px;
    font-weight: 700;
    color: var(--ink);
  }
  .sums .got td.blue {
    color: var(--blue);
  }
  .sums .tot {
    padding-left: 6px;
  }
  .sums .on {
    color: var(--blue);
  }
  .st {
    table-layout: fixed;
  }
  .st thead th {
    font-size: 12px;
    color: var(--ink-3);
    text-align: left;
    border-bottom: 1px solid var(--ink);
    padding: 0 6px 3px 0;
    position: sticky;
    top: 0;
    background: var(--paper);
    z-index: 1;
  }
  .st thead th:nth-child(1) {
    width: 30px;
  }
  .st thead th:nth-child(3) {
    width: 72px;
  }
  .st thead th:nth-child(4) {
    width: 54px;
  }
  .st thead th:nth-child(5) {
    width: 134px;
    padding-left: 16px;
  }
  .st thead th:nth-child(6) {
    width: 54px;
  }
  .st th,
  .st td {
    text-align: left;
    padding: 2px 6px 2px 0;
    vertical-align: baseline;
  }
  .st .n {
    text-align: right;
  }
  .st td:last-child,
  .st th:last-child {
    padding-right: 0;
  }
  .sh th,
  .sh td {
    font-size: 14px;
    font-weight: 700;
    padding: 12px 0 5px;
    border-bottom: 1px solid var(--line);
  }
  .st .sh th button {
    font-weight: 700;
  }
  .sh small {
    font-weight: 400;
    color: var(--ink-3);
    font-size: 12px;
    margin-left: 10px;
  }
  .st .sh .ba {
    font-weight: 400;
    font-size: 13px;
    color: var(--ink-2);
    padding-right: 6px;
  }
  .sub .sh th,
  .sub .sh td {
    font-size: 13px;
    padding-top: 7px;
    border-bottom-color: var(--hair);
  }
  .sub .sh th {
    padding-left: 30px;
    color: var(--ink-2);
  }
  .ar {
    color: var(--ink-3);
    padding: 0 2px;
  }
  .ih td,
  .ih th {
    padding-top: 6px;
  }
  .ih th {
    font-size: 13px;
  }
  .ih th button {
    font-weight: 700;
  }
  .ih small {
    font-weight: 400;
    font-size: 12px;
    color: var(--ink-3);
    margin-left: 4px;
  }
  .ih .no {
    color: var(--ink-3);
    font-size: 12px;
  }
  .ih .fin {
    font-weight: 700;
    font-size: 13px;
  }
  .ih .ba {
    color: var(--ink-2);
  }
  .item {
    border-bottom: 1px solid var(--hair);
    break-inside: avoid;
  }
  .item tr:last-child td {
    padding-bottom: 6px;
  }
  .rl > span {
    display: flex;
    gap: 5px;
    align-items: baseline;
  }
  .rl .to {
    text-wrap: balance;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .st .nt {
    font-size: 12px;
    color: var(--ink-2);
    padding-left: 16px;
    line-height: 1.45;
    text-wrap: balance;
  }
  .st .pn .nt {
    padding-left: 19px;
  }
  .note {
    display: block;
  }
  .note b {
    color: var(--ink);
    border: 1px solid var(--line-2);
    padding: 0 3px;
    margin-right: 4px;
    font-size: 11px;
    border-radius: 2px;
    white-space: nowrap;
  }
  .st .here > * {
    background: var(--blue-wash);
  }
  .st .here > :first-child {
    box-shadow: inset 2px 0 0 var(--blue);
  }
  .off .rl,
  .off .vl,
  .off .ef,
  .st .off .nt,
  .wv .ef {
    color: var(--ink-3);
  }
  .st .ev td {
    padding: 0 0 1px 20px;
    font-size: 12px;
    color: var(--ink-3);
  }
  .ev td > span {
    border-left: 2px solid var(--hair);
    padding-left: 8px;
    display: block;
  }
  .ev i {
    font-style: normal;
  }
  .rd {
    margin-right: 1em;
  }
  .st .item .ev:last-child td {
    padding-bottom: 6px;
  }
  .chain {
    margin-top: 18px;
    border-top: 2px solid var(--ink);
  }
  .chain th {
    width: 72px;
    text-align: left;
    color: var(--ink-3);
    vertical-align: baseline;
  }
  .chain td,
  .chain th {
    padding: 3px 0;
    border-bottom: 1px solid var(--hair);
  }
  .chain td:nth-child(2) {
    padding-right: 8px;
    overflow-wrap: anywhere;
  }
  .chain .n {
    width: 72px;
    vertical-align: baseline;
  }
  .chain .end th,
  .chain .end td {
    font-weight: 700;
    color: var(--ink);
    font-size: 15px;
    border-bottom: 2px solid var(--ink);
  }
  .chain .end button {
    font-weight: 700;
  }
  .chain .off td,
  .chain .off th {
    color: var(--ink-3);
  }
`;
