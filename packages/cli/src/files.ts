/**
 * Files in and out, those inside project files too. Paths are shown as they were given; `-` is standard input. What cannot be read or written is a failure
 * with exit code 3; an output file is whole or absent.
 */
import { randomUUID } from "node:crypto";
import {
  createReadStream,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Failure, NO_FILE, WRONG_USAGE } from "./exit.js";
import type { Io } from "./io.js";
import { ProjectFiles } from "./project-files.js";
import type { Words } from "./words.js";

export const STDIN = "-";

/** Bytes between two looks at how far a long file has come. */
const PIECE = 1024 * 1024;

const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

export class FileReader {
  private stdinTaken = false;
  private readonly projects: ProjectFiles;

  constructor(
    private readonly io: Io,
    private readonly words: Words,
  ) {
    const readText = (path: string) => this.utf8(path, this.bytesOfFile(path));
    this.projects = new ProjectFiles(io.cwd, words, readText, (line) => io.stderr.write(`${line}\n`));
  }

  /** Throws a `Failure` where the file cannot be read, or standard input was read before. */
  async bytes(path: string): Promise<Uint8Array> {
    if (path === STDIN) return this.allOf(this.takeStdin(), Infinity, () => {});
    const inProject = this.projects.text(path);
    return inProject === null ? this.bytesOfFile(path) : Buffer.from(inProject);
  }

  /**
   * A file that may be long, piece by piece; of one that is longer than `limit` only so much that this is seen.
   * `tell` is told of how many bytes there are of how many; of standard input nobody knows.
   */
  async longFile(path: string, limit: number, tell: (done: number, all: number) => void): Promise<Uint8Array> {
    if (path === STDIN) return this.allOf(this.takeStdin(), limit, () => {});
    try {
      const target = resolve(this.io.cwd, path);
      const { size } = statSync(target);
      return await this.allOf(createReadStream(target, { highWaterMark: PIECE }), limit, (done) => tell(done, size));
    } catch (error) {
      throw error instanceof Failure ? error : this.cannotRead(path, error);
    }
  }

  private takeStdin(): Io["stdin"] {
    if (this.stdinTaken) throw new Failure(WRONG_USAGE, this.words.stdinTwice);
    this.stdinTaken = true;
    return this.io.stdin;
  }

  private async allOf(
    pieces: AsyncIterable<Uint8Array | string>,
    limit: number,
    tell: (done: number) => void,
  ): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let done = 0;
    for await (const piece of pieces) {
      const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
      chunks.push(chunk);
      done += chunk.length;
      tell(done);
      if (done > limit) break;
    }
    return Buffer.concat(chunks);
  }

  /** The rubric that an argument names: a file, or what stands in front in a project file. */
  rubricAt(path: string): string {
    return path === STDIN ? path : this.projects.rubricAt(path);
  }

  /** A table that lies in a project file, as CSV; null for any other path. */
  projectTable(path: string): string | null {
    return this.projects.text(path);
  }

  /** A rubric: UTF-8, its byte order mark left out. */
  async rubric(path: string): Promise<string> {
    const inProject = this.projects.text(path);
    return inProject ?? this.utf8(path, await this.bytes(path));
  }

  /** A rubric that another one uses; null where it cannot be read. */
  usedRubric(path: string): string | null {
    try {
      return this.projects.text(path) ?? this.utf8(path, this.bytesOfFile(path));
    } catch {
      return null;
    }
  }

  exists(path: string): boolean {
    return this.projects.text(path) !== null || existsSync(resolve(this.io.cwd, path));
  }

  /**
   * The rubrics under a path, in order: the file itself, all `*.rubric` of a folder, hidden and installed folders aside, or all of a
   * project file.
   */
  rubricsUnder(path: string): readonly string[] {
    if (path === STDIN) return [path];
    const inProject = this.projects.rubricsIn(path);
    if (inProject !== null) return inProject;
    const rubric = this.projects.rubricAt(path);
    if (this.projects.text(rubric) !== null) return [rubric];
    try {
      if (!statSync(resolve(this.io.cwd, path)).isDirectory()) return [path];
      const found = readdirSync(resolve(this.io.cwd, path), { withFileTypes: true })
        .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
          const inside = join(path, entry.name);
          if (entry.isDirectory()) return this.rubricsUnder(inside);
          return entry.name.endsWith(".rubric") ? [inside] : [];
        });
      return found;
    } catch (error) {
      throw this.cannotRead(path, error);
    }
  }

  /** Writes beside the target and renames, so that nobody ever sees half a file. */
  write(path: string, content: string | Uint8Array): void {
    if (this.projects.holds(path)) throw new Failure(WRONG_USAGE, this.words.project.readOnly(path));
    const target = resolve(this.io.cwd, path);
    const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
    halfWritten.add(temporary);
    try {
      if (existsSync(target) && statSync(target).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
      writeFileSync(temporary, content, { flag: "wx" });
      renameSync(temporary, target);
    } catch (error) {
      // Where the folder is no folder there is nothing to remove either.
      if (existsSync(temporary)) rmSync(temporary, { force: true });
      throw new Failure(NO_FILE, this.words.cannotWrite(path, this.whyNotWritten(errorCode(error))));
    } finally {
      halfWritten.delete(temporary);
    }
  }

  private whyNotWritten(code: string | undefined): string {
    return code === "ENOENT" ? this.words.noFolder : this.words.whyNot(code);
  }

  private bytesOfFile(path: string): Uint8Array {
    try {
      return readFileSync(resolve(this.io.cwd, path));
    } catch (error) {
      throw this.cannotRead(path, error);
    }
  }

  private utf8(path: string, bytes: Uint8Array): string {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new Failure(NO_FILE, this.words.notUtf8(path));
    }
  }

  private cannotRead(path: string, error: unknown): Failure {
    return new Failure(NO_FILE, this.words.cannotRead(path, this.words.whyNot(errorCode(error))));
  }
}

const halfWritten = new Set<string>();

/** Removes what an interrupted run has begun to write. */
export function removeHalfWritten(): void {
  for (const path of halfWritten) rmSync(path, { force: true });
}
