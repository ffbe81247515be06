/** Styles of the screen for collecting files: the board of the departments on the left, the files on the right. */
import { css } from "lit";

export const collectStyles = css`
  .cols {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 45fr) minmax(0, 55fr);
    gap: 1px;
    background: var(--line);
  }
  .cols.single {
    grid-template-columns: minmax(0, 1fr);
  }
  .cols > section {
    min-width: 0;
    min-height: 0;
    overflow: auto;
    background: var(--paper);
    display: flex;
    flex-direction: column;
  }
  .bar {
    flex: none;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px var(--s3);
    padding: 8px var(--s4);
    border-bottom: 1px solid var(--line);
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .bar h3 {
    padding: 0;
    border: 0;
    font-size: var(--t-body);
    font-weight: var(--w-strong);
    color: var(--ink);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 4px 8px;
    text-align: left;
    border-bottom: 1px solid var(--hair);
    vertical-align: middle;
  }
  th:first-child,
  td:first-child {
    padding-left: var(--s4);
  }
  thead th {
    font-size: var(--t-small);
    font-weight: var(--w-text);
    color: var(--ink-3);
    border-bottom-color: var(--line);
    white-space: nowrap;
  }
  tbody th {
    font-weight: var(--w-text);
  }
  td.n,
  th.n {
    text-align: right;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  tr.chosen > * {
    background: var(--blue-wash);
  }
  .pick-row {
    padding: 0;
    text-align: left;
    color: inherit;
  }
  .fill {
    display: block;
    position: relative;
    height: 10px;
    min-width: 40px;
    background: var(--lost);
    overflow: hidden;
  }
  .fill > i {
    position: absolute;
    inset: 0 auto 0 0;
    background: var(--held);
  }
  .fill > b {
    position: absolute;
    top: 0;
    bottom: 0;
    background: var(--blue);
  }
  .chip {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--line);
    border-radius: var(--r1);
    font-size: var(--t-small);
    white-space: nowrap;
  }
  .chip.in {
    border-color: var(--blue-line);
    color: var(--blue);
  }
  .chip.miss {
    border-color: var(--ochre-line);
    background: var(--ochre-wash);
    color: var(--ochre);
  }
  .chip.none {
    border-style: dashed;
    color: var(--ink-2);
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--s3);
    padding: 5px var(--s4);
    border-bottom: 1px solid var(--hair);
  }
  .ask > .what {
    flex: 1 1 16em;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .ask small {
    color: var(--ink-3);
    font-size: var(--t-small);
    margin-left: 6px;
  }
  .ask .sign {
    color: var(--ochre);
    font-weight: var(--w-strong);
  }
  .ask .sign.differ {
    color: var(--red);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .acts .btn[aria-pressed="true"] {
    border-color: var(--blue);
    color: var(--blue);
    box-shadow: inset 0 0 0 1px var(--blue);
  }
  .guess {
    background: var(--ochre-wash);
  }
  .why {
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  summary {
    padding: 6px var(--s4);
    border-bottom: 1px solid var(--hair);
    font-size: var(--t-small);
    color: var(--ink-2);
    cursor: pointer;
  }
  .fresh {
    color: var(--blue);
    font-weight: var(--w-strong);
  }
  s {
    color: var(--ink-3);
    text-decoration-color: var(--red);
  }
  .plain {
    list-style: none;
    margin: 0;
    padding: 4px var(--s4) 10px;
    font-size: var(--t-small);
    color: var(--ink-2);
    line-height: 1.7;
  }
  .plain li {
    overflow-wrap: anywhere;
  }
  .plain .error {
    color: var(--red);
  }
  .plain .warning {
    color: var(--ochre);
  }
  .foot .sum {
    flex: 1 1 16em;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .drop-here {
    outline: 2px dashed var(--blue);
    outline-offset: -4px;
  }
  input[type="file"] {
    display: none;
  }
  @media (max-width: 760px) {
    .cols {
      display: block;
      background: none;
    }
    .cols > section {
      overflow: visible;
    }
    .wide-only {
      display: none;
    }
    .ask .btn,
    .bar .btn {
      min-height: 36px;
    }
    .files td:nth-child(2) {
      max-width: 9em;
    }
  }
`;
