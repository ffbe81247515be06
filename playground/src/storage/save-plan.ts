/**
 * Decides what a save writes: from the request, and from what the database contains within the same transaction. A pure
 * function, so that any order of saves can be tried without a browser.
 */
import type { ProjectContent } from "../project/project.js";
import {
  contentOf,
  readHead,
  RECORD_FORMAT,
  type ProjectHead,
  type RevisionHead,
  type RevisionReason,
} from "./records.js";
import { CHUNK_CELLS, chunked, chunksOf, writtenBy, type ChunkName, type StoredRows } from "./row-chunks.js";

/** Minimum time between two revisions kept of edits, in milliseconds; other saves only replace the project's record. */
const REVISION_EVERY = 2 * 60_000;

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

/** What the database contains of a project. */
export interface StoredProject {
  /** Undefined when there is none. */
  readonly record: unknown;
  /** Numbers of the kept revisions. */
  readonly revisions: readonly number[];
}

/** The rows of one revision of a project, as last read or written by this window. */
export interface KnownRows {
  readonly project: string;
  readonly revision: number;
  readonly rows: StoredRows;
}

/** What a save writes, all of it in one transaction. */
export interface SavePlan {
  readonly head: ProjectHead;
  /** Chunks to add. */
  readonly added: ReadonlyMap<ChunkName, ProjectContent["tables"][number]["rows"]>;
  /** Chunks that nothing refers to any more. */
  readonly dropped: readonly ChunkName[];
  /** Revisions to add. */
  readonly revisions: readonly RevisionHead[];
  /** What is known once the plan has been carried out. */
  readonly known: KnownRows;
}

/** Another save came first: `stored` is its revision. */
export interface SaveConflict {
  readonly stored: number;
}

/** The newest revision that a record or its kept revisions mention: a count that cannot be read continues from it. */
export function newestMentioned({ record, revisions }: StoredProject): number {
  return Math.max(0, ...revisions, ...chunksOf(record).map(writtenBy));
}

/** The plan of a save, or the conflict for which it is rejected. */
export function planSave(
  { id, name, content, base, now, before: why = null }: SaveRequest,
  stored: StoredProject,
  known: KnownRows | null,
  chunkCells: number = CHUNK_CELLS,
): SavePlan | SaveConflict {
  const newest = newestMentioned(stored);
  const current = readHead(stored.record, newest);
  const storedRevision = current?.revision ?? 0;
  if (storedRevision !== base || (stored.record !== undefined && current === null)) return { stored: storedRevision };

  const revisions: RevisionHead[] = [];
  const reason = why ?? (current !== null && current.format !== RECORD_FORMAT ? "migration" : null);
  if (current !== null && reason !== null && !stored.revisions.includes(base))
    // As it is stored: what is damaged in it is repaired whenever it is read.
    revisions.push({
      project: id,
      revision: base,
      at: current.updated,
      reason,
      ...contentOf(stored.record as ProjectHead),
    });

  const revision = Math.max(base, newest) + 1;
  const isKnown = known?.project === id && known.revision === base;
  const present = isKnown ? known.rows : NONE;
  const { content: written, added, stored: rows } = chunked(contentOf(content), present, revision, chunkCells);
  // A future time, from a wrong clock or a damaged record, must not prevent revisions from being kept.
  const keptBefore = Math.min(current?.kept ?? 0, now);
  const keeps = now - keptBefore >= REVISION_EVERY;
  const head: ProjectHead = {
    id,
    format: RECORD_FORMAT,
    name,
    revision,
    updated: now,
    kept: keeps ? now : keptBefore,
    ...written,
  };
  const kept = Math.max(0, ...stored.revisions, ...revisions.map((each) => each.revision));
  if (keeps) revisions.push({ project: id, revision, at: now, reason: "edit", ...written });

  // A chunk is in every revision from the one that wrote it until the record drops it.
  const remaining = new Set(chunksOf(head));
  const dropped = [...new Set(chunksOf(stored.record))].filter(
    (chunk) => !remaining.has(chunk) && writtenBy(chunk) > kept,
  );
  return { head, added, dropped, revisions, known: { project: id, revision, rows } };
}

const NONE: StoredRows = new Map();
