/** The files of a drop, those inside dropped folders included. */

/** Folders are read to this depth. */
const MAX_DEPTH = 4;

/** Must be called while the drop is handled: its items are gone afterwards. */
export function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  // Files that a program puts into a drop have no entry.
  if (!entries.some(({ isDirectory }) => isDirectory)) return Promise.resolve([...transfer.files]);
  return Promise.all(entries.map((entry) => filesIn(entry, MAX_DEPTH))).then((files) => files.flat());
}

async function filesIn(entry: FileSystemEntry, depth: number): Promise<readonly File[]> {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    return file === null || /^[.~]/.test(file.name) ? [] : [file];
  }
  if (!entry.isDirectory || depth === 0) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A reader gives the entries of a folder in batches, and none at the end.
  for (;;) {
    const batch = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (batch.length === 0) return files;
    for (const inside of batch) files.push(...(await filesIn(inside, depth - 1)));
  }
}
