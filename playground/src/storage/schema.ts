/** The stores of the database of projects, their keys, and the reading of records that may be damaged. */
import type { DBSchema, IDBPDatabase } from "idb";
import type { DeletedProject } from "./deletion-clock.js";
import type { ProjectHead, RevisionHead } from "./records.js";
import type { ChunkName, RowChunk } from "./row-chunks.js";

/** Projects by id; revisions by project and number; chunks of rows by project and name; marks of deleted projects by id. */
export interface Schema extends DBSchema {
  projects: { key: string; value: ProjectHead; indexes: { updated: number } };
  revisions: { key: [string, number]; value: RevisionHead };
  rows: { key: [string, ChunkName]; value: RowChunk };
  deleted: { key: string; value: DeletedProject };
}

/** The name of a store. */
export type StoreName = "projects" | "revisions" | "rows" | "deleted";

/** The keys of all revisions of a project. */
export function revisionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

/** The keys of all chunks of rows of a project. */
export function chunksIn(id: string): IDBKeyRange {
  // Every array comes after every text in the order of keys.
  return IDBKeyRange.bound([id, ""], [id, []]);
}

/**
 * Key and value of each record, in key order. Each is read in a transaction of its own, so that an unreadable one
 * does not affect the others: its value is undefined.
 */
export async function eachOf(
  db: IDBPDatabase<Schema> | null,
  name: StoreName,
  range?: IDBKeyRange,
): Promise<readonly { readonly key: IDBValidKey; readonly value: unknown }[]> {
  if (db === null) return [];
  const found: { readonly key: IDBValidKey; readonly value: unknown }[] = [];
  for (const key of await db.getAllKeys(name, range))
    found.push({
      key,
      value: await db.get(name, key as string & [string, number] & [string, ChunkName]).catch(() => undefined),
    });
  return found;
}
