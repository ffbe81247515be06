/**
 * Preview of a page to print: the notice of the ranking or a score sheet. It is shown in a frame whose content security
 * policy allows only its own styles.
 */
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { download, fileNameOf } from "@yardstick/ui";
import { base, controls, icon } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import type { PrintRequest } from "../../protocol/protocol.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-print-screen")
export class PrintScreen extends ScreenElement {
  protected readonly topics = ["evaluation"] as const;
  @property({ attribute: false }) request: PrintRequest = { kind: "notice", withSheets: false };
  @state() private page: string | null = null;
  @state() private isMade = false;
  @query("iframe") private frame!: HTMLIFrameElement | null;

  static override styles = [
    base,
    controls,
    screenStyles,
    css`
      iframe {
        flex: 1;
        width: 100%;
        min-height: 60vh;
        border: 0;
        background: #ecebe6;
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("request")) void this.#make();
  }

  override render() {
    const { store, request, page } = this;
    const messages = this.screenMessages;
    const title = messages.printTitle[request.kind];
    return html`<ys-screen-frame
      tall
      heading=${title}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      ${
        page === null
          ? html`<p class="lead" role="status">${this.isMade ? messages.noPrintPage : this.messages.working}</p>`
          : html`<iframe sandbox="allow-same-origin allow-modals" title=${title} srcdoc=${page}></iframe>`
      }
      <div slot="foot" class="foot">
        <button class="btn main" ?disabled=${page === null} @click=${() => this.frame?.contentWindow?.print()}>
          ${icon("print")}${messages.print}
        </button>
        <button class="btn line" ?disabled=${page === null} @click=${() => page !== null && this.#save(page)}>
          ${icon("out")}${messages.saveHtml}
        </button>
        ${
          request.kind === "notice"
            ? html`<label class="tick"
                ><input
                  type="checkbox"
                  .checked=${request.withSheets}
                  @change=${(event: Event) =>
                    (this.request = { kind: "notice", withSheets: (event.target as HTMLInputElement).checked })}
                />${messages.withSheets}</label
              >`
            : nothing
        }
      </div>
    </ys-screen-frame>`;
  }

  #save(page: string): void {
    const { request, store } = this;
    const what = this.screenMessages.printTitle[request.kind];
    const whose = request.kind === "sheet" ? ` ${request.key}` : "";
    download(fileNameOf(`${store.name} ${what}${whose}`, "html"), page, "text/html");
  }

  async #make(): Promise<void> {
    const { request } = this;
    const page = await this.store.request("print", request);
    if (request !== this.request) return;
    this.page = page;
    this.isMade = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-print-screen": PrintScreen;
  }
}
