/**
 * Signs, seals and chips: distinguished by shape first and colour second, so that they remain clear in greyscale print
 * and for colour-blind readers.
 */
import { css } from "lit";

export const marks = css`
  .sg {
    display: inline-block;
    width: 14px;
    text-align: center;
    font-weight: var(--w-strong);
    flex: none;
    font-size: var(--t-base);
    line-height: 1;
  }
  .sg.minus {
    color: var(--red);
  }
  .sg.plus {
    color: var(--blue);
  }
  .sg.eq {
    color: var(--ink-3);
    font-weight: 400;
  }
  .sg svg {
    width: 12px;
    height: 12px;
    display: inline-block;
    vertical-align: -1px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
  }
  .seal {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 18px;
    height: 18px;
    background: var(--red);
    color: var(--on-red);
    font-size: 12px;
    font-weight: var(--w-strong);
    border-radius: var(--r1);
    line-height: 1;
    flex: none;
  }
  .seal.hollow {
    background: none;
    color: var(--red);
    box-shadow: inset 0 0 0 1.5px var(--red);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 20px;
    padding: 0 6px;
    font-size: var(--t-small);
    border: 1px solid var(--line);
    border-radius: var(--r1);
    white-space: nowrap;
    color: var(--ink);
    background: var(--paper);
    line-height: 18px;
    flex: none;
  }
  .chip .ic {
    width: 12px;
    height: 12px;
    stroke-width: 1.6;
  }
  .chip.first {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
    font-weight: var(--w-strong);
  }
  .chip.warn {
    border-color: var(--ochre-line);
    color: var(--ochre);
    background: var(--ochre-wash);
  }
  .chip.veto {
    border-color: var(--red-line);
    color: var(--red);
    background: var(--red-wash);
    padding-left: 0;
    overflow: hidden;
  }
  .chip.veto i {
    font-style: normal;
    font-weight: var(--w-strong);
    background: var(--red);
    color: var(--on-red);
    align-self: stretch;
    display: inline-flex;
    align-items: center;
    padding: 0 4px;
    margin-right: 1px;
  }
  .chip.wait {
    border-style: dashed;
    border-color: var(--line-2);
    color: var(--ink-2);
  }
  .mv {
    font-size: var(--t-small);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .mv svg {
    width: 8px;
    height: 8px;
    margin-right: 2px;
    fill: currentColor;
  }
  .mv.same {
    color: var(--ink-3);
  }
`;
