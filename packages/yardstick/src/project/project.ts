/**
 * A project: a rubric with its tables, and further rubrics with theirs, all as text. Cells are read by the rubric when it is scored.
 */

/** The content of a table: the subjects, the side rows of a list, the constants, or earlier results. */
export type TableRole = "subjects" | "list" | "constants" | "history";

/** A table as text. */
export interface TableText {
  readonly role: TableRole;
  /** Name of the list for side rows; empty otherwise. */
  readonly name: string;
  readonly header: readonly string[];
  /** Rows may be shorter than the header. */
  readonly rows: readonly (readonly string[])[];
  /** Keys of rows that the user declares to be subjects. */
  readonly keep?: readonly string[];
  /** Keys of rows that the user declares not to be subjects. */
  readonly leave?: readonly string[];
}

/** A rubric of a project with the tables that it scores. */
export interface ProjectFile {
  /** Path inside the project, as a `use` refers to it: `team/team.rubric`. */
  readonly path: string;
  readonly rubric: string;
  readonly tables: readonly TableText[];
}

/** A project: the main file, and further files. */
export interface Project {
  readonly rubric: string;
  readonly tables: readonly TableText[];
  /** Path of the main file; undefined where it is the only one. */
  readonly path?: string;
  readonly others?: readonly ProjectFile[];
  /** Steps of a demonstration, used only by the playground. */
  readonly script?: readonly unknown[];
  /** Forms that were sent and handed in, used only by the playground. */
  readonly collection?: readonly unknown[];
  /** Periods whose results were fixed, used only by the playground. */
  readonly fixed?: readonly unknown[];
}

/** The path of a main file that has none. */
export const FRONT_PATH = "main.rubric";

/** A copy of a project without additional properties. */
export function projectIn<P extends Project>({ rubric, tables, path, others, script, collection, fixed }: P): P {
  return {
    rubric,
    tables,
    ...(path === undefined ? {} : { path }),
    ...(others === undefined ? {} : { others }),
    ...(script === undefined ? {} : { script }),
    ...(collection === undefined ? {} : { collection }),
    ...(fixed === undefined ? {} : { fixed }),
  } as P;
}

type Unknown<T> = Partial<Record<keyof T, unknown>>;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether a value has the form of a project. */
export function isProject(value: unknown): value is Project {
  if (!isObject(value) || !hasTexts(value)) return false;
  const { path, others, script, collection, fixed } = value as Unknown<Project>;
  return (
    (path === undefined || typeof path === "string") &&
    (others === undefined || (Array.isArray(others) && others.every(isFile))) &&
    (script === undefined || Array.isArray(script)) &&
    (collection === undefined || Array.isArray(collection)) &&
    (fixed === undefined || Array.isArray(fixed))
  );
}

function isFile(value: unknown): value is ProjectFile {
  return isObject(value) && hasTexts(value) && typeof (value as Unknown<ProjectFile>).path === "string";
}

function hasTexts(value: object): boolean {
  const { rubric, tables } = value as Unknown<ProjectFile>;
  return typeof rubric === "string" && Array.isArray(tables) && tables.every(isTable);
}

function isTable(value: unknown): value is TableText {
  if (!isObject(value)) return false;
  const { role, name, header, rows, keep, leave } = value as Unknown<TableText>;
  const isTexts = (list: unknown) => Array.isArray(list) && list.every((text) => typeof text === "string");
  return (
    (role === "subjects" || role === "list" || role === "constants" || role === "history") &&
    typeof name === "string" &&
    isTexts(header) &&
    Array.isArray(rows) &&
    rows.every(isTexts) &&
    (keep === undefined || isTexts(keep)) &&
    (leave === undefined || isTexts(leave))
  );
}
