/**
 * SHA-256 hashes of texts. Under Node its own implementation is used, which is several times as fast; elsewhere a portable one with the
 * same result.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

interface NodeHash {
  update(piece: string | Uint8Array, encoding: "utf8"): unknown;
  digest(encoding: "hex"): string;
}

interface NodeProcess {
  readonly getBuiltinModule?: (name: "node:crypto") => { createHash(name: "sha256"): NodeHash } | undefined;
}

/** The hash of texts in UTF-8 and of bytes, one after the other, as 64 hexadecimal digits. */
export function sha256Of(pieces: Iterable<string | Uint8Array>): string {
  const { process } = globalThis as { readonly process?: NodeProcess };
  const hash = process?.getBuiltinModule?.("node:crypto")?.createHash("sha256");
  if (hash === undefined) return portableSha256Of(pieces);
  for (const piece of pieces) hash.update(piece, "utf8");
  return hash.digest("hex");
}

/** The same without Node. */
export function portableSha256Of(pieces: Iterable<string | Uint8Array>): string {
  const hash = sha256.create();
  for (const piece of pieces) hash.update(typeof piece === "string" ? utf8ToBytes(piece) : piece);
  return bytesToHex(hash.digest());
}
