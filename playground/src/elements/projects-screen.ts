/** All projects of this browser: the one open now, the others to go to, files in and out, and whether the browser promised to keep them. */
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download, fileNameOf } from "../storage/download.js";
import type { Shelf } from "../storage/database.js";
import { filesOf } from "../store/project.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { screenStyles } from "../styles/screen.js";
import { pickFiles } from "./file-intake.js";
import { moment } from "./figures.js";
import { icon } from "./icons.js";
import "./screen-frame.js";
import { StoreElement } from "./store-element.js";

@customElement("ys-projects-screen")
export class ProjectsScreen extends StoreElement {
  protected readonly topics = ["save", "screen"] as const;
  @state() private shelf: Shelf | null = null;

  static override styles = [base, controls, screenStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    const { store, shelf } = this;
    const words = this.words.screens;
    const { projects } = store;
    return html`<ys-screen-frame
      heading=${words.projects}
      closeLabel=${words.close}
      @dismiss=${() => store.screens.close()}
    >
      <ul class="list" aria-label=${words.projects}>
        ${shelf?.projects.map(
          ({ id, name, updated }) =>
            html`<li>
              <span class="what"><b>${name}</b><small>${words.updated(moment(updated))}</small></span>
              ${
                id === projects.id
                  ? html`<span class="row sec small">${icon("check")}${words.here}</span>`
                  : html`<button class="btn line short" @click=${() => projects.open(id)}>${words.openProject}</button>`
              }
            </li>`,
        )}
      </ul>
      ${this.#files()} ${shelf === null || shelf.damaged.length === 0 ? nothing : this.#damaged(shelf.damaged)}
      <p class="note">
        ${projects.isPersistent === null ? nothing : projects.isPersistent ? words.persistent : words.notPersistent}
        ${words.allLocal}
      </p>
      <div slot="foot" class="foot">
        <button class="btn main" @click=${() => store.screens.show({ kind: "start" })}>${words.newProject}</button>
        <button class="btn line" @click=${() => pickFiles(store)}>${icon("folder")}${words.openFile}</button>
        <button class="btn line" @click=${() => store.screens.show({ kind: "share" })}>
          ${icon("share")}${words.share}
        </button>
        <button class="btn line" @click=${() => store.screens.show({ kind: "revisions" })}>
          ${icon("clock")}${words.revisionsOf}
        </button>
        <button class="btn line" @click=${() => download(fileNameOf(store.name), projects.projectFile())}>
          ${icon("out")}${words.exportProject}
        </button>
        <button class="btn line" @click=${this.#exportAll}>${icon("out")}${words.exportAll}</button>
      </div>
    </ys-screen-frame>`;
  }

  /** The rubrics of the project on the screen, where it has several. */
  #files() {
    const { store } = this;
    const files = filesOf(store.content);
    if (files.length < 2) return nothing;
    const go = (path: string) => {
      store.bringToFront(path);
      store.screens.close();
    };
    return html`<h3>${this.words.screens.files}</h3>
      <ul class="list">
        ${files.map(
          ({ path }) =>
            html`<li>
              <span class="what">${path}</span>
              ${
                path === store.content.path
                  ? html`<span class="row sec small">${icon("check")}${this.words.screens.here}</span>`
                  : html`<button class="btn line short" @click=${() => go(path)}>
                      ${this.words.screens.openProject}
                    </button>`
              }
            </li>`,
        )}
      </ul>`;
  }

  #damaged(ids: readonly string[]) {
    const words = this.words.screens;
    return html`<p class="lead look" role="status">${words.damaged(ids.length)}</p>
      <ul class="list">
        ${ids.map(
          (id) =>
            html`<li>
              <span class="what">${id}</span
              ><button
                class="btn line short"
                @click=${async () => download(fileNameOf(`damaged ${id}`, "json"), await this.store.projects.damagedFile(id))}
              >
                ${words.exportDamaged}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #exportAll = async (): Promise<void> => {
    download(
      fileNameOf(`${this.words.brand} ${new Date().toISOString().slice(0, 10)}`),
      await this.store.projects.collectionFile(),
    );
  };

  async #read(): Promise<void> {
    this.shelf = await this.store.projects.shelf();
  }

  protected override onChange(): void {
    super.onChange();
    void this.#read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-projects-screen": ProjectsScreen;
  }
}
