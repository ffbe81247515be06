/** Tabs with counts, as in pane heads: the selected one is bold over a blue line. */
import { css } from "lit";

export const tabs = css`
  .tabs {
    display: flex;
    align-self: stretch;
    gap: min(var(--s4), 2.6cqi);
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tabs::-webkit-scrollbar {
    display: none;
  }
  .tabs > button {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    color: var(--ink-2);
    border-bottom: 2px solid transparent;
    border-top: 2px solid transparent;
    white-space: nowrap;
    flex: none;
  }
  .tabs > button:hover {
    color: var(--ink);
  }
  .tabs > button:focus-visible {
    box-shadow: inset 0 0 0 2px var(--blue);
  }
  .tabs > [aria-selected="true"] {
    color: var(--ink);
    font-weight: var(--w-strong);
    border-bottom-color: var(--blue);
  }
  .tabs .cnt {
    font-size: var(--t-small);
    color: var(--ink-3);
    font-weight: var(--w-text);
  }
`;
