/**
 * All projects in this browser: the current one, links to the others, the deleted ones that can be restored, export and
 * import of files, and whether the browser has agreed to keep the stored data.
 */
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { blankProject } from "../../project/examples/blank.js";
import { download, fileNameOf } from "@yardstick/ui";
import type { ProjectSummary, ProjectList } from "../../storage/database.js";
import type { DeletedProject } from "../../storage/deletion-clock.js";
import { filesOf } from "../../project/project.js";
import { missingBetweenWindows } from "../../storage/project-lock.js";
import { base, controls, icon } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import { pickFiles } from "../base/file-intake.js";
import { moment } from "../base/figures.js";
import { ShownOrder } from "../base/shown-order.js";
import "../base/preference-switches.js";
import "../base/screen-frame.js";
import "./deleted-projects.js";
import { exportCollection, exportStored } from "./export-stored.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-projects-screen")
export class ProjectsScreen extends ScreenElement {
  protected readonly topics = ["save", "screen"] as const;
  @state() private listProjects: ProjectList | null = null;
  /** Id of the project whose deletion awaits confirmation. */
  @state() private pendingDeletion: string | null = null;
  @state() private deleted: readonly DeletedProject[] = [];
  /** What is brought into view when the screen opens. */
  @property({ attribute: false }) at: "deleted" | null = null;
  /** What the last deletion led to, and what can be done about it: restore the project, or delete it for good after all. */
  @state() private notice: {
    readonly text: string;
    readonly about?: { readonly id: string; readonly name: string; readonly offer: "restore" | "erase" };
  } | null = null;
  /** The end of the deletion or undoing that was asked for last. */
  #last: Promise<void> = Promise.resolve();
  readonly #order = new ShownOrder();
  #reads = 0;

  static override styles = [base, controls, screenStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("focus", this.#onFocus);
    void this.#read();
  }

  override disconnectedCallback(): void {
    removeEventListener("focus", this.#onFocus);
    super.disconnectedCallback();
  }

  /** Another window may have deleted or restored a project meanwhile. */
  readonly #onFocus = (): void => void this.#read();

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
      <ys-deleted-projects
        .store=${store}
        .projects=${this.deleted}
        .isShown=${this.at === "deleted"}
        @changed=${({ detail }: CustomEvent<string>) => this.#afterDeletion({ text: detail })}
      ></ys-deleted-projects>
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
        <button class="btn line" @click=${this.#exportAll}>
          ${icon("out")}${this.deleted.length === 0 ? messages.exportAll : messages.exportAllBut(this.deleted.length)}
        </button>
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
    const { notice } = this;
    if (notice === null) return nothing;
    const { text, about } = notice;
    return html`<p class="lead warn row" role="status">
      <span>${text}</span>
      ${
        about === undefined
          ? nothing
          : about.offer === "restore"
            ? html`<button class="btn line short" @click=${() => this.#restore(about.id, about.name)}>
                ${icon("undo")}${messages.putBack}
              </button>`
            : html`<button class="btn alarm short" @click=${() => this.#remove(about.id, about.name, true)}>
                ${messages.erase}
              </button>`
      }
    </p>`;
  }

  #confirmDeletion(id: string): void {
    this.pendingDeletion = id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".cancel")?.focus());
  }

  /** Deletes a project once what was asked for before is done, so that the notice is about what came last. */
  #remove(id: string, name: string, isForGood = false): Promise<void> {
    return this.#inOrder(() => this.#removeNow(id, name, isForGood));
  }

  async #removeNow(id: string, name: string, isForGood: boolean): Promise<void> {
    const messages = this.screenMessages;
    const blank = blankProject(messages.blankTitle, this.store.lang);
    const deletion = await this.store.projects.deletion().catch(() => null);
    this.pendingDeletion = null;
    if (deletion === null) return this.#afterDeletion({ text: this.messages.viewFailed });
    const outcome = await deletion.remove({ id, name }, blank, isForGood);
    await this.#afterDeletion(
      outcome === "failed"
        ? { text: messages.notDeleted, ...(isForGood ? {} : { about: { id, name, offer: "erase" } }) }
        : outcome === "elsewhere"
          ? { text: messages.openElsewhere }
          : outcome === "gone"
            ? { text: messages.goneElsewhere }
            : isForGood
              ? { text: messages.erased(name) }
              : { text: messages.deleted(name), about: { id, name, offer: "restore" } },
    );
  }

  #restore(id: string, name: string): Promise<void> {
    return this.#inOrder(async () => {
      const messages = this.screenMessages;
      const outcome = await this.store.projects
        .deletion()
        .then((deletion) => deletion.restore(id))
        .catch(() => "failed" as const);
      if (outcome === "done") await this.#afterDeletion({ text: messages.undeleted(name) });
      else if (outcome === "gone") await this.#afterDeletion({ text: messages.goneElsewhere });
      else await this.#afterDeletion({ text: messages.notUndeleted, about: { id, name, offer: "restore" } });
    });
  }

  async #afterDeletion(notice: ProjectsScreen["notice"]): Promise<void> {
    this.notice = notice;
    await this.#read();
  }

  /** Does a deletion or its undoing after those before it: the list shows a project again before its notice is set. */
  #inOrder(action: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(action, action);
    return this.#last;
  }

  #exportOne(id: string, name: string): Promise<void> {
    return this.#export(() => exportStored(this.store, id, name));
  }

  #exportAll = (): Promise<void> => this.#export(() => exportCollection(this.store, "present"));

  /** What reads the records is loaded when used. */
  async #export(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch {
      this.notice = { text: this.messages.viewFailed };
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
    const [{ projects, damaged }, deleted] = await Promise.all([
      this.store.projects.listProjects(),
      this.store.projects.deleted(),
    ]);
    // A list that was asked for earlier may come later.
    if (read !== this.#reads) return;
    this.listProjects = { projects: this.#order.of(projects), damaged };
    this.deleted = deleted;
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
