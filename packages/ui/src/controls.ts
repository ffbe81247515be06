/**
 * Buttons, segmented controls, pane toggles and the small select: the controls of bars and heads, in their normal,
 * hover, pressed and disabled states.
 */
import { css } from "lit";

export const controls = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    height: var(--h-ctl);
    padding: 0 10px;
    border-radius: var(--r2);
    font-size: var(--t-body);
    white-space: nowrap;
    color: var(--ink-2);
    border: 1px solid transparent;
    text-decoration: none;
    flex: none;
  }
  .btn:hover {
    background: var(--hair);
    color: var(--ink);
  }
  .btn.line {
    border-color: var(--line);
    background: var(--paper);
    color: var(--ink);
  }
  .btn.line:hover {
    border-color: var(--line-2);
  }
  .btn.main {
    background: var(--blue);
    color: var(--on-blue);
    font-weight: var(--w-strong);
    padding: 0 12px;
  }
  .btn.main:hover {
    background: var(--blue-2);
  }
  .btn.alarm {
    background: var(--red);
    color: var(--on-red);
    font-weight: var(--w-strong);
  }
  .btn.ico {
    width: var(--h-ctl);
    padding: 0;
  }
  .btn.short {
    height: 24px;
    padding: 0 8px;
  }
  @media (pointer: coarse) {
    .btn.short {
      height: var(--h-ctl);
    }
  }
  .btn[disabled] {
    color: var(--ink-off);
    pointer-events: none;
  }
  .seg {
    display: inline-flex;
    border: 1px solid var(--line);
    border-radius: var(--r2);
    background: var(--bar);
    flex: none;
  }
  .seg > button {
    height: calc(var(--h-ctl) - 2px);
    padding: 0 10px;
    font-size: var(--t-small);
    color: var(--ink-2);
    display: inline-flex;
    align-items: center;
    gap: 5px;
    white-space: nowrap;
    margin: -1px;
    border: 1px solid transparent;
    border-radius: var(--r2);
  }
  .seg > button:hover {
    color: var(--ink);
  }
  .seg > [aria-pressed="true"] {
    background: var(--raised);
    color: var(--ink);
    border-color: var(--line-2);
    font-weight: var(--w-strong);
  }
  .toggles {
    display: inline-flex;
    gap: 2px;
  }
  .toggles > button {
    height: var(--h-ctl);
    padding: 0 8px;
    font-size: var(--t-body);
    color: var(--ink-3);
    border-radius: var(--r2);
    position: relative;
  }
  .toggles > [aria-pressed="true"] {
    color: var(--ink);
  }
  .toggles > [aria-pressed="true"]::after {
    content: "";
    position: absolute;
    left: 8px;
    right: 8px;
    bottom: 2px;
    height: 2px;
    background: var(--ink);
  }
  .toggles > button:hover {
    background: var(--hair);
  }
  .vr {
    width: 1px;
    height: 18px;
    background: var(--line);
    margin: 0 var(--s1);
    flex: none;
  }
  select.pick {
    appearance: none;
    height: 24px;
    max-width: 100%;
    padding: 0 20px 0 4px;
    border: 0;
    border-bottom: 1px solid var(--blue-line);
    background: transparent;
    color: var(--ink);
    font-size: var(--t-body);
    text-overflow: ellipsis;
    cursor: pointer;
    border-radius: 0;
  }
  select.pick option {
    background: var(--raised);
    color: var(--ink);
  }
  .picker {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-width: 0;
  }
  .picker > .ic {
    position: absolute;
    right: 2px;
    width: 14px;
    height: 14px;
    pointer-events: none;
    color: var(--ink-2);
  }
  kbd {
    font: inherit;
    font-size: var(--t-small);
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: var(--r2);
    padding: 0 5px;
    color: var(--ink-2);
    background: var(--paper);
    white-space: nowrap;
  }
`;
