/**
 * The database of projects in this browser: one record per project, revisions that are only ever added, and the rows of
 * both in chunks. A save names the revision that it is based on and is rejected, within its transaction, when another
 * save has come first. Every storage failure is returned as a value; no exception is thrown.
 */
import { openDB, type IDBPDatabase } from "idb";
import type { ProjectContent } from "../project/project.js";
import type { Everything, StoredReader } from "./as-stored.js";
import type { Repaired } from "./repair.js";
import { contentOf, readHead, readRecord, readRevision, type ProjectRecord, type RevisionReason } from "./records.js";
import { chunksOf, storedRows, withRows, type ChunkName, type Chunks } from "./row-chunks.js";
import { newestMentioned, planSave, type KnownRows, type SaveRequest } from "./save-plan.js";
import { eachOf, revisionsOf, type Schema } from "./schema.js";

/** Version of the schema: 1 had projects and revisions, 2 adds the chunks of rows, 3 the marks of deleted projects. */
const VERSION = 3;

/** Why a save failed: storage full, another save came first, database closed, or any other error. */
export type SaveFailure = "quota" | "conflict" | "closed" | "failed";
/** The outcome of a save: the new revision and its time in milliseconds since 1970. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly revision: number; readonly updated: number }
  | { readonly kind: "failure"; readonly failure: SaveFailure; readonly message: string };

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

/**
 * Time limit for opening the database, in milliseconds: some browsers never answer when storage is forbidden or another
 * tab blocks it.
 */
const OPEN_LIMIT = 4_000;

