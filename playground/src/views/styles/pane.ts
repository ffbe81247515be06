/** A pane: head, scrolling body and a foot of one line, which turns ochre when the results are older than the text. */
import { css } from "lit";

export const pane = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--paper);
    container-type: inline-size;
    position: relative;
  }
  .pane-head {
    height: var(--h-head);
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: 0 var(--s2) 0 var(--s4);
    border-bottom: 1px solid var(--hair);
    background: var(--paper);
  }
  .pane-head h2 {
    font-size: var(--t-base);
    letter-spacing: 0.04em;
    white-space: nowrap;
  }
  .pane-body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .pane-foot {
    height: 28px;
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: 0 var(--s4);
    border-top: 1px solid var(--hair);
    background: var(--bar);
    font-size: var(--t-small);
    color: var(--ink-2);
    white-space: nowrap;
    overflow: hidden;
  }
  .pane-foot .ic {
    width: 14px;
    height: 14px;
    vertical-align: -2px;
    margin-right: 4px;
  }
  .pane-foot > .message {
    overflow: hidden;
    text-overflow: ellipsis;
    flex: 0 1 auto;
    min-width: 0;
  }
  .pane-foot > .fixed {
    flex: none;
  }
  .pane-foot button:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .pane-foot.stale {
    color: var(--ochre);
    background: var(--ochre-wash);
    border-top-color: var(--ochre-line);
  }
  .empty {
    padding: var(--s6) var(--s4);
    color: var(--ink-2);
    max-width: 46em;
  }
  .empty p + p {
    margin-top: var(--s2);
    color: var(--ink-3);
  }
`;
