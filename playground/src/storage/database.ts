/**
 * The database of projects in this browser. A record a project, and beside it revisions that are only ever added.
 * A save names the revision it started from and is refused, inside its transaction, when another has come first.
 * Everything that can go wrong with a disk is a value here, never an exception.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { ProjectContent } from "../project/project.js";
import type { Repaired } from "./repair.js";
import {
  contentOf,
  readRecord,
  readRevision,
  RECORD_FORMAT,
  type ProjectRecord,
  type RevisionReason,
  type RevisionRecord,
} from "./records.js";

const VERSION = 1;

/** At most this often an edit leaves a revision behind; all other saves only replace the project's record. */
const REVISION_EVERY = 2 * 60_000;

interface Schema extends DBSchema {
  projects: { key: string; value: ProjectRecord; indexes: { updated: number } };
  revisions: { key: [string, number]; value: RevisionRecord };
}

export type SaveFault = "quota" | "conflict" | "closed" | "failed";
export type SaveOutcome =
  | { readonly kind: "saved"; readonly record: ProjectRecord }
  | { readonly kind: "fault"; readonly fault: SaveFault; readonly message: string };

/** A save by whom and over what. `before` says why what stood so far is kept as a revision, in the same transaction. */
export interface SaveRequest {
  readonly id: string;
  readonly name: string;
  readonly content: ProjectContent;
  /** The revision it started from; 0 for a new project. */
  readonly base: number;
  readonly now: number;
  readonly before?: RevisionReason | null;
}

export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly updated: number;
}

export interface RevisionSummary {
  readonly revision: number;
  readonly at: number;
  readonly reason: RevisionReason;
}

/** Everything there is, for a list: what opens, and the keys of records that do not. */
export interface Shelf {
  readonly projects: readonly ProjectSummary[];
  readonly damaged: readonly string[];
}

/** All there was of a project that has been deleted, so that it can be put back. */
export interface RemovedProject {
  readonly id: string;
  /** As it lay there, damaged or not. */
  readonly record: unknown;
  readonly revisions: readonly unknown[];
}

/** How long the browser may take to open the database: some never answer when storage is forbidden or another tab blocks it. */
const OPEN_LIMIT = 4_000;

export class ProjectDatabase {
  #db: IDBPDatabase<Schema> | null;

  private constructor(
    db: IDBPDatabase<Schema>,
    /** A newer app has changed its shape: it is read as far as that goes, and never written. */
    readonly isNewer: boolean,
  ) {
    this.#db = db;
  }

  /** @param onClosed called once when the connection is lost: the browser ended it, or a newer app needs it gone. */
  static async open(name: string, onClosed: () => void): Promise<ProjectDatabase | "unavailable"> {
    const opened = await ProjectDatabase.#openVersion(name, VERSION, onClosed);
    if (opened !== "newer") return opened;
    const asIs = await ProjectDatabase.#openVersion(name, undefined, onClosed);
    return asIs === "newer" ? "unavailable" : asIs;
  }

