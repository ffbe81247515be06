/** Removing a project from the database and restoring it, loaded when used. */
import type { IDBPDatabase } from "idb";
import type { ProjectHead, RevisionHead } from "./records.js";
import type { RowChunk } from "./row-chunks.js";
import { chunksIn, eachOf, revisionsOf, type Schema } from "./schema.js";

/** All data of a deleted project, so that it can be restored. */
export interface RemovedProject {
  readonly id: string;
  /** The stored record as it was, damaged or not. */
  readonly record: unknown;
  readonly revisions: readonly unknown[];
  readonly rows: readonly unknown[];
}

/** Removes a project with its revisions in one transaction. Null when that failed; everything is unchanged then. */
export async function removeProject(db: IDBPDatabase<Schema>, id: string): Promise<RemovedProject | null> {
  try {
    return await removeWhole(db, id);
  } catch {
    // A value that cannot be read aborts the transaction: what can be read is read one by one.
    return removeReadable(db, id).catch(() => null);
  }
}

/** Reads and deletes in one transaction, so that no save comes in between. */
async function removeWhole(db: IDBPDatabase<Schema>, id: string): Promise<RemovedProject> {
  const tx = db.transaction(["projects", "revisions", "rows"], "readwrite", { durability: "strict" });
  const done = tx.done;
  // Awaited below; an aborted transaction is reported by the reading that it aborts.
  done.catch(() => null);
  const [projects, revisions, rows] = [tx.objectStore("projects"), tx.objectStore("revisions"), tx.objectStore("rows")];
  const removed = {
    id,
    record: (await projects.get(id)) ?? null,
    revisions: await revisions.getAll(revisionsOf(id)),
    rows: await rows.getAll(chunksIn(id)),
  };
  await Promise.all([projects.delete(id), revisions.delete(revisionsOf(id)), rows.delete(chunksIn(id)), done]);
  return removed;
}

async function removeReadable(db: IDBPDatabase<Schema>, id: string): Promise<RemovedProject> {
  const record: unknown = await db.get("projects", id).catch(() => null);
  const stored = async (name: "revisions" | "rows", range: IDBKeyRange) =>
    (await eachOf(db, name, range)).flatMap(({ value }) => value ?? []);
  const revisions = await stored("revisions", revisionsOf(id));
  const rows = await stored("rows", chunksIn(id));
  const tx = db.transaction(["projects", "revisions", "rows"], "readwrite", { durability: "strict" });
  await Promise.all([
    tx.objectStore("projects").delete(id),
    tx.objectStore("revisions").delete(revisionsOf(id)),
    tx.objectStore("rows").delete(chunksIn(id)),
    tx.done,
  ]);
  return { id, record, revisions, rows };
}

/** Restores a removed project unchanged; false when that failed or a project with this id exists again. */
export async function putBack(db: IDBPDatabase<Schema>, { record, revisions, rows }: RemovedProject): Promise<boolean> {
  try {
    const tx = db.transaction(["projects", "revisions", "rows"], "readwrite", { durability: "strict" });
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
