/**
 * Project files (`*.yardstick.json`): one project, or all projects of a browser. They are readable, versioned JSON, and are validated
 * completely when read.
 */
import type { Project } from "./project.js";
import { projectIn } from "./project.js";

const PROJECT = "yardstick-project";
const COLLECTION = "yardstick-collection";
const VERSION = 1;

/** A project with its name. */
export interface NamedProject<P extends Project = Project> {
  readonly name: string;
  readonly content: P;
}

/** The outcome of reading a project file; `damaged` is the number of projects that could not be read. */
export type ProjectFileRead<P extends Project = Project> =
  | { readonly kind: "projects"; readonly projects: readonly NamedProject<P>[]; readonly damaged: number }
  /** Not a project file. */
  | { readonly kind: "foreign" }
  /** A project file of a newer version. */
  | { readonly kind: "newer" };

/** The text of a project file. */
export function projectFile(name: string, content: Project): string {
  return JSON.stringify({ format: PROJECT, version: VERSION, name, ...projectIn(content) }, null, 2);
}

/** The text of a file with all projects: records and revisions as stored, including damaged ones. */
export function collectionFile(everything: {
  readonly projects: readonly unknown[];
  readonly revisions: readonly unknown[];
}): string {
  return JSON.stringify({ format: COLLECTION, version: VERSION, ...everything });
}

/**
 * Reads a project file. `take` converts a record to a project, null where it is damaged; the usual one is
 * `(value) => (isProject(value) ? projectIn(value) : null)`.
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
