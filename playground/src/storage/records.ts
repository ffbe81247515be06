/**
 * The shape of stored records, and how a record is read that is damaged: field by field, or not at all. A record is
 * validated completely, with its rows, before any part of it is shown.
 */
import { projectIn, type Project } from "yardstick/project";
import type { ProjectContent } from "../project/project.js";
import { withRows, type ChunkedContent } from "./row-chunks.js";
import { CONTENT_FIELDS, content, count, fields, needed, repaired, text, time, type Repaired } from "./repair.js";

/**
 * Format of the records that this version writes: 3 stores rows in chunks; up to 2 they were part of the record. A
 * record of an older format is kept as a revision before it is rewritten.
 */
export const RECORD_FORMAT = 3;

/** Why a revision was kept: an edit, or a larger change that was about to replace the content. */
export type RevisionReason = "edit" | "import" | "restore" | "migration";

/** What is stored of a project beside its content. */
interface RecordFields {
  readonly id: string;
  readonly format?: number;
  /** For project lists; the rubric's title when it was last read. */
  readonly name: string;
  /** Number of saves, from 1. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** When the newest kept revision was taken, in milliseconds since 1970. */
  readonly kept: number;
}

/** A stored project with its rows. */
export interface ProjectRecord extends ProjectContent, RecordFields {}

/** The record of a project as stored: its rows are in chunks. */
export interface ProjectHead extends ChunkedContent, RecordFields {}

/** What is stored of a revision beside its content. */
interface RevisionFields {
  readonly project: string;
  readonly revision: number;
  readonly at: number;
  /** Absent in the first records, whose revisions were all kept for edits. */
  readonly reason?: RevisionReason;
}

/** A stored revision of a project with its rows. */
interface RevisionRecord extends ProjectContent, RevisionFields {}

/** A revision as stored: its rows are in chunks. */
export interface RevisionHead extends ChunkedContent, RevisionFields {}

/** The content alone, without the other fields of the record. */
export function contentOf(record: ProjectContent): ProjectContent;
export function contentOf(record: ChunkedContent): ChunkedContent;
export function contentOf(record: ProjectContent | ChunkedContent): ProjectContent | ChunkedContent {
  // Neither form of a table matters here.
  return projectIn(record as Project) as ProjectContent;
}

/**
 * Reads a stored record, with its fields repaired where necessary; null when it cannot be read without losing text.
 *
 * @param newest the newest revision of the project that is mentioned anywhere, or 0: a save count that cannot be read
 *   continues from it
 */
export function readRecord(value: unknown, newest: number): Repaired<ProjectRecord> | null {
  return repaired((record, path, repairs) => {
    const given = fields(
      "id",
      "format",
      "name",
      "revision",
      "updated",
      "kept",
      ...CONTENT_FIELDS,
    )(record, path, repairs);
    const { format } = given;
    return {
      // Without its key the record could not be written back.
      id: needed(given["id"], "id", repairs),
      ...(typeof format === "number" ? { format } : {}),
      name: text(given["name"], "name", repairs),
      revision: count(newest + 1)(given["revision"], "revision", repairs),
      updated: time(given["updated"], "updated", repairs),
      // Affects only when the next revision is kept.
      kept: given["kept"] === undefined ? 0 : time(given["kept"], "kept", repairs),
      ...content(record, path, repairs),
    };
  }, value);
}

/**
 * Reads a stored record without its rows: its tables are empty. Null when it cannot be read without losing text.
 *
 * @param newest see `readRecord`
 */
export function readHead(stored: unknown, newest: number): ProjectRecord | null {
  return (
    readRecord(
      withRows(stored, () => []),
      newest,
    )?.value ?? null
  );
}

/** The content of a revision, and when and why it was kept; null when it cannot be read. */
export function readRevision(value: unknown): RevisionRecord | null {
  const read = repaired((record, path, repairs) => {
    const given = fields("project", "revision", "at", "reason", ...CONTENT_FIELDS)(record, path, repairs);
    const reason = REASONS.find((each) => each === given["reason"]);
    return {
      project: text(given["project"], "project", repairs),
      revision: count(1)(given["revision"], "revision", repairs),
      at: time(given["at"], "at", repairs),
      ...(reason === undefined ? {} : { reason }),
      ...content(record, path, repairs),
    };
  }, value);
  return read?.value ?? null;
}

const REASONS: readonly RevisionReason[] = ["edit", "import", "restore", "migration"];
