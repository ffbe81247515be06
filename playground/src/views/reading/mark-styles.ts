/** Styles of the marks of states. */
import { css } from "lit";

export const markStyles = css`
  .mk {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 18px;
    height: 18px;
    flex: none;
    border-radius: var(--r1);
    font-size: var(--t-micro);
    line-height: 1;
    background: var(--bg, transparent);
    color: var(--ink-2);
  }
  .mk .ic {
    width: 13px;
    height: 13px;
    stroke-width: 1.9;
  }
  .mk.by {
    color: var(--on-blue);
    background: var(--blue);
  }
  .mk.ask {
    color: var(--ochre);
    background: var(--ochre-wash);
    box-shadow: inset 0 0 0 1px var(--ochre);
    font-weight: var(--w-strong);
  }
  .mk.judge svg {
    width: 14px;
    height: 14px;
    fill: none;
    stroke: var(--red);
    stroke-width: 1.5;
  }
  .mk.judge.by svg {
    stroke: var(--on-blue);
  }
  .mk.none {
    border: 1px dashed var(--line-2);
    color: var(--ink);
  }
  .mk.note {
    color: var(--ink-3);
  }
  .mk.note .ic {
    stroke-width: 1.3;
  }
`;
