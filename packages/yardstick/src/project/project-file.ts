/**
 * Projects as files (`*.yardstick.json`): one project, or all that a browser keeps. Readable JSON, versioned; read back whatever
 * wrote it, and looked through whole before anything of it is taken.
 */
import type { Project } from "./project.js";
import { projectIn } from "./project.js";

const PROJECT = "yardstick-project";
const COLLECTION = "yardstick-collection";
const VERSION = 1;

export interface NamedProject<P extends Project = Project> {
  readonly name: string;
  readonly content: P;
}

export type ProjectFileRead<P extends Project = Project> =
  | { readonly kind: "projects"; readonly projects: readonly NamedProject<P>[]; readonly damaged: number }
  /** No file of ours. */
  | { readonly kind: "foreign" }
  /** Ours, but of a version that is not known here. */
  | { readonly kind: "newer" };

/** The text of a project file. */
export function projectFile(name: string, content: Project): string {
  return JSON.stringify({ format: PROJECT, version: VERSION, name, ...projectIn(content) }, null, 2);
}

/** The text of a file that holds everything: records and revisions as they were kept, the damaged too. */
export function collectionFile(everything: {
  readonly projects: readonly unknown[];
  readonly revisions: readonly unknown[];
}): string {
  return JSON.stringify({ format: COLLECTION, version: VERSION, ...everything });
}

/**
 * @param take reads a record as a project of the shape that is wanted; null where it is none. `(value) => (isProject(value) ?
 *   projectIn(value) : null)` takes those that are whole.
 */
export function readProjectFile<P extends Project>(
  text: string,
  take: (value: unknown) => P | null,
): ProjectFileRead<P> {
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return { kind: "foreign" };
  const { format, version, projects } = value as Readonly<Record<"format" | "version" | "projects", unknown>>;
  if (format !== PROJECT && format !== COLLECTION) return { kind: "foreign" };
  if (typeof version !== "number" || version > VERSION) return { kind: "newer" };
  const records: readonly unknown[] = format === PROJECT ? [value] : Array.isArray(projects) ? projects : [];
  const sound = records.flatMap((record) => {
    const content = take(record);
    return content === null ? [] : [{ name: nameOf(record), content }];
  });
  return { kind: "projects", projects: sound, damaged: records.length - sound.length };
}

function nameOf(record: unknown): string {
  const { name } = record as { readonly name?: unknown };
  return typeof name === "string" ? name : "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}
