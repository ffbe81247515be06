/** Writes ZIP archives. */
import { strToU8, zipSync } from "fflate";

/** The date of every entry, so that the same contents give the same bytes. */
const WRITTEN = new Date(2000, 0, 1);

/** An archive of files by their paths, in the order given. */
export function zippedFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { mtime: WRITTEN });
}

/** An archive of texts in UTF-8 by their paths, in the order given. The same texts give the same bytes. */
export function writeZip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: WRITTEN,
  });
}
