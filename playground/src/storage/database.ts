/**
 * The database of projects in this browser: one record per project, revisions that are only ever added, and the rows of
 * both in chunks. A save names the revision that it is based on and is rejected, within its transaction, when another
 * save has come first. Every storage failure is returned as a value; no exception is thrown.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { ProjectContent } from "../project/project.js";
import type { Repaired } from "./repair.js";
import {
  contentOf,
  readHead,
  readRecord,
  readRevision,
  type ProjectHead,
  type ProjectRecord,
  type RevisionHead,
  type RevisionReason,
} from "./records.js";
import { chunksOf, storedRows, withRows, type ChunkName, type RowChunk } from "./row-chunks.js";
import { newestMentioned, planSave, type KnownRows, type SaveRequest } from "./save-plan.js";

/** Version of the schema: 1 had projects and revisions, 2 adds the chunks of rows. */
const VERSION = 2;

interface Schema extends DBSchema {
  projects: { key: string; value: ProjectHead; indexes: { updated: number } };
  revisions: { key: [string, number]; value: RevisionHead };
  rows: { key: [string, ChunkName]; value: RowChunk };
}

type StoreName = "projects" | "revisions" | "rows";

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

/** All data of a deleted project, so that it can be restored. */
export interface RemovedProject {
  readonly id: string;
  /** The stored record as it was, damaged or not. */
  readonly record: unknown;
  readonly revisions: readonly unknown[];
  readonly rows: readonly unknown[];
}

