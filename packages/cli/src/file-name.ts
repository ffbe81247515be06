/**
 * Names of files as the system has them, which are bytes and need not be text.
 */

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The name as text; null where its bytes are no UTF-8, so that no text leads to the file. */
export function textOfName(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The name for people to read: characters as they are, every byte that is part of none as `\xE9`. */
export function escapedName(bytes: Uint8Array): string {
  let shown = "";
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    shown +=
      length === 0
        ? `\\x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`
        : decoder.decode(bytes.subarray(at, at + length));
    at += Math.max(1, length);
  }
  return shown;
}

/** How many bytes the character at a place has; 0 where there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const longest = Math.min(4, bytes.length - at);
  for (let length = 1; length <= longest; length += 1) {
    if (textOfName(bytes.subarray(at, at + length)) !== null) return length;
  }
  return 0;
}
