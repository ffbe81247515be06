/**
 * The handle between two panes: a drag area of 7 px; arrow keys move it by 16 px, a double click resets it. Dispatches
 * the first pane's new share of the room in `share` events and has no state of its own.
 */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

const STEP = 16;

/** `detail`: the share, 0–1. */
export type ShareEvent = CustomEvent<number>;

@customElement("ys-split")
export class SplitHandle extends LitElement {
  /** Between columns (dragged horizontally) or rows. */
  @property({ reflect: true }) between: "columns" | "rows" = "columns";
  @property({ type: Number }) share = 0.5;
  /** The share that a double click restores. */
  @property({ type: Number }) rest = 0.5;
  @property() label = "";

  static override styles = css`
    :host {
      position: relative;
      z-index: 3;
      background: var(--line);
      display: block;
    }
    div {
      position: absolute;
      inset: 0 -3px;
      cursor: col-resize;
      touch-action: none;
      outline: none;
    }
    :host([between="rows"]) div {
      inset: -3px 0;
      cursor: row-resize;
    }
    div::after {
      content: "";
      position: absolute;
      inset: 0 2px;
      background: transparent;
    }
    :host([between="rows"]) div::after {
      inset: 2px 0;
    }
    div:hover::after,
    div:active::after {
      background: var(--blue-line);
    }
    div:focus-visible::after {
      background: var(--blue);
    }
  `;

  override render() {
    return html`<div
      role="separator"
      tabindex="0"
      aria-label=${this.label}
      aria-orientation=${this.between === "columns" ? "vertical" : "horizontal"}
      aria-valuenow=${Math.round(this.share * 100)}
      aria-valuemin="15"
      aria-valuemax="85"
      @pointerdown=${this.#onPointerDown}
      @pointermove=${this.#onPointerMove}
      @dblclick=${() => this.#notify(this.rest)}
      @keydown=${this.#onKeyDown}
    ></div>`;
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  #onPointerMove(event: PointerEvent): void {
    if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const { start, length } = this.#room();
    this.#notify(((this.between === "columns" ? event.clientX : event.clientY) - start) / length);
  }

  #onKeyDown(event: KeyboardEvent): void {
    const back = this.between === "columns" ? "ArrowLeft" : "ArrowUp";
    const on = this.between === "columns" ? "ArrowRight" : "ArrowDown";
    if (event.key !== back && event.key !== on) return;
    event.preventDefault();
    this.#notify(this.share + ((event.key === on ? 1 : -1) * STEP) / this.#room().length);
  }

  /** The room that is divided: that of the element around both panes, in pixels. */
  #room(): { readonly start: number; readonly length: number } {
    const box = this.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return this.between === "columns" ? { start: box.left, length: box.width } : { start: box.top, length: box.height };
  }

  #notify(share: number): void {
    this.dispatchEvent(new CustomEvent("share", { detail: share }) satisfies ShareEvent);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-split": SplitHandle;
  }
}
