/**
 * The data files in a ZIP archive, in which departments send several files. Folders, hidden files and other kinds of files are omitted.
 */
import type { TableLimits } from "./limits.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import { joined } from "./archive/joined.js";
import { ZipError, unpack, zipEntries } from "./archive/zip.js";

/** A file of an archive with its path. */
export interface ZippedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const DATA_FILE = /\.(?:csv|tsv|txt|xlsx|xls)$/iu;
const HIDDEN = /(?:^|\/)(?:[.~]|__macosx\/)/iu;

/** The data files of an archive, or those of another kind; null where the bytes are not an archive, damaged, over the limits, or a workbook (also an archive). */
export function filesInZip(
  bytes: Uint8Array,
  limits: TableLimits = DEFAULT_TABLE_LIMITS,
  kind: RegExp = DATA_FILE,
): readonly ZippedFile[] | null {
  try {
    const entries = zipEntries(bytes);
    if (entries.has("[content_types].xml")) return null;
    const budget = { left: limits.unpackedBytes };
    return [...entries.values()].flatMap((entry): readonly ZippedFile[] => {
      const file = entry.name.replaceAll("\\", "/");
      if (!kind.test(file) || HIDDEN.test(file)) return [];
      const pieces: Uint8Array[] = [];
      unpack(bytes, entry, budget, (piece) => pieces.push(piece.slice()));
      return [{ file, bytes: joined(pieces) }];
    });
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
}
