/**
 * Keeps one project on the disk: opens the database and the last project, holds its lock, writes changes, and says at every
 * moment whether what is on the screen is also elsewhere. Knows nothing of rubrics or of looks.
 */
import type { ProjectDatabase, RemovedProject, RevisionSummary, SaveOutcome, Shelf } from "./database.js";
import type { holdProject, openSaveNews, ProjectLock } from "./project-lock.js";
import { contentOf, type ProjectRecord, type RevisionReason } from "./records.js";
import type { Repaired, Repairs } from "./repair.js";
import { Saver, type SaveState } from "./saver.js";
import type { ProjectContent } from "../project/project.js";

/** The disk and the other tabs, as the browser offers them. */
export interface Disk {
  /** `hosted` where somebody else keeps the project: then nothing is written, and nothing is missing. */
  open(onClosed: () => void): Promise<ProjectDatabase | "unavailable" | "hosted">;
  hold: typeof holdProject;
  news: typeof openSaveNews;
  newId(): string;
  now(): number;
  /** Asks the browser not to clear what is kept; null where it cannot be asked. */
  persist(): Promise<boolean | null>;
}

export type KeepingState =
  | SaveState
  | { readonly kind: "read-only"; readonly why: "elsewhere" | "newer" }
  | { readonly kind: "opening" | "hosted" };

export interface KeepingListener {
  onState(state: KeepingState): void;
  /** The project on the disk is another than ours: it was opened, or another tab has written it. */
  onContent(content: ProjectContent, isOther: boolean): void;
  /** Fields of the record that was opened could not be read and were replaced. */
  onRepaired(repairs: Repairs): void;
}

export class Keeping {
  #db: ProjectDatabase | null = null;
  #id = "";
  #base = 0;
  #lock: ProjectLock | null = null;
  #news: { tell(news: { readonly id: string; readonly revision: number }): void } | null = null;
  #state: KeepingState = { kind: "opening" };
  /** Set where nothing can be written, however often it is tried. */
  #lost: "unavailable" | "closed" | null = null;
  /** Something changed while the disk was still being opened. */
  #isEarly = false;
  /** A new project waits for its lock: until then a write that ends is one of the project before it. */
  #isClaiming = false;
  /** Why the next write keeps what stood before it. */
  #before: RevisionReason | null = null;
  readonly #saver: Saver;

  /** @param current what is on the screen now, with the name to list it under */
  constructor(
    private readonly disk: Disk,
    private readonly current: () => { readonly name: string; readonly content: ProjectContent },
    private readonly listener: KeepingListener,
  ) {
    this.#saver = new Saver(
      () => this.#write(),
      (state) => {
        if (!this.#isClaiming) this.#say(state);
      },
      () => disk.now(),
    );
  }

  get state(): KeepingState {
    return this.#state;
  }

  /** Of the project on the screen; empty while nothing is kept. */
  get id(): string {
    return this.#id;
  }

  /** Opens the last project, or begins one with what is on the screen; says whether it found one. */
  async start(): Promise<boolean> {
    const opened = await this.disk.open(() => this.#lose("closed")).catch(() => "unavailable" as const);
    if (opened === "unavailable") {
      this.#lose(opened);
      return false;
    }
    if (opened === "hosted") {
      this.#say({ kind: opened });
      return false;
    }
    this.#db = opened;
    this.#news = this.disk.news((news) => void this.#hear(news.id));
    const record = await opened.latest().catch(() => null);
    if (opened.isNewer) {
      if (record !== null) this.#take(record.value);
      this.#say({ kind: "read-only", why: "newer" });
    } else if (record === null) this.copy();
    else this.#open(record);
    return record !== null;
  }

  /** Something on the screen has changed; `before` asks for a revision of what stood before it. */
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
        if (this.#lost !== null) this.#say({ kind: "unsaved", why: this.#lost });
        else this.#saver.changed();
    }
  }

  /** Writes what is not written yet, now. */
  flush(): Promise<void> {
    return this.#db === null || this.#lost !== null ? Promise.resolve() : this.#saver.flush();
  }

