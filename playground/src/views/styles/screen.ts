/** Content of screens: lists with actions, small headings, remarks, feet. */
import { css } from "lit";

export const screenStyles = css`
  :host {
    display: contents;
  }
  h3 {
    padding: 14px var(--s4) 4px;
    font-size: var(--t-small);
    font-weight: var(--w-text);
    color: var(--ink-3);
    border-bottom: 1px solid var(--line);
  }
  .lead,
  .note {
    padding: 10px var(--s4);
    color: var(--ink-2);
    max-width: 62em;
  }
  .note {
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .warn {
    color: var(--ochre);
    background: var(--ochre-wash);
  }
  .list > li {
    display: flex;
    align-items: center;
    gap: 4px var(--s3);
    flex-wrap: wrap;
    min-height: 40px;
    padding: 5px var(--s3) 5px var(--s4);
    border-bottom: 1px solid var(--hair);
  }
  .list .what {
    flex: 1 1 12em;
    min-width: 0;
  }
  /* A question with its answers: when both do not fit on one line, the answers move below it together. */
  .list > .warn .what {
    flex-basis: 20em;
  }
  .list .what small {
    display: block;
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .list .what b {
    overflow-wrap: anywhere;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
    padding: 10px var(--s4);
  }
  label.tick {
    display: flex;
    gap: var(--s2);
    align-items: baseline;
  }
  input[type="checkbox"] {
    accent-color: var(--blue);
  }
`;
