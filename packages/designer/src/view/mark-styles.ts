/** Styles of grips, selected rows, drop targets, and the bar for the selection. */
import { css } from "lit";

export const markStyles = css`
  .it.is-marked {
    background: var(--blue-wash);
  }
  .it.drop-before::before,
  .it.drop-after::after,
  .sub-head.drop-after::after,
  .sec-head.drop-after::after {
    content: "";
    position: absolute;
    left: 0;
    right: 0;
    height: 2px;
    background: var(--blue);
    z-index: 3;
  }
  .it.drop-before::before {
    top: -1px;
  }
  .it.drop-after::after,
  .sub-head.drop-after::after,
  .sec-head.drop-after::after {
    bottom: -1px;
  }
  .grip {
    position: absolute;
    left: 2px;
    top: 8px;
    color: var(--ink-3);
    width: 12px;
    height: 16px;
    cursor: grab;
    opacity: 0;
    display: grid;
    place-items: center;
  }
  .sec-head > .grip {
    top: 14px;
  }
  .sub-head > .grip {
    top: 9px;
  }
  .it:hover .grip,
  .sec-head:hover > .grip,
  .sub-head:hover > .grip,
  .it:focus-within .grip,
  .is-sel .grip,
  .grip:focus,
  .is-marked .grip {
    opacity: 1;
  }
  .grip svg {
    width: 10px;
    height: 14px;
    fill: currentColor;
  }
  .is-marked .grip {
    color: var(--blue);
  }
  .marks {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--s2);
    min-height: 36px;
    padding: 2px var(--s3) 2px var(--s4);
    border-top: 1px solid var(--line);
    background: var(--blue-wash);
    font-size: var(--t-small);
  }
  .marks .btn {
    height: 26px;
    font-size: var(--t-small);
  }
  @container (max-width: 540px) {
    .marks .btn:not(.ico) {
      order: 1;
    }
  }
  @media (pointer: coarse) {
    .grip {
      display: none;
    }
    .marks .btn {
      height: 40px;
    }
  }
`;
