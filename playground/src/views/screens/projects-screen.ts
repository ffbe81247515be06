/**
 * All projects in this browser: the current one, links to the others, export and import of files, and whether the
 * browser has agreed to keep the stored data.
 */
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { blankProject } from "../../project/examples/blank.js";
import { download, fileNameOf } from "@yardstick/ui";
import type { ProjectSummary, ProjectList } from "../../storage/database.js";
import type { RemovedProject } from "../../storage/removal.js";
import { filesOf } from "../../project/project.js";
import { missingBetweenWindows } from "../../storage/project-lock.js";
import { base, controls, icon } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import { pickFiles } from "../base/file-intake.js";
import { moment } from "../base/figures.js";
import { ShownOrder } from "../base/shown-order.js";
import "../base/preference-switches.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-projects-screen")
export class ProjectsScreen extends ScreenElement {
  protected readonly topics = ["save", "screen"] as const;
  @state() private listProjects: ProjectList | null = null;
  /** Id of the project whose deletion awaits confirmation. */
  @state() private pendingDeletion: string | null = null;
  @state() private removed: { readonly name: string; readonly all: RemovedProject } | null = null;
  @state() private notice = "";
  /** The end of the deletion or undoing that was asked for last. */
  #last: Promise<void> = Promise.resolve();
  readonly #order = new ShownOrder();
  #reads = 0;

  static override styles = [base, controls, screenStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    const { store, listProjects } = this;
    const messages = this.screenMessages;
    const { projects } = store;
    return html`<ys-screen-frame
      heading=${messages.projects}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <ys-preference-switches slot="head" class="row only-s" .store=${store}></ys-preference-switches>
      ${this.#outcome()}
      <ul class="list" aria-label=${messages.projects}>
        ${repeat(
          listProjects?.projects ?? [],
          ({ id }) => id,
          (project) => this.#project(project),
        )}
      </ul>
      ${this.#files()}
      ${listProjects === null || listProjects.damaged.length === 0 ? nothing : this.#damaged(listProjects.damaged)}
      <p class="note">
        ${projects.isPersistent === null ? nothing : projects.isPersistent ? messages.persistent : messages.notPersistent}
        ${messages.allLocal} ${missingBetweenWindows().length === 0 ? nothing : messages.missingBetweenWindows}
      </p>
      <div slot="foot" class="foot">
        <button class="btn main" @click=${() => store.screens.show({ kind: "start" })}>${messages.newProject}</button>
        <button class="btn line" @click=${() => pickFiles(store)}>${icon("folder")}${messages.openFile}</button>
        <button class="btn line" @click=${() => store.screens.show({ kind: "share" })}>
          ${icon("share")}${this.messages.share}
        </button>
        <button class="btn line" @click=${() => store.screens.show({ kind: "revisions" })}>
          ${icon("clock")}${messages.revisionsOf}
        </button>
        <button class="btn line" @click=${() => download(fileNameOf(store.name), projects.projectFile())}>
          ${icon("out")}${messages.exportProject}
        </button>
        <button class="btn line" @click=${this.#exportAll}>${icon("out")}${messages.exportAll}</button>
      </div>
    </ys-screen-frame>`;
  }

