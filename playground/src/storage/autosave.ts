/**
 * Saves the current project automatically: opens the database and the last project, holds its lock, writes changes, and
 * reports at any time whether the project is saved. Independent of rubrics and views.
 */
import type { ProjectDatabase, RevisionSummary, SaveOutcome, ProjectList } from "./database.js";
import type { lockProject, openSaveChannel, ProjectLock } from "./project-lock.js";
import { contentOf, type ProjectRecord, type RevisionReason } from "./records.js";
import type { Repaired, Repairs } from "./repair.js";
import { Saver, type SaveState } from "./saver.js";
import type { ProjectContent } from "../project/project.js";

/** The database and the channel to other tabs, as the browser provides them. */
export interface Disk {
  /** `hosted` when the embedding page saves the project: nothing is written, and nothing counts as unsaved. */
  open(onClosed: () => void): Promise<ProjectDatabase | "unavailable" | "hosted">;
  lock: typeof lockProject;
  openChannel: typeof openSaveChannel;
  newId(): string;
  now(): number;
  /** Asks the browser not to clear the stored data; null when it offers no such request. */
  persist(): Promise<boolean | null>;
}

/** The state that the interface shows: a state of the saver, read-only, still opening, or saved by the host page. */
export type AutosaveState =
  | SaveState
  | { readonly kind: "read-only"; readonly why: "elsewhere" | "newer" }
  | { readonly kind: "opening" | "hosted" };

/** Callbacks of the autosave. */
export interface AutosaveListener {
  onState(state: AutosaveState): void;
  /** The project was replaced by another one, or by a newer version that another tab has written. */
  onContent(content: ProjectContent, isOther: boolean): void;
  /** Fields of the opened record could not be read and were replaced. */
  onRepaired(repairs: Repairs): void;
}

/** Saves one project at a time and opens others. */
export class Autosave {
  #db: ProjectDatabase | null = null;
  #id = "";
  #base = 0;
  #lock: ProjectLock | null = null;
  #channel: { notify(saved: { readonly id: string; readonly revision: number }): void } | null = null;
  #state: AutosaveState = { kind: "opening" };
  /** Set when nothing can be written, and trying again would not help. */
  #lost: "unavailable" | "closed" | null = null;
  /** Something changed while the database was still being opened. */
  #isEarly = false;
  /** A new project waits for its lock: until it is granted, a write that finishes belongs to the previous project. */
  #awaitsLock = false;
  /** Why the next write keeps the state before it as a revision. */
  #before: RevisionReason | null = null;
  readonly #saver: Saver;

  /** @param current the current project, with the name for the project list */
  constructor(
    readonly disk: Disk,
    private readonly current: () => { readonly name: string; readonly content: ProjectContent },
    private readonly listener: AutosaveListener,
  ) {
    this.#saver = new Saver(
      () => this.#write(),
      (state) => {
        if (!this.#awaitsLock) this.#setState(state);
      },
      () => disk.now(),
    );
  }

  /** The database, for what is loaded when used; null when there is none. */
  get database(): ProjectDatabase | null {
    return this.#db;
  }

  get state(): AutosaveState {
    return this.#state;
  }

  /** Id of the current project; empty when nothing is saved. */
  get id(): string {
    return this.#id;
  }

