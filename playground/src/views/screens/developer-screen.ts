/**
 * For developers: syntax tree, program and result as JSON, and code that embeds the rubric. Each can be copied and
 * downloaded.
 */
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download, fileNameOf } from "@yardstick/ui";
import { commandCode, pageCode, programCode } from "../../project/embedding-code.js";
import { base, controls, icon } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import { tabs } from "../styles/tabs.js";
import { copyText } from "../base/copy-text.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";
import { tabStrip } from "../base/tab-strip.js";

/** The tabs of the developer screen. */
export type DeveloperTab = "tree" | "program" | "result" | "code-program" | "code-page" | "code-command";

/** Number of characters shown; copies and downloads are complete. */
const MAX_SHOWN = 200_000;

@customElement("ys-developer-screen")
export class DeveloperScreen extends ScreenElement {
  protected readonly topics = ["evaluation"] as const;
  @state() private tab: DeveloperTab = "tree";
  @state() private text: string | null = null;
  @state() private isCopied = false;
  #requests = 0;

  static override styles = [
    base,
    controls,
    screenStyles,
    tabs,
    css`
      .bar {
        flex: none;
        display: flex;
        height: var(--h-head);
        padding: 0 var(--s4);
        border-bottom: 1px solid var(--hair);
      }
      pre {
        flex: 1;
        min-height: 0;
        margin: 0;
        padding: 10px var(--s4);
        overflow: auto;
        font: 12px/1.6 var(--font-code);
        color: var(--ink);
        background: var(--raised);
        tab-size: 2;
      }
      pre:focus-visible {
        box-shadow: inset 0 0 0 2px var(--blue);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fill();
  }

  override render() {
    const { store, text, tab } = this;
    const messages = this.screenMessages;
    const labels = messages.developerTabs;
    return html`<ys-screen-frame
      tall
      heading=${messages.developer}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <div class="bar">
        ${tabStrip<DeveloperTab>(
          messages.developer,
          (Object.keys(labels) as DeveloperTab[]).map((id) => ({ id, label: labels[id] })),
          tab,
          (id) => this.#choose(id),
        )}
      </div>
      <p class="note">${messages.developerAbout[tab]}</p>
      ${
        text === null
          ? html`<p class="lead">${messages.notScored}</p>`
          : html`<pre tabindex="0" role="region" aria-label=${labels[tab]}>${text.slice(0, MAX_SHOWN)}</pre>`
      }
      <div slot="foot" class="foot">
        <button class="btn main" ?disabled=${text === null} @click=${() => this.#copy()}>${messages.copyText}</button>
        <button class="btn line" ?disabled=${text === null} @click=${() => this.#download()}>
          ${icon("out")}${this.messages.download}
        </button>
        <span role="status" class="sec small"
          >${
            this.isCopied
              ? html`${icon("check")} ${messages.copied}`
              : text !== null && text.length > MAX_SHOWN
                ? messages.shownInPart(MAX_SHOWN, text.length)
                : nothing
          }</span
        >
      </div>
    </ys-screen-frame>`;
  }

  protected override onChange(): void {
    super.onChange();
    void this.#fill();
  }

  #choose(tab: DeveloperTab): void {
    this.tab = tab;
    this.text = "";
    void this.#fill();
  }

  async #fill(): Promise<void> {
    const requests = (this.#requests += 1);
    this.isCopied = false;
    const text = await this.#textOf(this.tab);
    if (requests === this.#requests) this.text = text;
  }

  #textOf(tab: DeveloperTab): Promise<string | null> | string {
    const { store } = this;
    switch (tab) {
      case "code-program":
        return programCode(store.content);
      case "code-page":
        return pageCode(store.content);
      case "code-command":
        return commandCode(fileNameOf(store.name));
      default:
        return store.request("json", { of: tab, rubric: store.rubric });
    }
  }

  async #copy(): Promise<void> {
    if (this.text !== null) this.isCopied = await copyText(this.text);
  }

  #download(): void {
    const ending = { "code-program": "mjs", "code-page": "html", "code-command": "sh" }[this.tab as string] ?? "json";
    if (this.text !== null) download(fileNameOf(`${this.store.name} ${this.tab}`, ending), this.text, "text/plain");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-developer-screen": DeveloperScreen;
  }
}