/** Chunks of rows by name, as stored. */
type Chunks = ReadonlyMap<ChunkName, unknown>;

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
    for (const { id } of (await this.listProjects()).projects) {
      const found = await this.project(id).catch(() => null);
      if (found !== null) return found;
    }
    return null;
  }

  /** All projects, the most recently saved first. */
  async listProjects(): Promise<ProjectList> {
    const projects: ProjectSummary[] = [];
    const damaged: string[] = [];
    if (this.#db === null) return { projects, damaged };
    const chunks = new Set((await this.#db.getAllKeys("rows").catch(() => [])).map(chunkId));
    for (const { key, value } of await this.#each("projects")) {
      const head = readHead(value, 0);
      // A save may have replaced chunks since their names were read.
      const isWhole =
        head !== null &&
        !this.#damaged.has(head.id) &&
        (chunksOf(value).every((chunk) => chunks.has(chunkId([head.id, chunk]))) ||
          (await this.project(head.id).catch(() => null)) !== null);
      if (isWhole) projects.push({ id: head.id, name: head.name, updated: head.updated });
      else if (typeof key === "string") damaged.push(key);
    }
    return { projects: projects.sort((a, b) => b.updated - a.updated), damaged };
  }

  /** The project with the fields that were repaired; null when it does not exist or cannot be read. */
  async project(id: string): Promise<Repaired<ProjectRecord> | null> {
    const { value, chunks } = await this.#withChunks("projects", id);
    const revisions = await this.#revisionNumbers(id);
    const read = readRecord(
      withRows(value, (chunk) => chunks.get(chunk)),
      newestMentioned({ record: value, revisions }),
    );
    if (read !== null) this.#known = { project: id, revision: read.value.revision, rows: storedRows(chunks) };
    else if (value !== undefined) this.#damaged.add(id);
    return read;
  }

  async #revisionNumbers(id: string): Promise<readonly number[]> {
    return numbersIn((await this.#db?.getAllKeys("revisions", revisionsOf(id))) ?? []);
  }

  /**
   * A record or revision with the chunks that it refers to, read in one transaction, so that no save comes in between.
   * Chunks that are known or cannot be read are not read; the latter are absent from the result.
   */
  async #withChunks<S extends "projects" | "revisions">(
    store: S,
    key: Schema[S]["key"],
  ): Promise<{ readonly value: unknown; readonly chunks: Chunks }> {
    const chunks = new Map<ChunkName, unknown>();
    if (this.#db === null) return { value: undefined, chunks };
    const project = typeof key === "string" ? key : key[0];
    const known = new Map<ChunkName, unknown>();
    if (this.#known?.project === project)
      for (const { chunk, rows } of this.#known.rows.values()) known.set(chunk, rows);
    const tx = this.#db.transaction([store, "rows"]);
    const done = tx.done.catch(() => null);
    const value: unknown = await (tx.objectStore(store) as { get(key: unknown): Promise<unknown> }).get(key);
    const rows = tx.objectStore("rows");
    await Promise.all(
      chunksOf(value).map(async (chunk) => {
        const found = known.get(chunk) ?? (await rows.get([project, chunk]).catch(() => undefined))?.rows;
        if (found !== undefined) chunks.set(chunk, found);
      }),
    );
    await done;
    return { value, chunks };
  }

  /**
   * The stored record as it is, damaged or not, with its rows in place. Where they cannot be put in place, the chunks
   * that can be read are in a field of their own.
   */
  async raw(id: string): Promise<unknown> {
    return wholeOr(await this.#db?.get("projects", id), await this.#chunksByProject(id), id);
  }

  /** All chunks that can be read, of one project or of all, by project and name. */
  async #chunksByProject(id?: string): Promise<ReadonlyMap<string, Chunks>> {
    const found = new Map<string, Map<ChunkName, unknown>>();
    for (const { key, value } of await this.#each("rows", id === undefined ? undefined : chunksIn(id))) {
      const [project, chunk] = key as [string, ChunkName];
      if (!found.has(project)) found.set(project, new Map());
      found.get(project)!.set(chunk, (value as { readonly rows?: unknown } | undefined)?.rows);
    }
    return found;
  }

  /** Saves over revision `base`. Resolves only after the transaction has completed. */
  async save(request: SaveRequest): Promise<SaveOutcome> {
    if (this.#db === null || this.isNewer) return failure("closed", "the database is closed");
    const { id, base } = request;
    try {
      const tx = this.#db.transaction(["projects", "revisions", "rows"], "readwrite", { durability: "strict" });
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
        const plan = planSave(request, { record, revisions: numbers }, this.#known);
        if ("stored" in plan) {
          tx.abort();
          await done;
          return failure("conflict", `revision ${plan.stored} is stored instead of ${base}`);
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
    for (const { key, value } of await this.#each("revisions", revisionsOf(id))) {
      const read = readRevision(withRows(value, () => []));
      const revision = Array.isArray(key) && typeof key[1] === "number" ? key[1] : null;
      if (read !== null && revision !== null) found.push({ revision, at: read.at, reason: read.reason ?? "edit" });
    }
    return found.reverse();
  }

  async revision(id: string, revision: number): Promise<ProjectContent | null> {
    const { value, chunks } = await this.#withChunks("revisions", [id, revision]);
    const read = readRevision(withRows(value, (chunk) => chunks.get(chunk)));
    return read === null ? null : contentOf(read);
  }

  /**
   * Every stored record and revision with its rows, damaged ones included as they are; the key alone of one that cannot
   * be read.
   */
  async everything(): Promise<{ readonly projects: readonly unknown[]; readonly revisions: readonly unknown[] }> {
    const chunks = await this.#chunksByProject();
    const whole = async (name: "projects" | "revisions") =>
      (await this.#each(name)).map(({ key, value }) =>
        value === undefined ? { unreadable: key } : wholeOr(value, chunks, projectOf(key)),
      );
    return { projects: await whole("projects"), revisions: await whole("revisions") };
  }

  /** Removes a project with its revisions in one transaction. Null when that failed; everything is unchanged then. */
  async remove(id: string): Promise<RemovedProject | null> {
    if (this.#db === null || this.isNewer) return null;
    try {
      const record: unknown = await this.#db.get("projects", id).catch(() => null);
      const stored = async (name: "revisions" | "rows", range: IDBKeyRange) =>
        (await this.#each(name, range)).flatMap(({ value }) => value ?? []);
      const revisions = await stored("revisions", revisionsOf(id));
      const rows = await stored("rows", chunksIn(id));
      const tx = this.#db.transaction(["projects", "revisions", "rows"], "readwrite", { durability: "strict" });
      await Promise.all([
        tx.objectStore("projects").delete(id),
        tx.objectStore("revisions").delete(revisionsOf(id)),
        tx.objectStore("rows").delete(chunksIn(id)),
        tx.done,
      ]);
      return { id, record, revisions, rows };
    } catch {
      return null;
    }
  }

  /** Restores a removed project unchanged; false when that failed or a project with this id exists again. */
  async putBack({ record, revisions, rows }: RemovedProject): Promise<boolean> {
    if (this.#db === null || this.isNewer) return false;
    try {
      const tx = this.#db.transaction(["projects", "revisions", "rows"], "readwrite", { durability: "strict" });
      await Promise.all([
        tx.objectStore("projects").add(record as ProjectHead),
        ...revisions.map((revision) => tx.objectStore("revisions").add(revision as RevisionHead)),
        ...rows.map((chunk) => tx.objectStore("rows").add(chunk as RowChunk)),
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
    name: StoreName,
    range?: IDBKeyRange,
  ): Promise<readonly { readonly key: IDBValidKey; readonly value: unknown }[]> {
    const db = this.#db;
    if (db === null) return [];
    const found: { readonly key: IDBValidKey; readonly value: unknown }[] = [];
    for (const key of await db.getAllKeys(name, range))
      found.push({
        key,
        value: await db.get(name, key as string & [string, number] & [string, ChunkName]).catch(() => undefined),
      });
    return found;
  }
}

function revisionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

function chunksIn(id: string): IDBKeyRange {
  // Every array comes after every text in the order of keys.
  return IDBKeyRange.bound([id, ""], [id, []]);
}

/** The key of a chunk as one text; an id of a project has no space. */
function chunkId([project, chunk]: readonly [string, ChunkName]): string {
  return `${project} ${chunk}`;
}

/** The project of a key of any store; empty for a key that is not one of this app. */
function projectOf(key: IDBValidKey): string {
  const [project] = Array.isArray(key) ? key : [key];
  return typeof project === "string" ? project : "";
}

/** The revisions among keys of any shape. */
function numbersIn(keys: readonly (readonly [string, number])[]): readonly number[] {
  return keys.map(([, revision]) => revision).filter(Number.isSafeInteger);
}

/** A stored value with its rows in place; where that is not possible, with the chunks of its project beside it. */
function wholeOr(value: unknown, chunks: ReadonlyMap<string, Chunks>, project: string): unknown {
  const own: Chunks = chunks.get(project) ?? new Map();
  const whole = withRows(value, (chunk) => own.get(chunk));
  return whole === null ? { ...(value as object), rows: Object.fromEntries(own) } : whole;
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
