/** Styles of the screen for collecting files: the board of the departments on the left, the files on the right. */
import { css } from "lit";

export const collectStyles = css`
  /* An icon beside a word stands on its line. */
  .keep > .ic,
  .lead > .ic {
    width: 14px;
    height: 14px;
    vertical-align: -2px;
    margin-right: 4px;
  }
  .ruler {
    flex: none;
    padding: 8px var(--s4) 0;
    border-bottom: 1px solid var(--line);
    background: var(--bar);
  }
  .ruler .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--s4);
    margin: 0 0 6px;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .ruler .legend > .grow {
    flex: 1;
  }
  .ruler .legend i {
    display: inline-block;
    width: 14px;
    height: 8px;
    margin-right: 6px;
  }
  .ruler .segments {
    display: flex;
    border: 1px solid var(--line-2);
  }
  .ruler .segments > button {
    flex: 1 1 0;
    min-width: 0;
    height: 24px;
    padding: 0 2px;
    overflow: hidden;
    border-radius: 0;
    font-size: var(--t-small);
    text-align: center;
    white-space: nowrap;
  }
  .ruler .segments > button + button {
    border-left: 1px solid var(--paper);
  }
  .ruler .ok {
    --of: var(--ink-3);
    --on: var(--paper);
  }
  .ruler .in {
    --of: var(--blue);
    --on: var(--on-blue);
  }
  .ruler .miss {
    --of: repeating-linear-gradient(115deg, var(--ochre-line) 0 1px, transparent 1px 4px), var(--ochre-wash);
    --on: var(--ochre);
  }
  .ruler .none {
    --of: var(--paper);
    --on: var(--ink-2);
  }
  .ruler i,
  .ruler .segments > button {
    background: var(--of);
    color: var(--on);
  }
  .ruler i.none {
    outline: 1px dashed var(--line-2);
  }
  .ruler .miss > span {
    background: var(--ochre-wash);
  }
  .ruler .segments > .cur {
    box-shadow:
      inset 0 0 0 2px var(--paper),
      inset 0 0 0 3px var(--blue);
  }
  .ruler .marks {
    position: relative;
    height: 20px;
    font-size: 11px;
    color: var(--ink-3);
  }
  .ruler .marks > span {
    position: absolute;
    top: 0;
    padding-top: 5px;
    transform: translateX(-50%);
    background: linear-gradient(var(--line-2), var(--line-2)) center top / 1px 4px no-repeat;
  }
  .ruler .marks > span:first-child {
    transform: none;
    background-position: left top;
  }
  .ruler .marks > span:last-child {
    transform: translateX(-100%);
    background-position: right top;
  }
  .board .last {
    max-width: 0;
    width: 24%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .board th,
  .board td:last-child {
    white-space: nowrap;
  }
  .board tbody th,
  .board .pick-row {
    white-space: normal;
  }
  .chip.differ {
    border-color: var(--red-line);
    background: var(--red-wash);
    color: var(--red);
  }
  .scroll {
    flex: none;
    max-height: 360px;
    overflow: auto;
    border-bottom: 1px solid var(--line);
  }
  .cells th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    background: var(--paper);
    border-right: 1px solid var(--line);
    white-space: nowrap;
  }
  .cells thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--bar);
    color: var(--ink-2);
  }
  .cells thead th:first-child {
    z-index: 2;
    background: var(--bar);
  }
  .cells small {
    display: block;
    color: var(--ink-3);
  }
  .cells td {
    border-left: 1px solid var(--hair);
  }
  .cells .same {
    color: var(--ink-3);
  }
  .cells .new,
  .cells .chg {
    background: var(--blue-wash);
  }
  .cells .new > i {
    color: var(--blue);
    font-style: normal;
    font-weight: var(--w-strong);
    margin-right: 4px;
  }
  .cells .cf {
    background: var(--red-wash);
    outline: 1px solid var(--red);
    outline-offset: -1px;
  }
  .cells .cf > i,
  .red {
    color: var(--red);
    font-style: normal;
    margin-right: 4px;
  }
  .marks-legend {
    display: inline-flex;
    gap: var(--s3);
  }
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
    .wide-only,
    .ruler .segments > button > span {
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
