/** Whether the work on the screen is kept: saving, saved with its time, or not saved with the download that rescues it. */
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { download, fileNameOf } from "../storage/download.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { clock } from "./figures.js";
import { icon } from "./icons.js";
import { StoreElement } from "./store-element.js";

@customElement("ys-save-status")
export class SaveStatus extends StoreElement {
  protected readonly topics = ["save"] as const;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: var(--t-small);
        color: var(--ink-3);
        white-space: nowrap;
        flex: none;
      }
      .ic {
        width: 14px;
        height: 14px;
      }
      .bad {
        color: var(--red);
        font-weight: var(--w-strong);
      }
      .btn {
        font-size: var(--t-small);
      }
    `,
  ];

  override render() {
    return html`<span role="status" class="row" style="gap: 4px">${this.#state()}</span>`;
  }

  #state() {
    const { store, words } = this;
    const { save } = store;
    switch (save.kind) {
      case "opening":
      case "hosted":
        return nothing;
      case "saving":
        return html`${icon("clock")}<span>${words.saving}</span>`;
      case "saved":
        return html`${icon("check")}<span><span class="hide-s">${words.saved}</span> ${clock(save.at)}</span>`;
      case "read-only":
        return html`${icon("lock")}<span>${words.readOnly}</span>`;
      case "unsaved":
        return html`<span class="bad" title=${words.unsavedWhy[save.why]}>${words.unsaved}</span>
          <button
            class="btn alarm short"
            title=${words.unsavedWhy[save.why]}
            @click=${() => download(fileNameOf(store.name), store.projects.projectFile())}
          >
            ${icon("out")}${words.downloadNow}
          </button>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-save-status": SaveStatus;
  }
}
