/**
 * Projects as files: one project, or all that a browser keeps. Readable JSON, versioned; read back whatever wrote it, and looked
 * through whole before anything of it is taken.
 */
import type { ProjectContent } from "../store/project.js";
import { contentOf, isContent } from "./records.js";

const PROJECT = "yardstick-project";
const COLLECTION = "yardstick-collection";
const VERSION = 1;

export interface NamedProject {
  readonly name: string;
  readonly content: ProjectContent;
}

export type ProjectFileRead =
  | { readonly kind: "projects"; readonly projects: readonly NamedProject[]; readonly damaged: number }
  /** No file of ours. */
  | { readonly kind: "foreign" }
  /** Ours, but of a version that is not known here. */
  | { readonly kind: "newer" };

/** The text of a project file. */
export function projectFile(name: string, content: ProjectContent): string {
  return JSON.stringify({ format: PROJECT, version: VERSION, name, ...contentOf(content) }, null, 2);
}

/** The text of a file that holds everything: records and revisions as they lie in the database, the damaged too. */
export function collectionFile(everything: {
  readonly projects: readonly unknown[];
  readonly revisions: readonly unknown[];
}): string {
  return JSON.stringify({ format: COLLECTION, version: VERSION, ...everything });
}

export function readProjectFile(text: string): ProjectFileRead {
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return { kind: "foreign" };
  const { format, version, projects } = value as Readonly<Record<"format" | "version" | "projects", unknown>>;
  if (format !== PROJECT && format !== COLLECTION) return { kind: "foreign" };
  if (typeof version !== "number" || version > VERSION) return { kind: "newer" };
  const records: readonly unknown[] = format === PROJECT ? [value] : Array.isArray(projects) ? projects : [];
  const sound = records.flatMap((record) => (isContent(record) ? [named(record)] : []));
  return { kind: "projects", projects: sound, damaged: records.length - sound.length };
}

function named(record: ProjectContent): NamedProject {
  const { name } = record as { readonly name?: unknown };
  return { name: typeof name === "string" ? name : "", content: contentOf(record) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}
