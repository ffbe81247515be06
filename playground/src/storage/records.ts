/**
 * The shape of what is kept, and whether something has it: a record that a fault on the disk has damaged, or a file from
 * anywhere, is looked through whole before any of it is used.
 */
import { isProject as holdsProject, projectIn } from "yardstick/project";
import { isScript } from "../demonstrate/script-step.js";
import type { ProjectContent } from "../store/project.js";

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

export function isProject(value: unknown): value is ProjectRecord {
  if (!isContent(value)) return false;
  const { id, name, revision, updated } = value as Partial<Record<keyof ProjectRecord, unknown>>;
  return (
    typeof id === "string" && typeof name === "string" && typeof revision === "number" && typeof updated === "number"
  );
}

export function isRevision(value: unknown): value is RevisionRecord {
  if (!isContent(value)) return false;
  const { revision, at } = value as Partial<Record<keyof RevisionRecord, unknown>>;
  return typeof revision === "number" && typeof at === "number";
}

export function isContent(value: unknown): value is ProjectContent {
  return holdsProject(value) && (value.script === undefined || isScript(value.script));
}
