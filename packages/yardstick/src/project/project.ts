/**
 * A project: a rubric with its tables, and the rubrics that lie beside it, all of it text as people typed it. What a cell means is
 * decided by the rubric when it is scored. Here is the shape alone, and whether something from anywhere has it.
 */

/** Which place of the rubric's data a table fills: the subjects, the side rows of one list, the constants, or earlier results. */
export type TableRole = "subjects" | "list" | "constants" | "history";

export interface TableText {
  readonly role: TableRole;
  /** Name of the list for side rows; empty otherwise. */
  readonly name: string;
  readonly header: readonly string[];
  /** A short row ends early. */
  readonly rows: readonly (readonly string[])[];
  /** Keys of rows that a person calls subjects, whatever they look like. */
  readonly keep?: readonly string[];
  /** Keys of rows that a person calls none. */
  readonly leave?: readonly string[];
}

/** A rubric of a project with the tables that it scores. */
export interface ProjectFile {
  /** As a `use` of another file leads to it: `team/team.rubric`. */
  readonly path: string;
  readonly rubric: string;
  readonly tables: readonly TableText[];
}

/** A project: the file in front, and the others that lie beside it. */
export interface Project {
  readonly rubric: string;
  readonly tables: readonly TableText[];
  /** Of the file in front; left out where it stands alone. */
  readonly path?: string;
  readonly others?: readonly ProjectFile[];
  /** Steps of a demonstration, which only the playground shows. */
  readonly script?: readonly unknown[];
}

/** What a file in front is called that says no path of its own. */
export const FRONT_PATH = "main.rubric";

/** The content of a project, without whatever else the value that held it may carry. */
export function projectIn<P extends Project>({ rubric, tables, path, others, script }: P): P {
  return {
    rubric,
    tables,
    ...(path === undefined ? {} : { path }),
    ...(others === undefined ? {} : { others }),
    ...(script === undefined ? {} : { script }),
  } as P;
}

type Unknown<T> = Partial<Record<keyof T, unknown>>;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

export function isProject(value: unknown): value is Project {
  if (!isObject(value) || !hasTexts(value)) return false;
  const { path, others, script } = value as Unknown<Project>;
  return (
    (path === undefined || typeof path === "string") &&
    (others === undefined || (Array.isArray(others) && others.every(isFile))) &&
    (script === undefined || Array.isArray(script))
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
