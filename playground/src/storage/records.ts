/**
 * The shape of what is kept, and how a record is read that a fault on the disk, or another program, has damaged: field by field, or not
 * at all. It is looked through whole before any of it is used.
 */
import { projectIn } from "yardstick/project";
import type { ProjectContent } from "../project/project.js";
import { CONTENT_FIELDS, content, count, fields, needed, repaired, text, time, type Repaired } from "./repair.js";

/** Of records as this app writes them. One of an older shape is kept as a revision before it is written anew. */
export const RECORD_FORMAT = 2;

/** Why a revision was kept: work went on, or something larger was about to replace it. */
export type RevisionReason = "edit" | "import" | "restore" | "migration";

export interface ProjectRecord extends ProjectContent {
  readonly id: string;
  readonly format?: number;
  /** For lists of projects; the rubric's title when it was last read. */
  readonly name: string;
  /** Counts saves, from 1. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** When the newest kept revision was taken. */
  readonly kept: number;
}

export interface RevisionRecord extends ProjectContent {
  readonly project: string;
  readonly revision: number;
  readonly at: number;
  /** Left out by the first records, which were all kept of edits. */
  readonly reason?: RevisionReason;
}

/** The content alone, of whatever holds one. */
export const contentOf: (record: ProjectContent) => ProjectContent = projectIn;

/**
 * A record as it lies in the database, its fields repaired where they must be; null where it cannot be read without losing text.
 *
 * @param lastRevision the newest revision that is kept of it, or 0: what a count of saves that cannot be read goes on from
 */
export function readRecord(value: unknown, lastRevision: number): Repaired<ProjectRecord> | null {
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
      // Without its key it could not be written back.
      id: needed(given["id"], "id", repairs),
      ...(typeof format === "number" ? { format } : {}),
      name: text(given["name"], "name", repairs),
      revision: count(lastRevision + 1)(given["revision"], "revision", repairs),
      updated: time(given["updated"], "updated", repairs),
      // Only when the next revision is kept depends on it.
      kept: given["kept"] === undefined ? 0 : time(given["kept"], "kept", repairs),
      ...content(record, path, repairs),
    };
  }, value);
}

/** The content of a revision, and when and why it was kept; null where it cannot be read. */
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
