/**
 * Reads and writes files, including those inside project files. Paths are shown as passed; `-` is standard input. A file that cannot
 * be read or written gives a `Failure` with exit code 3. Files are written atomically.
 */
import { createReadStream, existsSync, globSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { RowChoices } from "@yardstick/engine";
import type { Content, FileInProgress, FileOfOther } from "./atomic-file.js";
import { openAtomically, openForOther, writeAtomically } from "./atomic-file.js";
import { Failure, NO_FILE, WRONG_USAGE } from "./exit.js";
import { escapedName, textOfName } from "./file-name.js";
import type { Io } from "./io.js";
import { StillLocked, whileLocked } from "./locked-file.js";
import { ProjectFiles } from "./project-files.js";
import type { Messages } from "./messages.js";

/** The path of standard input. */
export const STDIN = "-";

/** Names of data files; `~$` marks the temporary file of an office program. */
const TABLE_FILE = /\.(?:csv|tsv|txt|xlsx|xls|json)$/iu;

/** The number of bytes between two progress notifications. */
const PIECE = 1024 * 1024;

/** The code of an error such as `ENOENT`; undefined where it has none. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

/** Whether a path is that of a folder, there or not: it ends with a slash. */
export const namesFolder = (path: string): boolean => /[/\\]$/u.test(path);

/** Whether an error comes from the operating system rather than from a bug in this program. */
export const isSystemError = (error: unknown): boolean => /^E[A-Z0-9]+$/u.test(errorCode(error) ?? "");

/** The files of a run. Standard input can be read once. */
export class FileReader {
  private stdinTaken = false;
  private readonly projects: ProjectFiles;
  /** The files that were read as a whole, or were not there, with their versions at that time. */
  private readonly versions = new Map<string, string | null>();

  constructor(
    private readonly io: Io,
    private readonly messages: Messages,
  ) {
    const readText = (path: string) => this.utf8(path, this.bytesOfFile(path));
    this.projects = new ProjectFiles(io.cwd, messages, readText, (line) => io.stderr.write(`${line}\n`));
  }

  /** The folder that paths are relative to. */
  get folder(): string {
    return this.io.cwd;
  }

  /** The bytes of a file. Throws a `Failure` where it cannot be read, or standard input was read before. */
  async bytes(path: string): Promise<Uint8Array> {
    if (path === STDIN) return this.allOfStdin(Infinity);
    const inProject = this.projects.text(path);
    return inProject === null ? this.bytesOfFile(path) : Buffer.from(inProject);
  }

  /**
   * The bytes of a file that may be long, read in pieces. Reading stops soon after `limit` is exceeded. `notify` is called with the
   * number of bytes read and the size of the file; it is not called for standard input, whose size is unknown.
   */
  async longFile(path: string, limit: number, notify: (done: number, all: number) => void): Promise<Uint8Array> {
    if (path === STDIN) return this.allOfStdin(limit);
    try {
      const target = resolve(this.io.cwd, path);
      const { size } = statSync(target);
      const pieces = createReadStream(target, { highWaterMark: PIECE });
      return await this.allOf(pieces, { limit, size }, (done) => notify(done, size));
    } catch (error) {
      throw error instanceof Failure ? error : this.cannotRead(path, error);
    }
  }

  private async allOfStdin(limit: number): Promise<Uint8Array> {
    if (this.stdinTaken) throw new Failure(WRONG_USAGE, this.messages.stdinTwice);
    this.stdinTaken = true;
    try {
      return await this.allOf(this.io.stdin, { limit, size: 0 }, () => {});
    } catch (error) {
      throw this.cannotRead(this.messages.stdin, error);
    }
  }

  /** `size` is the number of bytes that are expected: a file of this size is not copied once more. */
  private async allOf(
    pieces: AsyncIterable<Uint8Array | string>,
    { limit, size }: { readonly limit: number; readonly size: number },
    notify: (done: number) => void,
  ): Promise<Uint8Array> {
    let bytes = new Uint8Array(Math.min(size, limit + PIECE));
    let done = 0;
    for await (const piece of pieces) {
      const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
      if (done + chunk.length > bytes.length) {
        const longer = new Uint8Array(Math.max(done + chunk.length, bytes.length * 2));
        longer.set(bytes.subarray(0, done));
        bytes = longer;
      }
      bytes.set(chunk, done);
      done += chunk.length;
      notify(done);
      if (done > limit) break;
    }
    return bytes.subarray(0, done);
  }

  /** The path of the rubric that an argument names: a rubric file, or the main file of a project file. */
  rubricAt(path: string): string {
    return path === STDIN ? path : this.projects.rubricAt(path);
  }

  /** A table inside a project file, as CSV with the user's choices about its rows; null for any other path. */
  projectTable(path: string): (RowChoices & { readonly text: string }) | null {
    const text = this.projects.text(path);
    return text === null ? null : { text, ...this.projects.rowChoices(path) };
  }

  /** The text of a rubric, which must be UTF-8; a byte order mark is removed. */
  async rubric(path: string): Promise<string> {
    const inProject = this.projects.text(path);
    return inProject ?? this.utf8(path, await this.bytes(path));
  }

  /** The text of a rubric that another one uses; null where it cannot be read. */
  usedRubric(path: string): string | null {
    try {
      return this.projects.text(path) ?? this.utf8(path, this.bytesOfFile(path));
    } catch {
      return null;
    }
  }

  /** The file itself, or the data files of a folder, in order of their names. */
  tablesUnder(path: string): readonly string[] {
    if (path === STDIN || statSync(resolve(this.io.cwd, path), { throwIfNoEntry: false })?.isDirectory() !== true) {
      return [path];
    }
    try {
      return readdirSync(resolve(this.io.cwd, path))
        .filter((name) => TABLE_FILE.test(name) && !/^[.~]/u.test(name))
        .sort()
        .map((name) => join(path, name));
    } catch (error) {
      throw this.cannotRead(path, error);
    }
  }

  /** What a folder contains besides its tables: other files and folders, by name, without hidden files; nothing where the path is no folder. */
  othersUnder(path: string): readonly string[] {
    const folder = resolve(this.io.cwd, path);
    if (path === STDIN || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(folder)
      .filter((name) => !TABLE_FILE.test(name) && !/^[.~]/u.test(name))
      .sort()
      .map((name) => join(path, name));
  }

  /** The files of a folder whose names end so, by name; null where the path is no folder. */
  filesOf(path: string, ending: string): ReadonlyMap<string, Uint8Array> | null {
    const folder = resolve(this.io.cwd, path);
    if (path === STDIN || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return null;
    try {
      const names = readdirSync(folder).filter((name) => name.endsWith(ending) && !name.startsWith("."));
      return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
    } catch (error) {
      throw this.cannotRead(path, error);
    }
  }

  /** The time of the last change in milliseconds since 1970; null for standard input. */
  modified(path: string): number | null {
    return statSync(resolve(this.io.cwd, path), { throwIfNoEntry: false })?.mtimeMs ?? null;
  }

  /** Creates a folder and its parents where missing. */
  makeFolder(path: string): void {
    try {
      mkdirSync(resolve(this.io.cwd, path), { recursive: true });
    } catch (error) {
      throw this.cannotWrite(path, error);
    }
  }

  /** Whether there is a file at a path, on disk or inside a project file. */
  exists(path: string): boolean {
    return this.projects.text(path) !== null || existsSync(resolve(this.io.cwd, path));
  }

  /**
   * The rubrics under a path, in order: the file itself, all `*.rubric` files of a folder except in hidden folders and
   * `node_modules`, all rubrics of a project file, or of all that matches a pattern. Files that cannot be read are reported and skipped.
   */
  rubricsUnder(path: string, report: (failure: Failure) => void): readonly string[] {
    if (path === STDIN) return [path];
    const inProject = this.projects.rubricsIn(path);
    if (inProject !== null) return inProject;
    const rubric = this.projects.rubricAt(path);
    if (this.projects.text(rubric) !== null) return [rubric];
    try {
      const stats = statSync(resolve(this.io.cwd, path), { throwIfNoEntry: false });
      // Shells of Windows, and quotation marks, leave a pattern to the program.
      if (stats === undefined && /[*?[{]/u.test(path)) {
        const matches = globSync(path, { cwd: this.io.cwd, exclude: (name) => basename(name) === "node_modules" });
        return matches.filter((each) => each.endsWith(".rubric")).sort();
      }
      if (!statSync(resolve(this.io.cwd, path)).isDirectory()) return [path];
      return this.rubricsOfFolder(path, report);
    } catch (error) {
      report(error instanceof Failure ? error : this.cannotRead(path, error));
      return [];
    }
  }

  private rubricsOfFolder(path: string, report: (failure: Failure) => void): readonly string[] {
    // Names are read as bytes, since a name that is not valid text is reported.
    const entries = readdirSync(Buffer.from(resolve(this.io.cwd, path)), { withFileTypes: true, encoding: "buffer" });
    const named = entries.map((entry) => ({ entry, name: textOfName(entry.name), shown: escapedName(entry.name) }));
    return named
      .filter(({ shown }) => !shown.startsWith(".") && shown !== "node_modules")
      .sort((a, b) => (a.shown < b.shown ? -1 : 1))
      .flatMap(({ entry, name, shown }) => {
        const isIncluded = entry.isDirectory() || shown.endsWith(".rubric");
        if (!isIncluded) return [];
        if (name === null) {
          report(new Failure(NO_FILE, this.messages.cannotRead(join(path, shown), this.messages.nameNotUtf8)));
          return [];
        }
        const inside = join(path, name);
        return entry.isDirectory() ? this.rubricsUnder(inside, report) : [inside];
      });
  }

  /** Writes a file atomically. Throws a `Failure` where it cannot be written or is inside a project file. */
  write(path: string, content: Content, isSynced = true): void {
    this.checkPath(path);
    try {
      writeAtomically(resolve(this.io.cwd, path), content, isSynced);
    } catch (error) {
      throw this.cannotWrite(path, error);
    }
  }

  /** Writes a file as `write` does, piece by piece; where that fails, the path has what it had before. */
  async writeStream(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
    this.checkPath(path);
    let file: FileInProgress;
    try {
      file = openAtomically(resolve(this.io.cwd, path));
    } catch (error) {
      throw this.cannotWrite(path, error);
    }
    try {
      for await (const piece of pieces) file.write(piece);
      file.finish();
    } catch (error) {
      file.discard();
      throw this.cannotWrite(path, error);
    }
  }

  /**
   * Writes a file as `write` does, by another program: `work` writes it to the path `part`, and temporary files to `folder`. Where `work`
   * fails, the path has what it had before, and its error is passed on.
   */
  async writeByOther<T>(path: string, work: (file: Pick<FileOfOther, "part" | "folder">) => Promise<T>): Promise<T> {
    this.checkPath(path);
    let file: FileOfOther;
    try {
      file = openForOther(resolve(this.io.cwd, path));
    } catch (error) {
      throw this.cannotWrite(path, error);
    }
    try {
      const result = await work(file);
      file.finish();
      return result;
    } catch (error) {
      file.discard();
      throw this.cannotWrite(path, error);
    }
  }

  /**
   * Changes a file that several runs may change concurrently; the file is locked meanwhile. `change` gets the present bytes, null where
   * there is no file, and returns the new content, or null to keep the file. Errors of `change` are passed on.
   */
  async change(path: string, change: (existing: Uint8Array | null) => Content | null): Promise<void> {
    this.checkPath(path);
    const target = resolve(this.io.cwd, path);
    try {
      await whileLocked(target, () => {
        for (;;) {
          const before = versionOf(target);
          const content = change(before === null ? null : this.bytesOfFile(path));
          if (content === null) return;
          // Other programs do not use the lock.
          if (versionOf(target) !== before) continue;
          this.write(path, content);
          return;
        }
      });
    } catch (error) {
      if (error instanceof StillLocked) throw new Failure(NO_FILE, this.messages.stillLocked(path, error.lockPath));
      throw this.cannotWrite(path, error);
    }
  }

  /** Throws a `Failure` for the path of a folder, which ends with a slash, and for one inside a project file. */
  private checkPath(path: string): void {
    if (namesFolder(path)) throw this.cannotWrite(path, Object.assign(new Error(), { code: "EISDIR" }));
    if (this.projects.holds(path)) throw new Failure(WRONG_USAGE, this.messages.project.readOnly(path));
  }

  /** The `Failure` for an error of the file system; any other error unchanged. */
  private cannotWrite(path: string, error: unknown): unknown {
    if (!isSystemError(error)) return error;
    const code = errorCode(error);
    const why = code === "ENOENT" ? this.messages.noFolder : this.messages.whyNot(code);
    return new Failure(NO_FILE, this.messages.cannotWrite(path, why));
  }

  /** Whether a file that was read as a whole is another now. */
  haveChanged(): boolean {
    return [...this.versions].some(([path, version]) => versionOf(path) !== version);
  }

  private bytesOfFile(path: string): Uint8Array {
    const target = resolve(this.io.cwd, path);
    this.versions.set(target, versionOf(target));
    try {
      return readFileSync(target);
    } catch (error) {
      throw this.cannotRead(path, error);
    }
  }

  private utf8(path: string, bytes: Uint8Array): string {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new Failure(NO_FILE, this.messages.notUtf8(path));
    }
  }

  private cannotRead(path: string, error: unknown): Failure {
    return new Failure(NO_FILE, this.messages.cannotRead(path, this.messages.whyNot(errorCode(error))));
  }
}

/** A text that differs for each version of a file; null where there is no file. */
function versionOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? null : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}
