/**
 * Downloads a file generated in the page, without storage or network; it also serves as the way out when nothing can be
 * saved.
 */

/** Downloads content as a file. */
export function download(fileName: string, content: string | Uint8Array<ArrayBuffer>, type = "application/json"): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // Revoked with a delay, because the browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Replaces characters so that the name is valid on every file system. */
export function fileNameOf(name: string, extension = "yardstick.json"): string {
  const plain = name.replace(/[\\/:*?"<>|\s]+/g, " ").trim();
  return `${plain === "" ? "yardstick" : plain}.${extension}`;
}
