/** A link that contains the project itself: without its data unless the user includes them, and limited in length. */
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download, fileNameOf } from "@yardstick/ui";
import type { ShareOutcome } from "../../store/project-files.js";
import { base, controls, icon } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import { copyText } from "../base/copy-text.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-share-screen")
export class ShareScreen extends ScreenElement {
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
    const messages = this.screenMessages;
    const link = outcome?.kind === "link" ? this.#address(outcome.hash) : "";
    return html`<ys-screen-frame
      heading=${messages.shareTitle}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead">${messages.shareAbout}</p>
      <label class="tick"
        ><input type="checkbox" .checked=${this.withData} @change=${this.#onData} />
        <span>${messages.shareWithData} <span class="mut small">${messages.shareWithDataWhy}</span></span></label
      >
      ${location.protocol === "file:" ? html`<p class="note">${messages.linkOfFile}</p>` : nothing}
      ${
        outcome !== null && outcome.kind !== "link"
          ? html`<p class="lead warn" role="alert">
              ${
                outcome.kind === "too-long"
                  ? messages.linkTooLong(outcome.length, outcome.most)
                  : outcome.kind === "unloaded"
                    ? this.messages.viewFailed
                    : messages.linkUnsupported
              }
              <button class="btn line" @click=${() => download(fileNameOf(store.name), store.projects.projectFile())}>
                ${icon("out")}${messages.exportInstead}
              </button>
            </p>`
          : html`<textarea readonly aria-label=${messages.shareTitle} .value=${link}></textarea>`
      }
      <div slot="foot" class="foot">
        <button class="btn main" ?disabled=${link === ""} @click=${() => this.#copy(link)}>${messages.copyLink}</button>
        <button class="btn line" @click=${() => store.screens.show({ kind: "developer" })}>
          ${messages.developerOpen}
        </button>
        <span role="status" class="sec small">${this.#linkInfo(link)}</span>
      </div>
    </ys-screen-frame>`;
  }

  #linkInfo(link: string) {
    const messages = this.screenMessages;
    if (this.isCopied !== null) return this.isCopied ? html`${icon("check")} ${messages.copied}` : messages.notCopied;
    return link === "" ? nothing : messages.linkLength(link.length);
  }

  #address(hash: string): string {
    return location.href.replace(/#.*$/, "") + hash;
  }

  #onData = (event: Event): void => {
    this.withData = (event.target as HTMLInputElement).checked;
    void this.#make();
  };

  async #make(): Promise<void> {
    const files = await this.store.projects.files().catch(() => null);
    this.outcome = (await files?.share(this.withData)) ?? { kind: "unloaded" };
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
