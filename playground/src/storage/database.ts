/**
 * The database of projects in this browser: one record per project, and revisions that are only ever added. A save
 * names the revision that it is based on and is rejected, within its transaction, when another save has come first.
 * Every storage failure is returned as a value; no exception is thrown.
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

/** Minimum time between two revisions kept of edits, in milliseconds; other saves only replace the project's record. */
const REVISION_EVERY = 2 * 60_000;

interface Schema extends DBSchema {
  projects: { key: string; value: ProjectRecord; indexes: { updated: number } };
  revisions: { key: [string, number]; value: RevisionRecord };
}

/** Why a save failed: storage full, another save came first, database closed, or any other error. */
export type SaveFailure = "quota" | "conflict" | "closed" | "failed";
/** The outcome of a save. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly record: ProjectRecord }
  | { readonly kind: "failure"; readonly failure: SaveFailure; readonly message: string };

/**
 * A save with the revision it is based on. `before` states why the previous content is kept as a revision, in the same
 * transaction.
 */
export interface SaveRequest {
  readonly id: string;
  readonly name: string;
  readonly content: ProjectContent;
  /** The revision that the save is based on; 0 for a new project. */
  readonly base: number;
  readonly now: number;
  readonly before?: RevisionReason | null;
}

/** A project in a list; `updated` in milliseconds since 1970. */
export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly updated: number;
}

/** A revision in a list; `at` in milliseconds since 1970. */
export interface RevisionSummary {
  readonly revision: number;
  readonly at: number;
  readonly reason: RevisionReason;
}

/** All stored projects for a list: those that can be opened, and the keys of records that cannot. */
export interface ProjectList {
  readonly projects: readonly ProjectSummary[];
  readonly damaged: readonly string[];
}

/** All data of a deleted project, so that it can be restored. */
export interface RemovedProject {
  readonly id: string;
  /** The stored record as it was, damaged or not. */
  readonly record: unknown;
  readonly revisions: readonly unknown[];
}

/**
 * Time limit for opening the database, in milliseconds: some browsers never answer when storage is forbidden or another
 * tab blocks it.
 */
const OPEN_LIMIT = 4_000;

/** An open connection to the database. */
export class ProjectDatabase {
  #db: IDBPDatabase<Schema> | null;

  private constructor(
    db: IDBPDatabase<Schema>,
    /** A newer version of the app has changed the schema: the database is read as far as possible and never written. */
    readonly isNewer: boolean,
  ) {
    this.#db = db;
  }

  /**
   * @param onClosed called once when the connection is lost: the browser closed it, or a newer version of the app has
   * to upgrade it
   */
  static async open(name: string, onClosed: () => void): Promise<ProjectDatabase | "unavailable"> {
    const opened = await ProjectDatabase.#openVersion(name, VERSION, onClosed);
    if (opened !== "newer") return opened;
    const asIs = await ProjectDatabase.#openVersion(name, undefined, onClosed);
    return asIs === "newer" ? "unavailable" : asIs;
  }

