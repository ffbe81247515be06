/**
 * A project file of the playground as a folder: rubrics under their paths, and beside each its tables as CSV under the default names of
 * data files. `a.yardstick.json` stands for its main file; `a.yardstick.json/team/team.rubric` is another one.
 */
import { posix } from "node:path";
import type { RowChoices } from "@yardstick/engine";
import { CONSTANTS_TABLE, HISTORY_TABLE } from "@yardstick/exact";
import { csvOfGrid } from "@yardstick/tables";
import type { NamedProject, ProjectFile, TableText } from "yardstick/project";
import { FRONT_PATH, isProject, projectIn, readProjectFile } from "yardstick/project";

/** The content of a project file. */
export interface ProjectFolder {
  /** Texts of rubrics and tables by path inside the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The user's choices about the rows of a table, by path of the table. */
  readonly rows: ReadonlyMap<string, RowChoices>;
  /** Path of the main file of each project, by name of the project. */
  readonly mainFiles: ReadonlyMap<string, string>;
  /** The number of projects that could not be read. */
  readonly damaged: number;
}

function fileNameOf({ role, name }: TableText): string {
  const stem = {
    subjects: "data",
    constants: CONSTANTS_TABLE,
    history: HISTORY_TABLE,
    list: name.normalize("NFC").trim(),
  };
  return `${stem[role]}.csv`;
}

type Files = { readonly [K in "files" | "rows"]: Map<string, K extends "files" ? string : RowChoices> };

function put({ files, rows }: Files, folder: string, { path, rubric, tables }: ProjectFile): string {
  // A path with `..` stays inside the folder.
  const at = posix.join("/", folder, posix.join("/", path)).slice(1);
  files.set(at, rubric);
  for (const table of tables) {
    const file = posix.join(posix.dirname(at), fileNameOf(table));
    files.set(file, csvOfGrid(table).text);
    rows.set(file, { keep: table.keep, leave: table.leave });
  }
  return at;
}

/** Distinct names of the projects, without slashes. */
function folderNames(projects: readonly NamedProject[]): readonly string[] {
  const taken = new Set<string>();
  return projects.map(({ name }, index) => {
    const plain = name.replace(/[/\\]/gu, "_").trim() || String(index + 1);
    const own = taken.has(plain) ? `${plain} ${index + 1}` : plain;
    taken.add(own);
    return own;
  });
}

/** Reads a project file; `foreign` where the text is none, `newer` where a newer version wrote it. */
export function projectFolder(text: string): ProjectFolder | "foreign" | "newer" {
  const read = readProjectFile(text, (value) => (isProject(value) ? projectIn(value) : null));
  if (read.kind !== "projects") return read.kind;
  const files = new Map<string, string>();
  const rows = new Map<string, RowChoices>();
  const mainFiles = new Map<string, string>();
  const names = folderNames(read.projects);
  for (const [index, { content }] of read.projects.entries()) {
    const name = names[index] ?? "";
    const folder = read.projects.length === 1 ? "" : name;
    const { path = FRONT_PATH, rubric, tables, others = [] } = content;
    mainFiles.set(name, put({ files, rows }, folder, { path, rubric, tables }));
    for (const other of others) put({ files, rows }, folder, other);
  }
  return { files, rows, mainFiles, damaged: read.damaged };
}
