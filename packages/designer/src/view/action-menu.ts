/** A menu of actions next to its button: arrow keys move, Enter or a click chooses. */
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { base } from "@yardstick/ui";
import { Popup, popupStyles } from "./popup.js";

/** One entry of a menu. */
export interface Action {
  readonly label: string;
  readonly run: () => void;
  /** A separator is drawn above it. */
  readonly isFirst?: boolean;
  /** What it and the entries after it do, as a heading above it. */
  readonly heading?: string;
  readonly hint?: string;
}

/** The menu element. One instance is reused for all menus of the form. */
@customElement("ys-action-menu")
export class ActionMenu extends Popup {
  @state() private actions: readonly Action[] = [];
  protected override readonly isWhole = true;
  #label = "";

  static override styles = [
    base,
    popupStyles,
    css`
      ul {
        padding: 4px 0;
        min-width: 160px;
      }
      button {
        display: flex;
        justify-content: space-between;
        gap: var(--s4);
        width: 100%;
        padding: 4px 12px;
        min-height: 28px;
        align-items: center;
        white-space: nowrap;
      }
      button:hover,
      button:focus {
        background: var(--blue-wash);
        box-shadow: inset 2px 0 0 var(--blue);
        border-radius: 0;
      }
      small {
        color: var(--ink-3);
      }
      .heading {
        display: block;
        padding: 2px 12px;
        font-size: var(--t-small);
      }
      li.first {
        border-top: 1px solid var(--hair);
        margin-top: 4px;
        padding-top: 4px;
      }
    `,
  ];

  open(anchor: HTMLElement, label: string, actions: readonly Action[]): void {
    this.#label = label;
    this.actions = actions;
    void this.show(anchor).then(() => this.#buttons()[0]?.focus());
  }

  protected label(): string {
    return this.#label;
  }

  protected content() {
    return html`<ul role="menu" aria-label=${this.#label} @keydown=${this.#onKeyDown}>
      ${this.actions.map(
        (action) =>
          html`<li role="none" class=${action.isFirst === true ? "first" : ""}>
            ${action.heading === undefined ? nothing : html`<small class="heading" aria-hidden="true">${action.heading}</small>`}
            <button role="menuitem" tabindex="-1" @click=${() => this.#run(action)}>
              ${action.label}${action.hint === undefined ? nothing : html`<small>${action.hint}</small>`}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #run(action: Action): void {
    this.close();
    // The focus has returned to the button by then; the action may move it on.
    requestAnimationFrame(action.run);
  }

  #buttons(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("button")];
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const at = buttons.findIndex((button) => button.matches(":focus"));
    const to = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at + buttons.length - 1) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (to === undefined) {
      if (event.key.length !== 1 || event.ctrlKey || event.altKey) return;
      const found = buttons.find((button) =>
        button.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()),
      );
      found?.focus();
      return;
    }
    event.preventDefault();
    buttons[to]?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-action-menu": ActionMenu;
  }
}
