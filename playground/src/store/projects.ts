/**
 * Operations on whole projects: list, open, create, restore an earlier revision, write to a file and read from one,
 * share. None of them replaces work that has not been saved.
 */
import type { RevisionSummary, ProjectList } from "../storage/database.js";
import type { RemovedProject } from "../storage/removal.js";
import { collectionFile, projectFile, readProjectFile, type NamedProject } from "../storage/project-file.js";
import { contentOf, readRecord, type RevisionReason } from "../storage/records.js";
import type { Autosave } from "../storage/autosave.js";
import type { ProjectContent } from "../project/project.js";
import type { Refusal, Screens } from "./screens.js";

/** The operations of the store on the current project. */
export interface OnScreen {
  /** The current project with the name for the project list. */
  current(): NamedProject;
  /** Replaces the current project by another one. */
  adopt(content: ProjectContent): void;
  /** Replaces the content of the current project; the previous content is kept as a revision. */
  replace(content: ProjectContent, why: RevisionReason): void;
}

/** A link, or the reason why there is none. */
export type ShareOutcome =
  | { readonly kind: "link"; readonly hash: string }
  | { readonly kind: "too-long"; readonly length: number; readonly most: number }
  /** This browser cannot create links. */
  | { readonly kind: "unsupported" }
  /** What makes links could not be loaded. */
  | { readonly kind: "unloaded" };

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

  /**
   * Deletes a project that no other window has open, with its revisions. When it is the current one, the most recently
   * used other project, or `blank`, is opened first. The return value can be passed to `putBack`.
   */
  async remove(id: string, blank: ProjectContent): Promise<RemovedProject | "elsewhere" | null> {
    if (id === this.id) {
      const { state } = this.autosave;
      if (state.kind === "read-only") return state.why === "elsewhere" ? state.why : null;
      if (!(await this.#switchToAnother(blank))) return null;
    }
    return this.autosave.remove(id);
  }

  async #switchToAnother(blank: ProjectContent): Promise<boolean> {
    const { projects } = await this.listProjects();
    const next = projects.find(({ id }) => id !== this.id);
    if (next !== undefined) return this.autosave.openProject(next.id);
    if (!(await this.autosave.canLeave())) return false;
    this.screen.adopt(blank);
    this.autosave.copy();
    return true;
  }

  putBack(removed: RemovedProject): Promise<boolean> {
    return this.autosave.putBack(removed);
  }

  /** Text of the project file of another stored project; null when its record cannot be read. */
  async fileOf(id: string): Promise<string | null> {
    const record = await this.autosave.raw(id).catch(() => null);
    const read = readRecord(record, 0);
    return read === null ? null : projectFile(read.value.name, read.value);
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

  async collectionFile(): Promise<string> {
    return collectionFile(await this.autosave.everything());
  }

  /** The content of a record that cannot be opened, as JSON. */
  async damagedFile(id: string): Promise<string> {
    return JSON.stringify(await this.autosave.raw(id), null, 2);
  }

  /** Reads a project file, an export of everything, or a rubric, and shows it; it is opened when the user confirms. */
  receiveFile(fileName: string, text: string): void {
    if (text.trim() === "") return this.#refuse("file-empty");
    if (!/\.json$/i.test(fileName)) return this.#receiveRubric(text);
    const read = readProjectFile(text);
    switch (read.kind) {
      case "foreign":
        return this.#refuse("file-foreign");
      case "newer":
        return this.#refuse("file-newer");
      case "projects":
        this.screens.show({ kind: "received", projects: read.projects, damaged: read.damaged });
    }
  }

  #receiveRubric(text: string): void {
    const rubric = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    void this.begin({ rubric, tables: [] });
  }

  // — sharing —

  /** @param withData whether to include the tables; set only by the user */
  async share(withData: boolean): Promise<ShareOutcome> {
    const links = await shareLinks();
    if (links === null) return { kind: "unloaded" };
    const { canCompress, MAX_LINK_LENGTH, sharedHash } = links;
    if (!canCompress()) return { kind: "unsupported" };
    const { name, content } = this.screen.current();
    const hash = await sharedHash({ name, content: withData ? content : withoutData(content) });
    return hash.length > MAX_LINK_LENGTH
      ? { kind: "too-long", length: hash.length, most: MAX_LINK_LENGTH }
      : { kind: "link", hash };
  }

  /** Reads the hash of the address that the app was opened with. True when it contained a project link. */
  async receiveHash(hash: string): Promise<boolean> {
    if (!hash.startsWith("#y")) return false;
    const read = (await (await shareLinks())?.readSharedHash(hash)) ?? ({ kind: "unloaded" } as const);
    switch (read.kind) {
      case "none":
        return false;
      case "project":
        this.screens.show({ kind: "received", projects: [read.project], damaged: 0 });
        return true;
      case "too-large":
      case "damaged":
      case "newer":
      case "unsupported":
      case "unloaded":
        this.#refuse(`link-${read.kind}`);
        return true;
    }
  }

  #refuse(why: Refusal, instead: ProjectContent | null = null): void {
    this.screens.show({ kind: "refused", why, instead });
  }
}

/** Loaded when a link is made or opened; null when that fails. */
const shareLinks = () => import("../storage/share-link.js").catch(() => null);

/** The project without its tables; links contain only the rubrics by default. */
export function withoutData(content: ProjectContent): ProjectContent {
  const others = content.others?.map((file) => ({ ...file, tables: [] }));
  return contentOf({ ...content, tables: [], ...(others === undefined ? {} : { others }) });
}
