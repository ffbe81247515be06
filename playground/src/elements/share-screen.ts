/** A link that holds the project itself: without its data unless the person says so, and never longer than links may be. */
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download, fileNameOf } from "../storage/download.js";
import type { ShareOutcome } from "../store/projects.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { screenStyles } from "../styles/screen.js";
import { copyText } from "./copy-text.js";
import { icon } from "./icons.js";
import "./screen-frame.js";
import { StoreElement } from "./store-element.js";

@customElement("ys-share-screen")
export class ShareScreen extends StoreElement {
  protected readonly topics = [] as const;
  @state() private withData = false;
  @state() private outcome: ShareOutcome | null = null;
  /** Null until copying has been tried. */
  @state() private isCopied: boolean | null = null;

  static override styles = [
    base,
    controls,
    screenStyles,
    css`
      textarea {
        display: block;
        width: calc(100% - 2 * var(--s4));
        margin: 4px var(--s4) 8px;
        height: 7em;
        font: 12px/1.5 var(--font-code);
        color: var(--ink);
        background: var(--raised);
        border: 1px solid var(--line-2);
        border-radius: var(--r2);
        padding: 6px 8px;
        resize: none;
        word-break: break-all;
      }
      .tick {
        padding: 6px var(--s4);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#make();
  }

  override render() {
    const { store, outcome } = this;
    const words = this.words.screens;
    const link = outcome?.kind === "link" ? this.#address(outcome.hash) : "";
    return html`<ys-screen-frame
      heading=${words.shareTitle}
      closeLabel=${words.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead">${words.shareAbout}</p>
      <label class="tick"
        ><input type="checkbox" .checked=${this.withData} @change=${this.#onData} />
        <span>${words.shareWithData} <span class="mut small">${words.shareWithDataWhy}</span></span></label
      >
      ${location.protocol === "file:" ? html`<p class="note">${words.linkOfFile}</p>` : nothing}
      ${
        outcome !== null && outcome.kind !== "link"
          ? html`<p class="lead look" role="alert">
              ${outcome.kind === "too-long" ? words.linkTooLong(outcome.length, outcome.most) : words.linkUnsupported}
              <button class="btn line" @click=${() => download(fileNameOf(store.name), store.projects.projectFile())}>
                ${icon("out")}${words.exportInstead}
              </button>
            </p>`
          : html`<textarea readonly aria-label=${words.shareTitle} .value=${link}></textarea>`
      }
      <div slot="foot" class="foot">
        <button class="btn main" ?disabled=${link === ""} @click=${() => this.#copy(link)}>${words.copyLink}</button>
        <button class="btn line" @click=${() => store.screens.show({ kind: "developer" })}>
          ${words.developerOpen}
        </button>
        <span role="status" class="sec small">${this.#said(link)}</span>
      </div>
    </ys-screen-frame>`;
  }

  #said(link: string) {
    const words = this.words.screens;
    if (this.isCopied !== null) return this.isCopied ? html`${icon("check")} ${words.copied}` : words.notCopied;
    return link === "" ? nothing : words.linkLength(link.length);
  }

  #address(hash: string): string {
    return location.href.replace(/#.*$/, "") + hash;
  }

  #onData = (event: Event): void => {
    this.withData = (event.target as HTMLInputElement).checked;
    void this.#make();
  };

  async #make(): Promise<void> {
    this.outcome = await this.store.projects.share(this.withData);
    this.isCopied = null;
  }

  async #copy(link: string): Promise<void> {
    this.renderRoot.querySelector("textarea")?.select();
    this.isCopied = await copyText(link);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-share-screen": ShareScreen;
  }
}