  #project({ id, name, updated }: ProjectSummary) {
    const { projects, save } = this.store;
    const messages = this.screenMessages;
    if (id === this.pendingDeletion) return this.#confirmation(id, name);
    return html`<li>
      <span class="what"><b>${name}</b><small>${messages.updated(moment(updated))}</small></span>
      ${
        id === projects.id
          ? html`<span class="row sec small">${icon("check")}${messages.current}</span>`
          : html`<button class="btn line short" @click=${() => projects.open(id)}>${messages.openProject}</button>`
      }
      <button
        class="btn short"
        aria-label=${messages.deleteNamed(name)}
        title=${messages.deleteNamed(name)}
        ?disabled=${save.kind === "read-only" && save.why === "newer"}
        @click=${() => this.#confirmDeletion(id)}
      >
        ${icon("bin")}
      </button>
    </li>`;
  }

  /** Asks for confirmation of a deletion, and offers a download of the project. */
  #confirmation(id: string, name: string) {
    const messages = this.screenMessages;
    return html`<li class="warn">
      <span class="what"
        ><b>${messages.deleteAsk(name)}</b
        ><small
          >${id === this.store.projects.id ? messages.deleteCurrent(this.#nextName()) : nothing}${messages.deleteUndoHint}</small
        ></span
      >
      <button class="btn line short" @click=${() => this.#exportOne(id, name)}>
        ${icon("out")}${messages.exportFirst}
      </button>
      <button class="btn alarm short" @click=${() => this.#remove(id, name)}>${messages.confirmDelete}</button>
      <button class="btn line short cancel" @click=${() => (this.pendingDeletion = null)}>${messages.cancel}</button>
    </li>`;
  }

  /** Name of the project that replaces the deleted current one; null: a blank project. */
  #nextName(): string | null {
    return this.listProjects?.projects.find(({ id }) => id !== this.store.projects.id)?.name ?? null;
  }

  #outcome() {
    const messages = this.screenMessages;
    if (this.notice === "") return nothing;
    return html`<p class="lead warn row" role="status">
      <span>${this.notice}</span>
      ${
        this.removed === null || this.removed.all.record === null
          ? nothing
          : html`<button class="btn line short" @click=${this.#putBack}>${icon("undo")}${messages.putBack}</button>`
      }
    </p>`;
  }

  #confirmDeletion(id: string): void {
    this.pendingDeletion = id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".cancel")?.focus());
  }

  /** Deletes a project once what was asked for before is done, so that the notice is about what came last. */
  #remove(id: string, name: string): Promise<void> {
    return this.#inOrder(() => this.#removeNow(id, name));
  }

  async #removeNow(id: string, name: string): Promise<void> {
    const messages = this.screenMessages;
    const blank = blankProject(messages.blankTitle, this.store.lang);
    const outcome = await this.store.projects.remove(id, blank);
    this.pendingDeletion = null;
    this.removed = outcome === null || outcome === "elsewhere" ? null : { name, all: outcome };
    this.notice =
      outcome === null
        ? messages.notDeleted
        : outcome === "elsewhere"
          ? messages.openElsewhere
          : messages.deleted(name);
    await this.#read();
  }

  #putBack = (): Promise<void> => this.#inOrder(() => this.#putBackNow());

  async #putBackNow(): Promise<void> {
    if (this.removed === null) return;
    const { name, all } = this.removed;
    const isBack = await this.store.projects.putBack(all);
    this.notice = isBack ? this.screenMessages.undeleted(name) : this.screenMessages.notUndeleted;
    if (isBack) this.removed = null;
    await this.#read();
  }

  /** Does a deletion or its undoing after those before it: the list shows a project again before its notice is set. */
  #inOrder(action: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(action, action);
    return this.#last;
  }

  #exportOne(id: string, name: string): Promise<void> {
    const { projects } = this.store;
    return this.#export(async () => {
      const text = id === projects.id ? projects.projectFile() : await projects.fileOf(id);
      if (text === null) download(fileNameOf(`damaged ${id}`, "json"), await projects.damagedFile(id));
      else download(fileNameOf(name), text);
    });
  }

  #exportAll = (): Promise<void> =>
    this.#export(async () => {
      const date = new Date().toISOString().slice(0, 10);
      download(fileNameOf(`${this.messages.brand} ${date}`), await this.store.projects.collectionFile());
    });

  /** What reads the records is loaded when used. */
  async #export(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch {
      [this.removed, this.notice] = [null, this.messages.viewFailed];
    }
  }

  /** The rubrics of the current project, when it has several. */
  #files() {
    const { store } = this;
    const files = filesOf(store.content);
    if (files.length < 2) return nothing;
    const go = (path: string) => {
      store.bringToFront(path);
      store.screens.close();
    };
    return html`<h3>${this.messages.files}</h3>
      <ul class="list">
        ${files.map(
          ({ path }) =>
            html`<li>
              <span class="what">${path}</span>
              ${
                path === store.content.path
                  ? html`<span class="row sec small">${icon("check")}${this.screenMessages.current}</span>`
                  : html`<button class="btn line short" @click=${() => go(path)}>
                      ${this.screenMessages.openProject}
                    </button>`
              }
            </li>`,
        )}
      </ul>`;
  }

  #damaged(ids: readonly string[]) {
    const messages = this.screenMessages;
    return html`<p class="lead warn" role="status">${messages.damaged(ids.length)}</p>
      <ul class="list">
        ${ids.map((id) =>
          id === this.pendingDeletion
            ? this.#confirmation(id, id)
            : html`<li>
                <span class="what">${id}</span>
                <button class="btn line short" @click=${() => this.#exportOne(id, id)}>
                  ${messages.exportDamaged}
                </button>
                <button
                  class="btn short"
                  aria-label=${messages.deleteNamed(id)}
                  title=${messages.deleteNamed(id)}
                  @click=${() => this.#confirmDeletion(id)}
                >
                  ${icon("bin")}
                </button>
              </li>`,
        )}
      </ul>`;
  }

  async #read(): Promise<void> {
    const read = ++this.#reads;
    const { projects, damaged } = await this.store.projects.listProjects();
    // A list that was asked for earlier may come later.
    if (read === this.#reads) this.listProjects = { projects: this.#order.of(projects), damaged };
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
