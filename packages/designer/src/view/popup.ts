/**
 * A popup next to a control: a dialog in the top layer, so that no pane clips it, placed under its anchor. The focus
 * moves into it when it opens and back to the anchor when it closes.
 */
import { css, type CSSResult, type TemplateResult } from "lit";
import { html } from "lit";
import { query, state } from "lit/decorators.js";
import { DesignerElement } from "./designer-element.js";

/** Styles of popups. */
export const popupStyles: CSSResult = css`
  dialog {
    position: fixed;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-pop);
    font-size: var(--t-body);
    max-width: calc(100vw - 16px);
    max-height: calc(100vh - 16px);
    overflow: auto;
  }
  dialog::backdrop {
    background: none;
  }
`;

/** The base of popup elements; subclasses provide the content and the accessible label. */
export abstract class Popup extends DesignerElement {
  protected readonly topics = [] as const;
  @state() protected isOpen = false;
  @query("dialog") protected dialog!: HTMLDialogElement;
  #anchor: HTMLElement | null = null;

  protected abstract content(): TemplateResult;
  protected abstract label(): string;

  override render(): TemplateResult {
    return html`<dialog
      aria-label=${this.label()}
      @close=${() => this.#onClose()}
      @click=${(event: MouseEvent) => this.#onClick(event)}
    >
      ${this.isOpen ? this.content() : ""}
    </dialog>`;
  }

  protected async show(anchor: HTMLElement): Promise<void> {
    this.#anchor = anchor;
    this.isOpen = true;
    anchor.setAttribute("aria-expanded", "true");
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.place();
  }

  /** Whether all of its content is shown at once where the window has the height, instead of a part that scrolls. */
  protected readonly isWhole: boolean = false;

  /**
   * Places it under the anchor with the available height; above the anchor when that is too little. It stays aligned
   * with the end of the anchor. What is to be shown at once and fits neither below nor above is placed beside the anchor.
   */
  protected place(): void {
    const at = this.#anchor?.getBoundingClientRect();
    if (at === undefined) return;
    const { style } = this.dialog;
    const most = this.isWhole ? innerHeight - 16 : 420;
    style.maxHeight = `${most}px`;
    const { width, height } = this.dialog.getBoundingClientRect();
    const below = innerHeight - at.bottom - 12;
    const above = at.top - 12;
    if (this.isWhole && height > Math.max(below, above)) {
      const left = at.left - width - 4;
      style.left = `${left >= 8 ? left : Math.max(8, Math.min(at.right + 4, innerWidth - width - 8))}px`;
      style.top = `${Math.max(8, Math.min(at.top, innerHeight - height - 8))}px`;
      style.bottom = "auto";
      return;
    }
    const isBelow = height <= below || below >= (this.isWhole ? height : Math.min(260, above));
    style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    style.top = isBelow ? `${at.bottom + 4}px` : "auto";
    style.bottom = isBelow ? "auto" : `${innerHeight - at.top + 4}px`;
    style.maxHeight = `${Math.min(most, isBelow ? below : above)}px`;
  }

  /** Runs after the next rendering. */
  protected async drawn(then: () => void): Promise<void> {
    await this.updateComplete;
    then();
  }

  close(): void {
    if (this.dialog.open) this.dialog.close();
  }

  #onClose(): void {
    this.isOpen = false;
    this.#anchor?.removeAttribute("aria-expanded");
    this.#anchor?.focus();
    this.#anchor = null;
  }

  /** A click on the backdrop is dispatched to the dialog itself. */
  #onClick(event: MouseEvent): void {
    if (event.target !== this.dialog) return;
    const box = this.dialog.getBoundingClientRect();
    const isInside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!isInside) this.close();
  }
}
