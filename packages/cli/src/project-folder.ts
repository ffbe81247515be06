/**
 * A project file of the playground as a folder: its rubrics lie in it under their paths, and beside each its tables as CSV under the
 * names by which tables are found. `a.yardstick.json` is its file in front, `a.yardstick.json/team/team.rubric` another one.
 */
import { posix } from "node:path";
import type { RowChoices } from "@yardstick/engine";
import { CONSTANTS_TABLE, HISTORY_TABLE, csvOfGrid } from "@yardstick/tables";
import type { NamedProject, ProjectFile, TableText } from "yardstick/project";
import { FRONT_PATH, isProject, projectIn, readProjectFile } from "yardstick/project";

export interface ProjectFolder {
  /** Texts by their path inside, rubrics and tables. */
  readonly files: ReadonlyMap<string, string>;
  /** A person's word about rows of a table, by the table's path. */
  readonly rows: ReadonlyMap<string, RowChoices>;
  /** Paths of the rubrics in front, one a project, by name where there are several. */
  readonly fronts: ReadonlyMap<string, string>;
  /** Projects that could not be read. */
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
  // Whatever a path says, it stays inside.
  const at = posix.join("/", folder, posix.join("/", path)).slice(1);
  files.set(at, rubric);
  for (const table of tables) {
    const file = posix.join(posix.dirname(at), fileNameOf(table));
    files.set(file, csvOfGrid(table).text);
    rows.set(file, { keep: table.keep, leave: table.leave });
  }
  return at;
}

/** Names of several projects, made different where they are not; slashes would lead astray. */
function folderNames(projects: readonly NamedProject[]): readonly string[] {
  const taken = new Set<string>();
  return projects.map(({ name }, index) => {
    const plain = name.replace(/[/\\]/gu, "_").trim() || String(index + 1);
    const own = taken.has(plain) ? `${plain} ${index + 1}` : plain;
    taken.add(own);
    return own;
  });
}

/** What keeps a text from being a project file: it is none, or a newer program wrote it. */
export function projectFolder(text: string): ProjectFolder | "foreign" | "newer" {
  const read = readProjectFile(text, (value) => (isProject(value) ? projectIn(value) : null));
  if (read.kind !== "projects") return read.kind;
  const files = new Map<string, string>();
  const rows = new Map<string, RowChoices>();
  const fronts = new Map<string, string>();
  const names = folderNames(read.projects);
  for (const [index, { content }] of read.projects.entries()) {
    const name = names[index] ?? "";
    const folder = read.projects.length === 1 ? "" : name;
    const { path = FRONT_PATH, rubric, tables, others = [] } = content;
    fronts.set(name, put({ files, rows }, folder, { path, rubric, tables }));
    for (const other of others) put({ files, rows }, folder, other);
  }
  return { files, rows, fronts, damaged: read.damaged };
}
