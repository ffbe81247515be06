/** Records and revisions as they are stored, for exporting what remains of damaged ones. Loaded when used. */
import type { IDBPDatabase } from "idb";
import { withRows, type ChunkName, type Chunks } from "./row-chunks.js";
import { chunksIn, eachOf, type Schema } from "./schema.js";

/** Reads a record or revision with its chunks, as of one moment. */
export type StoredReader = <S extends "projects" | "revisions">(
  store: S,
  key: Schema[S]["key"],
) => Promise<{ readonly value: unknown; readonly chunks: Chunks }>;

/**
 * A record or revision, damaged or not, with its rows in place. Where they cannot be put in place, the chunks of its
 * project that can be read are in a field of their own. Undefined for one that cannot be read or does not exist.
 */
export async function asStored<S extends "projects" | "revisions">(
  db: IDBPDatabase<Schema> | null,
  read: StoredReader,
  store: S,
  key: Schema[S]["key"],
): Promise<unknown> {
  const { value, chunks } = await read(store, key);
  if (value === undefined) return undefined;
  const whole = withRows(value, (chunk) => chunks.get(chunk));
  return whole ?? { ...(value as object), rows: Object.fromEntries(await chunksOf(db, projectOf(key))) };
}

/** Records of projects and their revisions as stored; of one that cannot be read, an object with its key. */
export interface Everything {
  readonly projects: readonly unknown[];
  readonly revisions: readonly unknown[];
}

/** Every record and revision of the meant projects as stored. */
export async function allAsStored(
  db: IDBPDatabase<Schema> | null,
  read: StoredReader,
  isMeant: (project: string) => boolean,
): Promise<Everything> {
  const all = async <S extends "projects" | "revisions">(name: S) => {
    const found: unknown[] = [];
    for (const key of ((await db?.getAllKeys(name)) ?? []).filter((each) => isMeant(projectOf(each))))
      found.push((await asStored(db, read, name, key)) ?? { unreadable: key });
    return found;
  };
  return { projects: await all("projects"), revisions: await all("revisions") };
}

/** All chunks of a project that can be read. */
async function chunksOf(db: IDBPDatabase<Schema> | null, id: string): Promise<Chunks> {
  const chunks = new Map<ChunkName, unknown>();
  for (const { key, value } of await eachOf(db, "rows", chunksIn(id)))
    chunks.set((key as [string, ChunkName])[1], (value as { readonly rows?: unknown } | undefined)?.rows);
  return chunks;
}

/** The project of a key of any store; empty for a key that is not one of this app. */
function projectOf(key: IDBValidKey): string {
  const [project] = Array.isArray(key) ? key : [key];
  return typeof project === "string" ? project : "";
}
