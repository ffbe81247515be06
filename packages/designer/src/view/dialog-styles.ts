/** Styles of dialogs: questions, a pasted table. */
import { css } from "lit";

export const dialogStyles = css`
  dialog {
    border: 1px solid var(--line);
    border-radius: var(--r3);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-pop);
    padding: var(--s5) var(--s6);
    width: min(560px, calc(100vw - 16px));
    max-height: calc(100vh - 32px);
    overflow: auto;
  }
  dialog::backdrop {
    background: color-mix(in srgb, var(--desk) 70%, transparent);
  }
  h2 {
    font-size: var(--t-title);
    padding-bottom: 6px;
    border-bottom: 1px solid var(--line);
  }
  .do {
    display: flex;
    align-items: center;
    gap: var(--s2);
    padding-top: var(--s3);
    flex-wrap: wrap;
  }
`;
