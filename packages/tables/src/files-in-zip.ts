/**
 * The data files in a ZIP archive, as departments send several at once. Folders, hidden files and other kinds of files are left out.
 */
import type { TableLimits } from "./limits.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import { ZipError, unpack, zipEntries } from "./archive/zip.js";

/** A file of an archive, by its path. */
export interface ZippedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const DATA_FILE = /\.(?:csv|tsv|txt|xlsx|xls)$/iu;
const HIDDEN = /(?:^|\/)(?:[.~]|__macosx\/)/iu;

/** Null where the bytes are no archive, are damaged or exceed the limits, and for a workbook, which is an archive too. */
export function filesInZip(
  bytes: Uint8Array,
  limits: TableLimits = DEFAULT_TABLE_LIMITS,
): readonly ZippedFile[] | null {
  try {
    const entries = zipEntries(bytes);
    if (entries.has("[content_types].xml")) return null;
    const budget = { left: limits.unpackedBytes };
    return [...entries.values()].flatMap((entry): readonly ZippedFile[] => {
      const file = entry.name.replaceAll("\\", "/");
      if (!DATA_FILE.test(file) || HIDDEN.test(file)) return [];
      const pieces: Uint8Array[] = [];
      unpack(bytes, entry, budget, (piece) => pieces.push(piece.slice()));
      const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
      }
      return [{ file, bytes: whole }];
    });
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
}
