/** The banner over a workbench that shows an example: says that it is one, what to try, and how to put it back. Loaded with the first example. */
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { base, controls, icon } from "@yardstick/ui";
import { exampleMessages } from "../../messages/example.js";
import { fileIntake } from "../base/load-file-intake.js";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-example-banner")
export class ExampleBanner extends StoreElement {
  protected readonly topics = ["layout", "save"] as const;
  @state() private told: "back" | "not" | null = null;

  static override styles = [
    base,
    controls,
    css`
      :host {
        flex: none;
      }
      aside {
        display: flex;
        align-items: stretch;
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        font-size: var(--t-body);
      }
      .tab {
        flex: none;
        display: grid;
        place-items: center;
        padding: 0 18px;
        font-size: var(--t-head);
        font-weight: var(--w-strong);
        letter-spacing: 0.2em;
        color: var(--paper);
        background: var(--ink);
      }
      .tab:lang(en) {
        letter-spacing: 0;
      }
      .what {
        flex: 1;
        min-width: 0;
        padding: 6px var(--s4);
        line-height: 1.55;
      }
      .try {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s4);
        font-size: var(--t-small);
        color: var(--ink-2);
      }
      .do {
        flex: none;
        display: flex;
        align-items: center;
        gap: var(--s2);
        padding: 6px var(--s3) 6px 0;
      }
      .do .btn:not(.ico) {
        height: 32px;
      }
      @media (max-width: 1100px) {
        .try {
          display: none;
        }
      }
      @media (max-width: 760px) {
        aside {
          flex-wrap: wrap;
        }
        .what {
          padding: 6px 12px;
        }
        .do {
          flex: 1 0 100%;
          padding: 0 12px 8px;
        }
        .do .main {
          flex: 1;
        }
      }
    `,
  ];

  override render() {
    const { store } = this;
    const messages = exampleMessages[store.lang];
    return html`<aside aria-label=${messages.about}>
      <span class="tab" aria-hidden="true">${messages.example}</span>
      <div class="what">
        <p><b>${messages.isExample}</b> <span class="hide-s">${messages.changeAnything}</span></p>
        <p class="try">
          ${
            this.told === null
              ? messages.toTry.map((each) => html`<span><b>${each.pane}</b> ${each.text}</span>`)
              : html`<span role="status">${this.told === "back" ? messages.isBack : messages.isNotBack}</span>`
          }
        </p>
      </div>
      <div class="do">
        <button class="btn main" @click=${() => store.screens.show({ kind: "start" })}>${messages.makeMine}</button>
        <button class="btn line hide-s" @click=${() => void fileIntake().then((intake) => intake.pickDocument(store))}>
          ${messages.readDocument}
        </button>
        ${
          store.isReadOnly
            ? nothing
            : html`<button class="btn" @click=${() => void this.#putBack()}>${messages.putBack}</button>`
        }
        <button
          class="btn ico"
          aria-label=${messages.fold}
          title=${messages.fold}
          @click=${() => store.closeBanner(true)}
        >
          ${icon("close")}
        </button>
      </div>
    </aside>`;
  }

  async #putBack(): Promise<void> {
    const { store } = this;
    const { schemes } = await import("../../project/examples/schemes.js");
    const scheme = schemes.find(({ id }) => id === store.example);
    const content = await (scheme?.lesson?.(store.lang) ?? scheme?.load());
    const isBack = content !== undefined && (await store.projects.putExampleBack(content));
    this.told = isBack ? "back" : "not";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-example-banner": ExampleBanner;
  }
}