  /**
   * Opens the last project, or creates one from the current content, which `first` sets beforehand. Returns whether a project was found.
   */
  async start(first: () => Promise<unknown> = () => Promise.resolve()): Promise<boolean> {
    const opened = await this.disk.open(() => this.#markLost("closed")).catch(() => "unavailable" as const);
    if (opened === "unavailable") {
      await first();
      this.#markLost(opened);
      return false;
    }
    if (opened === "hosted") {
      await first();
      this.#setState({ kind: opened });
      return false;
    }
    this.#db = opened;
    this.#channel = this.disk.openChannel((saved) => void this.#receive(saved.id));
    const record = await opened.latest().catch(() => null);
    if (opened.isNewer) {
      if (record !== null) this.#take(record.value);
      this.#setState({ kind: "read-only", why: "newer" });
    } else if (record === null) {
      await first();
      this.copy();
    } else this.#open(record);
    if (!opened.isNewer) void opened.eraseExpired(this.disk.now()).catch(() => null);
    return record !== null;
  }

  /** Called after every change; `before` requests a revision of the state before it. */
  changed(before: RevisionReason | null = null): void {
    this.#before ??= before;
    switch (this.#state.kind) {
      case "read-only":
      case "hosted":
        return;
      case "opening":
        this.#isEarly = true;
        return;
      default:
        if (this.#lost !== null) this.#setState({ kind: "unsaved", why: this.#lost });
        else this.#saver.changed();
    }
  }

  /** Writes pending changes now. */
  flush(): Promise<void> {
    return this.#db === null || this.#lost !== null ? Promise.resolve() : this.#saver.flush();
  }

  /** Continues as a new project, leaving the previous one to the window that holds its lock. */
  copy(): void {
    if (this.#db === null || this.#db.isNewer) return;
    this.#leave();
    this.#id = this.disk.newId();
    this.#base = 0;
    this.#awaitsLock = true;
    this.#setState({ kind: "saving" });
    this.#lock = this.disk.lock(
      this.#id,
      () => {
        this.#awaitsLock = false;
        this.#saver.changed();
      },
      () => {
        this.#awaitsLock = false;
        this.#setState({ kind: "read-only", why: "elsewhere" });
      },
    );
  }

  /**
   * Whether another project may replace the current one: everything is saved, or saving is not this tab's
   * responsibility.
   */
  async canLeave(): Promise<boolean> {
    await this.flush();
    return ["saved", "read-only", "hosted"].includes(this.#state.kind);
  }

  /**
   * Opens another project instead of the current one. False when the current one could not be saved or the other could
   * not be read.
   */
  async openProject(id: string): Promise<boolean> {
    if (id === this.#id) return true;
    const record = (await this.canLeave()) ? ((await this.#db?.project(id).catch(() => null)) ?? null) : null;
    if (record === null) return false;
    this.#leave();
    if (this.#db?.isNewer === true) this.#take(record.value);
    else this.#open(record);
    return true;
  }

  /** Every stored project. */
  listProjects(): Promise<ProjectList> {
    return this.#db?.listProjects().catch(() => NOTHING) ?? Promise.resolve(NOTHING);
  }

  revisions(): Promise<readonly RevisionSummary[]> {
    return this.#db?.revisions(this.#id).catch(() => []) ?? Promise.resolve([]);
  }

  revision(revision: number): Promise<ProjectContent | null> {
    return this.#db?.revision(this.#id, revision).catch(() => null) ?? Promise.resolve(null);
  }

  #leave(): void {
    this.#lock?.release();
    this.#lock = null;
    this.#before = null;
  }

  #open({ value: record, repairs }: Repaired<ProjectRecord>): void {
    this.#take(record);
    if (repairs.length > 0) this.listener.onRepaired(repairs);
    let wasDenied = false;
    const { id } = record;
    this.#lock = this.disk.lock(
      id,
      () => void this.#own(record, wasDenied, repairs.length > 0),
      (by) => {
        if (by === "here") return;
        wasDenied = true;
        if (this.#id === id) this.#setState({ kind: "read-only", why: "elsewhere" });
      },
    );
  }

  async #own(record: ProjectRecord, isTakenOver: boolean, isRepaired: boolean): Promise<void> {
    if (this.#id !== record.id) return;
    // The previous holder may have written since this window read the record.
    const newest = isTakenOver ? await this.#read() : null;
    if (newest !== null) this.#take(newest);
    this.#setState({ kind: "saved", at: (newest ?? record).updated });
    if (this.#isEarly || isRepaired) this.#saver.changed();
  }

  async #receive(id: string): Promise<void> {
    if (id !== this.#id || this.#state.kind !== "read-only") return;
    const newest = await this.#read();
    if (newest !== null) this.#take(newest);
  }

  async #read(): Promise<ProjectRecord | null> {
    return (await this.#db?.project(this.#id).catch(() => null))?.value ?? null;
  }

  #take(record: ProjectRecord): void {
    const isOther = this.#id !== record.id;
    this.#id = record.id;
    this.#base = record.revision;
    this.listener.onContent(contentOf(record), isOther);
  }

  async #write(): Promise<SaveOutcome> {
    if (this.#db === null) return { kind: "failure", failure: "closed", message: "no database" };
    const { name, content } = this.current();
    const id = this.#id;
    const before = this.#before;
    this.#before = null;
    const outcome = await this.#db.save({
      id,
      name,
      content,
      base: this.#base,
      now: this.disk.now(),
      before,
    });
    if (outcome.kind === "saved") {
      const { revision } = outcome;
      // Another project may have been opened meanwhile; it has revisions of its own.
      if (this.#id === id) this.#base = revision;
      this.#channel?.notify({ id, revision });
    } else if (this.#id === id) this.#before ??= before;
    return outcome;
  }

  #markLost(why: "unavailable" | "closed"): void {
    this.#lost = why;
    this.#setState({ kind: "unsaved", why });
  }

  #setState(state: AutosaveState): void {
    this.#state = state;
    this.listener.onState(state);
  }
}

const NOTHING: ProjectList = { projects: [], damaged: [] };
