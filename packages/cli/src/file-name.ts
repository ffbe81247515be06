/**
 * Names of files, which are bytes and need not be valid text.
 */

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The name as text; null where its bytes are not valid UTF-8, so that the file has no path as text. */
export function textOfName(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The name for messages: invalid bytes are written as `\xE9`. */
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

/** The number of bytes of the character at an offset; 0 where the bytes are invalid. */
function characterLength(bytes: Uint8Array, at: number): number {
  const longest = Math.min(4, bytes.length - at);
  for (let length = 1; length <= longest; length += 1) {
    if (textOfName(bytes.subarray(at, at + length)) !== null) return length;
  }
  return 0;
}
