/**
 * Styles of the form: the document table, its heads and rows, error marks, cards. The layout depends on the width of
 * the container.
 */
import { css } from "lit";

export const formStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--paper);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
    position: relative;
  }
  .doc {
    --c-name: 132px;
    --c-pts: 46px;
    --c-dept: 58px;
    padding-bottom: var(--s8);
  }
  :host(:lang(en)) .doc {
    --c-dept: 74px;
  }
  .doc-head,
  .it {
    display: grid;
    grid-template-columns: var(--c-name) var(--c-pts) minmax(0, 1fr) var(--c-dept);
    column-gap: var(--s3);
    padding: 0 var(--s4);
  }
  .doc-head {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--paper);
    font-size: var(--t-small);
    color: var(--ink-3);
    border-bottom: 1px solid var(--line);
    height: 26px;
    align-items: center;
  }
  .doc-head .n {
    padding-right: 6px;
  }
  .sec-head,
  .sub-head {
    display: flex;
    align-items: baseline;
    position: relative;
  }
  .sec-head {
    gap: 2px var(--s3);
    padding: 10px var(--s4) 7px;
    border-bottom: 1px solid var(--line);
  }
  .sec-head h3 > span:first-child {
    white-space: pre;
  }
  .sec-head .num,
  .sub-head .num {
    text-align: left;
    padding-right: 0;
  }
  .sec-head h3 {
    font-size: 16px;
    display: inline-flex;
    align-items: baseline;
    min-width: 0;
  }
  .sec-head .pts,
  .sec-head .pts .slot {
    font-weight: var(--w-strong);
    font-size: 16px;
    white-space: nowrap;
  }
  .sub-head {
    gap: 2px var(--s2);
    padding: 7px var(--s4) 5px;
    background: var(--bar);
    border-bottom: 1px solid var(--hair);
  }
  .sub-head h4,
  .sub-head h5 {
    font-size: var(--t-body);
    min-width: 0;
  }
  .sub-head .pts,
  .sub-head .pts .slot {
    font-weight: var(--w-strong);
    white-space: nowrap;
  }
  .deep-2 {
    padding-left: 28px;
  }
  .deep-3 {
    padding-left: 40px;
  }
  .sec-head .tools,
  .sub-head .tools {
    align-self: center;
    display: inline-flex;
    margin: -6px -6px -6px 0;
  }
  .sub-head .tools {
    margin-block: -8px;
  }
  .tools .btn {
    color: var(--ink-3);
  }
  .sub-head .tools .btn,
  .row-end .btn {
    height: 24px;
    width: 24px;
  }
  .sum {
    font-size: var(--t-small);
    color: var(--ink-3);
    display: inline-flex;
    align-items: baseline;
    gap: 5px;
    min-width: 0;
    flex-wrap: wrap;
  }
  .sum .ic {
    width: 12px;
    height: 12px;
    align-self: center;
    stroke-width: 2;
    color: var(--ink-2);
  }
  .sum.off {
    color: var(--red);
    font-weight: var(--w-strong);
  }
  .it {
    border-bottom: 1px solid var(--hair);
    padding-top: 5px;
    padding-bottom: 5px;
    position: relative;
  }
  .it:hover,
  .decl:hover {
    background: color-mix(in srgb, var(--blue-wash) 40%, transparent);
  }
  .it.is-sel,
  .decl.is-sel {
    background: var(--blue-wash);
    box-shadow: inset 2px 0 0 var(--blue);
  }
  .nm {
    line-height: 1.45;
    padding-top: 3px;
    min-width: 0;
  }
  .nm small {
    display: block;
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .nm .form {
    color: var(--blue);
    font-size: var(--t-small);
    margin-right: 4px;
  }
  .nm .form.penalty {
    color: var(--red);
  }
  .pt {
    padding-top: 3px;
    min-width: 0;
  }
  .pt .slot {
    font-size: var(--t-base);
    font-weight: var(--w-strong);
  }
  .pt small {
    color: var(--ink-3);
    font-size: var(--t-small);
    display: block;
    padding-right: 4px;
  }
  .dp {
    font-size: var(--t-small);
    color: var(--ink-2);
    padding-top: 4px;
    min-width: 0;
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    align-self: start;
    position: relative;
    z-index: 1;
    gap: 2px;
  }
  .dp .btn {
    margin: -3px -8px 0 0;
  }
  .rules {
    display: grid;
    align-content: start;
    min-width: 0;
  }
  .rule {
    display: flex;
    align-items: baseline;
    gap: 5px;
    min-height: 25px;
    padding: 2px 0;
    line-height: 1.6;
    border-radius: var(--r1);
    position: relative;
  }
  .rule .sg {
    align-self: flex-start;
    margin-top: 4px;
  }
  .rule .s {
    flex: 1;
    min-width: 0;
  }
  .rule.inner {
    padding-left: 19px;
  }
  .rule .end {
    opacity: 0;
    position: absolute;
    right: -8px;
    top: 2px;
  }
  .rule .end .btn {
    width: 20px;
    height: 22px;
    background: var(--raised);
  }
  .rule .end .btn:not(:hover):not(:focus) {
    background: none;
  }
  .rule:hover .end,
  .rule:focus-within .end {
    opacity: 1;
  }
  .why {
    font-size: var(--t-small);
    color: var(--red);
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-items: baseline;
    padding: 1px 0 3px 19px;
  }
  .why.warning {
    color: var(--ochre);
  }
  .why .ic {
    width: 12px;
    height: 12px;
    align-self: flex-start;
    margin-top: 3px;
  }
  .why > span {
    flex: 1 1 12em;
    min-width: 0;
  }
  /* Beside several fixes the message has a line of its own. */
  .why:has(.btn ~ .btn) > span {
    flex-basis: calc(100% - 18px);
  }
  .why:has(.btn ~ .btn) > span + .btn {
    margin-left: 18px;
  }
  .why .btn {
    height: 22px;
    padding: 0 7px;
    font-size: var(--t-small);
  }
  .sec-head + .why,
  .sub-head + .why {
    padding: 4px var(--s4);
    border-bottom: 1px solid var(--hair);
  }
  .card-row {
    padding: 4px 16px;
  }
  .ro {
    display: flex;
    align-items: flex-start;
    flex-wrap: wrap;
    gap: 2px var(--s3);
    background: var(--bar);
    border: 1px solid var(--line);
    border-radius: var(--r2);
    padding: 3px 8px;
    margin: 2px 0 2px 19px;
  }
  .ro code {
    font-family: var(--font-code);
    font-size: var(--t-small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    min-width: 0;
    flex: 1 1 auto;
  }
  .ro button {
    color: var(--blue);
    text-decoration: underline;
    text-underline-offset: 3px;
    font-size: var(--t-small);
    white-space: nowrap;
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 5px 0 3px 19px;
    align-items: center;
  }
  .rule ~ .add {
    margin-right: calc(-1 * var(--c-dept));
  }
  .add .btn,
  .add-part .btn {
    height: 24px;
    padding: 0 7px;
    font-size: var(--t-small);
    border: 1px dashed var(--blue-line);
    color: var(--blue);
    background: none;
  }
  .add .btn:hover,
  .add-part .btn:hover {
    background: var(--raised);
    border-style: solid;
  }
  .add-part {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 6px var(--s4);
    border-bottom: 1px solid var(--hair);
  }
  .add-part .ic {
    width: 12px;
    height: 12px;
  }
  @container (max-width: 540px) {
    .doc-head {
      display: none;
    }
    .it {
      grid-template-columns: minmax(0, 1fr) auto;
      row-gap: 2px;
    }
    .it .nm {
      font-weight: var(--w-strong);
    }
    .it .nm small {
      display: inline;
      font-weight: var(--w-text);
      margin-left: 6px;
    }
    .it .pt {
      grid-column: 2;
    }
    .it .rules,
    .it .dp {
      grid-column: 1 / -1;
    }
    .sec-head {
      column-gap: 6px;
    }
    .sec-head h3 {
      flex: none;
      max-width: 60%;
    }
    .sec-head .tools .btn {
      width: 32px;
    }
    .rule ~ .add {
      margin-right: 0;
    }
  }
  /* The sum of a section has a line of its own. */
  @container (max-width: 400px) {
    .sec-head {
      flex-wrap: wrap;
    }
    .sec-head .sum {
      order: 1;
      flex: 0 0 100%;
    }
  }
  @container (min-width: 780px) {
    .doc {
      --c-name: 172px;
      --c-pts: 52px;
      --c-dept: 132px;
    }
    :host(:lang(en)) .doc {
      --c-dept: 132px;
    }
  }
  @media (pointer: coarse) {
    .rule {
      min-height: 34px;
    }
    .add .btn,
    .add-part .btn {
      height: 34px;
    }
  }
`;