  /** @param version absent: the version that exists */
  static async #openVersion(
    name: string,
    version: number | undefined,
    onClosed: () => void,
  ): Promise<ProjectDatabase | "unavailable" | "newer"> {
    let opened: ProjectDatabase | null = null;
    let isLate = false;
    const onLost = () => {
      opened?.close();
      onClosed();
    };
    try {
      const opening = openDB<Schema>(name, version, {
        upgrade(fresh) {
          fresh.createObjectStore("projects", { keyPath: "id" }).createIndex("updated", "updated");
          fresh.createObjectStore("revisions", { keyPath: ["project", "revision"] });
        },
        blocking: onLost,
        terminated: onLost,
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

  /** The project that was saved last, skipping records that cannot be read. Null when there is none. */
  async latest(): Promise<Repaired<ProjectRecord> | null> {
    const { projects } = await this.listProjects();
    const [newest] = projects;
    return newest === undefined ? null : await this.project(newest.id);
  }

  /** All projects, the most recently saved first. */
  async listProjects(): Promise<ProjectList> {
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

  /** The project with the fields that were repaired; null when it does not exist or cannot be read. */
  async project(id: string): Promise<Repaired<ProjectRecord> | null> {
    return readRecord(await this.raw(id), await this.#lastRevision(id));
  }

  /** Number of the newest kept revision of a project, 0 when there is none. */
  async #lastRevision(id: string): Promise<number> {
    const keys = (await this.#db?.getAllKeys("revisions", revisionsOf(id))) ?? [];
    return Math.max(0, ...keys.map(([, revision]) => revision).filter(Number.isSafeInteger));
  }

  /** The stored record as it is, damaged or not. */
  async raw(id: string): Promise<unknown> {
    return await this.#db?.get("projects", id);
  }

  /** Saves over revision `base`. Resolves only after the transaction has completed. */
  async save(request: SaveRequest): Promise<SaveOutcome> {
    if (this.#db === null || this.isNewer) return failure("closed", "the database is closed");
    const { id, name, content, base, now, before: why = null } = request;
    try {
      const tx = this.#db.transaction(["projects", "revisions"], "readwrite", { durability: "strict" });
      // Without this handler, the rejection of an aborted transaction would surface as an uncaught error.
      const done = tx.done.then(
        () => null,
        (error: unknown) => error,
      );
      try {
        const projects = tx.objectStore("projects");
        const revisions = tx.objectStore("revisions");
        const stored: unknown = await projects.get(id);
        const keys = await revisions.getAllKeys(revisionsOf(id));
        const last = Math.max(0, ...keys.map(([, kept]) => kept).filter(Number.isSafeInteger));
        const current = readRecord(stored, last)?.value;
        const storedRevision = current?.revision ?? 0;
        if (storedRevision !== base || (stored !== undefined && current === undefined)) {
          tx.abort();
          await done;
          return failure("conflict", `revision ${storedRevision} is stored instead of ${base}`);
        }
        const reason = why ?? (current !== undefined && current.format !== RECORD_FORMAT ? "migration" : null);
        if (current !== undefined && reason !== null && (await revisions.getKey([id, base])) === undefined)
          await revisions.add({ project: id, revision: base, at: current.updated, reason, ...contentOf(current) });
        // A future time, from a wrong clock or a damaged record, must not prevent revisions from being kept.
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
        return error === null ? { kind: "saved", record } : failureOf(error);
      } catch (error) {
        abort(tx);
        const why = await done;
        return failureOf(why === null || isAbort(why) ? error : why);
      }
    } catch (error) {
      return failureOf(error);
    }
  }

  /** The kept revisions of a project, newest first. */
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

  /** Every stored record and revision as it is, damaged ones included; the key alone of one that cannot be read. */
  async everything(): Promise<{ readonly projects: readonly unknown[]; readonly revisions: readonly unknown[] }> {
    const whole = async (name: "projects" | "revisions") =>
      (await this.#each(name)).map(({ key, value }) => value ?? { unreadable: key });
    return { projects: await whole("projects"), revisions: await whole("revisions") };
  }

  /** Removes a project with its revisions in one transaction. Null when that failed; everything is unchanged then. */
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

  /** Restores a removed project unchanged; false when that failed or a project with this id exists again. */
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
   * Key and value of each record, in key order. Each is read in a transaction of its own, so that an unreadable one
   * does not affect the others: its value is undefined.
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

/**
 * Aborts a transaction whose writes must all be undone; ignores the exception when the browser has already aborted it.
 */
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

function failure(kind: SaveFailure, message: string): SaveOutcome {
  return { kind: "failure", failure: kind, message };
}

function failureOf(error: unknown): SaveOutcome {
  const name = error instanceof DOMException ? error.name : "";
  const message = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  if (name === "QuotaExceededError") return failure("quota", message);
  if (name === "InvalidStateError") return failure("closed", message);
  return failure("failed", message);
}
