/** The save state: saving, saved with its time, or not saved with a download of the project. */
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { download, fileNameOf } from "@yardstick/ui";
import { base, controls, icon } from "@yardstick/ui";
import { clock } from "../base/figures.js";
import { StoreElement } from "../base/store-element.js";

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
    return html`<span role="status" class="row gap-4">${this.#state()}</span>`;
  }

  #state() {
    const { store, messages } = this;
    const { save } = store;
    switch (save.kind) {
      case "opening":
      case "hosted":
        return nothing;
      case "saving":
        return html`${icon("clock")}<span>${messages.saving}</span>`;
      case "saved":
        return html`${icon("check")}<span><span class="hide-s">${messages.saved}</span> ${clock(save.at)}</span>`;
      case "read-only":
        return html`${icon("lock")}<span>${messages.readOnly}</span>`;
      case "unsaved":
        return html`<span class="bad" title=${messages.unsavedWhy[save.why]}>${messages.unsaved}</span>
          <button
            class="btn alarm short"
            title=${messages.unsavedWhy[save.why]}
            @click=${() => download(fileNameOf(store.name), store.projects.projectFile())}
          >
            ${icon("out")}${messages.downloadNow}
          </button>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-save-status": SaveStatus;
  }
}
