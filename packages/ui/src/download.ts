/** A file from what is on the screen, without a disk, a database or a network: the way out when nothing can be saved. */

/** Hands content to the browser as a download. */
export function download(fileName: string, content: string | Uint8Array<ArrayBuffer>, type = "application/json"): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // Revoked only later, because the browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A name that every file system takes. */
export function fileNameOf(name: string, extension = "yardstick.json"): string {
  const plain = name.replace(/[\\/:*?"<>|\s]+/g, " ").trim();
  return `${plain === "" ? "yardstick" : plain}.${extension}`;
}
