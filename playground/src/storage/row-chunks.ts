/**
 * Rows of tables stored in chunks beside the record of their project, so that a save writes only the chunks that have
 * changed. A chunk is never overwritten: a change writes a new one under a new name, and revisions refer to the chunks
 * that they share with the record. Pure functions.
 */
import type { ProjectFile, TableText } from "yardstick/project";
import type { ProjectContent } from "../project/project.js";

type Rows = TableText["rows"];

/**
 * Name of a chunk, unique in its project: the revision that wrote it, and its number among the chunks of that save,
 * `12.0`. It is a text so that a version of the app that does not know chunks finds text in a field where none belongs,
 * and leaves the record as it is.
 */
export type ChunkName = string;

/** Rows of chunks by name, as stored. */
export type Chunks = ReadonlyMap<ChunkName, unknown>;

/** A chunk as stored. */
export interface RowChunk {
  readonly project: string;
  readonly chunk: ChunkName;
  readonly rows: Rows;
}

/** A table whose rows are stored apart, in the order of `chunks`. */
interface ChunkedTable extends Omit<TableText, "rows"> {
  readonly chunks: readonly ChunkName[];
}

interface ChunkedFile extends Omit<ProjectFile, "tables"> {
  readonly tables: readonly ChunkedTable[];
}

/** A project whose rows are stored apart. */
export interface ChunkedContent extends Omit<ProjectContent, "tables" | "others"> {
  readonly tables: readonly ChunkedTable[];
  readonly others?: readonly ChunkedFile[];
}

/** Rows in memory that are known to be stored, by the first row of each chunk. Rows are compared by identity. */
export type StoredRows = ReadonlyMap<readonly string[], { readonly chunk: ChunkName; readonly rows: Rows }>;

/** A project cut into chunks. */
export interface Chunked {
  readonly content: ChunkedContent;
  /** The chunks that are not stored yet. */
  readonly added: ReadonlyMap<ChunkName, Rows>;
  /** All rows of the content, once `added` is stored. */
  readonly stored: StoredRows;
}

/** Largest number of cells in a chunk: writing one takes about a millisecond. */
export const CHUNK_CELLS = 8192;

/** Cuts a project into chunks of at most `cells` cells; rows that are stored unchanged keep their chunk. */
export function chunked(
  { tables, others, ...content }: ProjectContent,
  known: StoredRows,
  revision: number,
  cells: number,
): Chunked {
  const added = new Map<ChunkName, Rows>();
  const stored = new Map<readonly string[], { readonly chunk: ChunkName; readonly rows: Rows }>();
  const named = (rows: Rows): ChunkName => {
    const [first] = rows;
    const old = first === undefined ? undefined : known.get(first);
    const isOld = old !== undefined && old.rows.length === rows.length && beginsAt(old.rows, rows, 0);
    const chunk = isOld ? old.chunk : `${revision}.${added.size}`;
    if (!isOld) added.set(chunk, rows);
    if (first !== undefined) stored.set(first, { chunk, rows });
    return chunk;
  };
  const chunkedTable = ({ rows, ...table }: TableText): ChunkedTable => {
    const limit = Math.max(1, Math.floor(cells / Math.max(1, table.header.length)));
    return { ...table, chunks: cut(rows, known, limit).map(named) };
  };
  const files = others?.map((file) => ({ ...file, tables: file.tables.map(chunkedTable) }));
  const own = { ...content, tables: tables.map(chunkedTable) };
  return { content: files === undefined ? own : { ...own, others: files }, added, stored };
}

/**
 * Cuts rows where known chunks begin and end; what is between them is cut into pieces of at most `limit` rows. A short
 * piece is joined to a short one before or after it, so that rows added one by one do not each become a chunk.
 */
function cut(rows: Rows, known: StoredRows, limit: number): readonly Rows[] {
  const pieces: Rows[] = [];
  let from = 0;
  const cutUntil = (to: number) => {
    if (from === to) return;
    const before = pieces.at(-1)?.length ?? limit;
    if (to - from + before <= limit) from -= pieces.pop()!.length;
    const length = Math.ceil((to - from) / Math.ceil((to - from) / limit));
    for (; from < to; from += length) pieces.push(rows.slice(from, Math.min(to, from + length)));
  };
  let at = 0;
  while (at < rows.length) {
    const chunk = known.get(rows[at]!)?.rows;
    if (chunk === undefined || !beginsAt(chunk, rows, at)) at += 1;
    else if (from < at && at - from + chunk.length <= limit) at += chunk.length;
    else {
      cutUntil(at);
      pieces.push(chunk);
      at += chunk.length;
      from = at;
    }
  }
  cutUntil(rows.length);
  return pieces;
}

function beginsAt(chunk: Rows, rows: Rows, at: number): boolean {
  return chunk.every((row, index) => rows[at + index] === row);
}

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The tables of a stored record or revision of any shape. */
function tablesIn(record: unknown): readonly Unknown[] {
  if (!isObject(record)) return [];
  const { tables, others } = record;
  const files = Array.isArray(others) ? others.filter(isObject) : [];
  return [tables, ...files.map((file) => file["tables"])].flatMap((each) =>
    Array.isArray(each) ? each.filter(isObject) : [],
  );
}

/** The names in a table's `chunks`; null when the field is damaged. */
function namesIn({ chunks }: Unknown): readonly ChunkName[] | null {
  return Array.isArray(chunks) && chunks.every((name) => typeof name === "string") ? chunks : null;
}

/** The chunks that a stored record or revision of any shape refers to. */
export function chunksOf(record: unknown): readonly ChunkName[] {
  return tablesIn(record).flatMap((table) => namesIn(table) ?? []);
}

/** The revision that wrote a chunk; 0 when its name is damaged. */
export function writtenBy(chunk: ChunkName): number {
  const revision = Number(chunk.split(".")[0]);
  return Number.isSafeInteger(revision) && revision > 0 ? revision : 0;
}

/**
 * A stored record or revision with its rows in place, still to be validated. Tables that contain their rows, as earlier
 * versions stored them, are left as they are. Null when a chunk is absent.
 */
export function withRows(record: unknown, rowsOf: (chunk: ChunkName) => unknown): unknown {
  let isWhole = true;
  const whole = (table: unknown): unknown => {
    if (!isObject(table) || !("chunks" in table)) return table;
    const { chunks: _, ...rest } = table;
    const found = namesIn(table)?.map(rowsOf);
    if (found === undefined || !found.every((rows) => Array.isArray(rows))) {
      isWhole = false;
      return table;
    }
    return { ...rest, rows: found.flat() };
  };
  const inFile = (file: unknown): unknown =>
    isObject(file) && Array.isArray(file["tables"]) ? { ...file, tables: file["tables"].map(whole) } : file;
  const own = inFile(record);
  const others = isObject(own) && Array.isArray(own["others"]) ? { others: own["others"].map(inFile) } : {};
  return !isWhole ? null : isObject(own) ? { ...own, ...others } : own;
}

/** Rows read from the database, for the save that follows. */
export function storedRows(chunks: ReadonlyMap<ChunkName, unknown>): StoredRows {
  const stored = new Map<readonly string[], { readonly chunk: ChunkName; readonly rows: Rows }>();
  for (const [chunk, rows] of chunks) {
    const first: unknown = Array.isArray(rows) ? rows[0] : undefined;
    if (Array.isArray(first)) stored.set(first as string[], { chunk, rows: rows as Rows });
  }
  return stored;
}
