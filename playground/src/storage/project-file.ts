/**
 * Reads project files field by field and reports the repaired fields; a project that cannot be read without losing text
 * counts as damaged.
 */
import {
  readProjectFile as read,
  type NamedProject as Named,
  type ProjectFileRead as FileRead,
} from "yardstick/project";
import type { ProjectContent } from "../project/project.js";
import { content, repaired, type Repairs } from "./repair.js";

export { collectionFile, projectFile } from "yardstick/project";

/** A project with the name for the project list. */
export interface NamedProject extends Named<ProjectContent> {
  /** Fields that could not be read and were replaced; absent when there are none. */
  readonly repairs?: Repairs;
}

/** The outcome of reading a file. */
export type ProjectFileRead =
  | Exclude<FileRead<ProjectContent>, { readonly kind: "projects" }>
  | { readonly kind: "projects"; readonly projects: readonly NamedProject[]; readonly damaged: number };

/** Reads the text of a project file or of an export of everything. */
export function readProjectFile(text: string): ProjectFileRead {
  const repairsOf = new Map<ProjectContent, Repairs>();
  const found = read(text, (value) => {
    const taken = repaired(content, value);
    if (taken !== null && taken.repairs.length > 0) repairsOf.set(taken.value, taken.repairs);
    return taken?.value ?? null;
  });
  if (found.kind !== "projects") return found;
  const projects = found.projects.map((project) => {
    const repairs = repairsOf.get(project.content);
    return repairs === undefined ? project : { ...project, repairs };
  });
  return { ...found, projects };
}
