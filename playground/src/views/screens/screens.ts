/** The screen that is open over the workbench, if any. */
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { download, fileNameOf } from "@yardstick/ui";
import type { Screen } from "../../store/screens.js";
import { base, controls, icon } from "@yardstick/ui";
import { LazyView } from "../base/lazy-view.js";
import { screenStyles } from "../styles/screen.js";
import "./developer-screen.js";
import "./export-screen.js";
import "./import-screen.js";
import "./print-screen.js";
import "./projects-screen.js";
import "./received-screen.js";
import "./revisions-screen.js";
import "./sample-screen.js";
import "../base/screen-frame.js";
import "./share-screen.js";
import "./start-screen.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-screens")
export class Screens extends ScreenElement {
  protected readonly topics = ["screen"] as const;
  readonly #collectView = new LazyView(this, () => import("../collect/collect-screen.js"));
  readonly #periodView = new LazyView(this, () => import("../periods/period-screen.js"));
  readonly #readingView = new LazyView(this, () => import("../reading/reading-screen.js"));

  static override styles = [base, controls, screenStyles];

  override render() {
    const { store } = this;
    const screen = store.screens.current;
    switch (screen?.kind) {
      case undefined:
        return nothing;
      case "start":
        return html`<ys-start-screen .store=${store}></ys-start-screen>`;
      case "projects":
        return html`<ys-projects-screen .store=${store} .at=${screen.at ?? null}></ys-projects-screen>`;
      case "revisions":
        return html`<ys-revisions-screen .store=${store}></ys-revisions-screen>`;
      case "share":
        return html`<ys-share-screen .store=${store}></ys-share-screen>`;
      case "received":
        return html`<ys-received-screen
          .store=${store}
          .projects=${screen.projects}
          .damaged=${screen.damaged}
        ></ys-received-screen>`;
      case "import":
        return html`<ys-import-screen .store=${store} .files=${screen.files}></ys-import-screen>`;
      case "collect":
        return this.#collectView.show(
          () => html`<ys-collect-screen .store=${store} .files=${screen.files}></ys-collect-screen>`,
          this.messages.viewFailed,
        );
      case "period":
        return this.#periodView.show(
          () => html`<ys-period-screen .store=${store}></ys-period-screen>`,
          this.messages.viewFailed,
        );
      case "reading":
        return this.#readingView.show(
          () =>
            html`<ys-reading-screen
              .store=${store}
              .source=${screen.source}
              .into=${screen.into}
              .given=${screen.answers ?? {}}
            ></ys-reading-screen>`,
          this.messages.viewFailed,
        );
      case "export":
        return html`<ys-export-screen .store=${store}></ys-export-screen>`;
      case "developer":
        return html`<ys-developer-screen .store=${store}></ys-developer-screen>`;
      case "sample":
        return html`<ys-sample-screen .store=${store}></ys-sample-screen>`;
      case "print":
        return html`<ys-print-screen .store=${store} .request=${screen.request}></ys-print-screen>`;
      case "repaired":
        return this.#repaired(screen);
      case "refused":
        return this.#refused(screen);
    }
  }

  #repaired({ repairs }: Extract<Screen, { readonly kind: "repaired" }>) {
    const { store } = this;
    const messages = this.screenMessages;
    return html`<ys-screen-frame
      heading=${messages.repaired}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead" role="alert">${messages.repairedAbout} ${messages.repairs(repairs)}</p>
      <div slot="foot" class="foot">
        <button class="btn main" @click=${() => store.screens.close()}>${messages.close}</button>
      </div>
    </ys-screen-frame>`;
  }

  #refused({ why, instead }: Extract<Screen, { readonly kind: "refused" }>) {
    const { store } = this;
    const messages = this.screenMessages;
    return html`<ys-screen-frame
      heading=${messages.refused}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead" role="alert">${messages.refusal(why)}</p>
      <div slot="foot" class="foot">
        <button class="btn main" @click=${() => store.screens.close()}>${messages.close}</button>
        ${
          why === "not-saved"
            ? html`<button
                class="btn line"
                @click=${() => download(fileNameOf(store.name), store.projects.projectFile())}
              >
                ${icon("out")}${this.messages.downloadNow}
              </button>`
            : nothing
        }
        ${
          instead === null
            ? nothing
            : html`<button class="btn line" @click=${() => store.projects.begin(instead, true)}>
                ${messages.continueUnsaved}
              </button>`
        }
      </div>
    </ys-screen-frame>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-screens": Screens;
  }
}
