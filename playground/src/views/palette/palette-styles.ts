/** The look of the palette: the field, the groups, the list, and what is chosen beside it. */
import { css } from "lit";

export const paletteStyles = css`
  dialog {
    width: min(940px, calc(100vw - 48px));
    height: min(612px, calc(100vh - 96px));
    margin-top: 54px;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--r3);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-pop);
    overflow: hidden;
  }
  dialog[open] {
    display: grid;
    grid-template: 52px auto minmax(0, 1fr) auto / minmax(0, 1fr);
  }
  dialog::backdrop {
    background: rgb(27 29 32 / 35%);
  }
  .query {
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: 0 var(--s4);
    border-bottom: 1px solid var(--line);
    color: var(--ink-2);
  }
  .query input {
    flex: 1;
    min-width: 0;
    height: 40px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font-size: var(--t-title);
  }
  .query input:focus-visible {
    box-shadow: none;
  }
  .query:focus-within {
    box-shadow: inset 0 -2px 0 var(--blue);
  }
  .query input::placeholder {
    color: var(--ink-3);
    font-size: var(--t-base);
  }
  .filters {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 36px;
    padding: 0 var(--s3);
    border-bottom: 1px solid var(--hair);
    background: var(--bar);
    overflow-x: auto;
    scrollbar-width: none;
  }
  .filters button {
    flex: none;
    height: 36px;
    padding: 0 8px;
    color: var(--ink-2);
    border-bottom: 2px solid transparent;
  }
  .filters button:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  .filters [aria-pressed="true"] {
    color: var(--ink);
    font-weight: var(--w-strong);
    border-bottom-color: var(--blue);
  }
  .filters .n {
    margin-left: 4px;
    color: var(--ink-3);
    font-weight: var(--w-text);
  }
  .hint {
    margin-left: auto;
    padding-left: var(--s4);
    font-size: var(--t-small);
    color: var(--ink-3);
    white-space: nowrap;
  }
  .both {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 43fr) minmax(0, 57fr);
    min-height: 0;
  }
  .list {
    overflow: auto;
    padding-bottom: 6px;
    border-right: 1px solid var(--hair);
    scrollbar-width: thin;
  }
  .list h3 {
    padding: 9px var(--s4) 3px;
    font-size: var(--t-small);
    font-weight: var(--w-text);
    color: var(--ink-3);
  }
  .entry {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: var(--s2);
    align-items: center;
    min-height: 32px;
    padding: 4px 14px 4px var(--s4);
    cursor: pointer;
  }
  .entry .ic {
    color: var(--ink-3);
  }
  .entry small {
    max-width: 14em;
    font-size: var(--t-small);
    color: var(--ink-3);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .entry .t {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .entry:hover {
    background: var(--bar);
  }
  .entry[aria-selected="true"] {
    background: var(--blue-wash);
    box-shadow: inset 2px 0 0 var(--blue);
  }
  .entry[aria-selected="true"] .t {
    font-weight: var(--w-strong);
  }
  .entry[aria-selected="true"] small,
  .entry[aria-selected="true"] .ic {
    color: var(--ink-2);
  }
  .rest {
    padding: 4px var(--s4) 4px 44px;
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .beside {
    overflow: auto;
    min-width: 0;
    padding: 14px 20px 12px;
  }
  .beside:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  .beside h2 {
    font-size: var(--t-head);
    line-height: 1.5;
  }
  .beside h3 {
    margin-top: 12px;
    padding-bottom: 3px;
    font-size: var(--t-small);
    font-weight: var(--w-text);
    color: var(--ink-3);
    border-bottom: 1px solid var(--line);
  }
  .beside p > .btn {
    height: auto;
    min-height: var(--h-ctl);
    max-width: 100%;
    white-space: normal;
    text-align: left;
  }
  .beside p {
    color: var(--ink-2);
  }
  .where {
    font-size: var(--t-small);
  }
  .beside .off {
    color: var(--ochre);
  }
  .snippet {
    margin-top: 10px;
    border: 1px solid var(--line);
    border-radius: var(--r2);
    background: var(--paper);
  }
  pre {
    margin: 0;
    padding: 8px 12px;
    font: 13px/1.8 var(--font-code);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    color: var(--ink);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
    padding: 8px 12px;
    border-top: 1px solid var(--hair);
  }
  .acts p {
    flex: 1 1 14em;
    font-size: var(--t-small);
  }
  .btn.main kbd {
    border-color: currentcolor;
    border-bottom-width: 1px;
    color: inherit;
    background: none;
    font-weight: var(--w-text);
  }
  .remarks li {
    padding: 5px 0 4px;
    border-bottom: 1px solid var(--hair);
    color: var(--ink-2);
    line-height: 1.6;
  }
  .remarks code {
    font: 13px/1.6 var(--font-code);
    color: var(--ink);
  }
  .remarks small {
    display: block;
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .facts {
    margin: 6px 0 10px;
  }
  .facts th {
    padding: 2px var(--s4) 2px 0;
    text-align: left;
    vertical-align: top;
    white-space: nowrap;
    font-weight: var(--w-text);
    color: var(--ink-3);
  }
  .facts td {
    padding: 2px 0;
    overflow-wrap: anywhere;
  }
  .links small {
    color: var(--ink-3);
  }
  .links li {
    border-bottom: 1px solid var(--hair);
    padding: 4px 0;
    color: var(--ink-2);
  }
  .links button {
    text-align: left;
    color: var(--blue);
  }
  .links button:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .fixes {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding-top: 6px;
  }
  .beside .fixes .btn {
    height: auto;
    min-height: 28px;
    white-space: normal;
    text-align: left;
  }
  .keys {
    columns: 2;
    column-gap: 28px;
    margin-top: 8px;
  }
  .keys section {
    break-inside: avoid;
    padding-bottom: 10px;
  }
  .keys h3 {
    margin-top: 0;
  }
  .keys p {
    display: flex;
    justify-content: space-between;
    gap: var(--s2);
    align-items: center;
    padding: 3px 0;
    border-bottom: 1px solid var(--hair);
    color: var(--ink);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 6px var(--s3);
    min-height: 36px;
    padding: 0 var(--s4);
    border-top: 1px solid var(--hair);
    background: var(--bar);
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  @media (max-width: 760px) {
    dialog {
      width: 100vw;
      max-width: 100vw;
      height: 100dvh;
      max-height: 100dvh;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    .query {
      padding: 0 4px 0 14px;
    }
    .query input {
      font-size: 16px;
    }
    .filters,
    .filters button {
      min-height: 44px;
    }
    .hint,
    .foot {
      display: none;
    }
    .both {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .list {
      border-right: 0;
    }
    .entry {
      min-height: 44px;
    }
    .beside {
      max-height: 46dvh;
      padding: 12px var(--s4) 14px;
      border-top: 1px solid var(--line);
    }
    /* The list of keys is of no use to a finger; the command shows it. */
    .beside.idle {
      display: none;
    }
    .keys {
      columns: 1;
    }
  }
`;