  /** @param version left out: whatever it has */
  static async #openVersion(
    name: string,
    version: number | undefined,
    onClosed: () => void,
  ): Promise<ProjectDatabase | "unavailable" | "newer"> {
    let opened: ProjectDatabase | null = null;
    let isLate = false;
    const lose = () => {
      opened?.close();
      onClosed();
    };
    try {
      const opening = openDB<Schema>(name, version, {
        upgrade(fresh) {
          fresh.createObjectStore("projects", { keyPath: "id" }).createIndex("updated", "updated");
          fresh.createObjectStore("revisions", { keyPath: ["project", "revision"] });
        },
        blocking: lose,
        terminated: lose,
      }).then((db) => {
        if (isLate) db.close();
        return db;
      });
      const db = await Promise.race([opening, pause(OPEN_LIMIT)]);
      if (db === undefined) {
        isLate = true;
        return "unavailable";
      }
      opened = new ProjectDatabase(db, version === undefined);
      return opened;
    } catch (error) {
      return error instanceof DOMException && error.name === "VersionError" ? "newer" : "unavailable";
    }
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
  }

  /** The project that was saved last, passing over records that cannot be read. Null where there is none. */
  async latest(): Promise<Repaired<ProjectRecord> | null> {
    const { projects } = await this.shelf();
    const [newest] = projects;
    return newest === undefined ? null : await this.project(newest.id);
  }

  /** Every project, the one saved last first. */
  async shelf(): Promise<Shelf> {
    const projects: ProjectSummary[] = [];
    const damaged: string[] = [];
    if (this.#db === null) return { projects, damaged };
    for (const { key, value } of await this.#each("projects")) {
      const record = readRecord(value, 0)?.value;
      if (record !== undefined) projects.push({ id: record.id, name: record.name, updated: record.updated });
      else if (typeof key === "string") damaged.push(key);
    }
    return { projects: projects.sort((a, b) => b.updated - a.updated), damaged };
  }

  /** With the fields that had to be repaired; null where it is not there or cannot be read. */
  async project(id: string): Promise<Repaired<ProjectRecord> | null> {
    return readRecord(await this.raw(id), await this.#lastRevision(id));
  }

  /** Number of the newest revision that is kept of a project, 0 where there is none. */
  async #lastRevision(id: string): Promise<number> {
    const keys = (await this.#db?.getAllKeys("revisions", revisionsOf(id))) ?? [];
    return Math.max(0, ...keys.map(([, revision]) => revision).filter(Number.isSafeInteger));
  }

  /** A record as it lies there, whatever became of it. */
  async raw(id: string): Promise<unknown> {
    return await this.#db?.get("projects", id);
  }

  /** Saves over revision `base`. Returns only when the disk has it. */
  async save(request: SaveRequest): Promise<SaveOutcome> {
    if (this.#db === null || this.isNewer) return fault("closed", "the database is closed");
    const { id, name, content, base, now, before: why = null } = request;
    try {
      const tx = this.#db.transaction(["projects", "revisions"], "readwrite", { durability: "strict" });
      // Left unread, the rejection of an aborted transaction would surface as an uncaught error.
      const done = tx.done.then(
        () => null,
        (error: unknown) => error,
      );
      try {
        const projects = tx.objectStore("projects");
        const revisions = tx.objectStore("revisions");
        const lying: unknown = await projects.get(id);
        const keys = await revisions.getAllKeys(revisionsOf(id));
        const last = Math.max(0, ...keys.map(([, kept]) => kept).filter(Number.isSafeInteger));
        const current = readRecord(lying, last)?.value;
        const stood = current?.revision ?? 0;
        if (stood !== base || (lying !== undefined && current === undefined)) {
          tx.abort();
          await done;
          return fault("conflict", `revision ${stood} stands where ${base} was expected`);
        }
        const reason = why ?? (current !== undefined && current.format !== RECORD_FORMAT ? "migration" : null);
        if (current !== undefined && reason !== null && (await revisions.getKey([id, base])) === undefined)
          await revisions.add({ project: id, revision: base, at: current.updated, reason, ...contentOf(current) });
        // A time to come, from a clock that was wrong or a damaged record, must not keep revisions from being kept.
        const before = Math.min(current?.kept ?? 0, now);
        const keeps = now - before >= REVISION_EVERY;
        const revision = Math.max(base, last) + 1;
        const kept = keeps ? now : before;
        const record: ProjectRecord = {
          id,
          format: RECORD_FORMAT,
          name,
          revision,
          updated: now,
          kept,
          ...contentOf(content),
        };
        await projects.put(record);
        if (keeps) await revisions.add({ project: id, revision, at: now, reason: "edit", ...contentOf(content) });
        const error = await done;
        return error === null ? { kind: "saved", record } : faultOf(error);
      } catch (error) {
        abort(tx);
        const why = await done;
        return faultOf(why === null || isAbort(why) ? error : why);
      }
    } catch (error) {
      return faultOf(error);
    }
  }

  /** What is kept of a project, newest first. */
  async revisions(id: string): Promise<readonly RevisionSummary[]> {
    const found: RevisionSummary[] = [];
    for (const { key, value } of await this.#each("revisions", revisionsOf(id))) {
      const read = readRevision(value);
      const revision = Array.isArray(key) && typeof key[1] === "number" ? key[1] : null;
      if (read !== null && revision !== null) found.push({ revision, at: read.at, reason: read.reason ?? "edit" });
    }
    return found.reverse();
  }

  async revision(id: string, revision: number): Promise<ProjectContent | null> {
    const found: unknown = await this.#db?.get("revisions", [id, revision]);
    const read = readRevision(found);
    return read === null ? null : contentOf(read);
  }

  /** Every record and every revision as they lie there, the damaged too; of one that cannot be read at all, its key. */
  async everything(): Promise<{ readonly projects: readonly unknown[]; readonly revisions: readonly unknown[] }> {
    const whole = async (name: "projects" | "revisions") =>
      (await this.#each(name)).map(({ key, value }) => value ?? { unreadable: key });
    return { projects: await whole("projects"), revisions: await whole("revisions") };
  }

  /** Takes a project out with its revisions, in one stroke. Null where that could not be done: everything is still there. */
  async remove(id: string): Promise<RemovedProject | null> {
    if (this.#db === null || this.isNewer) return null;
    try {
      const record = await this.raw(id).catch(() => null);
      const revisions = (await this.#each("revisions", revisionsOf(id))).flatMap(({ value }) => value ?? []);
      const tx = this.#db.transaction(["projects", "revisions"], "readwrite", { durability: "strict" });
      await Promise.all([
        tx.objectStore("projects").delete(id),
        tx.objectStore("revisions").delete(revisionsOf(id)),
        tx.done,
      ]);
      return { id, record, revisions };
    } catch {
      return null;
    }
  }

  /** Puts back what was taken out, as it was; false where it could not be, or where there is such a project again. */
  async putBack({ record, revisions }: RemovedProject): Promise<boolean> {
    if (this.#db === null || this.isNewer) return false;
    try {
      const tx = this.#db.transaction(["projects", "revisions"], "readwrite", { durability: "strict" });
      await Promise.all([
        tx.objectStore("projects").add(record as ProjectRecord),
        ...revisions.map((revision) => tx.objectStore("revisions").add(revision as RevisionRecord)),
        tx.done,
      ]);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Key and value of each record, in the order of the keys. Each is read in a transaction of its own, so that one that the browser
   * cannot read does not take the others with it: its value is undefined.
   */
  async #each(
    name: "projects" | "revisions",
    range?: IDBKeyRange,
  ): Promise<readonly { readonly key: IDBValidKey; readonly value: unknown }[]> {
    const db = this.#db;
    if (db === null) return [];
    const found: { readonly key: IDBValidKey; readonly value: unknown }[] = [];
    for (const key of await db.getAllKeys(name, range))
      found.push({ key, value: await db.get(name, key as string & [string, number]).catch(() => undefined) });
    return found;
  }
}

function revisionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

/** So that a write that did not come about takes back those before it; where the browser has done so itself it complains. */
function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    return;
  }
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function fault(kind: SaveFault, message: string): SaveOutcome {
  return { kind: "fault", fault: kind, message };
}

function faultOf(error: unknown): SaveOutcome {
  const name = error instanceof DOMException ? error.name : "";
  const message = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  if (name === "QuotaExceededError") return fault("quota", message);
  if (name === "InvalidStateError") return fault("closed", message);
  return fault("failed", message);
}
