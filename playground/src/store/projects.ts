/**
 * Operations on whole projects: list, open, create, restore an earlier revision; files, links and deletion are loaded
 * when used. None of them replaces work that has not been saved.
 */
import type { RevisionSummary, ProjectList } from "../storage/database.js";
import type { DeletedProject } from "../storage/deletion-clock.js";
import { projectFile } from "../storage/project-file.js";
import type { Autosave } from "../storage/autosave.js";
import type { ProjectContent } from "../project/project.js";
import type { OnScreen } from "./on-screen.js";
import type { ProjectDeletion } from "./project-deletion.js";
import type { ProjectFiles } from "./project-files.js";
import type { Refusal, Screens } from "./screens.js";

/** The operations on projects. */
export class Projects {
  /** Null until the browser has answered, or when it offers no such request. */
  #isPersistent: boolean | null = null;

  constructor(
    private readonly autosave: Autosave,
    private readonly screen: OnScreen,
    private readonly screens: Screens,
    private readonly requestPersistence: () => Promise<boolean | null>,
  ) {}

  get id(): string {
    return this.autosave.id;
  }

  get isPersistent(): boolean | null {
    return this.#isPersistent;
  }

  /** Asks the browser to keep the stored data even when storage runs low. */
  async persist(): Promise<void> {
    this.#isPersistent = await this.requestPersistence().catch(() => null);
  }

  listProjects(): Promise<ProjectList> {
    return this.autosave.listProjects();
  }

  async open(id: string): Promise<void> {
    if (await this.autosave.openProject(id)) this.screens.close();
    else this.#refuse((await this.autosave.canLeave()) ? "not-readable" : "not-saved");
  }

  /** Creates a project. `isForced` discards work that could not be saved; set only when the user has confirmed it. */
  async begin(content: ProjectContent, isForced = false): Promise<void> {
    if (!isForced && !(await this.autosave.canLeave())) {
      this.#refuse("not-saved", content);
      return;
    }
    this.screen.adopt(content);
    this.autosave.copy();
    this.screens.close();
  }

  // — earlier revisions —

  revisions(): Promise<readonly RevisionSummary[]> {
    return this.autosave.revisions();
  }

  revision(revision: number): Promise<ProjectContent | null> {
    return this.autosave.revision(revision);
  }

  /** Restores an earlier revision; the current content is kept as a revision in the same transaction. */
  async restore(revision: number): Promise<boolean> {
    const content = await this.autosave.revision(revision);
    if (content === null || !(await this.autosave.canLeave()) || this.autosave.state.kind === "read-only") return false;
    this.screen.replace(content, "restore");
    await this.autosave.flush();
    return true;
  }

  /** Puts an example back in the current project; what is there is kept as a revision. False when it cannot be saved. */
  async putExampleBack(content: ProjectContent): Promise<boolean> {
    if (!(await this.autosave.canLeave()) || this.autosave.state.kind === "read-only") return false;
    this.screen.replace(content, "restore");
    await this.autosave.flush();
    return true;
  }

  // — files —

  /** Text of the project file of the current project. */
  projectFile(): string {
    const { name, content } = this.screen.current();
    return projectFile(name, content);
  }

  /** Files of other projects, exports of everything, and links; loaded when used. Rejects when that fails. */
  async files(): Promise<ProjectFiles> {
    const { ProjectFiles } = await import("./project-files.js");
    return new ProjectFiles(this.autosave, this.screen, this.screens, (content) => this.begin(content));
  }

  /** Deleting projects, and those that are deleted; loaded when used. Rejects when that fails. */
  async deletion(): Promise<ProjectDeletion> {
    const { ProjectDeletion } = await import("./project-deletion.js");
    return new ProjectDeletion(this.autosave, this.screen);
  }

  /** The deleted projects that can be restored; none when they cannot be read. */
  async deleted(): Promise<readonly DeletedProject[]> {
    return this.deletion()
      .then((deletion) => deletion.list())
      .catch(() => []);
  }

  /** Reads the hash of the address that the app was opened with. True when it contained a project link. */
  async receiveHash(hash: string): Promise<boolean> {
    if (!hash.startsWith("#y")) return false;
    const files = await this.files().catch(() => null);
    if (files !== null) return files.receiveHash(hash);
    this.#refuse("link-unloaded");
    return true;
  }

  #refuse(why: Refusal, instead: ProjectContent | null = null): void {
    this.screens.show({ kind: "refused", why, instead });
  }
}
