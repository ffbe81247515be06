/**
 * The start screen: four questions that generate a rubric, a table to paste, files and earlier projects; beside them
 * the example schemes, each with a description and a picture.
 */
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import "@yardstick/designer/questions";
import { blankProject } from "../../project/examples/blank.js";
import { schemes, type Scheme } from "../../project/examples/schemes.js";
import type { ProjectSummary } from "../../storage/database.js";
import { base, controls, icon } from "@yardstick/ui";
import { pickDocument, pickFiles } from "../base/file-intake.js";
import { moment } from "../base/figures.js";
import "../base/preference-switches.js";
import { schemePicture } from "./scheme-picture.js";
import { startStyles } from "./start-styles.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-start-screen")
export class StartScreen extends ScreenElement {
  protected readonly topics = ["save"] as const;
  @state() private recent: readonly ProjectSummary[] = [];
  @state() private loading: string | null = null;

  static override styles = [base, controls, startStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    this.recent = (await this.store.projects.listProjects()).projects;
  }

  protected override onChange(): void {
    super.onChange();
    void this.#read();
  }

  override render() {
    const { store } = this;
    const messages = this.screenMessages;
    return html`<main>
      <div class="bar">
        <h1>${messages.start}</h1>
        <span class="sec hide-s">${messages.tagline}</span>
        <span class="grow"></span>
        <ys-preference-switches class="row" .store=${store}></ys-preference-switches>
        <button class="btn line" @click=${() => store.screens.close()}>${icon("left")}${messages.backToWork}</button>
      </div>
      <div class="start">
        <section class="mine" aria-labelledby="material">
          <ys-questions
            .store=${store}
            @create=${({ detail }: CustomEvent<string>) => store.projects.begin({ rubric: detail, tables: [] })}
          ></ys-questions>
          <h2 id="material">${messages.material}</h2>
          <div class="have">
            <button class="op" @click=${() => pickDocument(store)}>
              ${icon("into")}<span><b>${messages.readDocument}</b><small>${messages.readDocumentWhat}</small></span>
            </button>
            <button class="op" @click=${() => pickFiles(store)}>
              ${icon("folder")}<span><b>${messages.openFile}</b><small>${messages.openFileWhat}</small></span>
            </button>
            <button class="op" @click=${this.#blank}>
              ${icon("rubric")}<span><b>${messages.blank}</b><small>${messages.blankWhat}</small></span>
            </button>
          </div>
          ${
            this.recent.length === 0
              ? nothing
              : html`<h2>${messages.recent}</h2>
                  <ul class="recent">
                    ${this.recent.slice(0, 8).map(
                      ({ id, name, updated }) =>
                        html`<li>
                          <button @click=${() => store.projects.open(id)}>
                            <b class="cut">${name}</b><small>${moment(updated)}</small>
                          </button>
                        </li>`,
                    )}
                  </ul>`
          }
          <p class="local">${icon("lock")}<span>${messages.allLocal}</span></p>
        </section>
        <section class="schemes" aria-labelledby="schemes">
          <h2 id="schemes">${messages.fromScheme} <small>${messages.fromSchemeWhy}</small></h2>
          <ul>
            ${schemes.map((scheme, at) => this.#scheme(scheme, at))}
          </ul>
        </section>
      </div>
    </main>`;
  }

  #scheme(scheme: Scheme, at: number) {
    const { lang } = this.store;
    const { title, points, line, tags } = scheme;
    return html`<li>
      <button class="tp" ?disabled=${this.loading !== null} @click=${() => this.#open(scheme)}>
        <span class="lt" aria-hidden="true">${String.fromCharCode(65 + at)}</span>
        <span class="tx">
          <span class="name">${title[lang]} <small>${points[lang]}</small></span>
          <span class="line">${this.loading === scheme.id ? this.screenMessages.loading : line[lang]}</span>
          <span class="tg">${tags[lang].map((tag) => html`<span>${tag}</span>`)}</span>
        </span>
        <span class="pic">${schemePicture(scheme, lang)}</span>
      </button>
    </li>`;
  }

  #blank = (): void => {
    void this.store.projects.begin(blankProject(this.screenMessages.blankTitle, this.store.lang));
  };

  async #open(scheme: Scheme): Promise<void> {
    this.loading = scheme.id;
    try {
      await this.store.projects.begin(await scheme.load());
    } finally {
      this.loading = null;
    }
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".tp")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-start-screen": StartScreen;
  }
}
