/**
 * Deleted projects in the database, loaded when used. A deletion is a mark beside the records, which stay as they are,
 * damaged ones included; restoring removes the mark, and deleting for good removes the records with it. Each is one
 * transaction, so that windows that do different things at once leave the project either whole or absent.
 */
import type { IDBPDatabase, IDBPTransaction } from "idb";
import { countedOn, daysLeft, deletedAt, readDeletion, type DeletedProject } from "./deletion-clock.js";
import { chunksIn, eachOf, revisionsOf, type Schema } from "./schema.js";

/** What became of a request: `gone` when another window has restored the project or deleted it for good. */
export type DeletionOutcome = "done" | "gone" | "failed";

const STORES = ["projects", "revisions", "rows", "deleted"] as const;
type Writing = IDBPTransaction<Schema, typeof STORES, "readwrite">;

/** Runs one transaction that writes; `failed` when it could not be completed, and everything is unchanged then. */
async function inOne(
  db: IDBPDatabase<Schema> | null,
  work: (tx: Writing) => Promise<DeletionOutcome>,
): Promise<DeletionOutcome> {
  if (db === null) return "failed";
  try {
    const tx = db.transaction(STORES, "readwrite", { durability: "strict" });
    const done = tx.done;
    // Awaited below; the work reports why a transaction was aborted.
    done.catch(() => null);
    const outcome = await work(tx);
    await done;
    return outcome;
  } catch {
    return "failed";
  }
}

/** The latest reading of the clock that the database knows of, or `now` when that is later. */
async function latestReading(tx: Writing, now: number): Promise<number> {
  const byTime = IDBKeyRange.upperBound(LATEST);
  const newest = await tx.objectStore("projects").index("updated").openKeyCursor(byTime, "prev");
  const seen = (await tx.objectStore("deleted").getAll()).map((mark) => readDeletion(mark, "", now).seen);
  return Math.max(now, typeof newest?.key === "number" ? newest.key : 0, ...seen);
}

/** The last time that a date can state, in milliseconds since 1970. */
const LATEST = 8_640_000_000_000_000;

/** Marks a project as deleted; one that is marked already keeps its time. */
export function markDeleted(
  db: IDBPDatabase<Schema> | null,
  project: { readonly id: string; readonly name: string },
  now: number,
): Promise<DeletionOutcome> {
  return inOne(db, async (tx) => {
    const marks = tx.objectStore("deleted");
    if ((await tx.objectStore("projects").getKey(project.id)) === undefined) return "gone";
    if ((await marks.getKey(project.id)) === undefined)
      await marks.put(deletedAt(project.id, project.name, await latestReading(tx, now)));
    return "done";
  });
}

/** Restores a deleted project with its revisions. */
export function restoreDeleted(db: IDBPDatabase<Schema> | null, id: string): Promise<DeletionOutcome> {
  return inOne(db, async (tx) => {
    const marks = tx.objectStore("deleted");
    if ((await marks.getKey(id)) === undefined) return "gone";
    await marks.delete(id);
    return "done";
  });
}

/** Removes a project for good, with its revisions: a deleted one, or `any` where storage is too full for a mark. */
export function eraseProject(
  db: IDBPDatabase<Schema> | null,
  id: string,
  which: "deleted" | "any" = "deleted",
): Promise<DeletionOutcome> {
  return inOne(db, async (tx) => {
    if (which === "deleted" && (await tx.objectStore("deleted").getKey(id)) === undefined) return "gone";
    await erase(tx, id);
    return "done";
  });
}

/** Removes for good, at a start of the app, the deleted projects whose time is over, and counts the time of the others. */
export function eraseExpired(db: IDBPDatabase<Schema> | null, now: number): Promise<DeletionOutcome> {
  return inOne(db, async (tx) => {
    const marks = tx.objectStore("deleted");
    const reading = await latestReading(tx, now);
    for (const id of await marks.getAllKeys()) {
      const project = countedOn(readDeletion(await marks.get(id), id, reading), reading);
      if (daysLeft(project) > 0) await marks.put(project);
      else await erase(tx, id);
    }
    return "done";
  });
}

async function erase(tx: Writing, id: string): Promise<void> {
  await Promise.all([
    tx.objectStore("projects").delete(id),
    tx.objectStore("revisions").delete(revisionsOf(id)),
    tx.objectStore("rows").delete(chunksIn(id)),
    tx.objectStore("deleted").delete(id),
  ]);
}

/** The deleted projects as of now, those deleted last first. */
export async function deletedProjects(
  db: IDBPDatabase<Schema> | null,
  now: number,
): Promise<readonly DeletedProject[]> {
  const marks = await eachOf(db, "deleted").catch(() => []);
  return marks
    .flatMap(({ key, value }) => (typeof key === "string" ? [countedOn(readDeletion(value, key, now), now)] : []))
    .sort((a, b) => b.deleted - a.deleted);
}
