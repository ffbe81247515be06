/**
 * The project files of the playground that a run has opened, each as a read-only folder in memory. Paths may lead through a project
 * file.
 */
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { RowChoices } from "@yardstick/engine";
import { Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "./exit.js";
import type { ProjectFolder } from "./project-folder.js";
import { projectFolder } from "./project-folder.js";
import type { Messages } from "./messages.js";

/** Texts inside project files, by path. Files are opened on demand. */
export class ProjectFiles {
  private readonly opened = new Map<string, ProjectFolder>();
  /** By absolute path. */
  private readonly texts = new Map<string, string>();
  private readonly choices = new Map<string, RowChoices>();

  constructor(
    private readonly cwd: string,
    private readonly messages: Messages,
    private readonly readText: (path: string) => string,
    private readonly notify: (line: string) => void,
  ) {}

  /** A text inside a project file; null where the path does not lead into one. */
  text(path: string): string | null {
    return this.texts.get(resolve(this.cwd, path)) ?? null;
  }

  /** The user's choices about the rows of a table inside a project file. */
  rowChoices(path: string): RowChoices {
    return this.choices.get(resolve(this.cwd, path)) ?? {};
  }

  /** Whether a path leads into an opened project file. */
  holds(path: string): boolean {
    for (let at = path; at !== dirname(at); at = dirname(at)) if (this.opened.has(resolve(this.cwd, at))) return true;
    return false;
  }

  /** The path of a rubric: the path itself, or the main file of the project that it names. Throws a `Failure` where it is ambiguous. */
  rubricAt(path: string): string {
    const host = this.hostOf(path);
    if (host === null) return path;
    const { mainFiles } = this.open(host);
    const projects = [...mainFiles].map(([name, main]) => ({ path: join(host, name), main: join(host, main) }));
    if (path === host) {
      const [only, ...others] = projects;
      if (only === undefined) throw new Failure(HAS_ERRORS, this.messages.project.empty(host));
      if (others.length === 0) return only.main;
      throw new Failure(
        WRONG_USAGE,
        this.messages.project.which(
          host,
          projects.map((project) => project.path),
        ),
      );
    }
    return projects.find((project) => project.path === join(path))?.main ?? path;
  }

  /** All rubrics inside a project file, in order; null where the path is no project file. */
  rubricsIn(path: string): readonly string[] | null {
    if (this.hostOf(path) !== path) return null;
    const { files } = this.open(path);
    return [...files.keys()]
      .filter((file) => !file.endsWith(".csv"))
      .sort()
      .map((file) => join(path, file));
  }

  private hostOf(path: string): string | null {
    for (let at = path; at !== dirname(at); at = dirname(at)) {
      if (!/\.json$/iu.test(at)) continue;
      if (statSync(resolve(this.cwd, at), { throwIfNoEntry: false })?.isFile() === true) return at;
    }
    return null;
  }

  private open(host: string): ProjectFolder {
    const known = this.opened.get(resolve(this.cwd, host));
    if (known !== undefined) return known;
    const folder = projectFolder(this.readText(host));
    if (folder === "foreign") throw new Failure(NO_FILE, this.messages.project.foreign(host));
    if (folder === "newer") throw new Failure(NO_FILE, this.messages.project.newer(host));
    if (folder.damaged > 0) this.notify(this.messages.project.damaged(host, folder.damaged));
    this.opened.set(resolve(this.cwd, host), folder);
    for (const [path, text] of folder.files) this.texts.set(resolve(this.cwd, host, path), text);
    for (const [path, rows] of folder.rows) this.choices.set(resolve(this.cwd, host, path), rows);
    return folder;
  }
}
