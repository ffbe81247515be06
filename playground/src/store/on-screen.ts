/** The current project, as the operations on whole projects read and replace it. */
import type { NamedProject } from "../storage/project-file.js";
import type { RevisionReason } from "../storage/records.js";
import type { ProjectContent } from "../project/project.js";

/** The operations of the store on the current project. */
export interface OnScreen {
  /** The current project with the name for the project list. */
  current(): NamedProject;
  /** Replaces the current project by another one. */
  adopt(content: ProjectContent): void;
  /** Replaces the content of the current project; the previous content is kept as a revision. */
  replace(content: ProjectContent, why: RevisionReason): void;
}
