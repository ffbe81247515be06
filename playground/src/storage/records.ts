/**
 * The shape of stored records, and how a record is read that is damaged: field by field, or not at all. A record is
 * validated completely before any part of it is used.
 */
import { projectIn } from "yardstick/project";
import type { ProjectContent } from "../project/project.js";
import { CONTENT_FIELDS, content, count, fields, needed, repaired, text, time, type Repaired } from "./repair.js";

/**
 * Format of the records that this version writes. A record of an older format is kept as a revision before it is
 * rewritten.
 */
export const RECORD_FORMAT = 2;

/** Why a revision was kept: an edit, or a larger change that was about to replace the content. */
export type RevisionReason = "edit" | "import" | "restore" | "migration";

/** A stored project. */
export interface ProjectRecord extends ProjectContent {
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

/** A stored revision of a project. */
export interface RevisionRecord extends ProjectContent {
  readonly project: string;
  readonly revision: number;
  readonly at: number;
  /** Absent in the first records, whose revisions were all kept for edits. */
  readonly reason?: RevisionReason;
}

/** The content alone, without the other fields of the record. */
export const contentOf: (record: ProjectContent) => ProjectContent = projectIn;

/**
 * Reads a stored record, with its fields repaired where necessary; null when it cannot be read without losing text.
 *
 * @param lastRevision the newest kept revision of the project, or 0: a save count that cannot be read continues from it
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
      // Without its key the record could not be written back.
      id: needed(given["id"], "id", repairs),
      ...(typeof format === "number" ? { format } : {}),
      name: text(given["name"], "name", repairs),
      revision: count(lastRevision + 1)(given["revision"], "revision", repairs),
      updated: time(given["updated"], "updated", repairs),
      // Affects only when the next revision is kept.
      kept: given["kept"] === undefined ? 0 : time(given["kept"], "kept", repairs),
      ...content(record, path, repairs),
    };
  }, value);
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
