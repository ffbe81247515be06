/**
 * The deleted projects that can be restored: when each was deleted, the days that are left, restoring, exporting and
 * deleting for good.
 */
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { base, controls, icon } from "@yardstick/ui";
import { DAYS_AFTER_ABSENCE, DAYS_KEPT, daysLeft, type DeletedProject } from "../../storage/deletion-clock.js";
import type { DeletionOutcome } from "../../storage/deleted.js";
import type { ProjectDeletion } from "../../store/project-deletion.js";
import { moment } from "../base/figures.js";
import { screenStyles } from "../styles/screen.js";
import { exportCollection, exportStored } from "./export-stored.js";
import { ScreenElement } from "./screen-element.js";

/** Sends `changed` with what is to be said after a project was restored or deleted for good. */
@customElement("ys-deleted-projects")
export class DeletedProjects extends ScreenElement {
  protected readonly topics = ["screen"] as const;
  @property({ attribute: false }) projects: readonly DeletedProject[] = [];
  /** Whether the list is brought into view when it appears. */
  @property({ attribute: false }) isShown = false;
  /** Id of the project whose deletion for good awaits confirmation. */
  @state() private pending: string | null = null;

  static override styles = [base, controls, screenStyles];

  override render() {
    const { projects } = this;
    const messages = this.screenMessages;
    if (projects.length === 0) return nothing;
    return html`<h3 id="deleted">${messages.deletedCount(projects.length)}</h3>
      <p class="note">${messages.deletedRule(DAYS_KEPT, DAYS_AFTER_ABSENCE)}</p>
      <ul class="list" aria-labelledby="deleted">
        ${repeat(
          projects,
          ({ id }) => id,
          (project) => this.#project(project),
        )}
      </ul>
      <p class="note">
        <button class="btn line" @click=${() => this.#export(exportCollection(this.store, "deleted"))}>
          ${icon("out")}${messages.exportDeleted}
        </button>
      </p>`;
  }

  protected override updated(): void {
    if (!this.isShown || this.projects.length === 0) return;
    this.isShown = false;
    this.renderRoot.querySelector<HTMLElement>(".list button")?.focus({ preventScroll: true });
    this.renderRoot.querySelector("h3")?.scrollIntoView({ block: "start" });
  }

  #project(project: DeletedProject) {
    const { id, name, deleted } = project;
    const messages = this.screenMessages;
    if (id === this.pending) return this.#confirmation(project);
    return html`<li>
      <span class="what"><b>${name}</b><small>${messages.deletedOn(moment(deleted), daysLeft(project))}</small></span>
      <button
        class="btn line short"
        aria-label=${messages.restoreNamed(name)}
        @click=${() => this.#act((all) => all.restore(id), messages.undeleted(name), messages.notUndeleted)}
      >
        ${icon("undo")}${messages.restoreDeleted}
      </button>
      <button
        class="btn short"
        aria-label=${messages.eraseNamed(name)}
        title=${messages.eraseNamed(name)}
        @click=${() => this.#ask(id)}
      >
        ${icon("bin")}
      </button>
    </li>`;
  }

  #confirmation({ id, name }: DeletedProject) {
    const messages = this.screenMessages;
    return html`<li class="warn">
      <span class="what"><b>${messages.eraseAsk(name)}</b><small>${messages.eraseHint}</small></span>
      <button class="btn line short" @click=${() => this.#export(exportStored(this.store, id, name))}>
        ${icon("out")}${messages.exportFirst}
      </button>
      <button
        class="btn alarm short"
        @click=${() => this.#act((all) => all.erase(id), messages.erased(name), messages.notErased)}
      >
        ${messages.erase}
      </button>
      <button class="btn line short cancel" @click=${() => (this.pending = null)}>${messages.cancel}</button>
    </li>`;
  }

  #ask(id: string): void {
    this.pending = id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".cancel")?.focus());
  }

  async #act(act: (all: ProjectDeletion) => Promise<DeletionOutcome>, done: string, failed: string): Promise<void> {
    const outcome = await this.store.projects
      .deletion()
      .then(act)
      .catch((): DeletionOutcome => "failed");
    this.pending = null;
    const text = { done, failed, gone: this.screenMessages.goneElsewhere }[outcome];
    this.#notify(text);
  }

  /** Reports a download that failed. */
  async #export(write: Promise<void>): Promise<void> {
    await write.catch(() => this.#notify(this.messages.viewFailed));
  }

  #notify(text: string): void {
    this.dispatchEvent(new CustomEvent("changed", { detail: text }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-deleted-projects": DeletedProjects;
  }
}
