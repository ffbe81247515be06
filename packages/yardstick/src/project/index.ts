/**
 * `yardstick/project`: the files in which the playground hands projects on. Apart from the rest, since who only keeps projects
 * needs no evaluator.
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
