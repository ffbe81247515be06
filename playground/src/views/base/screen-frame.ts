/** A screen over the workbench: a dialog with a title, a scrolling body and a foot with actions. Escape closes it. */
import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { base, controls, icon } from "@yardstick/ui";

@customElement("ys-screen-frame")
export class ScreenFrame extends LitElement {
  @property() heading = "";
  @property() closeLabel = "";
  /** Takes the full height, as print previews do. */
  @property({ type: Boolean }) tall = false;
  /** Takes the full width and height, as boards do. */
  @property({ type: Boolean }) wide = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(720px, calc(100vw - 32px));
        max-height: min(640px, calc(100vh - 48px));
        padding: 0;
        border: 1px solid var(--line-2);
        border-radius: var(--r3);
        background: var(--paper);
        color: var(--ink);
        box-shadow: var(--shadow-pop);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog.tall {
        width: min(1000px, calc(100vw - 32px));
        height: calc(100vh - 32px);
        max-height: none;
      }
      dialog.wide {
        width: calc(100vw - 32px);
        max-width: 1600px;
        height: calc(100vh - 32px);
        max-height: none;
      }
      dialog::backdrop {
        background: rgb(27 29 32 / 35%);
      }
      .head {
        flex: none;
        display: flex;
        align-items: center;
        gap: var(--s3);
        height: 44px;
        padding: 0 var(--s2) 0 var(--s4);
        border-bottom: 1px solid var(--line);
        background: var(--bar);
      }
      h2 {
        font-size: var(--t-head);
      }
      .body {
        flex: 1;
        min-height: 0;
        overflow: auto;
        display: flex;
        flex-direction: column;
      }
      .body:focus-visible {
        box-shadow: inset 0 0 0 2px var(--blue);
      }
      .feet {
        flex: none;
        border-top: 1px solid var(--hair);
        background: var(--bar);
      }
      @media (max-width: 760px) {
        dialog,
        dialog.tall,
        dialog.wide {
          width: 100vw;
          max-width: 100vw;
          height: 100dvh;
          max-height: 100dvh;
          border: 0;
          border-radius: 0;
        }
      }
    `,
  ];

  override render() {
    return html`<dialog
      class=${this.wide ? "wide" : this.tall ? "tall" : ""}
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.#close();
      }}
    >
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        <span class="grow"></span>
        <slot name="head"></slot>
        <button class="btn ico" aria-label=${this.closeLabel} title=${this.closeLabel} @click=${() => this.#close()}>
          ${icon("close")}
        </button>
      </div>
      <div class="body" tabindex="0" role="group" aria-labelledby="heading"><slot></slot></div>
      <div class="feet"><slot name="foot"></slot></div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("dismiss"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-screen-frame": ScreenFrame;
  }
}
