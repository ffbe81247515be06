/**
 * Projects as files, as this app takes them: a project whose lesson cannot be read counts as damaged.
 */
import { readProjectFile as read, type NamedProject as Named, type ProjectFileRead } from "yardstick/project";
import type { ProjectContent } from "../store/project.js";
import { isContent } from "./records.js";

export { collectionFile, projectFile } from "yardstick/project";

export type NamedProject = Named<ProjectContent>;

export function readProjectFile(text: string): ProjectFileRead<ProjectContent> {
  return read(text, isContent);
}
