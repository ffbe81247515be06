/** The question before a demonstration with moved weights ends, in either of its windows. */
import { css, html, type TemplateResult } from "lit";
import type { StageMessages } from "../messages/zh.js";

export function endQuestion(messages: StageMessages, end: () => void, goOn: () => void): TemplateResult {
  return html`<div class="end" role="alertdialog" aria-label=${messages.endQuestion} aria-describedby="end-about">
    <p><b>${messages.endQuestion}</b><span id="end-about">${messages.endAbout}</span></p>
    <button class="btn line" @click=${end}>${messages.end}</button>
    <button class="btn main" @click=${goOn}>${messages.goOn}</button>
  </div>`;
}

/** Focuses the answer that changes nothing. */
export function focusGoOn(root: ParentNode): void {
  root.querySelector<HTMLElement>(".end .main")?.focus();
}

/** Below the bar of the window, whose height is `--end-top`. */
export const endQuestionStyles = css`
  .end {
    position: absolute;
    z-index: 5;
    top: var(--end-top, 0);
    left: 50%;
    transform: translateX(-50%);
    display: flex;
    align-items: center;
    gap: 8px;
    width: min(720px, 100%);
    padding: 16px 20px;
    background: var(--raised);
    border: 1px solid var(--line-2);
    box-shadow: 0 4px 16px #0003;
    cursor: auto;
  }
  .end p {
    flex: 1;
    margin: 0;
  }
  .end p b {
    display: block;
    font-size: calc(var(--st-text) + 1px);
  }
  @media (max-width: 760px) {
    .end {
      flex-wrap: wrap;
    }
    .end p {
      flex: 1 0 100%;
    }
  }
`;
