/**
 * The shape of what is kept, and whether something has it: a record that a fault on the disk has damaged, or a file from
 * anywhere, is looked through whole before any of it is used.
 */
import { isScript } from "../demonstrate/script-step.js";
import type { ProjectContent, ProjectFile, TableText } from "../store/project.js";

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
export function contentOf({ rubric, tables, path, others, script }: ProjectContent): ProjectContent {
  return {
    rubric,
    tables,
    ...(path === undefined ? {} : { path }),
    ...(others === undefined ? {} : { others }),
    ...(script === undefined ? {} : { script }),
  };
}

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
  if (typeof value !== "object" || value === null) return false;
  const { path, others, script } = value as Partial<Record<keyof ProjectContent, unknown>>;
  if (path !== undefined && typeof path !== "string") return false;
  if (others !== undefined && !(Array.isArray(others) && others.every(isFile))) return false;
  if (script !== undefined && !isScript(script)) return false;
  return hasTexts(value);
}

function isFile(value: unknown): value is ProjectFile {
  return hasTexts(value) && typeof (value as { readonly path?: unknown }).path === "string";
}

function hasTexts(value: unknown): value is Pick<ProjectFile, "rubric" | "tables"> {
  if (typeof value !== "object" || value === null) return false;
  const { rubric, tables } = value as Partial<Record<keyof ProjectFile, unknown>>;
  return typeof rubric === "string" && Array.isArray(tables) && tables.every(isTable);
}

function isTable(value: unknown): value is TableText {
  if (typeof value !== "object" || value === null) return false;
  const { role, name, header, rows } = value as Partial<Record<keyof TableText, unknown>>;
  const isTexts = (list: unknown) => Array.isArray(list) && list.every((text) => typeof text === "string");
  return (
    (role === "subjects" || role === "list" || role === "constants" || role === "history") &&
    typeof name === "string" &&
    isTexts(header) &&
    Array.isArray(rows) &&
    rows.every(isTexts)
  );
}
