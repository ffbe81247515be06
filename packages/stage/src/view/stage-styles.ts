/**
 * Styles that the views of the stage share: type that is legible from the back of a room, large controls. Sizes depend
 * on the width of the window in two steps.
 */
import { css } from "lit";

export const stageStyles = css`
  :host {
    --st-text: 15px;
    --st-small: 13px;
    --st-message: 18px;
    --st-name: 20px;
    --st-value: 32px;
    --st-row: 18px;
    --st-row-old: 16px;
    --st-pad: 28px;
    font-size: var(--st-text);
  }
  @media (min-width: 1600px) {
    :host {
      --st-text: 19px;
      --st-small: 15px;
      --st-message: 24px;
      --st-name: 26px;
      --st-value: 44px;
      --st-row: 25px;
      --st-row-old: 21px;
      --st-pad: 40px;
    }
  }
  @media (max-width: 1180px) {
    :host {
      --st-pad: 20px;
      --st-message: 16px;
    }
  }
  @media (max-width: 760px) {
    :host {
      --st-pad: 16px;
      --st-value: 30px;
    }
  }
  .btn {
    height: 36px;
    font-size: var(--t-base);
  }
  .btn.ico {
    width: 36px;
  }
  .btn.tall {
    height: 36px;
  }
  h2 {
    font-size: calc(var(--st-text) + 1px);
  }
  .seg > button {
    height: 34px;
    font-size: var(--st-small);
  }
  @media (pointer: coarse) {
    .btn,
    .seg > button {
      min-height: 44px;
    }
    .btn.ico {
      min-width: 44px;
    }
  }
`;
