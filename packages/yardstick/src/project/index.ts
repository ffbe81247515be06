/**
 * `yardstick/project`: the project files of the playground. A separate entry, which does not load the evaluator.
 */
export {
  FRONT_PATH,
  isProject,
  projectIn,
  type Project,
  type ProjectFile,
  type TableRole,
  type TableText,
} from "./project.js";
export {
  collectionFile,
  projectFile,
  readProjectFile,
  type NamedProject,
  type ProjectFileRead,
} from "./project-file.js";