/** An open connection to the database. */
export class ProjectDatabase {
  #db: IDBPDatabase<Schema> | null;
  /** The rows of the project that was last read or saved here, which the next save need not write again. */
  #known: KnownRows | null = null;
  /** Projects whose record looks sound, and whose rows cannot be read. */
  readonly #damaged = new Set<string>();

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
        upgrade(fresh, from) {
          if (from < 1) {
            fresh.createObjectStore("projects", { keyPath: "id" }).createIndex("updated", "updated");
            fresh.createObjectStore("revisions", { keyPath: ["project", "revision"] });
          }
          // Records of version 1 contain their rows; each is rewritten when its project is next saved.
          if (from < 2) fresh.createObjectStore("rows", { keyPath: ["project", "chunk"] });
          if (from < 3) fresh.createObjectStore("deleted", { keyPath: "id" });
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

  /** The connection, for what is loaded when used; null when nothing can be written. */
  get writable(): IDBPDatabase<Schema> | null {
    return this.isNewer ? null : this.#db;
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
  }

  /** The project that was saved last, skipping records that cannot be read. Null when there is none. */
  async latest(): Promise<Repaired<ProjectRecord> | null> {
    for (const { id } of (await this.listProjects()).projects) {
      const found = await this.project(id).catch(() => null);
      if (found !== null) return found;
    }
    return null;
  }

  /** All projects that are not deleted, the most recently saved first. */
  async listProjects(): Promise<ProjectList> {
    const projects: ProjectSummary[] = [];
    const damaged: string[] = [];
    if (this.#db === null) return { projects, damaged };
    const chunks = new Set((await this.#db.getAllKeys("rows").catch(() => [])).map(chunkId));
    const deleted = await this.deletedIds();
    for (const { key, value } of await eachOf(this.#db, "projects")) {
      if (deleted.has(key)) continue;
      const head = readHead(value, 0);
      // A save may have replaced chunks since their names were read.
      const isWhole =
        head !== null &&
        !this.#damaged.has(head.id) &&
        (chunksOf(value).every((chunk) => chunks.has(chunkId([head.id, chunk]))) ||
          (await this.#read(head.id).catch(() => null)) !== null);
      if (isWhole) projects.push({ id: head.id, name: head.name, updated: head.updated });
      else if (typeof key === "string") damaged.push(key);
    }
    return { projects: projects.sort((a, b) => b.updated - a.updated), damaged };
  }

  /** Ids of the deleted projects that can be restored. */
  async deletedIds(): Promise<ReadonlySet<IDBValidKey>> {
    return new Set((await this.#db?.getAllKeys("deleted").catch(() => [])) ?? []);
  }

  /** Removes for good the deleted projects whose time is over. Called at a start of the app. */
  async eraseExpired(now: number): Promise<void> {
    if ((await this.deletedIds()).size > 0) await (await import("./deleted.js")).eraseExpired(this.writable, now);
  }

  /**
   * The project with the fields that were repaired; null when it does not exist, is deleted or cannot be read. It is the
   * one that is saved from now on.
   */
  async project(id: string): Promise<Repaired<ProjectRecord> | null> {
    const read = (await this.deletedIds()).has(id) ? null : await this.#read(id);
    if (read === null) return null;
    this.#known = { project: id, revision: read.project.value.revision, rows: storedRows(read.chunks) };
    return read.project;
  }

  async #read(id: string): Promise<{ readonly project: Repaired<ProjectRecord>; readonly chunks: Chunks } | null> {
    const { value, chunks } = await this.#stored("projects", id);
    const revisions = await this.#revisionNumbers(id);
    const project = readRecord(
      withRows(value, (chunk) => chunks.get(chunk)),
      newestMentioned({ record: value, revisions }),
    );
    if (project === null && value !== undefined) this.#damaged.add(id);
    return project === null ? null : { project, chunks };
  }

  async #revisionNumbers(id: string): Promise<readonly number[]> {
    return numbersIn((await this.#db?.getAllKeys("revisions", revisionsOf(id))) ?? []);
  }

  /**
   * A record or revision with the chunks that it refers to, read in one transaction, so that no save comes in between.
   * Chunks that are known or cannot be read are not read; the latter are absent from the result.
   */
  readonly #stored: StoredReader = async (store, key) => {
    const chunks = new Map<ChunkName, unknown>();
    if (this.#db === null) return { value: undefined, chunks };
    const project = typeof key === "string" ? key : key[0];
    const known = new Map<ChunkName, unknown>();
    if (this.#known?.project === project)
      for (const { chunk, rows } of this.#known.rows.values()) known.set(chunk, rows);
    const tx = this.#db.transaction([store, "rows"]);
    const done = tx.done.catch(() => null);
    const stored = tx.objectStore(store) as { get(key: unknown): Promise<unknown> };
    // A value that cannot be read aborts the transaction, and is as good as none.
    const value = await (async () => stored.get(key))().catch(() => undefined);
    if (value === undefined) return { value, chunks };
    const rows = tx.objectStore("rows");
    await Promise.all(
      chunksOf(value).map(async (chunk) => {
        const found = known.get(chunk) ?? (await rows.get([project, chunk]).catch(() => undefined))?.rows;
        if (found !== undefined) chunks.set(chunk, found);
      }),
    );
    await done;
    return { value, chunks };
  };

  /**
   * The stored record as it is, damaged or not, with its rows in place. Where they cannot be put in place, the chunks
   * that can be read are in a field of their own. Undefined for a record that cannot be read or does not exist.
   */
  async raw(id: string): Promise<unknown> {
    return (await import("./as-stored.js")).asStored(this.#db, this.#stored, "projects", id);
  }

  /** Saves over revision `base`. Resolves only after the transaction has completed. */
  async save(request: SaveRequest): Promise<SaveOutcome> {
    if (this.#db === null || this.isNewer) return failure("closed", "the database is closed");
    const { id, base } = request;
    try {
      const stores = ["projects", "revisions", "rows", "deleted"] as const;
      const tx = this.#db.transaction(stores, "readwrite", { durability: "strict" });
      // Without this handler, the rejection of an aborted transaction would surface as an uncaught error.
      const done = tx.done.then(
        () => null,
        (error: unknown) => error,
      );
      try {
        const projects = tx.objectStore("projects");
        const revisions = tx.objectStore("revisions");
        const rows = tx.objectStore("rows");
        const record: unknown = await projects.get(id);
        const numbers = numbersIn(await revisions.getAllKeys(revisionsOf(id)));
        const isDeleted = (await tx.objectStore("deleted").getKey(id)) !== undefined;
        const plan = planSave(request, { record, revisions: numbers }, this.#known);
        if (isDeleted || "stored" in plan) {
          tx.abort();
          await done;
          return failure("conflict", `revision ${base} is no longer the newest`);
        }
        // One after the other, so that writing a large table does not block the page.
        for (const [chunk, added] of plan.added) await rows.put({ project: id, chunk, rows: added });
        for (const revision of plan.revisions) await revisions.add(revision);
        for (const chunk of plan.dropped) await rows.delete([id, chunk]);
        await projects.put(plan.head);
        const error = await done;
        if (error !== null) return failureOf(error);
        this.#known = plan.known;
        const { revision, updated } = plan.head;
        return { kind: "saved", revision, updated };
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
    for (const { key, value } of await eachOf(this.#db, "revisions", revisionsOf(id))) {
      const read = readRevision(withRows(value, () => []));
      const revision = Array.isArray(key) && typeof key[1] === "number" ? key[1] : null;
      if (read !== null && revision !== null) found.push({ revision, at: read.at, reason: read.reason ?? "edit" });
    }
    return found.reverse();
  }

  async revision(id: string, revision: number): Promise<ProjectContent | null> {
    const { value, chunks } = await this.#stored("revisions", [id, revision]);
    const read = readRevision(withRows(value, (chunk) => chunks.get(chunk)));
    return read === null ? null : contentOf(read);
  }

  /**
   * The stored records and revisions with their rows, damaged ones included as they are; the key alone of one that
   * cannot be read. Those of the deleted projects, or those of all others.
   */
  async everything(which: "present" | "deleted"): Promise<Everything> {
    const deleted = await this.deletedIds();
    const isMeant = (id: string) => deleted.has(id) === (which === "deleted");
    return (await import("./as-stored.js")).allAsStored(this.#db, this.#stored, isMeant);
  }
}

/** The key of a chunk as one text; an id of a project has no space. */
function chunkId([project, chunk]: readonly [string, ChunkName]): string {
  return `${project} ${chunk}`;
}

/** The revisions among keys of any shape. */
function numbersIn(keys: readonly (readonly [string, number])[]): readonly number[] {
  return keys.map(([, revision]) => revision).filter(Number.isSafeInteger);
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
