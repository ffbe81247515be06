/**
 * A short hash of bytes or text for comparing versions: FNV-1a in two lanes. It gives no protection against forgery.
 */

const LANES: readonly (readonly [offset: number, prime: number])[] = [
  [0x811c9dc5, 0x01000193],
  [0x050c5d1f, 0x01000193],
];

/** The hash as 16 hexadecimal digits. */
export function quickHash(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return LANES.map(([offset, prime]) => {
    let hash = offset;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, prime);
    return (hash >>> 0).toString(16).padStart(8, "0");
  }).join("");
}
