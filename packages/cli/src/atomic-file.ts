/**
 * Writes files atomically: the content goes to a temporary file beside the target, which is then renamed to it. A symbolic link is
 * followed, so that the file behind it changes; its mode is preserved, and its owner and group as far as the process may set them.
 * Errors are those of the file system. `docs/decisions/0039` explains why no library is used.
 */
import type { Stats } from "node:fs";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

type Piece = string | Uint8Array;

/** The content of a file, whole or in pieces. Text is written as UTF-8. */
export type Content = Piece | Iterable<Piece>;

/** Content whose pieces are made while they are written. */
export type StreamedContent = Content | AsyncIterable<Piece>;

/** The pieces of a content. */
export function piecesOf<C extends StreamedContent>(content: C): Exclude<C, Piece> | readonly Piece[] {
  const isWhole = typeof content === "string" || content instanceof Uint8Array;
  return isWhole ? [content] : (content as Exclude<C, Piece>);
}

/** The number of links that Linux follows. */
const MAX_LINKS = 40;

const GROUP_BITS = 0o070;
const OTHER_BITS = 0o007;

const unfinished = new Set<string>();

/** Removes the temporary files of an interrupted run. */
export function removeUnfinished(): void {
  for (const path of unfinished) removeQuietly(path);
}

/** The file that a path refers to through symbolic links; it need not exist. */
export function targetOf(path: string): string {
  let at = resolve(path);
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const link = linkAt(at);
    if (link === null) return at;
    at = resolve(realpathSync(dirname(at)), link);
  }
  throw Object.assign(new Error("too many symbolic links"), { code: "ELOOP" });
}

/** The target of a symbolic link; null where the path is none. */
function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EINVAL" || code === "ENOENT" || code === "UNKNOWN") return null;
    throw error;
  }
}

/**
 * Writes a file atomically; a device or a pipe is written directly. With `isSynced` false it may be lost where the system fails soon after,
 * which many small files that are made again do not wait for.
 */
export function writeAtomically(path: string, content: Content, isSynced = true): void {
  const file = openAtomically(path, isSynced);
  try {
    for (const piece of piecesOf(content)) file.write(piece);
    file.finish();
  } catch (error) {
    file.discard();
    throw error;
  }
}

/** A file that is being written; `finish` or `discard` ends it. */
export interface FileInProgress {
  /** Writes every byte of a piece. */
  write(piece: Piece): void;
  /** Puts the file in its place. */
  finish(): void;
  /** Removes what was written; afterwards the path has what it had before. */
  discard(): void;
}

/** Begins a file that takes its place when it is finished; a device or a pipe is written directly. */
export function openAtomically(path: string, isSynced = true): FileInProgress {
  const existing = existingAt(path);
  // A device or a pipe cannot be replaced.
  if (existing?.isFile() === false) {
    const fd = openSync(path, "w");
    const close = once(() => closeSync(fd));
    return { write: (piece) => writeFileSync(fd, piece), finish: close, discard: close };
  }
  return openReplacement(targetOf(path), existing, isSynced);
}

/** What is at a path; null where nothing is. Throws for a folder, and for a file that may not be written. */
function existingAt(path: string): Stats | null {
  const existing = statSync(path, { throwIfNoEntry: false }) ?? null;
  if (existing?.isDirectory() === true) throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
  // Renaming requires only write access to the folder; a read-only file is not replaced either.
  if (existing !== null) accessSync(path, constants.W_OK);
  return existing;
}

const temporaryIn = (folder: string): string => join(folder, `.${crypto.randomUUID()}.part`);

/** A file that another program writes; `finish` or `discard` ends it. */
export interface FileOfOther {
  /** A folder that only this user may read, for temporary files of the other program. */
  readonly folder: string;
  /** The path in it to which the other program writes the file, with the name of the target. */
  readonly part: string;
  /** Puts the file in its place. */
  finish(): void;
  /** Removes what was written; afterwards the path has what it had before. */
  discard(): void;
}

/** Does work with a temporary folder, which is removed at its end, also where the process is ended. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = temporaryIn(tmpdir());
  mkdirSync(folder, 0o700);
  unfinished.add(folder);
  try {
    return await work(folder);
  } finally {
    removeQuietly(folder);
    unfinished.delete(folder);
  }
}

/** Begins a file that another program writes, and that takes its place when it is finished; a device or a pipe gets its bytes then. */
export function openForOther(path: string): FileOfOther {
  const existing = existingAt(path);
  const isReplaced = existing === null || existing.isFile();
  const target = targetOf(path);
  const folder = temporaryIn(isReplaced ? dirname(target) : tmpdir());
  mkdirSync(folder, 0o700);
  unfinished.add(folder);
  const part = join(folder, basename(path));
  const discard = () => {
    removeQuietly(folder);
    unfinished.delete(folder);
  };
  const finish = () => {
    const fd = openSync(part, "r+");
    try {
      if (isReplaced) settle(fd, existing, true);
      else writeAtomically(path, bytesOf(fd));
    } finally {
      closeSync(fd);
    }
    if (isReplaced) renameSync(part, target);
    discard();
  };
  return { folder, part, finish, discard };
}

/** Bytes of a file that are read at once. */
const PIECE = 1024 * 1024;

function* bytesOf(fd: number): Generator<Uint8Array, void, void> {
  const bytes = new Uint8Array(PIECE);
  for (let count = readSync(fd, bytes); count > 0; count = readSync(fd, bytes)) yield bytes.subarray(0, count);
}

/** Gives a file what the one has that it replaces, and waits until it is on the disk. */
function settle(fd: number, existing: Stats | null, isSynced: boolean): void {
  if (existing !== null) keepOwnerAndMode(fd, existing);
  if (isSynced) fsyncSync(fd);
}

function openReplacement(target: string, existing: Stats | null, isSynced: boolean): FileInProgress {
  const temporary = temporaryIn(dirname(target));
  unfinished.add(temporary);
  let fd: number;
  try {
    fd = openSync(temporary, "wx", existing === null ? 0o666 : 0o600);
  } catch (error) {
    unfinished.delete(temporary);
    throw error;
  }
  const close = once(() => closeSync(fd));
  return {
    // `writeFileSync` writes every byte; `writeSync` may write fewer on a full disk without an error.
    write: (piece) => writeFileSync(fd, piece),
    finish: () => {
      settle(fd, existing, isSynced);
      close();
      renameSync(temporary, target);
      unfinished.delete(temporary);
    },
    discard: () => {
      try {
        close();
      } finally {
        removeQuietly(temporary);
        unfinished.delete(temporary);
      }
    },
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}

/** Ignores errors, which would hide the error of writing. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    return;
  }
}

function keepOwnerAndMode(fd: number, { uid, gid, mode }: Stats): void {
  const keepsGroup = setOwner(fd, uid, gid) || setOwner(fd, process.getuid?.() ?? uid, gid);
  // Where the group cannot be preserved, the new group gets only the rights of others.
  const others = mode & OTHER_BITS;
  fchmodSync(fd, keepsGroup ? mode & 0o7777 : (mode & 0o7777 & ~GROUP_BITS) | (others << 3));
}

function setOwner(fd: number, uid: number, gid: number): boolean {
  try {
    fchownSync(fd, uid, gid);
    return true;
  } catch {
    return false;
  }
}
