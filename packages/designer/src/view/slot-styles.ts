/** Styles of sentences with slots: words, slots in normal, hover, focus, unfilled and error states. */
import { css } from "lit";

export const slotStyles = css`
  .kw {
    color: var(--ink-2);
    white-space: nowrap;
  }
  :lang(en) .kw:not(.tight) {
    margin-left: 3px;
  }
  :lang(en) .kw {
    margin-right: 3px;
  }
  :lang(en) .kw + .kw {
    margin-left: 0;
  }
  .kw.tight + .kw:not(.tight) {
    margin-left: 4px;
  }
  .nb {
    white-space: nowrap;
  }
  .nb + .kw:not(.tight) {
    margin-left: 3px;
  }
  .it:not(.is-sel) .more-row,
  .decl:not(.is-sel) .more-row {
    display: none;
  }
  .nm small .slot,
  .dp .slot {
    color: inherit;
  }
  .slot {
    display: inline-block;
    padding: 0 3px;
    margin: 0 1px;
    border: 0;
    border-bottom: 1px solid var(--blue-line);
    color: var(--ink);
    line-height: 1.35;
    border-radius: 0;
    background: none;
    cursor: text;
    white-space: nowrap;
    min-width: 1.2em;
    max-width: 100%;
  }
  .slot.wrap {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    display: inline;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  button.slot {
    cursor: pointer;
    white-space: normal;
    overflow-wrap: anywhere;
    text-align: left;
    vertical-align: baseline;
  }
  .slot:hover {
    background: var(--blue-wash);
    border-bottom-color: var(--blue);
  }
  .is-sel .slot {
    background: var(--raised);
  }
  input.slot {
    text-align: center;
  }
  .pt input.slot {
    text-align: right;
  }
  select.slot {
    appearance: none;
    cursor: pointer;
    text-align: center;
    text-align-last: center;
  }
  select.slot option {
    background: var(--raised);
    color: var(--ink);
  }
  select.slot.quiet {
    border-bottom-color: transparent;
    color: var(--ink-2);
  }
  .slot:focus,
  .slot[aria-expanded="true"] {
    border-bottom-color: transparent;
    background: var(--raised);
    box-shadow: var(--focus);
    border-radius: var(--r1);
  }
  .slot.plain {
    border-bottom-color: transparent;
    padding: 0 2px;
    margin: 0 -2px;
  }
  .slot.plain:hover {
    border-bottom-color: var(--blue);
  }
  .is-sel .slot.plain:not(:hover):not(:focus) {
    background: none;
  }
  .slot.todo {
    color: var(--ochre);
    border-bottom: 1px dashed var(--ochre);
    background: var(--ochre-wash);
  }
  .slot.todo[contenteditable]:empty::before {
    content: attr(data-open);
  }
  .slot.err {
    color: var(--red);
    border-bottom: 2px solid var(--red);
    background: var(--red-wash);
  }
`;