  /** Goes on as a new project of its own, leaving the old one to whoever holds it. */
  copy(): void {
    if (this.#db === null || this.#db.isNewer) return;
    this.#leave();
    this.#id = this.disk.newId();
    this.#base = 0;
    this.#isClaiming = true;
    this.#say({ kind: "saving" });
    this.#lock = this.disk.hold(
      this.#id,
      () => {
        this.#isClaiming = false;
        this.#saver.changed();
      },
      () => {
        this.#isClaiming = false;
        this.#say({ kind: "read-only", why: "elsewhere" });
      },
    );
  }

  /** Whether the project on the screen may give its place to another: all of it is on the disk, or is somebody else's. */
  async canLeave(): Promise<boolean> {
    await this.flush();
    return ["saved", "read-only", "hosted"].includes(this.#state.kind);
  }

  /** Opens another project in the place of this one. False where this one could not be saved or that one not be read. */
  async openProject(id: string): Promise<boolean> {
    if (id === this.#id) return true;
    const record = (await this.canLeave()) ? ((await this.#db?.project(id).catch(() => null)) ?? null) : null;
    if (record === null) return false;
    this.#leave();
    if (this.#db?.isNewer === true) this.#take(record.value);
    else this.#open(record);
    return true;
  }

  /** Every project that is kept. */
  shelf(): Promise<Shelf> {
    return this.#db?.shelf().catch(() => NOTHING) ?? Promise.resolve(NOTHING);
  }

  revisions(): Promise<readonly RevisionSummary[]> {
    return this.#db?.revisions(this.#id).catch(() => []) ?? Promise.resolve([]);
  }

  revision(revision: number): Promise<ProjectContent | null> {
    return this.#db?.revision(this.#id, revision).catch(() => null) ?? Promise.resolve(null);
  }

  /** A record as it lies there, for somebody who wants what is left of a damaged one. */
  async raw(id: string): Promise<unknown> {
    return await this.#db?.raw(id);
  }

  /** Takes another project out, unless a window has it open. Null where it was not taken out. */
  async remove(id: string): Promise<RemovedProject | "elsewhere" | null> {
    const db = this.#db;
    if (db === null || id === this.#id) return null;
    return new Promise((resolve) => {
      let isOurs = false;
      const lock = this.disk.hold(
        id,
        () => {
          isOurs = true;
          void db.remove(id).then((removed) => (lock.release(), resolve(removed)));
        },
        // Whoever has just left it may still be letting go.
        () =>
          setTimeout(() => {
            if (isOurs) return;
            lock.release();
            resolve("elsewhere");
          }, LETTING_GO_MS),
      );
    });
  }

  async putBack(removed: RemovedProject): Promise<boolean> {
    return (await this.#db?.putBack(removed)) ?? false;
  }

  async everything(): Promise<{ readonly projects: readonly unknown[]; readonly revisions: readonly unknown[] }> {
    await this.flush();
    return (await this.#db?.everything()) ?? { projects: [], revisions: [] };
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
    this.#lock = this.disk.hold(
      id,
      () => void this.#own(record, wasDenied, repairs.length > 0),
      () => {
        wasDenied = true;
        if (this.#id === id) this.#say({ kind: "read-only", why: "elsewhere" });
      },
    );
  }

  async #own(record: ProjectRecord, isTakenOver: boolean, isRepaired: boolean): Promise<void> {
    if (this.#id !== record.id) return;
    // The holder before us may have written since we read.
    const newest = isTakenOver ? await this.#read() : null;
    if (newest !== null) this.#take(newest);
    this.#say({ kind: "saved", at: (newest ?? record).updated });
    if (this.#isEarly || isRepaired) this.#saver.changed();
  }

  async #hear(id: string): Promise<void> {
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
    if (this.#db === null) return { kind: "fault", fault: "closed", message: "no database" };
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
      const { revision } = outcome.record;
      // Another project may have come to the screen meanwhile: its revisions are its own.
      if (this.#id === id) this.#base = revision;
      this.#news?.tell({ id, revision });
    } else if (this.#id === id) this.#before ??= before;
    return outcome;
  }

  #lose(why: "unavailable" | "closed"): void {
    this.#lost = why;
    this.#say({ kind: "unsaved", why });
  }

  #say(state: KeepingState): void {
    this.#state = state;
    this.listener.onState(state);
  }
}

const LETTING_GO_MS = 300;
const NOTHING: Shelf = { projects: [], damaged: [] };
