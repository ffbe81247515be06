/**
 * The grid: hairlines, sticky header and key column, invalid cells in red with a corner mark, missing cells in ochre.
 */
import { css, unsafeCSS } from "lit";

/** Height of a row, in pixels. */
export const ROW_HEIGHT = 27;
/** Height of the header row, in pixels. */
export const HEAD_HEIGHT = 43;

export const gridStyles = css`
  :host {
    display: flex;
    flex: 1;
    min-height: 0;
    min-width: 0;
  }
  .room {
    flex: 1;
    min-width: 0;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .line {
    display: grid;
    grid-template-columns: var(--cols);
    height: ${unsafeCSS(ROW_HEIGHT)}px;
  }
  .line > * {
    border-bottom: 1px solid var(--hair);
    border-right: 1px solid var(--hair);
    padding: 0 8px;
    line-height: ${unsafeCSS(ROW_HEIGHT - 1)}px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    min-width: 0;
    background: var(--paper);
  }
  .line > .rest {
    border-right: 0;
    padding: 0;
  }
  .head {
    height: ${unsafeCSS(HEAD_HEIGHT)}px;
    position: sticky;
    top: 0;
    z-index: 2;
  }
  .head > * {
    background: var(--bar);
    line-height: 1.3;
    padding-top: 5px;
    border-bottom-color: var(--line);
  }
  .head small {
    display: block;
    color: var(--ink-3);
    font-size: var(--t-micro);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .head .strange {
    color: var(--ink-3);
    text-decoration: underline dotted var(--ochre);
    text-underline-offset: 3px;
  }
  .line > .rn {
    color: var(--ink-3);
    text-align: right;
    font-size: var(--t-small);
    background: var(--bar);
    position: sticky;
    left: 0;
    z-index: 1;
  }
  .rows {
    position: relative;
  }
  .rows > .line {
    position: absolute;
    left: 0;
    right: 0;
    contain: layout style;
  }
  /* The hairline continues to the edge, beyond the last cell. */
  .line:not(.head) {
    border-bottom: 1px solid var(--hair);
  }
  .line:not(.head) > * {
    border-bottom: 0;
  }
  .line > .key {
    background: var(--bar);
    position: sticky;
    left: 38px;
    z-index: 1;
  }
  .line > .none {
    background: var(--ochre-wash);
    color: var(--ochre);
    font-size: var(--t-small);
    text-align: left;
  }
  .line > .bad {
    background: var(--red-wash);
    position: relative;
    color: var(--red);
    text-decoration: underline wavy var(--red) 1px;
    text-underline-offset: 3px;
  }
  .line > .key.bad {
    position: sticky;
  }
  .bad::after {
    content: "";
    position: absolute;
    right: 0;
    top: 0;
    border: 4px solid;
    border-color: var(--red) var(--red) transparent transparent;
  }
  .line > .sel {
    background: var(--blue-wash);
  }
  .lacking {
    color: var(--ochre);
    font-weight: var(--w-text);
  }
  .line > * {
    user-select: none;
  }
  .line > .cur {
    box-shadow: inset 0 0 0 1px var(--blue-line);
    border-radius: 0;
  }
  :host(:focus-within) .line > .cur {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  :host(:focus-within) .line > .cur:not(.bad):not(.none) {
    background: var(--raised);
  }
  .line > .cur:has(input) {
    padding: 0;
  }
  input {
    width: 100%;
    height: 100%;
    border: 0;
    padding: 0 8px;
    background: var(--raised);
    color: var(--ink);
    text-align: inherit;
    font-size: var(--t-body);
    box-shadow: inset 0 0 0 2px var(--blue);
    border-radius: 0;
  }
  input:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
    border-radius: 0;
  }
  .notice {
    position: sticky;
    left: 0;
    bottom: 0;
    width: max-content;
    max-width: 100%;
    padding: 4px var(--s4);
    color: var(--ochre);
    background: var(--ochre-wash);
    border-top: 1px solid var(--ochre-line);
  }
  .empty {
    padding: var(--s5) var(--s4);
    color: var(--ink-2);
  }
`;
